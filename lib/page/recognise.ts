/**
 * What a page is about, from its own words. Pure: the same facts and rules give the same verdict, on a page, in
 * the worker and in `npm run recognise`.
 *
 * A topic's words must name the page: they stand in its title or main heading. Crumbs may complete them but not
 * replace them, for every page below くらし › 引越し has that crumb. Path and text after the heading confirm; they
 * never suffice. A page without title and heading (text files, broken markup), or with a name that says nothing, is
 * judged by its first headings and needs more to confirm them.
 */
import type { RecogniseRule } from '../knowledge/compiled.ts';
import { comparable, withOneCardName } from './card-names.ts';
import { FOREIGN_LETTER, isLatin, pathOf } from './gate.ts';
import { inJapanese } from './in-japanese.ts';
import { kindsOf } from './kinds.ts';
import { normalise } from './normalise.ts';
import { isForOthers } from './other-readers.ts';
import type { Found, PageFacts, Reason, Verdict } from './page-facts.ts';
import { foldRomaji } from './romaji.ts';
import { isSiteName, titleAlone, titleMatcher, titleParts } from './title.ts';
import { isVague, telling } from './vague.ts';

/** Points; their sum must reach `ENOUGH`. Chosen on 234 real pages (`npm run recognise -- FILE --score`). */
const NAMED = 10; // all words of a topic in title or heading
const NAMED_MORE = 1; // for each further word of the topic, for it says more: up to two
const COMPLETED = 4; // one of the topic's words in title or heading, the rest in the crumbs
const BELOW = 6; // a name of nothing but a word of the topic, whose first headings have the rest: マイナンバーカード above 申請方法
const ALONE = 6; // a word of the rule that is all that title or heading tells: Passport, 転入するとき
// A page without a name, or whose name says nothing: a topic in its first headings or in its text; in the text, where
// there is a name, only if the address agrees.
const UNNAMED = 5;
const UNNAMED_PATH = 2; // … of a page without a name: its address, where the text has so many of the rule's words
const ENOUGH_BODY = 4;
const PATH = 2;
const BODY = 1; // a word of the text, of which several are needed, up to five
const MAX_BODY = 5;
const HEADING = 1; // a topic in a further heading, up to two
const AGAINST = -8; // a word of another subject in title or heading
const ENOUGH = 8;

/** Templates leave `ja` or `en` in pages of any language; nobody leaves one of these. */
const OTHER_LANGUAGE = /^(?:zh|ko|vi|pt|es|ne|id|tl|fil)\b/i;

const FIRST_HEADINGS = 3;
/** How many crumbs can complete a topic. The last one is often the page itself, the ones further up are chapters. */
const LAST_CRUMBS = 3;

type Text = {
  title: string;
  heading: string;
  crumbs: string;
  headings: readonly string[];
  body: string;
  path: string;
  /** whether the name tells what the page is about; where not, its headings and text must */
  telling: boolean;
  /** the name, and what it says without the words that every page of an office has */
  called: readonly string[];
};

/** The procedures that `facts` are about, best first; each with what speaks for it. Empty where nothing is sure. */
export function recognise(facts: PageFacts, rules: readonly RecogniseRule[]): Verdict {
  const text = readable(facts);
  if (isForOthers(facts.url.toLowerCase(), nameOf(text))) return { procedures: [] };
  const named = rules.some(({ topic }) => bestGroup(topic, nameOf(text)));
  const bare = isNothingBut(
    wordsIn(
      text.called,
      rules.flatMap(({ alone }) => alone),
    ),
    text.called,
  );
  const procedures = rules.map((rule) => judge(rule, text, named, bare)).filter((found) => found !== undefined);
  // Of equal ones that comes first of which the name says more: 転出届（市外への引っ越し） is about moving out.
  const name = text.telling ? nameOf(text) : text.body;
  const topics = new Map(
    rules.map(({ id, topic, alone }) => [
      id,
      topic.filter((group) => containsAll(name, group)).length + wordsIn(bare ? text.called : [], alone).length,
    ]),
  );
  const said = ({ procedure }: Found) => topics.get(procedure) ?? 0;
  return {
    procedures: procedures.toSorted(
      (a, b) => b.score - a.score || said(b) - said(a) || (a.procedure < b.procedure ? -1 : 1),
    ),
  };
}

