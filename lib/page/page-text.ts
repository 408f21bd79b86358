/** What was read of a page, in the spelling in which rules are compared, other languages said in Japanese too. No DOM. */
import { comparable, withCardMeant, withOneCardName } from './card-names.ts';
import { FOREIGN_LETTER, isInOtherLanguage, isLatin, pathOf } from './gate.ts';
import type { InJapanese } from './in-japanese.ts';
import { kindsOf } from './kinds.ts';
import { normalise, withoutReadings } from './normalise.ts';
import type { PageFacts } from './page-facts.ts';
import { foldRomaji } from './romaji.ts';
import { isSiteName, titleAlone, titleMatcher, titleParts, wholeName } from './title.ts';
import { isVague, telling } from './vague.ts';

/** How many crumbs can complete a topic. The last one is often the page itself, the ones further up are chapters. */
const LAST_CRUMBS = 3;

export type PageText = {
  title: string;
  heading: string;
  crumbs: string;
  /** the chapter right above the page, '' where it has none, and what it says without the words of every office */
  chapter: readonly string[];
  headings: readonly string[];
  /** of the text, without the headings */
  lines: readonly string[];
  /** headings and lines */
  body: string;
  path: string;
  /** whether the name tells what the page is about; where not, its headings and text must */
  telling: boolean;
  /** has neither title nor heading: text files, broken markup */
  nameless: boolean;
  /** the name, and what it says without the words that every page of an office has */
  called: readonly string[];
  /** whether it is written for those who read little Japanese: in another language, or in easy Japanese */
  simple: boolean;
  /** says words of rules as the page was read */
  inJapanese: InJapanese;
  /** characters of headings and lines, as they are on the page */
  length: number;
};

/** Whether the page is written for those who read little Japanese: in another language, or in easy Japanese. */
export function isSimple(facts: PageFacts): boolean {
  const called = nameAlone(facts);
  return (
    isLatin(called) ||
    FOREIGN_LETTER.test(called) ||
    isInOtherLanguage(facts.lang) ||
    kindsOf(facts).some((kind) => kind !== 'kana') // reads the whole text, so it comes last
  );
}

const nameAlone = ({ heading, title }: PageFacts): string => heading || titleAlone(title);

/** `inJapanese` is asked for simple pages alone. */
export function readable(facts: PageFacts, inJapanese: InJapanese): PageText {
  const heading = normalise(facts.heading);
  const parts = titleParts(facts.title);
  // Beside a heading only that part of the title names the page which belongs to it; the rest is site and chapter.
  // A heading that merely contains a part of the title does not name the page by itself: the title's first part does too.
  const weak = titleMatcher(facts.title)(heading) < 2;
  const first = weak ? parts.find((part) => !isSiteName(part)) : undefined;
  const named = parts.filter((part) => part === first || heading.includes(part) || part.includes(heading));
  const whole = new Set(named.flatMap((part) => wholeName(facts.title, part)));
  const own =
    heading === '' ? parts : parts.filter((part) => named.includes(part) || (whole.has(part) && !isSiteName(part)));
  const rest = parts.filter((part) => !own.includes(part));
  const alone = titleAlone(facts.title);
  const called = nameAlone(facts);
  const simple = isSimple(facts);
  // A card that is called nothing of what we know: lose your card; in some languages behind it: tarjeta de asegurado.
  const japanese = (line: string): string =>
    inJapanese(withoutReadings(line)).replace(/ カード (?!\s*(?:d[aeo]s?|del|ng)\b)/g, '、カード');
  const read = (line: string): string =>
    simple && line !== '' ? `${comparable(line)}。${comparable(japanese(line))}` : comparable(line);
  const above = facts.crumbs.filter((crumb) => normalise(crumb) !== heading && !own.includes(normalise(crumb)));
  const chapter = above.findLast((crumb) => !isVague(crumb)) ?? rest.find((part) => !isSiteName(part)) ?? '';
  const ownTitle = withOneCardName(own.join('。'));
  const names = simple ? [called, japanese(called)] : [called];
  const headings = facts.headings.map(read);
  const lines = facts.sample.split('\n').map(read);
  const crumbs = [...rest.map(withOneCardName), ...facts.crumbs.slice(-LAST_CRUMBS).map(read)].join('。');
  const body = [...headings, ...lines].join('。');
  const meant = (name: string): string => withCardMeant(name, `${crumbs}。${body}`);
  const title = meant(
    heading === '' ? read(alone) : own.includes(normalise(alone)) && simple ? `${ownTitle}。${read(alone)}` : ownTitle,
  );
  return {
    title,
    heading: meant(read(facts.heading)),
    crumbs,
    chapter: (simple ? [chapter, japanese(chapter)] : [chapter]).flatMap((name) => [
      comparable(name),
      comparable(telling(name)),
    ]),
    headings,
    lines,
    body,
    path: foldRomaji(pathOf(facts.url)),
    nameless: title === '' && heading === '',
    telling: called !== '' && !names.some(isVague),
    called: names.flatMap((name) => [meant(comparable(name)), comparable(telling(name))]),
    length: facts.sample.length + facts.headings.join('').length,
    simple,
    inJapanese,
  };
}

export const nameOf = ({ title, heading }: Pick<PageText, 'title' | 'heading'>): string => `${title}。${heading}`;

/** Whether the name holds words of `group`, words of every office and nothing more; a plural's letter aside. */
export const isNothingBut = (group: readonly string[], called: readonly string[]): boolean =>
  called.some((name) => telling(group.reduce((rest, word) => rest.replaceAll(word, ' '), name)) === '');

export const wordsIn = (names: readonly string[], words: readonly string[]): readonly string[] =>
  words.filter((word) => names.some((name) => name.includes(word)));

export const containsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Of the groups that stand in `text` the one of most words; of equal ones the first. */
export function bestGroup(groups: readonly (readonly string[])[], text: string): readonly string[] | undefined {
  return groups.filter((group) => containsAll(text, group)).toSorted((a, b) => b.length - a.length)[0];
}
