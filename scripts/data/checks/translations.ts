import { placeholders } from '../../../lib/knowledge/fill.ts';
import { KINDS, type Data, type LanguageData } from '../load.ts';
import { markOf } from '../mark.ts';
import type { Problem } from '../problem.ts';
import { englishTexts } from '../sentences.ts';

const PLURALS = ['one', 'two', 'few', 'many'];

/** `days-one` is a form of `days`; a language that has no such form need not write it. */
export function isForeignForm(key: string, texts: ReadonlySet<string>, language: LanguageData): boolean {
  const form = PLURALS.find((name) => key.endsWith(`-${name}`));
  if (!form || !texts.has(key.slice(0, -form.length - 1))) return false;
  const categories = (['cardinal', 'ordinal'] as const).flatMap(
    (type) => new Intl.PluralRules(language.value.locale, { type }).resolvedOptions().pluralCategories,
  );
  return !categories.some((category) => category === form);
}

/**
 * Base languages are complete and of the English as it is today; nothing is left over in any. In other languages a
 * stale sentence is a warning: it is shown until somebody has looked.
 */
export function* translations(data: Data): Generator<Problem> {
  const english = [...englishTexts(data)];
  for (const language of data.languages.values()) {
    if (language.id === 'en') continue;
    yield* unmarked(language);
    for (const kind of KINDS) {
      const texts = new Map(english.filter((text) => text.kind === kind).map((text) => [text.key, text]));
      const keys = new Set(texts.keys());
      const translated = language.translations[kind];
      for (const { key, en, at } of texts.values()) {
        const translation = translated.get(key);
        if (translation) yield* compare(language, key, en, translation);
        else if (language.value.base && !isForeignForm(key, keys, language)) {
          yield {
            ...at,
            what: `"${key}" has no ${language.id} text`,
            remedy: `Add it to data/languages/${language.id}/${kind}.yaml.`,
          };
        }
      }
      for (const [key, { at }] of translated) {
        if (!texts.has(key))
          yield { ...at, what: `"${key}" translates nothing`, remedy: 'Correct the key, or take the line out.' };
      }
    }
  }
}

type Line = { text: string; of: string | undefined; at: { file: string; line: number } };

function* compare(
  { id, value: { base } }: LanguageData,
  key: string,
  en: string,
  { text, of, at }: Line,
): Generator<Problem> {
  const wanted = placeholders(en);
  const given = placeholders(text);
  const different = [
    ...wanted.filter((name) => !given.includes(name)),
    ...given.filter((name) => !wanted.includes(name)),
  ];
  if (different.length > 0) {
    yield {
      ...at,
      what: `"${key}" and its English differ in {${different.join('}, {')}}`,
      remedy: 'Use the same placeholders.',
    };
  }
  if (of !== undefined && of !== markOf(en)) {
    yield {
      ...at,
      what: `the English of "${key}" has changed since the ${id} text was made`,
      remedy: `Translate it again and take \`of\` out, or, if the meaning is the same, run \`npm run translations -- --accept ${key}\`.`,
      ...(base ? {} : { warning: true as const }),
    };
  }
}

/** One problem a file, for one command mends them all. */
function* unmarked({ translations: kinds }: LanguageData): Generator<Problem> {
  const files = new Map<string, { line: number; count: number }>();
  for (const { of, at } of Object.values(kinds).flatMap((translated) => [...translated.values()])) {
    if (of !== undefined) continue;
    const { line, count } = files.get(at.file) ?? { line: at.line, count: 0 };
    files.set(at.file, { line, count: count + 1 });
  }
  for (const [file, { line, count }] of files) {
    yield {
      file,
      line,
      what: `${count} text${count === 1 ? '' : 's'} without the mark of the English`,
      remedy: 'Run `npm run translations -- --stamp`.',
    };
  }
}
