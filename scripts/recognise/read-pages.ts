/**
 * Reads saved pages by the code that reads them in the browser, in a real Chromium. Nothing is loaded and no script
 * of a page runs: a parsed document has no window.
 */
import { join } from 'node:path';
import type { PageFacts } from '../../lib/page/page-facts.ts';
import type * as reader from '../../lib/page/read-facts.ts';
import { bundled } from '../bundled.ts';
import { findChromium, runsAsRoot } from '../browsers.mjs';

export type SavedPage = { url: string; html: string };

/** There is no Chromium on this machine. */
export class NoChromium extends Error {
  override readonly name = 'NoChromium';
  constructor() {
    super('Saved pages are read in Chromium, and there is none. Install it, or set CHROMIUM to its path.');
  }
}

/** Set by the bundle, in the page. */
declare const pageReader: typeof reader;

/** How many characters go into the browser at once. */
const BATCH = 4_000_000;

function batches(pages: readonly SavedPage[]): SavedPage[][] {
  const all: SavedPage[][] = [];
  let room = 0;
  for (const page of pages) {
    if (page.html.length > room) {
      all.push([]);
      room = BATCH;
    }
    all.at(-1)!.push(page);
    room -= page.html.length;
  }
  return all;
}

/**
 * What is read of each page, in order; `undefined` where it cannot be read.
 *
 * @throws NoChromium
 */
export async function readPages(pages: readonly SavedPage[]): Promise<(PageFacts | undefined)[]> {
  if (pages.length === 0) return [];
  const executablePath = findChromium();
  if (executablePath === undefined) throw new NoChromium();
  const { chromium } = await import('playwright-core');
  const [script, browser] = await Promise.all([
    bundled(join(import.meta.dirname, '../../lib/page/read-facts.ts'), 'pageReader'),
    chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot() }),
  ]);
  try {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.evaluate(`${script};globalThis.pageReader = pageReader;0`);
    const read: (PageFacts | undefined)[] = [];
    for (const batch of batches(pages)) {
      const facts = await page.evaluate(
        (saved) =>
          saved.map(({ url, html }) => {
            try {
              return pageReader.readFacts(new DOMParser().parseFromString(html, 'text/html'), url);
            } catch {
              return null;
            }
          }),
        batch,
      );
      read.push(...facts.map((one) => one ?? undefined));
    }
    return read;
  } finally {
    await browser.close();
  }
}
