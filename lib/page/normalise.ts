/**
 * One spelling for words that offices write in several, so that rules need to name only one of them. Rules and
 * page go through the same function, so it may make words that nobody writes (手続き → 手続).
 * Bundled into the spotter: keep it tiny.
 */

/** A reading in brackets after its word, in NFKC: 在留(ざいりゅう)期間. */
const READING = /[(〔][ぁ-んー\s]+[)〕]/g;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])e[-‐-―]?tax(?![a-z])/g, 'イータックス'], // before the gaps go: certificados e taxas
  [/[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015-]+/g, ''], // white space, zero-width characters, soft and other hyphens
  [READING, ''],
  [/引っ?越し?|ひっこし/g, '引越'],
  [/届け/g, '届'],
  [/手続き|てつづき/g, '手続'],
  [/子ども|こども/g, '子供'],
  [/問い?合わ?せ/g, '問合せ'],
  [/申し?込み?/g, '申込'],
  [/受け?取り?/g, '受取'],
  [/切り?替え?/g, '切替'],
  [/振り?仮名|ふりがな/g, 'フリガナ'],
  [/(\d)[ヶケヵカか箇](?=月)/g, '$1か'],
];

/** `text` in NFKC, lower case, without white space, hyphens and readings in brackets, variants of spelling folded. */
export function normalise(text: string): string {
  return SPELLINGS.reduce((folded, [from, to]) => folded.replace(from, to), text.normalize('NFKC').toLowerCase());
}

/** `text` in NFKC, without readings in brackets. */
export const withoutReadings = (text: string): string => text.normalize('NFKC').replace(READING, '');
