/**
 * How sentences are packaged: numbered in a structure for all languages, listed for each language
 * (`lib/knowledge/localise.ts`).
 */
import type { Readings } from '../../lib/knowledge/localise.ts';
import type { Kind, LanguageData } from './load.ts';

/** Says a sentence of a record in some language; `english` is what stands in the record. */
export type Phrase = (kind: Kind, key: string, english: string) => string;

/** The sentences of a language; one that it does not have yet stands in English. */
export const phraseIn =
  ({ translations }: LanguageData): Phrase =>
  (kind, key, english) =>
    translations[kind].get(key)?.text ?? english;

/** Says the number of each sentence in place of the sentence, and lists them afterwards in any language. */
export function numbered(): { phrase: Phrase; in: (phrase: Phrase) => string[] } {
  const asked: Parameters<Phrase>[] = [];
  return {
    phrase: (...sentence) => String(asked.push(sentence) - 1),
    in: (phrase) => asked.map((sentence) => phrase(...sentence)),
  };
}

const FURIGANA = /｜([^《]*)《([^》]*)》/gu;

/** Every writing in these sentences that has one reading only. */
export function readingsOf(sentences: Iterable<string>): Readings {
  const readings = new Map<string, Set<string>>();
  for (const sentence of sentences) {
    for (const [, writing, reading] of sentence.matchAll(FURIGANA))
      readings.set(writing!, (readings.get(writing!) ?? new Set()).add(reading!));
  }
  return Object.fromEntries(
    [...readings].flatMap(([writing, [only, ...others]]) => (others.length === 0 ? [[writing, only!]] : [])).toSorted(),
  );
}

/** `｜漢字《かんじ》` → `｜漢字｜` where the readings tell the rest. */
export const withoutReadings = (sentence: string, readings: Readings): string =>
  sentence.replace(FURIGANA, (whole, writing: string) => (readings[writing] === undefined ? whole : `｜${writing}｜`));
