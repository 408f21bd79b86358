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

/** The characters with which surfaces go on from here, and the word whose surface ends here. */
type Branch = { id: string | undefined; on: Map<number, Branch> };
type Surface = { surface: string; id: string };

/** Latin letters, also those of Portuguese, Spanish and Vietnamese: the languages whose words have ends. */
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff);

/**
 * Compiles the rules once. The longest word at a place owns it, also where its context speaks against it: a shorter one
 * inside would be no more true. Of two rules with one surface the first has it. A Latin word is matched as a whole:
 * PIN is not in SHOPPING.
 *
 * Surfaces stand in trees of characters. One regular expression of them all takes longer to compile than most pages take
 * to be searched, and makes an array for each of 87,000 matches of the stress page (2.5 times the whole search).
 */
export function wordPattern(rules: readonly WordRule[]): WordPattern {
  const starting = new Map<number, Surface[]>();
  for (const { id, surfaces, wrong } of rules) {
    if (wrong) continue;
    for (const surface of surfaces) {
      const code = surface.charCodeAt(0);
      const others = starting.get(code);
      if (others) others.push({ surface, id });
      else starting.set(code, [{ surface, id }]);
    }
  }
  /** Most characters begin no surface, and this says so faster than a map. */
  const begins = new Uint8Array(0x1_0000);
  for (const code of starting.keys()) begins[code] = 1;
  // Made when a text first has the character: most pages have few of them.
  const tree = once((code: number) => treeOf(starting.get(code) ?? []));

  const nextWrong = wrongPattern(rules.filter(({ wrong }) => wrong));
  const byId = new Map(rules.filter(({ wrong }) => !wrong).map((rule) => [rule.id, rule]));
  const context = once((id: string) => {
    const { unless, needs } = byId.get(id) ?? {};
    return {
      unless: unless === undefined ? undefined : new RegExp(unless, 'gu'),
      needs: needs === undefined ? undefined : new RegExp(needs, 'u'),
    };
  });

  const nextRight = (text: string, from: number): WordMatch | undefined => {
    for (let start = from; start < text.length; start += 1) {
      const code = text.charCodeAt(start);
      if (begins[code] === 0 || (isLatin(code) && isLatin(text.charCodeAt(start - 1)))) continue;
      let id: string | undefined;
      let end = start;
      let at = start + 1;
      for (let here: Branch | undefined = tree(code); here; here = here.on.get(text.charCodeAt(at)), at += 1) {
        if (here.id === undefined || (isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at)))) continue;
        id = here.id;
        end = at;
      }
      if (id !== undefined) return { id, start, end };
    }
    return undefined;
  };

  return {
    next(text, from) {
      const right = nextRight(text, from);
      const wrong = nextWrong?.(text, from);
      if (!right || !wrong) return right ?? wrong;
      return wrong.start < right.start || (wrong.start === right.start && wrong.end > right.end) ? wrong : right;
    },
    fits(text, { id, start, end, wrong }) {
      if (wrong) return true;
      const { needs, unless } = context(id);
      if (needs && !needs.test(text)) return false;
      if (!unless) return true;
      const from = Math.max(0, start - AROUND);
      return !hasAround(unless, text.slice(from, end + AROUND), start - from, end - from);
    },
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const BEGINS = new RegExp(`^[${LETTER}]`);
const ENDS = new RegExp(`[${LETTER}]$`);
/** What a machine writes at the head of a sentence, or with a printer's apostrophe, is the same wording. */
const likened = (wording: string): string => wording.toLowerCase().replaceAll('’', "'");
/** As a whole, in any case, of one or several. */
const anyCase = (wording: string): string =>
  `(?i:${BEGINS.test(wording) ? `(?<![${LETTER}])` : ''}${escaped(wording)}${ENDS.test(wording) ? `s?(?![${LETTER}])` : ''})`.replaceAll(
    "'",
    "['’]",
  );

/**
 * Finds the wrong wordings of these rules, the longest at a place; undefined where there are none. Only pages that a
 * machine made over are searched for them, so one regular expression is fast enough.
 */
function wrongPattern(rules: readonly WordRule[]): WordPattern['next'] | undefined {
  const owner = new Map<string, WordRule>();
  for (const rule of rules)
    for (const wording of rule.surfaces.map((each) => likened(fold(each))))
      if (wording !== '' && !owner.has(wording)) owner.set(wording, rule);
  if (owner.size === 0) return undefined;
  const any = new RegExp(
    [...owner.keys()]
      .toSorted((a, b) => b.length - a.length)
      .map(anyCase)
      .join('|'),
    'g',
  );
  return (text, from) => {
    any.lastIndex = from;
    const match = any.exec(text);
    if (!match) return undefined;
    const words = likened(match[0]);
    const rule = owner.get(words) ?? owner.get(words.replace(/s$/, ''));
    return rule && { id: rule.id, start: match.index, end: match.index + match[0].length, wrong: rule.wrong };
  };
}

/** Of surfaces with one first character: where the branch after that character leads. */
function treeOf(surfaces: readonly Surface[]): Branch {
  const root: Branch = { id: undefined, on: new Map() };
  for (const { surface, id } of surfaces) {
    let at = root;
    for (let i = 1; i < surface.length; i += 1) {
      const code = surface.charCodeAt(i);
      let next = at.on.get(code);
      if (!next) at.on.set(code, (next = { id: undefined, on: new Map() }));
      at = next;
    }
    at.id ??= id;
  }
  return root;
}

/** `make`, called once for each key and only when it is asked for. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
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
