/** What `npm run recognise` is given: lines of JSON, a page each. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { pageAddress } from '../../lib/page/address.ts';
import { normalise } from '../../lib/page/normalise.ts';
import { BOUNDS, type PageFacts } from '../../lib/page/page-facts.ts';
import { isSiteName, titleMatcher } from '../../lib/page/title.ts';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const Texts = z
  .array(z.string())
  .nullish()
  .transform((texts) => texts ?? []);
const Row = z.object({
  url: z.string(),
  /** path of a saved page; without it the row itself says what such a page says */
  html: z.string().optional(),
  title: Text,
  breadcrumb: Texts,
  headings: Texts,
  /** words that occur in the text */
  terms: Texts,
  /** what `--score` expects: procedures, `none` where no guide may appear, and kinds of text */
  labels: Texts,
  lang: Text,
});
export type Row = z.infer<typeof Row>;
/** A row and where it stands, or what is wrong with the line. */
export type Line = { place: string; row: Row } | { place: string; fault: string };

/** The lines of `file` that are not blank, in order; paths of saved pages are absolute. Throws where there is no such file. */
export function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`, dirname(file))]));
}

function readLine(line: string, place: string, folder: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { place, fault: 'this is no JSON' };
  }
  const { data: row, error } = Row.safeParse(value);
  if (!row) return { place, fault: `this is no page: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}` };
  return { place, row: row.html === undefined ? row : { ...row, html: resolve(folder, row.html) } };
}

/** The bytes of the saved page at `path`; none where there is no such file. */
export const savedPage = (path: string): Uint8Array => {
  try {
    return existsSync(path) ? readFileSync(path) : new Uint8Array();
  } catch {
    return new Uint8Array(); // a folder, or not ours to read
  }
};

const cut = (text: string): string => text.slice(0, BOUNDS.line);

/** The facts that reading the page itself would give, as far as a row tells; cut to the same bounds. */
export function factsOf(row: Row): PageFacts {
  const title = cut(row.title);
  const headings = row.headings.map(cut);
  const crumbs = row.breadcrumb.slice(-BOUNDS.crumbs).map(cut);
  const main = mainHeading(title, headings, crumbs.at(-1) ?? '');
  return {
    url: pageAddress(row.url).slice(0, BOUNDS.url),
    title,
    heading: headings[main] ?? '',
    crumbs,
    headings: headings.slice(main + 1, main + 1 + BOUNDS.headings),
    sample: row.terms.join('\n').slice(0, BOUNDS.sample),
    lang: row.lang.slice(0, BOUNDS.lang),
  };
}

/** Index of the heading that names the page, chosen as in a document; -1 where none does. */
function mainHeading(title: string, headings: readonly string[], lastCrumb: string): number {
  const matchTitle = titleMatcher(title);
  const crumb = normalise(lastCrumb);
  let [best, bestRank] = [-1, 0];
  for (const [index, heading] of headings.entries()) {
    const name = normalise(heading);
    const match = matchTitle(name);
    if (match === 0 || (isSiteName(name) && name !== crumb)) continue;
    const rank = (name === crumb ? 20 : 0) + match;
    if (rank > bestRank) [best, bestRank] = [index, rank];
  }
  return best;
}
