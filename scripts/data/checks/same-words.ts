import type { Data, Kind } from '../load.ts';
import type { Problem, Where } from '../problem.ts';
import { englishTexts } from '../sentences.ts';

/** A gloss is explained in Japanese and not translated back into the headword, so two words may share their English. */
const isGloss = (kind: Kind, key: string): boolean => kind === 'terms' && key.endsWith('.gloss');

/** What is said with the same English words within one kind is said with the same words in another language too. */
export function* sameWords(data: Data): Generator<Problem> {
  const english = [...englishTexts(data)].filter(({ kind, key }) => !isGloss(kind, key));
  for (const language of data.languages.values()) {
    const first = new Map<string, { text: string; at: Where }>();
    for (const { kind, key, en } of english) {
      const translated = language.translations[kind].get(key);
      if (!translated) continue;
      const same = `${kind} ${en}`;
      const before = first.get(same);
      if (!before) first.set(same, translated);
      else if (before.text !== translated.text) {
        yield {
          ...translated.at,
          what: `"${en}" is "${before.text}" at ${before.at.file}:${before.at.line} and "${translated.text}" here`,
          remedy: 'Use one of the two in both places, or make the English say the difference.',
        };
      }
    }
  }
}
