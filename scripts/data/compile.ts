/**
 * Checks the data and turns it into what is packaged and bundled. `npm run data` writes the same files to
 * `.data/`, and beside them the two tables that become part of the scripts.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  FactRecords,
  LanguageRecord,
  Reference,
  SourceRecords,
  TitleRecord,
} from '../../lib/knowledge/compiled.ts';
import type { PublicPages } from '../../lib/sites/public-pages.ts';
import { flavour as current, type Flavour } from '../flavour.ts';
import { foreignText, foreignWords } from './foreign-words.ts';
import { gateOf, recogniseRule } from './gate.ts';
import { type Data, KINDS, type LanguageData, loadData, RECORD_KINDS } from './load.ts';
import { factRecord, recordsSaidBy, shown, sourceRecords } from './packaged-records.ts';
import { describe, type Problem } from './problem.ts';
import { problems } from './problems.ts';
import { portalRecords, registerRecords } from './register.ts';
import { siteRecords } from './sites.ts';
import { numbered, phraseIn, readingsOf, withoutReadings } from './sentences-of-language.ts';
import { wordRule, wrongWords } from './word-rule.ts';

/** A file of the package, in the shape in which WXT takes it. */
export type PackagedFile = { relativeDest: string; contents: string };

const OUT = join(import.meta.dirname, '../../.data');
/** Languages of the browser's own lists; people choose ours in the extension. */
const BROWSER_LANGUAGES = ['en', 'ja'] as const;

const json = (relativeDest: string, value: unknown): PackagedFile => ({
  relativeDest,
  contents: JSON.stringify(value),
});

/** All data, once it has no problems. Throws one error that lists them all. */
export function checkedData(): { data: Data; warnings: readonly Problem[] } {
  const data = loadData();
  const found = problems(data);
  const errors = found.filter(({ warning }) => !warning);
  if (errors.length > 0) {
    throw new Error(
      `The data has ${errors.length} problem${errors.length === 1 ? '' : 's'}:\n${errors.map(describe).join('\n')}`,
    );
  }
  return { data, warnings: found };
}

/** Everything below `knowledge/` and the browser's `_locales/`. Throws when the data is wrong. */
export function packagedFiles(flavour: Pick<Flavour, 'samples'>): PackagedFile[] {
  return package_(checkedData().data, flavour);
}

/** What is said: structures for all languages, and for each language its sentences and the readings they leave out. */
function sentenceFiles(data: Data, languages: readonly LanguageData[]): PackagedFile[] {
  const procedures = shown(data.procedures).map((procedure) => {
    const own = numbered();
    return { id: procedure.id, record: recordsSaidBy(own.phrase, data).guide(procedure), sentences: own };
  });
  const [forBenefits, forReference] = [numbered(), numbered()];
  const reference = recordsSaidBy(forReference.phrase, data);
  return [
    ...procedures.map(({ id, record }) => json(`knowledge/guides/${id}.json`, record)),
    // The numbers of their sentences are those of the guides.
    json(
      'knowledge/titles.json',
      procedures.map(
        ({ id, record }) => ({ id, title: record.title, ended: record.ended !== undefined }) satisfies TitleRecord,
      ),
    ),
    json('knowledge/benefits.json', recordsSaidBy(forBenefits.phrase, data).benefits()),
    json('knowledge/reference.json', {
      terms: reference.terms(),
      facts: reference.facts(),
      truth: reference.truth(),
    } satisfies Reference),
    ...languages.flatMap((language) => {
      const phrase = phraseIn(language);
      const guides = procedures.map(({ id, sentences }) => [id, sentences.in(phrase)] as const);
      const labels = Object.values(recordsSaidBy(phrase, data).interface());
      const lists = [forBenefits, forReference].map((sentences) => sentences.in(phrase)).concat([labels]);
      const readings = readingsOf([...guides.flatMap(([, sentences]) => sentences), ...lists.flat()]);
      const short = (sentences: readonly string[]) => sentences.map((one) => withoutReadings(one, readings));
      const [benefits, ofReference, ofInterface] = lists.map(short);
      const file = (name: string, value: unknown) => json(`knowledge/${language.id}/${name}.json`, value);
      return [
        file('guides', Object.fromEntries(guides.map(([id, sentences]) => [id, short(sentences)]))),
        file('reference', ofReference),
        file('benefits', benefits),
        file('interface', ofInterface),
        ...(hasFurigana(language) ? [file('readings', readings)] : []),
      ];
    }),
  ];
}

