/**
 * The names that other languages have for the offices' words, said in Japanese, so that one rule serves every language.
 * No DOM.
 */
import words from '../../.data/foreign-words.ts';

const HAN_OR_HANGUL = /[一-鿿가-힣]/;
const LETTER = /[\p{L}\p{M}]/u;
/** What may stand between the parts of a name, or not: MyNumber, My Number, my-number. */
const GAP = /[\s'’‐-]/;

/** `stem`: without gaps; `open`: any ending may follow. */
type Name = { stem: string; open: boolean; japanese: string };

/**
 * Longest first, by first letter, so that at each place only a few are compared. Made for the first page that needs it.
 * Compared as strings: as 2,277 regular expressions they took Firefox 153 a second and more to get ready, and a page in
 * another language got no answer on a busy machine (2026-11-26).
 */
function byFirstLetter(): ReadonlyMap<string, readonly Name[]> {
  const names = words.split('\n').flatMap((line) => {
    const [japanese = '', list = ''] = line.split('\t');
    return list.split('|').map((name): Name => {
      const open = name.endsWith('*');
      return {
        stem: [...(open ? name.slice(0, -1) : name)].filter((letter) => !GAP.test(letter)).join(''),
        open,
        japanese,
      };
    });
  });
  return Map.groupBy(
    names.toSorted((a, b) => b.stem.length - a.stem.length),
    ({ stem }) => stem.charAt(0),
  );
}
let made: ReadonlyMap<string, readonly Name[]> | undefined;

/** Without accents, in as many characters. */
const plain = (text: string): string =>
  text.replace(/[À-ɏḀ-ỹ]/g, (letter) => (letter === 'đ' ? 'd' : letter.normalize('NFD').charAt(0)));

/** `text` (of a page in another language) with the words we know in Japanese; the rest stays as it is, lower case. */
export function inJapanese(text: string): string {
  const original = text.normalize('NFKC').toLowerCase();
  const letters = plain(original);
  made ??= byFirstLetter();
  /** where the characters of `joined`, which has no gaps, stand in the text */
  const places: number[] = [];
  for (let at = 0; at < letters.length; at += 1) if (!GAP.test(letters.charAt(at))) places.push(at);
  const joined = places.map((at) => letters.charAt(at)).join('');
  /** Whether the character follows the one before it without a gap. */
  const follows = (index: number): boolean => places[index] === places[index - 1]! + 1;
  const continues = (index: number): boolean =>
    index > 0 && index < joined.length && follows(index) && LETTER.test(joined.charAt(index));

  /** Where the name ends that begins here, or 0 where it does not: of letters they stand whole, others have no bounds. */
  const endOf = ({ stem, open }: Name, begin: number): number => {
    if (!joined.startsWith(stem, begin)) return 0;
    let end = begin + stem.length;
    if (HAN_OR_HANGUL.test(stem)) return open && /[限间間]/.test(joined.charAt(end)) ? end + 1 : end;
    if (open) while (continues(end)) end += 1;
    return continues(end) ? 0 : end;
  };

  let japanese = original.slice(0, places[0] ?? original.length);
  for (let at = 0; at < joined.length;) {
    const letter = joined.charAt(at);
    const within = !HAN_OR_HANGUL.test(letter) && at > 0 && follows(at) && LETTER.test(joined.charAt(at - 1));
    let end = 0;
    const found = within ? undefined : made.get(letter)?.find((name) => (end = endOf(name, at)) > 0);
    if (!found) end = at + 1;
    const last = places[end - 1]!;
    if (found) japanese += ` ${found.japanese} `;
    else japanese += original.charAt(last);
    japanese += original.slice(last + 1, places[end] ?? original.length);
    at = end;
  }
  return japanese;
}
