/** What other languages call the offices' words: `data/foreign-words/`. Read at build, checked like the register. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { GAP } from '../../lib/page/gap.ts';
import { DATA_FOLDER } from './load.ts';
import { RegisterProblems, textOf } from './register.ts';

const Name = z
  .string()
  .regex(/^[^\s*|]([^*|\t\n]*[^\s*|])?\*?$/, 'is not a word or several, with `*` at the end at most')
  .refine((name) => name === name.toLowerCase(), 'has capitals, which do not count')
  .refine((name) => !/[À-ɏḀ-ỹ]/.test(name), 'has accents, which do not count');

/** A word of the offices, and what other languages call it. */
type ForeignWords = ReadonlyMap<string, readonly string[]>;

/**
 * The words of files with the shape of `data/foreign-words/vi.yaml`, by the name under which problems tell of them: each
 * word of the offices once a file, its names behind it. No name has two words, whatever the language. Throws
 * `RegisterProblems`.
 */
export function readForeignWords(files: ReadonlyMap<string, string>): ForeignWords {
  const problems: string[] = [];
  const words = new Map<string, string[]>();
  /** name without gaps → its word */
  const known = new Map<string, string>();
  for (const [file, text] of files) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    for (const error of document.errors) problems.push(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message}`);
    if (document.errors.length > 0) continue;
    if (!isMap(document.contents)) {
      problems.push(`${file}:1: is no list of words. Write 転入: moving in, moved in`);
      continue;
    }
    for (const { key, value } of document.contents.items) {
      const at = `${file}:${isScalar(key) && key.range ? lines.linePos(key.range[0]).line : 1}`;
      const japanese = isScalar(key) ? String(key.value) : '';
      if (japanese === '' || !isScalar(value) || typeof value.value !== 'string') {
        problems.push(`${at}: has no names. Write them behind the word, with commas between`);
        continue;
      }
      const names = words.get(japanese) ?? [];
      for (const name of value.value.split(/,\s*/)) {
        const read = Name.safeParse(name);
        if (!read.success) {
          problems.push(`${at}: "${name}" ${read.error.issues[0]?.message}`);
          continue;
        }
        const other = known.get(withoutGaps(name));
        if (other === undefined) names.push(name);
        else if (other !== japanese) problems.push(`${at}: "${name}" stands under ${other} too. Keep one of them`);
        known.set(withoutGaps(name), japanese);
      }
      words.set(japanese, names);
    }
  }
  if (problems.length > 0) throw new RegisterProblems(problems);
  return words;
}

const withoutGaps = (name: string): string => name.split(GAP).join('');

/**
 * `knowledge/foreign-words.txt`, in the form that costs the worker least to read: a line of the offices' words between
 * bars, then for each four letters with which names begin, or fewer if they have no more, a line of them with tabs
 * between, longest first: each without gaps, `!` behind a single word of Latin letters, a bar and the place of its word
 * in the first line.
 */
export function foreignText(words: ForeignWords): string {
  const names = [...words.values()].flatMap((of, index) =>
    of.map((name) => [`${withoutGaps(name)}${ONE_WORD.test(name) ? '!' : ''}`, index] as const),
  );
  const begun = Map.groupBy(
    names.toSorted(([a], [b]) => stem(b).length - stem(a).length),
    ([name]) => stem(name).slice(0, 4),
  );
  const lines = [...begun.values()].map((of) => of.map(([name, index]) => `${name}|${index}`).join('\t'));
  return [[...words.keys()].join('|'), ...lines].join('\n');
}

const stem = (name: string): string => name.replace(/\*?!?$/, '');
const ONE_WORD = /^[a-z]+\*?$/;

/** What the project knows. Throws `RegisterProblems`. */
export function foreignWords(): ForeignWords {
  const folder = readdirSync(join(DATA_FOLDER, 'foreign-words')).toSorted();
  return readForeignWords(
    new Map(folder.map((file) => `data/foreign-words/${file}`).map((file) => [file, textOf(file)])),
  );
}