function readable(facts: PageFacts): Text {
  const heading = normalise(facts.heading);
  const parts = titleParts(facts.title);
  // Beside a heading only that part of the title names the page which belongs to it; the rest is site and chapter.
  // A heading that merely contains a part of the title does not name the page by itself: the title's first part does too.
  const weak = titleMatcher(facts.title)(heading) < 2;
  const first = weak ? parts.find((part) => !isSiteName(part)) : undefined;
  const own =
    heading === '' ? parts : parts.filter((part) => part === first || heading.includes(part) || part.includes(heading));
  const rest = parts.filter((part) => !own.includes(part));
  const alone = titleAlone(facts.title);
  const called = facts.heading || alone;
  const foreign =
    isLatin(called) ||
    FOREIGN_LETTER.test(called) ||
    OTHER_LANGUAGE.test(facts.lang) ||
    kindsOf(facts).includes('translated');
  const read = (line: string): string =>
    foreign && line !== '' ? `${comparable(line)}。${comparable(inJapanese(line))}` : comparable(line);
  const ownTitle = withOneCardName(own.join('。'));
  const names = foreign ? [called, inJapanese(called)] : [called];
  return {
    title:
      heading === ''
        ? read(alone)
        : own.includes(normalise(alone)) && foreign
          ? `${ownTitle}。${read(alone)}`
          : ownTitle,
    heading: read(facts.heading),
    crumbs: [...rest.map(withOneCardName), ...facts.crumbs.slice(-LAST_CRUMBS).map(read)].join('。'),
    headings: facts.headings.map(read),
    body: [...facts.headings, ...facts.sample.split('\n')].map(read).join('。'),
    path: foldRomaji(pathOf(facts.url)),
    telling: called !== '' && !names.some(isVague),
    called: names.flatMap((name) => [comparable(name), comparable(telling(name))]),
  };
}

const nameOf = ({ title, heading }: Text): string => `${title}。${heading}`;

/**
 * `anyNamed`: the name of the page already says one procedure, so its headings complete no other.
 * `bare`: the name tells nothing but words that rules have as `alone`.
 */
function judge(rule: RecogniseRule, text: Text, anyNamed: boolean, bare: boolean): Found | undefined {
  const reasons: Reason[] = [];
  const give = (points: number, where: Reason['where'], words: readonly string[]): number => {
    if (words.length === 0 || points === 0) return 0;
    reasons.push({ where, words });
    return points;
  };
  const name = nameOf(text);

  const nameless = text.title === '' && text.heading === '';
  // A heading on another subject speaks against itself; where nothing else names the page, against the page.
  const first = text.headings.slice(0, FIRST_HEADINGS);
  const others = first.filter((heading) => rule.not.some((word) => heading.includes(word)));
  const firstHeadings = first.filter((heading) => !others.includes(heading)).join('。');

  const fragments = rule.path.filter((fragment) => text.path.includes(foldRomaji(fragment)));
  const words = rule.body.filter((word) => text.body.includes(word)).slice(0, MAX_BODY);

  let score = 0;
  const named = bestGroup(rule.topic, name);
  if (named) {
    const where = containsAll(text.title, named) ? 'title' : 'heading';
    score += give(NAMED + NAMED_MORE * Math.min(2, named.length - 1), where, named);
  } else {
    // 届 alone begins nothing: 転入届 below 引っ越し is no page about moving out.
    const begun = rule.topic.filter((group) => group.some((word) => word.length > 1 && name.includes(word)));
    const completed = bestGroup(begun, `${name}。${text.crumbs}`);
    const open = begun.filter((group) => isNothingBut(group, text.called));
    const below = anyNamed ? undefined : bestGroup(open, `${name}。${firstHeadings}`);
    const bareHeading = first.find(
      (line) => wordsIn([line], rule.alone).length > 0 && isNothingBut(rule.alone, [line]),
    );
    const headed = text.telling
      ? undefined
      : (bestGroup(rule.topic, firstHeadings) ?? (bareHeading && wordsIn([bareHeading], rule.alone)));
    const within = nameless || (!text.telling && fragments.length > 0) ? bestGroup(rule.topic, text.body) : undefined;
    const alone = bare ? wordsIn(text.called, rule.alone) : [];
    if (alone.length > 0) score += give(ALONE, text.heading ? 'heading' : 'title', alone);
    else if (completed) score += give(COMPLETED, 'crumbs', completed);
    else if (headed) score += give(UNNAMED, 'headings', headed);
    else if (below) score += give(BELOW, 'headings', below);
    else if (within) score += give(UNNAMED, 'body', within);
    else if (nameless && words.length >= ENOUGH_BODY) score += give(UNNAMED_PATH, 'path', fragments.slice(0, 1));
    if (score === 0) return undefined;
  }

  score += give(PATH, 'path', fragments);
  if (words.length > 1) score += give(BODY * words.length, 'body', words);
  const further = rule.topic
    .filter((group) => text.headings.some((heading) => containsAll(heading, group)))
    .slice(0, 2);
  score += give(HEADING * further.length, 'headings', [...new Set(further.flat())]);
  const against = rule.not.filter((word) => (nameless ? others.join('。') : name).includes(word));
  score += give(AGAINST * against.length, 'against', against);
  return score >= ENOUGH ? { procedure: rule.id, score, reasons } : undefined;
}

/** Whether the name holds words of `group`, words of every office and nothing more; a plural's letter aside. */
const isNothingBut = (group: readonly string[], called: readonly string[]): boolean =>
  called.some((name) => telling(group.reduce((rest, word) => rest.replaceAll(word, ' '), name)) === '');

const wordsIn = (names: readonly string[], words: readonly string[]): readonly string[] =>
  words.filter((word) => names.some((name) => name.includes(word)));

const containsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** Of the groups that stand in `text` the one of most words; of equal ones the first. */
function bestGroup(groups: readonly (readonly string[])[], text: string): readonly string[] | undefined {
  return groups.filter((group) => containsAll(text, group)).toSorted((a, b) => b.length - a.length)[0];
}
