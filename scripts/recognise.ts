/**
 * `npm run --silent recognise -- FILE… [--score]`: what is recognised on pages, one JSON line a page, in order:
 * `{"url", "procedures": [ids, best first], "kinds": [], "reasons": [for the first], "site": {"verdict", "body"}}`.
 *
 * FILE holds one JSON object a line. Either `{"url", "html": path}`, a saved page, read as it is in the browser; the
 * path is relative to FILE, the encoding the one that the page declares. Or what such a page says: url, title,
 * breadcrumb, headings, terms (words that occur in its text), lang. Both may have labels for `--score`, which counts on
 * standard error: the procedures such a page is about, `none` where no guide may appear, `translated` and `easy-ja`.
 *
 * Each page passes the gate first, as in the browser: what the spotter turns away is not recognised here either. Nor are
 * pages of private sites, on which no guide appears by itself.
 *
 * A saved page that is missing or no HTML is a page on which nothing is recognised. A line that is no such row gives a
 * line with an `error`, the same on standard error, and exit code 1 at the end. Without Chromium: exit code 2.
 */
import { parseArgs } from 'node:util';
import { passesGate } from '../lib/page/gate.ts';
import { inJapaneseBy } from '../lib/page/in-japanese.ts';
import { kindsOf } from '../lib/page/kinds.ts';
import { pageAddress } from '../lib/page/address.ts';
import type { PageFacts, Verdict } from '../lib/page/page-facts.ts';
import { reasonSentence } from '../lib/page/reason-sentence.ts';
import { recognise } from '../lib/page/recognise.ts';
import { siteOf } from '../lib/sites/verdict.ts';
import { foreignText, foreignWords } from './data/foreign-words.ts';
import { gateOf, recogniseRule } from './data/gate.ts';
import { loadData } from './data/load.ts';
import { portalRecords, registerRecords } from './data/register.ts';
import { siteRecords } from './data/sites.ts';
import { decodeHtml } from './recognise/decode.ts';
import { isPrivateSite } from './recognise/private-site.ts';
import { NoChromium, readPages } from './recognise/read-pages.ts';
import { factsOf, readLines, savedPage, type Line, type Row } from './recognise/rows.ts';
import { report, type Judged } from './recognise/score.ts';

const PRIVATE = 'The site is not one of a public body, so no guide appears by itself.';

/** What is read of each row; `undefined` for a saved page that is none. */
async function readRows(rows: readonly Row[]): Promise<Map<Row, PageFacts | undefined>> {
  const facts = new Map<Row, PageFacts | undefined>();
  const saved = rows.flatMap((row) => {
    if (row.html === undefined) facts.set(row, factsOf(row));
    const html = row.html === undefined ? undefined : decodeHtml(savedPage(row.html));
    return html === undefined ? [] : [{ row, url: pageAddress(row.url), html }];
  });
  const read = await readPages(saved.map(({ url, html }) => ({ url, html })));
  for (const [index, { row }] of saved.entries()) facts.set(row, read[index]);
  return facts;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { score: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) {
    console.error('Usage: npm run --silent recognise -- FILE… [--score]');
    process.exitCode = 2;
    return;
  }
  const lines: Line[] = positionals.flatMap(readLines);
  const rows = lines.flatMap((line) => ('row' in line ? [line.row] : []));
  const facts = await readRows(rows);
  const rules = [...loadData().procedures.values()].map((entry) => recogniseRule(entry.value));
  const gate = gateOf(rules);
  const inJapanese = inJapaneseBy(foreignText(foreignWords()));
  const tables = { register: registerRecords(false), portals: portalRecords(), sites: siteRecords() };

  const judged: Judged[] = [];
  for (const line of lines) {
    if ('fault' in line) {
      const error = `${line.place}: ${line.fault}`;
      console.log(JSON.stringify({ error }));
      console.error(error);
      process.exitCode = 1;
      continue;
    }
    const { row } = line;
    const page = facts.get(row);
    const kinds = page ? kindsOf(page) : [];
    const site = siteOf(row.url, tables);
    const isPrivate = isPrivateSite(row.url, site, (address) => siteOf(address, tables));
    const verdict: Verdict =
      page && !isPrivate && passesGate(gate, page) ? recognise(page, rules, inJapanese) : { procedures: [] };
    console.log(
      JSON.stringify({
        url: row.url,
        procedures: verdict.procedures.map(({ procedure }) => procedure),
        kinds,
        reasons: isPrivate ? [PRIVATE] : (verdict.procedures[0]?.reasons ?? []).map(reasonSentence),
        site: { verdict: site.verdict, body: site.body?.name ?? null },
      }),
    );
    judged.push({ row, title: row.title || (page?.title ?? ''), verdict, kinds });
  }
  if (values.score) {
    console.error(
      report(
        judged,
        rules.map(({ id }) => id),
      ),
    );
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof NoChromium ? 2 : 1;
}
