/** Runs in the page: our search and our marks alone, without a limit, and the least that any search must do. */
import type { WordRule } from '../../lib/knowledge/compiled.ts';
import { paintMarks } from '../../lib/overlay/highlight.ts';
import { findInSlices } from '../../lib/page/find-words.ts';

const forever = new AbortController().signal;
const heading = (): Element => {
  const found = document.querySelector('h1');
  if (!found) throw new Error('The page has no main heading');
  return found;
};

const findAll = (words: readonly WordRule[]) =>
  findInSlices(document.body, words, { after: heading(), limit: Infinity, signal: forever });

/** Every word in the whole page; gives how many. */
export const find = async (words: readonly WordRule[]): Promise<number> => (await findAll(words)).words.length;

let painted = new AbortController();

/** Finds and underlines every word in the whole page; gives how many. */
export async function mark(words: readonly WordRule[]): Promise<number> {
  const hits = await findAll(words);
  painted = new AbortController();
  const marks = hits.words.map(({ id, range }) => ({ kind: 'word' as const, id, range }));
  paintMarks(marks, () => undefined, { hover: false, theme: 'light' }, painted.signal);
  return marks.length;
}

/** Takes away what `mark` has painted. */
export const unmark = (): void => painted.abort();

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
