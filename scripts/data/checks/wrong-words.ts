import { wordMatches } from '../../../lib/page/word-pattern.ts';
import type { Data } from '../load.ts';
import type { Problem } from '../problem.ts';

const REMEDY = 'Say `mark: false`: it stays as evidence, and is not looked for in pages.';
/** A list of wordings: no page has it so. */
const SEVERAL = /\s\/\s|["“”]/;
/** A single word of Latin letters stands in too many sentences that mean something else. */
const ONE_WORD = /^[A-Za-zÀ-ɏ]+$/;

/**
 * A wrong wording that is looked for in pages is none that another word is rightly called, says more than a single
 * word of a sentence, and is found as it is written.
 */
export function* wrongWordings(data: Data): Generator<Problem> {
  const terms = [...data.terms.values()];
  const names = terms.map(({ id, value }) => ({ id, name: value.gloss.en.toLowerCase() }));
  for (const entry of terms) {
    for (const [index, { language, text, mark }] of entry.value.wrong.entries()) {
      if (mark === false) continue;
      const problem = (what: string): Problem => ({ ...entry.at(['wrong', index, 'text']), what, remedy: REMEDY });
      const right = language === 'en' && rightFor(text.toLowerCase(), names);
      if (right) yield problem(`"${text}" is what "${right}" is rightly called`);
      if (ONE_WORD.test(text)) yield problem(`"${text}" is a single word`);
      if (SEVERAL.test(text) || !wordMatches({ id: entry.id, surfaces: [text], wrong: { also: [] } }, text))
        yield problem(`"${text}" is not what stands in a page`);
    }
  }
}

/** The word whose English, or the beginning of it, this is. */
const rightFor = (wording: string, names: readonly { id: string; name: string }[]): string | undefined =>
  names.find(({ name }) => name === wording || name.startsWith(`${wording} (`) || name.startsWith(`${wording},`))?.id;
