import { browser } from '../browser.ts';
import type { PermissionPorts } from './choose.ts';

/** Whether we run on this page's site by ourselves. False for a page of the browser, which has no site. */
export async function runsOn(url: string | undefined): Promise<boolean> {
  const page = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  if (!page || !/^https?:$/.test(page.protocol)) return false;
  return browser.permissions.contains({ origins: [`${page.protocol}//${page.hostname}/*`] });
}

/** What a page of ours may do with access to sites. */
export const permissionPorts = (): PermissionPorts => ({
  request: (origins) => browser.permissions.request({ origins }),
  remove: (origins) => browser.permissions.remove({ origins }),
  granted: async () => (await browser.permissions.getAll()).origins ?? [],
  required: browser.runtime.getManifest().host_permissions ?? [],
});
