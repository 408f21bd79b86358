import type { WordRule, WrongWords } from './compiled.ts';

/** Two tags for one language: Filipino is also called Tagalog. */
const SAME: Readonly<Record<string, string>> = { tl: 'fil' };
/** Traditional characters have wordings of their own; script and region both name them. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/i;

/**
 * What a page in this language is searched for: `pt-BR` for Portuguese, `zh-Hant` for both kinds of characters. Nothing
 * where the language is not known.
 */
export function wrongWordsIn(language: string, all: WrongWords): readonly WordRule[] {
  const [tag = ''] = language.toLowerCase().split('-');
  const keys = [SAME[tag] ?? tag, ...(TRADITIONAL.test(language) ? ['zh-TW'] : [])];
  return keys.flatMap((key) => (Object.hasOwn(all, key) ? all[key]! : []));
}