function package_(data: Data, { samples }: Pick<Flavour, 'samples'>): PackagedFile[] {
  const sources: SourceRecords = Object.fromEntries(
    RECORD_KINDS.flatMap((kind) =>
      shown<{ id: string; confidence: 'high' | 'medium' | 'low'; sources: Parameters<typeof sourceRecords>[0] }>(
        data[kind],
      ).map((record) => [`${kind}/${record.id}`, sourceRecords(record.sources)]),
    ),
  );
  const languages = orderedLanguages(data);
  return [
    json('knowledge/sources.json', sources),
    json('knowledge/wrong-words.json', wrongWords(shown(data.terms))),
    json('knowledge/register.json', registerRecords(samples)),
    { relativeDest: 'knowledge/foreign-words.txt', contents: foreignText(foreignWords()) },
    ...sentenceFiles(data, languages),
    ...BROWSER_LANGUAGES.map((id) => json(`_locales/${id}/messages.json`, browserMessages(data, id))),
  ];
}

/** English first, for it is the source; then the base languages, then the others. */
function byOrder(a: { id: string; value: { base: boolean } }, b: { id: string; value: { base: boolean } }): number {
  const rank = (l: typeof a) => (l.id === 'en' ? 0 : l.value.base ? 1 : 2);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}

function browserMessages(data: Data, id: (typeof BROWSER_LANGUAGES)[number]): Record<string, { message: string }> {
  return Object.fromEntries(
    Object.entries(data.interface.get('manifest')?.value ?? {}).map(([key, { en }]) => [
      key,
      { message: data.languages.get(id)?.translations.interface.get(`manifest.${key}`)?.text ?? en },
    ]),
  );
}

const orderedLanguages = (data: Data): LanguageData[] => [...data.languages.values()].toSorted(byOrder);

const hasFurigana = ({ translations }: LanguageData): boolean =>
  KINDS.some((kind) => [...translations[kind].values()].some(({ text }) => text.includes('《')));

const languageRecord = (language: LanguageData): LanguageRecord => {
  const { id, name, locale, direction } = language.value;
  return { id, name, locale, direction, furigana: hasFurigana(language) };
};

/**
 * The tables that are part of the scripts, imported from `.data/` by the code: what is small and serves all languages,
 * and without which there is hardly an answer. To read a file of the package takes a worker that has just started
 * several ms.
 */
function bundledFiles(data: Data): PackagedFile[] {
  const facts: FactRecords = Object.fromEntries(shown(data.facts).map((fact) => [fact.id, factRecord(fact)]));
  const rules = shown(data.procedures).map(recogniseRule);
  const publicPages = Object.assign({}, ...portalRecords().map(({ allow }) => allow)) satisfies PublicPages;
  return [
    json('recognise.json', rules),
    json('gate.json', gateOf(rules)),
    json('public-pages.json', publicPages),
    json('words.json', shown(data.terms).map(wordRule)),
    json('facts.json', facts),
    json('languages.json', orderedLanguages(data).map(languageRecord)),
    json('interface.json', Object.keys(recordsSaidBy((_kind, _key, english) => english, data).interface())),
    json('portals.json', portalRecords()),
    json('sites.json', siteRecords()),
  ];
}

/**
 * Checks the data and writes everything to `.data/`; gives what is worth a look and a line about what was written.
 * Throws when the data is wrong.
 */
export function writeData(flavour: Pick<Flavour, 'samples'>): { summary: string; warnings: readonly Problem[] } {
  const start = performance.now();
  const { data, warnings } = checkedData();
  const files = [...package_(data, flavour), ...bundledFiles(data)];
  rmSync(join(OUT, 'knowledge'), { recursive: true, force: true });
  for (const { relativeDest, contents } of files) {
    const path = join(OUT, relativeDest);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  const bytes = files.reduce((sum, { contents }) => sum + Buffer.byteLength(contents), 0);
  const summary =
    `data: ${data.facts.size} facts, ${data.procedures.size} procedures, ${data.terms.size} words, ${data.benefits.size} benefits, ` +
    `${data.languages.size} languages; ${files.length} files, ${Math.round(bytes / 1000)} kB, ${Math.round(performance.now() - start)} ms`;
  return { summary, warnings };
}

/** `npm run data`; `--warnings` lists what is worth a look and no reason to fail. */
function main(args: readonly string[]): void {
  const { summary, warnings } = writeData(current);
  if (args.includes('--warnings')) for (const warning of warnings) console.warn(describe(warning));
  console.log(warnings.length > 0 ? `${summary}; ${warnings.length} warnings (npm run data -- --warnings)` : summary);
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
