/** Runs in the page: our search alone, without a limit, and the least that any search must do. */
import type { WordRule } from '../../lib/knowledge/compiled.ts';
import { findInSlices } from '../../lib/page/find-words.ts';

const forever = new AbortController().signal;
const heading = (): Element => {
  const found = document.querySelector('h1');
  if (!found) throw new Error('The page has no main heading');
  return found;
};

/** Every word in the whole page. */
export const find = async (words: readonly WordRule[]): Promise<number> =>
  (await findInSlices(document.body, words, { after: heading(), limit: Infinity, signal: forever })).words.length;

/** The floor: one walk over all text nodes after the heading, and one regular expression over their text. */
export function floor(pattern: string): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = heading();
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  const expression = new RegExp(pattern, 'g');
  const text = texts.join('');
  let found = 0;
  while (expression.exec(text)) found += 1;
  return found;
}
