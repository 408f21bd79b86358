import { browser } from '../browser.ts';
import { packagedPath } from './packaged-path.ts';

/**
 * The text of a packaged file. This is the only `fetch` of the product, and it accepts nothing but a relative
 * path inside the package. Rejects when there is no such file.
 */
export async function readPackaged(path: string): Promise<string> {
  const response = await fetch(browser.runtime.getURL(packagedPath(path)));
  if (!response.ok) throw new Error(`No packaged file "${path}"`);
  return response.text();
}
