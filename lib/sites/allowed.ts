import type { PortalRecord } from '../knowledge/compiled.ts';
import { hostOf, webAddress } from './body-of.ts';
import { isPublicPage } from './public-pages.ts';

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
