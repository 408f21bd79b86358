/**
 * One spelling for words that offices write in several, so that rules need to name only one of them. Rules and
 * page go through the same function, so it may make words that nobody writes (手続き → 手続).
 * Bundled into the spotter: keep it tiny.
 */

/** A reading in brackets after its word, in NFKC: 在留(ざいりゅう)期間. */
const READING = /[(〔][ぁ-んー\s]+[)〕]/g;

/**
 * Each behind something that stands in every text it changes. A browser compiles an expression at its first and at its
 * second use, 20 to 50 µs each time, and an ordinary title needs two of these.
 */
const PATTERNS: readonly (readonly [sign: string, pattern: RegExp, to: string])[] = [
  ['tax', /(?<![a-z])e[-‐-―]?tax(?![a-z])/g, 'イータックス'], // before the gaps go: certificados e taxas
  ['', /[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015-]+/g, ''], // white space, zero-width characters, soft and other hyphens
  ['(', READING, ''],
  ['〔', READING, ''],
  ['引', /引っ?越し?/g, '引越'],
  ['問', /問い?合わ?せ/g, '問合せ'],
  ['申', /申し?込み?/g, '申込'],
  ['取', /受け?取り?/g, '受取'],
  ['替', /切り?替え?/g, '切替'],
  ['仮名', /振り?仮名/g, 'フリガナ'],
  ['月', /(\d)[ヶケヵカか箇](?=月)/g, '$1か'],
];
const WORDS: readonly (readonly [string, string])[] = [
  ['ひっこし', '引越'],
  ['届け', '届'],
  ['手続き', '手続'],
  ['てつづき', '手続'],
  ['子ども', '子供'],
  ['こども', '子供'],
  ['ふりがな', 'フリガナ'],
];

/** `text` in NFKC, lower case, without white space, hyphens and readings in brackets, variants of spelling folded. */
export function normalise(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase();
  for (const [sign, pattern, to] of PATTERNS) if (folded.includes(sign)) folded = folded.replace(pattern, to);
  for (const [word, to] of WORDS) folded = folded.replaceAll(word, to);
  return folded;
}

/** `text` in NFKC, without readings in brackets. */
export const withoutReadings = (text: string): string => text.normalize('NFKC').replace(READING, '');
