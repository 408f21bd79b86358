/**
 * The names that other languages have for the offices' words, said in Japanese, so that one rule serves every language.
 * No DOM.
 */
import { GAP } from './gap.ts';

const HAN_OR_HANGUL = /[一-鿿가-힣]/;
/** What makes one word with the letter beside it; Chinese and Korean write other letters between theirs: 关于Minapoint. */
const BINDS = /(?![一-鿿가-힣])[\p{L}\p{M}]/u;

/** `stem`: without gaps; `open`: any ending may follow; `one`: a word of Latin letters, in which no space may stand. */
type Name = { stem: string; open: boolean; one: boolean; japanese: string };

/** So many first letters are looked up at each place, so that few names are compared there. */
const FIRST = 4;

/** The names that begin with these letters, longest first. */
type Named = (first: string) => readonly Name[];

/**
 * Reads a table in the form of `foreignText` (scripts/data/foreign-words.ts). Names are compared as strings: as 2,277
 * regular expressions they took Firefox 153 a second and more to get ready, and a page in another language got no answer
 * on a busy machine (2026-11-26). What no page asks for stays a line of text.
 */
function namesIn(table: string): Named {
  const [words = '', ...lines] = table.split('\n');
  const japanese = words.split('|');
  const unread = new Map(lines.map((line) => [line.slice(0, Math.min(FIRST, line.search(/[*!|]/))), line]));
  const read = new Map<string, readonly Name[]>();
  return (first) => {
    const known = read.get(first);
    if (known) return known;
    const names = (unread.get(first)?.split('\t') ?? []).map((entry): Name => {
      const [name = '', index = ''] = entry.split('|');
      const [stem = ''] = name.split(/[*!]/);
      return { stem, open: name.includes('*'), one: name.endsWith('!'), japanese: japanese[Number(index)] ?? '' };
    });
    if (names.length > 0) read.set(first, names);
    return names;
  };
}

/** Without accents, in as many characters. */
const plain = (text: string): string =>
  text.replace(/[À-ɏḀ-ỹ]/g, (letter) => (letter === 'đ' ? 'd' : letter.normalize('NFD').charAt(0)));

/** Says a text of a page in another language with the words we know in Japanese; the rest stays as it is, lower case. */
export type InJapanese = (text: string) => string;

/** By a table as it is packaged. */
export function inJapaneseBy(table: string): InJapanese {
  const named = namesIn(table);
  return (text) => say(text, named);
}

function say(text: string, named: Named): string {
  const original = text.normalize('NFKC').toLowerCase();
  const letters = plain(original);
  /** where the characters of `joined`, which has no gaps, stand in the text */
  const places: number[] = [];
  for (let at = 0; at < letters.length; at += 1) if (!GAP.test(letters.charAt(at))) places.push(at);
  const joined = places.map((at) => letters.charAt(at)).join('');
  /** Whether the character follows the one before it without a gap. */
  const follows = (index: number): boolean => places[index] === places[index - 1]! + 1;
  const continues = (index: number): boolean =>
    index > 0 && index < joined.length && follows(index) && BINDS.test(joined.charAt(index));

  /** Where the name ends that begins here, or 0 where it does not: of letters they stand whole, others have no bounds. */
  const endOf = ({ stem, open, one }: Name, begin: number): number => {
    if (!joined.startsWith(stem, begin)) return 0;
    let end = begin + stem.length;
    if (one && /\s/.test(original.slice(places[begin], places[end - 1]))) return 0; // bạn có is no banco
    if (HAN_OR_HANGUL.test(stem)) return open && /[限间間]/.test(joined.charAt(end)) ? end + 1 : end;
    if (open) while (continues(end)) end += 1;
    return continues(end) ? 0 : end;
  };

  /** Japanese has 在 and 後 within other words: 在留, 後期. */
  const japaneseToo = /[ぁ-ん]/.test(original);
  const longestAt = (begin: number): { japanese: string; end: number } | undefined => {
    for (let length = FIRST; length > 0; length -= 1) {
      for (const name of named(joined.slice(begin, begin + length))) {
        if (japaneseToo && name.stem.length === 1 && HAN_OR_HANGUL.test(name.stem)) continue;
        const end = endOf(name, begin);
        if (end > 0) return { japanese: name.japanese, end };
      }
    }
    return undefined;
  };

  let japanese = original.slice(0, places[0] ?? original.length);
  for (let at = 0; at < joined.length;) {
    const letter = joined.charAt(at);
    const within = !HAN_OR_HANGUL.test(letter) && at > 0 && follows(at) && BINDS.test(joined.charAt(at - 1));
    const found = within ? undefined : longestAt(at);
    const end = found ? found.end : at + 1;
    const last = places[end - 1]!;
    if (found) japanese += ` ${found.japanese} `;
    else japanese += original.charAt(last);
    japanese += original.slice(last + 1, places[end] ?? original.length);
    at = end;
  }
  return japanese;
}
