import type { PortalRecord } from '../knowledge/compiled.ts';
import { hostOf, webAddress } from './body-of.ts';
import { isOnCopier } from './copies.ts';
import { isPublicPage } from './public-pages.ts';
import { siteOf, type SiteTables } from './verdict.ts';

/**
 * Whether we may run on this page at all.
 *
 * No on hosts where silence is promised (log-in, forms, interfaces), however we came to have access; on a host
 * that has a log-in beside its public pages, only on the pages that its portal lists (`isPublicPage`); never on what
 * lies below either and is not listed. Yes everywhere else on the web: whether we know the body is another question
 * (`bodyOf`). Never throws.
 */
export function siteAllowed(address: string, portals: readonly PortalRecord[]): boolean {
  const url = webAddress(address);
  if (!url) return false;
  const host = hostOf(url);
  const portal = portals.find(({ hosts }) => hosts.includes(host));
  if (portal) return !portal.silent.includes(host) && isPublicPage(url, portal.allow);
  return !portals.some(({ silent, allow }) =>
    [...silent, ...Object.keys(allow)].some((withLogIn) => host.endsWith(`.${withLogIn}`)),
  );
}

/**
 * Whether we may speak on this page without being asked by the person, as far as it is ours to say: the browser has its
 * word too (`runsOn`). On a service that shows copies of other sites only where the address says that this is the copy
 * of an official page, and of one on which we may speak; people read private pages through them too. Yes everywhere
 * else. Never throws.
 */
export function speaksUnasked(address: string, tables: SiteTables): boolean {
  if (!isOnCopier(address, tables.sites.copies)) return true;
  const { verdict, original } = siteOf(address, tables);
  // An archive may be official itself.
  return verdict === 'official' || (verdict === 'copy' && original !== null && siteAllowed(original, tables.portals));
}
