/** Which words stand in the text of one block. No DOM, so that the check of the data can try its examples. */
import type { WordRule } from '../knowledge/compiled.ts';
import { fold } from './block-text.ts';

/** `text[start … end]` is a surface of the word `id`; `wrong`: one that is known to be wrong, in another language. */
export type WordMatch = { id: string; start: number; end: number; wrong?: WordRule['wrong'] };
export type WordPattern = {
  /** The first surface in a folded text at or after `from`; at one place the longest. The context is not yet asked. */
  next(text: string, from: number): WordMatch | undefined;
  /** Whether the context allows this match to be taken for the word. */
  fits(text: string, match: WordMatch): boolean;
};

/** How far around a match `unless` may look. The longest one in the data needs about 20. */
const AROUND = 40;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** English, Portuguese, Spanish, Vietnamese: the letters of the languages whose words have ends. */
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
const BEGINS = new RegExp(`^[${LETTER}]`);
const ENDS = new RegExp(`[${LETTER}]$`);

/** A Latin word is matched as a whole: PIN is not in SHOPPING. */
const bounded = (surface: string, ending = ''): string =>
  (BEGINS.test(surface) ? `(?<![${LETTER}])` : '') +
  escaped(surface) +
  (ENDS.test(surface) ? `${ending}(?![${LETTER}])` : '');

/** What a machine writes at the head of a sentence, of several cards, or with a printer's apostrophe, is the same wording. */
const likened = (wrong: string): string => wrong.toLowerCase().replaceAll('’', "'");
const boundedWrong = (wrong: string): string => `(?i:${bounded(wrong, 's?').replaceAll("'", "['’]")})`;

/**
 * Compiles the rules once. One regular expression for all surfaces, longest first, or 在留 would hide 在留期間;
 * one per word takes 80 times as long. The longest word at a place owns it, also where its context speaks
 * against it: a shorter one inside would be no more true. Of two rules with one surface the first has it.
 *
 * @throws SyntaxError when `unless` or `needs` is not a regular expression
 */
export function wordPattern(rules: readonly WordRule[]): WordPattern {
  const owner = new Map<string, WordRule>();
  const surfaces = new Map<string, string>();
  const contexts = new Map<string, { unless: RegExp | undefined; needs: RegExp | undefined }>();
  for (const rule of rules) {
    const { wrong } = rule;
    for (const surface of rule.surfaces.map(fold).map((each) => (wrong ? likened(each) : each))) {
      if (surface === '' || owner.has(surface)) continue;
      owner.set(surface, rule);
      surfaces.set(surface, wrong ? boundedWrong(surface) : bounded(surface));
    }
    if (wrong) continue;
    contexts.set(rule.id, {
      unless: rule.unless === undefined ? undefined : new RegExp(rule.unless, 'gu'),
      needs: rule.needs === undefined ? undefined : new RegExp(rule.needs, 'u'),
    });
  }
  const longestFirst = [...surfaces].toSorted(([a], [b]) => b.length - a.length).map(([, pattern]) => pattern);
  const any = longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'g') : undefined;
  const ownerOf = (matched: string): WordRule | undefined =>
    owner.get(matched) ?? owner.get(likened(matched)) ?? owner.get(likened(matched).replace(/s$/, ''));

  return {
    next(text, from) {
      if (!any) return undefined;
      any.lastIndex = from; // not matchAll: it copies the expression, on 5,000 blocks for as long as all matching takes
      const match = any.exec(text);
      const found = match && ownerOf(match[0]);
      if (!match || !found) return undefined;
      const { id, wrong } = found;
      return { id, start: match.index, end: match.index + match[0].length, ...(wrong && { wrong }) };
    },
    fits(text, { id, start, end, wrong }) {
      if (wrong) return true;
      const context = contexts.get(id);
      if (context?.needs && !context.needs.test(text)) return false;
      if (!context?.unless) return true;
      const from = Math.max(0, start - AROUND);
      return !hasAround(context.unless, text.slice(from, end + AROUND), start - from, end - from);
    },
  };
}

/** Whether `pattern` matches a string that contains `text[start … end]`. */
function hasAround(pattern: RegExp, text: string, start: number, end: number): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && match.index <= start; match = pattern.exec(text)) {
    if (match.index + match[0].length >= end) return true;
    pattern.lastIndex = match.index + 1; // the next one may begin inside this one
  }
  return false;
}

/** Whether the word stands in `text`, taken as one block, in a context that allows it. */
export function wordMatches(rule: WordRule, text: string): boolean {
  const pattern = wordPattern([rule]);
  const folded = fold(text);
  for (let match = pattern.next(folded, 0); match; match = pattern.next(folded, match.end)) {
    if (pattern.fits(folded, match)) return true;
  }
  return false;
}
