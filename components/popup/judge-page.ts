import { pageAddress } from '../../lib/page/address.ts';
import type { TabVerdict } from '../../lib/tab-verdict.ts';

/** `found` still without the titles in the person's language. */
export type Judged =
  | { state: 'found'; host: string; procedures: TabVerdict['procedures'] }
  | { state: 'nothing' | 'off'; host: string }
  | { state: 'no-access' | 'private' | 'unreadable' };

/**
 * What can be said of the page in the open tab. `url` is `undefined` where the browser does not tell it (pages of
 * the browser itself). A verdict about another address is an old one. `access`: we run on this site by ourselves.
 * `allowed`: it is no page on which we keep silent (`siteAllowed`).
 */
export function judgePage(
  url: string | undefined,
  verdict: TabVerdict | undefined,
  sitesOff: readonly string[],
  access: boolean,
  allowed: boolean,
): Judged {
  const page = url === undefined || !URL.canParse(url) ? undefined : new URL(url);
  if (!page || url === undefined || !/^https?:$/.test(page.protocol) || page.pathname.toLowerCase().endsWith('.pdf'))
    return { state: 'unreadable' };
  if (!allowed) return { state: 'private' };
  const { host } = page;
  if (sitesOff.includes(host)) return { state: 'off', host };
  const current = verdict?.url === pageAddress(url) ? verdict : undefined;
  if (current && current.procedures.length > 0) return { state: 'found', host, procedures: current.procedures };
  return access || current ? { state: 'nothing', host } : { state: 'no-access' };
}
