import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { SiteBody, SiteVerdict } from '../../lib/sites/verdict.ts';
import { bodyName } from '../welcome/place-name.ts';

/** Whose site the open page is on, in the reader's words. */
export type SiteView = {
  verdict: SiteVerdict['verdict'];
  /** null: some public body, we do not know which */
  body: string | null;
  /** an official page whose words a machine has translated */
  translated: boolean;
  /** of a copy: the official page itself; of a translated page: the Japanese one */
  original: string | null;
};

/** The verdict for one language; `undefined` where there is no site, as on a page of the browser. */
export function siteView(
  site: SiteVerdict,
  language: string,
  register: readonly RegisterRecord[],
): SiteView | undefined {
  if (site.why === 'not-web') return undefined;
  const body = site.body && nameOf(site.body, language, register);
  const translated = site.verdict === 'official' && site.why === 'translated';
  return { verdict: site.verdict, body, translated, original: site.original };
}

function nameOf(body: SiteBody, language: string, register: readonly RegisterRecord[]): string {
  if (body.kind !== 'portal') return bodyName(body.record, language, register);
  return language.startsWith('ja') ? body.name : `${body.record.en} ${body.name}`;
}
