/**
 * `npm run report`                              what to look at next: oldest checks, periods that end or begin, drafts
 * `npm run report -- --today 2027-03-01`        the same as of another day
 * `npm run report -- --sample 40 --seed WORD`   so many records at random, whole and in every language, to read beside
 *                                               their sources; the same seed draws the same records
 *
 * A report never fails: it depends on the day, and what it lists is work and no fault.
 */
import 'temporal-polyfill/global';
import { parseArgs } from 'node:util';
import { addDays } from '../lib/dates/arithmetic.ts';
import { CivilDate, type CivilDate as Day } from '../lib/dates/civil-date.ts';
import { todayInJapan } from '../lib/dates/today.ts';
import { isForeignForm } from './data/checks/translations.ts';
import { type Data, type LanguageData, loadData, RECORD_KINDS } from './data/load.ts';
import { englishTexts, sentences } from './data/sentences.ts';

/** How many of the longest unchecked records are named. */
const OLDEST = 25;
const AHEAD_DAYS = 365;

type Named = { name: string; checked: string; confidence: string };

const records = (data: Data): Named[] =>
  RECORD_KINDS.flatMap((kind) =>
    [...data[kind].values()].map(({ id, value: { checked, confidence } }) => ({
      name: `${kind}/${id}`,
      checked,
      confidence,
    })),
  );

/** The records that were read longest ago, the oldest first. */
export const oldest = (data: Data): string[] =>
  records(data)
    .toSorted((a, b) => (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : a.name < b.name ? -1 : 1))
    .slice(0, OLDEST)
    .map(({ name, checked }) => `${checked}  ${name}`);

/** Periods of facts that begin after `today` or end within a year of it, in the order of their days. */
export function turningPoints(data: Data, today: Day): string[] {
  const end = addDays(today, AHEAD_DAYS);
  const soon = (day: string | null): day is string => day !== null && day >= today && day <= end;
  return [...data.facts.values()]
    .flatMap(({ id, value }) =>
      value.periods.flatMap(({ from, until }) => [
        ...(soon(from) ? [`${from}  begins  facts/${id}`] : []),
        ...(soon(until) ? [`${until}  ends    facts/${id}`] : []),
      ]),
    )
    .toSorted();
}

/** One line for each language: how much is there, draft and checked. */
export function completeness(data: Data): string[] {
  const all = [...englishTexts(data)];
  return [...data.languages.values()]
    .filter(({ id }) => id !== 'en')
    .map((language) => {
      const keys = new Set(all.map(({ key }) => key));
      const wanted = all.filter(({ key }) => !isForeignForm(key, keys, language));
      const given = wanted.filter(({ kind, key }) => language.translations[kind].has(key));
      const checked = given.filter(({ kind, key }) => language.translations[kind].get(key)?.state === 'checked');
      const missing = wanted.length - given.length;
      return `${language.id}: ${given.length} of ${wanted.length} texts, ${given.length - checked.length} draft, ${missing} missing`;
    });
}

/**
 * A number for a word, and numbers after it: FNV-1a and mulberry32. Good enough to draw a sample, and the same
 * everywhere.
 */
function* random(seed: string): Generator<number, never> {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Names of `count` records, drawn from all that may be shown. */
export function sample(data: Data, count: number, seed: string): string[] {
  const left = records(data)
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ name }) => name);
  const drawn: string[] = [];
  for (const next of random(seed)) {
    if (drawn.length === count || left.length === 0) break;
    drawn.push(...left.splice(Math.floor(next * left.length), 1));
  }
  return drawn;
}

/** A record as a reader wants it: every sentence in every language, then the sources. */
export function whole(data: Data, name: string): string[] {
  const kind = RECORD_KINDS.find((one) => name.startsWith(`${one}/`));
  const entry = kind && data[kind].get(name.slice(kind.length + 1));
  if (!kind || !entry) throw new Error(`There is no record "${name}"`);
  const translated = (language: LanguageData, key: string) => language.translations[kind].get(key)?.text ?? '(missing)';
  const lines = [...sentences(data)]
    .filter((sentence) => sentence.kind === kind && sentence.record === entry.id)
    .flatMap(({ key, path, en, otherwise }) =>
      [
        [path, key, en] as const,
        ...(otherwise === undefined ? [] : [[`${path}.otherwise`, `${key}.otherwise`, otherwise] as const]),
      ].flatMap(([where, of, english]) => [
        `  ${where}`,
        `    en       ${english}`,
        ...[...data.languages.values()]
          .filter(({ id }) => id !== 'en')
          .map((language) => `    ${language.id.padEnd(8)} ${translated(language, of)}`),
      ]),
    );
  const sources = entry.value.sources.map(
    ({ publisher, page_date, checked, says, url }) =>
      `  source   ${publisher} (${page_date ?? 'undated'}, read ${checked}): ${says}\n           ${url}`,
  );
  const periods = 'periods' in entry.value ? [`  periods  ${JSON.stringify(entry.value.periods)}`] : [];
  return [`${name}  (${entry.value.confidence}, ${entry.file})`, ...lines, ...periods, ...sources];
}

function main(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { today: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string', default: 'madoguchi' } },
  });
  const data = loadData();
  for (const { file, line, what } of data.unread) console.log(`(left out) ${file}:${line}: ${what}`);
  if (values.sample !== undefined) {
    const count = Number(values.sample);
    if (!Number.isInteger(count) || count < 1)
      throw new Error(`--sample takes a number of records, not "${values.sample}"`);
    console.log(`seed: ${values.seed}\n`);
    for (const name of sample(data, count, values.seed)) console.log(`${whole(data, name).join('\n')}\n`);
    return;
  }
  const today = values.today === undefined ? todayInJapan(Date.now()).day : CivilDate.parse(values.today);
  const low = records(data).filter(({ confidence }) => confidence === 'low');
  const section = (title: string, lines: readonly string[]) =>
    console.log(`\n${title}\n${lines.length > 0 ? lines.map((line) => `  ${line}`).join('\n') : '  nothing'}`);
  console.log(`As of ${today}: ${RECORD_KINDS.map((kind) => `${data[kind].size} ${kind}`).join(', ')}`);
  section('Checked longest ago', oldest(data));
  section('Periods that begin or end within a year', turningPoints(data, today));
  section('Languages', completeness(data));
  section(
    `Kept and never shown, for want of a good source (${low.length})`,
    low.map(({ name }) => name),
  );
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
