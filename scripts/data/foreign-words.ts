/** What other languages call the offices' words: `data/foreign-words.yaml`. Read at build, checked like the register. */
import * as z from 'zod';
import { readList, RegisterProblems, textOf } from './register.ts';

const Word = z
  .string()
  .regex(/^[^\s*|]([^*|\t\n]*[^\s*|])?\*?$/, 'is a word or several, with `*` at the end at most')
  .refine((word) => word === word.toLowerCase(), 'has capitals, which do not count')
  .refine((word) => !/[À-ɏḀ-ỹ]/.test(word), 'has accents, which do not count');
const Named = z.strictObject({ japanese: z.string().min(1), words: z.array(Word).min(1) });

/** A word of the offices, and what other languages call it. */
type ForeignWords = readonly (readonly [japanese: string, names: readonly string[]])[];

/** The words of a text with the shape of `data/foreign-words.yaml`. Throws `RegisterProblems`. */
export function readForeignWords(text: string, file: string): ForeignWords {
  const problems: string[] = [];
  const { items, line } = readList(text, file, Named, problems);
  const known = new Map<string, string>();
  for (const [index, { japanese, words }] of items.entries()) {
    for (const word of words) {
      const other = known.get(word);
      if (other !== undefined)
        problems.push(`${file}:${line(index)}: "${word}" stands under ${other} too. Keep one of them`);
      known.set(word, japanese);
    }
  }
  if (problems.length > 0) throw new RegisterProblems(problems);
  return items.map(({ japanese, words }) => [japanese, words]);
}

/**
 * `foreign-words.ts`, bundled into the worker: a line for each word of the offices, a tab, and what other languages call
 * it between bars, in lower case and without accents; `*` stands for any ending, a space for any gap or none.
 */
export const foreignText = (words: ForeignWords): string =>
  words.map(([japanese, names]) => `${japanese}\t${names.join('|')}`).join('\n');

/** What the project knows. Throws `RegisterProblems`. */
export const foreignWords = (): ForeignWords =>
  readForeignWords(textOf('data/foreign-words.yaml'), 'data/foreign-words.yaml');
