import { toHiragana } from 'wanakana';
import type { TermView } from '../ui/view.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';

/** One spelling for search: NFKC, lower case, katakana as hiragana, no spaces. */
const folded = (text: string): string =>
  withoutFurigana(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));

/**
 * The terms that a query means, in kana, kanji, romaji or the reader's language: words that begin with it before
 * words that hold it, those before explanations that mention it. An empty query gives all of them, by reading.
 */
export function searchTerms(terms: readonly TermView[], query: string): TermView[] {
  const wanted = folded(query);
  const byReading = terms.toSorted((a, b) => (a.kana < b.kana ? -1 : 1));
  if (wanted === '') return byReading;
  const reading = /^[a-z'-]+$/.test(wanted) ? folded(toHiragana(wanted)) : wanted;
  const rank = (term: TermView): number => {
    const names = [term.ja, term.kana, term.gloss].map(folded);
    if (names.some((name) => name.startsWith(wanted)) || folded(term.kana).startsWith(reading)) return 0;
    if (names.some((name) => name.includes(wanted))) return 1;
    return folded(term.meaning ?? '').includes(wanted) ? 2 : 3;
  };
  return byReading
    .map((term) => ({ term, rank: rank(term) }))
    .filter(({ rank: r }) => r < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ term }) => term);
}
