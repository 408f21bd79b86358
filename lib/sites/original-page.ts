import { webAddress } from './body-of.ts';
import { untranslated } from './copies.ts';
import { siteOf, type SiteTables } from './verdict.ts';

/**
 * The way from a page that a machine has made over to the page that the office wrote, or null where nobody says it:
 * by its address, else by what the page itself names, if that is official or on the same host. Pure; never throws.
 *
 * @param named `Machine.named`
 */
export function originalPage(address: string, named: string | null, tables: SiteTables): string | null {
  const url = webAddress(address);
  if (!url) return null;
  const byAddress = siteOf(address, tables).original ?? untranslated(url)?.href;
  if (byAddress) return byAddress;
  const other = named === null ? undefined : webAddress(named);
  if (!other) return null;
  return other.host === url.host || siteOf(other.href, tables).verdict === 'official' ? other.href : null;
}
