/** On a host with a log-in, which pages are public. Small, for the spotter asks it on every page. */
import { hostOf, isBelow } from './body-of.ts';

/** Host → its public pages: `/` is the start page alone, a path that ends in `/` a folder, anything else one page. */
export type PublicPages = Readonly<Record<string, readonly string[]>>;

/** An address in its parts, such as `URL` and `Location` have. */
type Place = Pick<URL, 'hostname' | 'pathname' | 'search' | 'hash'>;

/** A session, a query, a route of an application: the address names more than the page that is listed. */
const MORE_THAN_A_PAGE = /[;?]|#!?\//;

/**
 * False on a host that `pages` names, unless the address is that of a listed page and nothing more: applications
 * choose their screens by query (`/?screen=…`) and fragment (`/#/mypage`) too. True on every other host. Never throws.
 */
export function isPublicPage(url: Place, pages: PublicPages): boolean {
  const host = hostOf(url);
  if (!Object.hasOwn(pages, host)) return true;
  if (MORE_THAN_A_PAGE.test(url.pathname + url.search + url.hash)) return false;
  return pages[host]!.some((path) => (path === '/' ? url.pathname === '/' : isBelow(url.pathname, path)));
}
