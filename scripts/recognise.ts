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
import { recogniseRule } from '../lib/page/rules.ts';
import { matchesTitle } from '../lib/page/title.ts';
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
  const main = row.headings.findIndex((heading) => matchesTitle(heading, row.title) > 0);
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

type Outcome = 'right' | 'wrong' | 'missed' | 'false' | 'silent';

/** `false`: a guide where none may appear; `silent`: rightly nothing. Labels without a file are not asked for. */
function outcome(row: Row, verdict: Verdict, known: ReadonlySet<string>): Outcome {
  const first = verdict.procedures[0]?.procedure;
  if (row.labels.includes('none')) return first === undefined ? 'silent' : 'false';
  const expected = row.labels.some((label) => known.has(label));
  if (first === undefined) return expected ? 'missed' : 'silent';
  return row.labels.includes(first) ? 'right' : 'wrong';
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

function report(rows: readonly { row: Row; verdict: Verdict }[], rules: readonly RecogniseRule[]): string {
  const known = new Set(rules.map((rule) => rule.id));
  const judged = rows.map(({ row, verdict }) => ({ row, verdict, outcome: outcome(row, verdict, known) }));
  const count = (wanted: Outcome): number => judged.filter((one) => one.outcome === wanted).length;
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const [right, wrong, missed, wronglyFound] = [count('right'), count('wrong'), count('missed'), count('false')];
  const misses = judged
    .filter((one) => one.outcome !== 'right' && one.outcome !== 'silent')
    .map(({ row, verdict, outcome }) => {
      const found = verdict.procedures.map((one) => `${one.procedure} ${one.score}`).join(', ') || 'nothing';
      return `${outcome}: ${row.title || row.url} [${row.labels.join(', ')}] → ${found}`;
    });
  return [
    ...misses,
    `right ${right}, wrong ${wrong}, missed ${missed}, false ${wronglyFound} of ${judged.filter(({ row }) => row.labels.includes('none')).length} without a guide`,
    `precision ${percent(right, right + wrong + wronglyFound)}, recall ${percent(right, right + missed + judged.filter((one) => one.outcome === 'wrong' && one.row.labels.some((label) => known.has(label))).length)}`,
  ].join('\n');
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { score: { type: 'boolean', default: false } } });
if (positionals.length === 0) {
  console.error('Usage: npm run --silent recognise -- FILE… [--score]');
  process.exit(2);
}
const rules = [...loadData().procedures.values()].map((entry) => recogniseRule(entry.value));
const rows = positionals.flatMap(readRows).map((row) => ({ row, verdict: recognise(factsOf(row), rules) }));
for (const { row, verdict } of rows) {
  const { procedures } = verdict;
  console.log(JSON.stringify({ url: row.url, procedures: procedures.map((one) => one.procedure), reasons: procedures[0]?.reasons ?? [] }));
}
if (values.score) console.error(report(rows, rules));
