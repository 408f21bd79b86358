/** Why a page was recognised, in English for whoever edits the rules. The words are those of the rule, folded. */
import type { Reason } from './page-facts.ts';

const SHOWN = 2;

/** `['転入', '届出', '届', '窓口']`: "転入, 届出 and 2 more" where they are many and `all` are not asked for. */
function listed(words: readonly string[], all: boolean): string {
  const [shown, more] = all || words.length <= SHOWN + 1 ? [words, 0] : [words.slice(0, SHOWN), words.length - SHOWN];
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** One sentence: "The title names 転入 and 届出." Pure; the words of a topic are all said, others are counted. */
export function reasonSentence({ where, words }: Reason): string {
  switch (where) {
    case 'title':
      return `The title names ${listed(words, true)}.`;
    case 'heading':
      return `The main heading names ${listed(words, true)}.`;
    case 'crumbs':
      return `Title and breadcrumb together name ${listed(words, true)}.`;
    case 'path':
      return `The address contains ${listed(words, false)}.`;
    case 'headings':
      return `Headings of the text name ${listed(words, false)}.`;
    case 'body':
      return `The text has ${listed(words, false)}.`;
    case 'against':
      return `Against it: title or heading has ${listed(words, true)}.`;
  }
}
