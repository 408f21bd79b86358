/**
 * Knowledge is packaged as a structure that serves all languages, in which every sentence is a number, and a list of
 * sentences for each language: structure, ids and Japanese headwords would otherwise be packaged once a language
 * (37 procedures in easy Japanese: 216 kB gzip whole, 98 kB so; 2026-11-26).
 */

/** Puts sentences in the place of their numbers, wherever `text` or `otherwise` stands. Gives a new value. */
export function localise<T>(structure: T, sentences: readonly string[]): T {
  if (Array.isArray(structure)) return structure.map((item: unknown) => localise(item, sentences)) as T;
  if (structure === null || typeof structure !== 'object') return structure;
  return Object.fromEntries(
    Object.entries(structure).map(([name, value]: [string, unknown]) => [
      name,
      (name === 'text' || name === 'otherwise') && typeof value === 'string'
        ? sentences[Number(value)]
        : localise(value, sentences),
    ]),
  ) as T;
}

/** Writing → reading, for those that are always read in one way in a language. */
export type Readings = Readonly<Record<string, string>>;

/** `｜漢字｜` → `｜漢字《かんじ》`, as it was before `readingsOf` took the readings out. */
export const withReadings = (sentence: string, readings: Readings): string =>
  sentence.replace(/｜([^｜《》]+)｜/gu, (whole, writing: string) =>
    readings[writing] === undefined ? whole : `｜${writing}《${readings[writing]}》`,
  );
