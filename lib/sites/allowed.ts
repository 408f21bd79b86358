import type { PortalRecord } from '../knowledge/compiled.ts';
import { hostOf, isBelow, webAddress } from './body-of.ts';

/**
 * Whether we may run on this page at all.
 *
 * No on hosts where silence is promised (log-in, forms, interfaces), however we came to have access; on a host
 * that has a log-in beside its public pages, only on the pages that its portal lists: `/` there is the start page
 * alone, a path that ends in `/` a folder, anything else one page. Yes everywhere else on the web: whether we know
 * the body is another question (`bodyOf`). Never throws.
 */
export function siteAllowed(address: string, portals: readonly PortalRecord[]): boolean {
  const url = webAddress(address);
  if (!url) return false;
  const host = hostOf(url);
  const portal = portals.find(({ hosts }) => hosts.includes(host));
  if (!portal) return true;
  if (portal.silent.includes(host)) return false;
  const allowed = portal.allow[host];
  return !allowed || allowed.some((path) => (path === '/' ? url.pathname === '/' : isBelow(url.pathname, path)));
}
