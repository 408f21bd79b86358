/**
 * `npm run --silent recognise -- FILE… [--score]`: what is recognised on real pages, one JSON line a page.
 *
 * FILE holds one JSON object a line: url, title, breadcrumb, headings, terms (words that occur in the text), lang,
 * and for `--score` labels: the procedures such a page is about, `none` where no guide may appear. The score goes
 * to standard error, over the labels that have a file in data/procedures/.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { RecogniseRule } from '../lib/knowledge/compiled.ts';
import type { PageFacts, Verdict } from '../lib/page/page-facts.ts';
import { recognise } from '../lib/page/recognise.ts';

import { normalise } from '../lib/page/normalise.ts';
import { titleMatcher } from '../lib/page/title.ts';
import { recogniseRule } from './data/gate.ts';
import { loadData } from './data/load.ts';

const Row = z.object({
  url: z.string(),
  title: z.string(),
  breadcrumb: z.array(z.string()).default([]),
  headings: z.array(z.string()).default([]),
  terms: z.array(z.string()).default([]),
  labels: z.array(z.string()).default([]),
  lang: z.string().default(''),
});
type Row = z.infer<typeof Row>;

/** The facts that reading the page itself would give, as far as a row tells. */
function factsOf(row: Row): PageFacts {
  const matchTitle = titleMatcher(row.title);
  const main = row.headings.findIndex((heading) => matchTitle(normalise(heading)) > 0);
  return {
    url: row.url,
    title: row.title,
    heading: row.headings[main] ?? '',
    crumbs: row.breadcrumb,
    headings: row.headings.slice(main + 1),
    sample: row.terms.join('\n'),
    lang: row.lang,
  };
}

/** Labels that say how a page is written, not what it is about. */
const KINDS = new Set(['translated', 'easy-ja']);

/**
 * `false`: a guide where none may appear; `silent`: rightly nothing; `aside`: nothing on a page that is mainly about
 * something without a file yet; `elsewhere`: right words on a site that is not a public body's, where no spotter runs.
 */
type Outcome = 'right' | 'wrong' | 'missed' | 'aside' | 'false' | 'elsewhere' | 'silent';

function outcome(row: Row, verdict: Verdict, known: ReadonlySet<string>): Outcome {
  const first = verdict.procedures[0]?.procedure;
  const labels = row.labels.filter((label) => !KINDS.has(label));
  if (labels[0] === 'none') {
    if (first === undefined) return 'silent';
    return labels.includes(first) ? 'elsewhere' : 'false';
  }
  if (first !== undefined) return labels.includes(first) ? 'right' : 'wrong';
  const expected = labels.findIndex((label) => known.has(label));
  return expected === -1 ? 'silent' : expected === 0 ? 'missed' : 'aside';
}

function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = Row.safeParse(JSON.parse(line));
    if (!row.success) throw new Error(`${file}:${index + 1} is not a page: ${row.error.issues[0]?.message}`);
    return [row.data];
  });
}

const percent = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;

function report(rows: readonly { row: Row; verdict: Verdict }[], rules: readonly RecogniseRule[]): string {
  const known = new Set(rules.map((rule) => rule.id));
  const judged = rows.map(({ row, verdict }) => ({ row, verdict, outcome: outcome(row, verdict, known) }));
  const count = (...wanted: Outcome[]): number => judged.filter((one) => wanted.includes(one.outcome)).length;
  const notRight = judged
    .filter((one) => one.outcome !== 'right' && one.outcome !== 'silent')
    .map(({ row, verdict, outcome }) => {
      const found = verdict.procedures.map((one) => `${one.procedure} ${one.score}`).join(', ') || 'nothing';
      return `${outcome}: ${row.title || row.url} [${row.labels.join(', ')}] → ${found}`;
    });
  const outcomes = (['right', 'wrong', 'missed', 'aside', 'false', 'elsewhere', 'silent'] as const).map(
    (one) => `${one} ${count(one)}`,
  );
  return [
    ...notRight,
    outcomes.join(', '),
    `precision: ${percent(count('right'), count('right', 'wrong', 'false'))}`,
    `recall: ${percent(count('right'), count('right', 'wrong', 'missed'))}; with pages mainly about something else: ${percent(count('right'), count('right', 'wrong', 'missed', 'aside'))}`,
  ].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { score: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('Usage: npm run --silent recognise -- FILE… [--score]');
  process.exit(2);
}
const rules = [...loadData().procedures.values()].map((entry) => recogniseRule(entry.value));
const rows = positionals.flatMap(readRows).map((row) => ({ row, verdict: recognise(factsOf(row), rules) }));
for (const { row, verdict } of rows) {
  const { procedures } = verdict;
  console.log(
    JSON.stringify({
      url: row.url,
      procedures: procedures.map((one) => one.procedure),
      reasons: procedures[0]?.reasons ?? [],
    }),
  );
}
if (values.score) console.error(report(rows, rules));
