/** How well pages were recognised, where their rows say what they are about. */
import type { Kind } from '../../lib/page/kinds.ts';
import type { Verdict } from '../../lib/page/page-facts.ts';
import type { Row } from './rows.ts';

/** `title`: of the row, or what was read of its page. */
export type Judged = { row: Row; title: string; verdict: Verdict; kinds: readonly Kind[] };

/** Labels that say how a page is written, not what it is about. Rows of `none` do not have them. */
const KINDS: readonly string[] = ['translated', 'easy-ja'] satisfies Kind[];

/**
 * `right`: the first choice is among the labels. `false`: a guide where none may appear. `silent`: rightly nothing.
 * `aside`: nothing on a page that is mainly about something we have no procedure for.
 */
const OUTCOMES = ['right', 'wrong', 'missed', 'aside', 'false', 'silent'] as const;
type Outcome = (typeof OUTCOMES)[number];

export function outcome({ row, verdict }: Pick<Judged, 'row' | 'verdict'>, known: ReadonlySet<string>): Outcome {
  const first = verdict.procedures[0]?.procedure;
  const labels = row.labels.filter((label) => !KINDS.includes(label));
  // `none` before a procedure is a page on it where no guide may appear: a private site's.
  if (labels[0] === 'none') return first === undefined ? 'silent' : 'false';
  if (first !== undefined) return labels.includes(first) ? 'right' : 'wrong';
  const expected = labels.findIndex((label) => known.has(label));
  return expected === -1 ? 'silent' : expected === 0 ? 'missed' : 'aside';
}

/** The row's own word for its language, or what the script of its title tells. */
export function languageOf(lang: string, title: string): string {
  if (lang !== '') return lang;
  if (/[ぁ-んァ-ヺ]/.test(title)) return 'ja';
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  if (/\p{Script=Han}/u.test(title)) return 'ja or zh';
  if (/[ăđơưạ-ỹ]/i.test(title)) return 'vi';
  return /\p{Script=Latin}/u.test(title) ? 'Latin' : 'unknown';
}

const FOLDS = 5;
const SEED = 0x6d61646f;

/** The fold of each host. Seeded, so that it stays the same; a host is never in two. */
export function foldsOf(hosts: Iterable<string>): ReadonlyMap<string, number> {
  const drawn = [...new Set(hosts)].toSorted().map((host) => ({ host, draw: hash(host) }));
  return new Map(drawn.toSorted((a, b) => a.draw - b.draw).map(({ host }, index) => [host, index % FOLDS]));
}

/** FNV-1a. */
const hash = (text: string): number =>
  [...text].reduce((sum, character) => Math.imul(sum ^ character.codePointAt(0)!, 0x01000193) >>> 0, SEED);

const percent = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`}`;

type Scored = Judged & { outcome: Outcome };

const count = (scored: readonly Scored[], ...wanted: Outcome[]): number =>
  scored.filter((one) => wanted.includes(one.outcome)).length;

const tally = (scored: readonly Scored[]): string =>
  (['right', 'wrong', 'missed', 'false'] as const).map((one) => `${one} ${count(scored, one)}`).join(', ');

/** One line a group, the largest first. */
function groups(title: string, scored: readonly Scored[], namesOf: (one: Scored) => readonly string[]): string[] {
  const names = new Map<string, Scored[]>();
  for (const one of scored) {
    for (const name of namesOf(one)) names.set(name, [...(names.get(name) ?? []), one]);
  }
  const largestFirst = [...names].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return [`by ${title}:`, ...largestFirst.map(([name, of]) => `  ${name}: ${tally(of)}; ${of.length} rows`)];
}

function kindLines(scored: readonly Scored[]): string[] {
  const labelled = scored.filter(({ row }) => row.labels.length > 0 && row.labels[0] !== 'none');
  const lines = KINDS.map((kind) => {
    const expected = labelled.filter(({ row }) => row.labels.includes(kind));
    const found = labelled.filter(({ kinds }) => kinds.some((one) => one === kind));
    const right = found.filter(({ row }) => row.labels.includes(kind));
    return `  ${kind}: right ${right.length}, missed ${expected.length - right.length}, not labelled so ${found.length - right.length}`;
  });
  const different = labelled.flatMap(({ row, title, kinds }) => {
    const expected = row.labels.filter((label) => KINDS.includes(label)).join(', ');
    const found = kinds.filter((kind) => KINDS.includes(kind)).join(', ');
    return expected === found ? [] : [`  ${title || row.url} [${expected}] → ${found || 'none'}`];
  });
  return ['kinds of text:', ...lines, ...different];
}

/** Every page that was not right, then the counts: whole, by label, by language, by kind, in five folds by host. */
export function report(judged: readonly Judged[], procedures: readonly string[]): string {
  const known = new Set(procedures);
  const scored = judged.map((one): Scored => ({ ...one, outcome: outcome(one, known) }));
  const notRight = scored
    .filter((one) => one.outcome !== 'right' && one.outcome !== 'silent')
    .map(({ row, title, verdict, outcome }) => {
      const found = verdict.procedures.map((one) => `${one.procedure} ${one.score}`).join(', ') || 'nothing';
      return `${outcome}: ${title || row.url} [${row.labels.join(', ')}] → ${found}`;
    });
  const folds = foldsOf(scored.map(({ row }) => hostOf(row)));
  const ofFold = Array.from({ length: FOLDS }, (_, fold) =>
    scored.filter(({ row }) => folds.get(hostOf(row)) === fold),
  );
  const all = count(scored, 'right', 'wrong', 'missed');
  const none =
    count(scored, 'false') + scored.filter((one) => one.row.labels[0] === 'none' && one.outcome === 'silent').length;
  return [
    ...notRight,
    ...groups('first label', scored, ({ row: { labels } }) => {
      const isKind = (label: string): boolean => KINDS.includes(label);
      return [...labels.filter((label) => !isKind(label)).slice(0, 1), ...labels.filter(isKind)];
    }),
    ...groups('language', scored, ({ row, title }) => [languageOf(row.lang, title)]),
    ...kindLines(scored),
    'by host, in five folds (the rules are fixed; this shows how far the counts spread):',
    ...ofFold.map((of, fold) => `  fold ${fold + 1}: ${tally(of)}; ${of.length} rows`),
    OUTCOMES.map((one) => `${one} ${count(scored, one)}`).join(', '),
    `right: ${percent(count(scored, 'right'), all)}; wrong: ${percent(count(scored, 'wrong'), all)}; false on none: ${percent(count(scored, 'false'), none)}`,
    `precision: ${percent(count(scored, 'right'), count(scored, 'right', 'wrong', 'false'))}`,
  ].join('\n');
}

const hostOf = ({ url }: Row): string => URL.parse(url)?.hostname ?? url;
