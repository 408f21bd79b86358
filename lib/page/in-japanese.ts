/**
 * The names that other languages have for the offices' words, said in Japanese, so that one rule serves every language.
 * No DOM.
 */
import words from '../../.data/foreign-words.json' with { type: 'json' };
import type { ForeignWords } from '../knowledge/compiled.ts';

const HAN_OR_HANGUL = /[一-鿿가-힣]/;
const LETTER = String.raw`[\p{L}\p{M}]`;
const GAP = String.raw`[\s'’‐-]*`;

/** As a pattern: words of letters stand whole, those of characters have no bounds. */
function patternOf(word: string): string {
  const stem = word.replace('*', '');
  if (HAN_OR_HANGUL.test(stem)) {
    const characters = [...stem.replaceAll(' ', '')].join(String.raw`\s?`);
    return word.endsWith('*') ? `${characters}[限间間]?` : characters;
  }
  const letters = stem.split(/[ ']/).join(GAP);
  return word.endsWith('*') ? `${letters}${LETTER}*` : `${letters}(?!${LETTER})`;
}

type Word = { pattern: RegExp; japanese: string };

/** Longest first, by first letter, so that at each place only a few are tried. Made for the first page that needs it. */
function byFirstLetter(): ReadonlyMap<string, readonly Word[]> {
  const table = JSON.parse(words) as ForeignWords;
  const named = table.flatMap(([japanese, names]) => names.map((word) => ({ word, japanese })));
  const byLetter = new Map<string, Word[]>();
  for (const { word, japanese } of named.toSorted((a, b) => b.word.length - a.word.length)) {
    const of = byLetter.get(word.charAt(0)) ?? [];
    byLetter.set(word.charAt(0), of);
    of.push({ pattern: new RegExp(patternOf(word), 'uy'), japanese });
  }
  return byLetter;
}
let made: ReadonlyMap<string, readonly Word[]> | undefined;

/** Without accents, in as many characters. */
const plain = (text: string): string =>
  text.replace(/[À-ɏḀ-ỹ]/g, (letter) => (letter === 'đ' ? 'd' : letter.normalize('NFD').charAt(0)));

const STARTS_WORD = /[\p{L}\p{M}]/u;

/** `text` (of a page in another language) with the words we know in Japanese; the rest stays as it is, lower case. */
export function inJapanese(text: string): string {
  const original = text.normalize('NFKC').toLowerCase();
  const letters = plain(original);
  made ??= byFirstLetter();
  let japanese = '';
  for (let at = 0; at < letters.length;) {
    const letter = letters.charAt(at);
    const within = !HAN_OR_HANGUL.test(letter) && STARTS_WORD.test(letters.charAt(at - 1));
    const found = within ? undefined : made.get(letter)?.find(({ pattern }) => startsAt(pattern, letters, at));
    if (found) {
      japanese += ` ${found.japanese} `;
      at = found.pattern.lastIndex;
    } else {
      japanese += original.charAt(at);
      at += 1;
    }
  }
  return japanese;
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
