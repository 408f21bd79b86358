/**
 * One spelling for Japanese words in addresses, which offices write as they please: 転出 is tenshutsu, tensyutu,
 * tensyutsu; 更新 is koshin, koushin, kousin. Bundled into the spotter: keep it tiny.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[-_']/g, ''],
  [/shi/g, 'si'],
  [/sh/g, 'sy'],
  [/chi/g, 'ti'],
  [/ch/g, 'ty'],
  [/tsu/g, 'tu'],
  [/fu/g, 'hu'],
  [/ji/g, 'zi'],
  [/jy?/g, 'zy'],
  [/m(?=[bp])/g, 'n'],
  [/nn/g, 'n'],
  [/o[uo]/g, 'o'],
  [/uu/g, 'u'],
];

/** `path` (lower case) with each word in one spelling; rules and addresses go through the same. */
export function foldRomaji(path: string): string {
  return SPELLINGS.reduce((folded, [from, to]) => folded.replace(from, to), path);
}
