/**
 * A second look at a page whose name told nothing that we know. What is written for those who read little Japanese is
 * called "At city hall", "Residency" or "City News", and its subject stands in the headings and the text below. Pure,
 * no DOM.
 *
 * A topic must stand in one of the first headings, and other words of its rule elsewhere; the first such heading says
 * what comes first. Where no heading says anything and the name is one of those that tell nothing, the beginning of
 * the text may; not in ordinary Japanese, where `recognise` asks the address too. A name that has one word of a topic
 * comes before all that, if a heading has the rest. A name or an earlier heading on another subject ends the search:
 * pages on schools, housing and earthquakes are full of residence cards and 14 days.
 *
 * All numbers were chosen on 1,100 collected rows and 7,000 of our own; each has a test that breaks beside it.
 */
import type { RecogniseRule } from '../knowledge/compiled.ts';
import { comparable } from './card-names.ts';
import { isAnotherSubject, isOnAnother } from './other-subjects.ts';
import type { Found } from './page-facts.ts';
import { bestGroup, isNothingBut, nameOf, wordsIn, type PageText } from './page-text.ts';
import { isVague } from './vague.ts';

/** How many of the first headings can say what the page is about. */
const HEADINGS = 6;
/** So many words of the rule in the name and the rest of the page confirm a heading; another heading on it is one. */
const CONFIRM = 2;
/** In so many characters one more stands by chance: a page gives up to 4,000 of them. */
const CHARACTERS_A_WORD = 1000;
/** More are not asked for. In Japanese always so many: menus and notices there are full of such headings. */
const CONFIRM_MOST = 4;

/** So much of the text says what it is about, by a topic within one sentence and so many words of its rule. */
const BEGINNING = 1200;
const CONFIRM_TEXT = 3;

/** No less than a name has to reach; the first heading gives most. Only the order is said by it. */
const SCORE = 8;

/** The procedures that headings or text of the page name, best first. Empty where it is about another subject. */
export function secondLook(text: PageText, rules: readonly RecogniseRule[]): readonly Found[] {
  const name = nameOf(text);
  if ((!text.simple && text.telling) || isAnotherSubject(name)) return [];
  const open = rules.filter(({ not }) => !not.some((word) => name.includes(word)));
  const found = inHeadings(text, open);
  const mayAskText =
    text.simple && !text.telling && name !== nameOf({ title: '', heading: '' }) && !text.headings.some(isOnAnother);
  return found.length === 0 && mayAskText ? inText(text, open) : found;
}

function inHeadings(text: PageText, rules: readonly RecogniseRule[]): readonly Found[] {
  const enough = text.simple
    ? Math.min(CONFIRM_MOST, CONFIRM + Math.floor(text.length / CHARACTERS_A_WORD))
    : CONFIRM_MOST;
  const found = new Map<string, Found>();
  for (const one of mostSaid(begunByName(text, rules))) found.set(one.procedure, one);
  for (const [index, heading] of text.headings.slice(0, HEADINGS).entries()) {
    const names = heading.split('。');
    if (names.some(isVague)) continue; // 外国籍市民の方へ: a reader, no subject
    const rest = [...text.headings.filter((other) => other !== heading), ...text.lines].join('。');
    const here = rules.flatMap(({ id, topic, alone, body, not }): Found[] => {
      if (found.has(id) || not.some((word) => heading.includes(word))) return [];
      const named = bestGroup(topic, heading) ?? (isNothingBut(alone, names) ? wordsIn([heading], alone) : []);
      if (named.length === 0) return [];
      const again = text.headings.some((other) => other !== heading && bestGroup(topic, other));
      const words = distinct(text, [
        ...body.filter((word) => rest.includes(word) && !heading.includes(word)),
        ...alone.filter((word) => nameOf(text).includes(word) && !heading.includes(word)),
      ]);
      return words.length + Number(again) < enough ? [] : [toFound(id, HEADINGS - index, named, words)];
    });
    if (here.length === 0 && found.size === 0 && isOnAnother(heading)) return [];
    for (const one of mostSaid(here)) found.set(one.procedure, one);
  }
  return [...found.values()];
}

/** Shorter ones begin too many topics: 外国人. */
const BEGINS = 3;

/** The procedures of which the name has one word and the headings have the rest: the old card above the one of today. */
function begunByName(text: PageText, rules: readonly RecogniseRule[]): readonly Found[] {
  if (!text.simple) return [];
  const name = nameOf(text);
  const all = [name, ...text.headings.slice(0, HEADINGS)].join('。');
  const lines = text.lines.join('。');
  return rules.flatMap(({ id, topic, body }): Found[] => {
    const begun = topic.filter(
      (group) => group.length > 1 && group.some((word) => word.length > BEGINS && name.includes(word)),
    );
    const named = bestGroup(begun, all);
    const words = named ? distinct(text, wordsIn([lines], body)) : [];
    if (!named || words.length === 0) return [];
    const inName = named.filter((word) => name.includes(word));
    const { score, reasons } = toFound(
      id,
      HEADINGS + 1,
      named.filter((word) => !inName.includes(word)),
      words,
    );
    return [
      { procedure: id, score, reasons: [{ where: text.heading ? 'heading' : 'title', words: inName }, ...reasons] },
    ];
  });
}

const toFound = (procedure: string, more: number, named: readonly string[], words: readonly string[]): Found => ({
  procedure,
  score: SCORE + more,
  reasons: [
    { where: 'headings', words: named },
    { where: 'body', words },
  ],
});

function inText(text: PageText, rules: readonly RecogniseRule[]): readonly Found[] {
  const beginning = text.lines.join('\n').slice(0, BEGINNING);
  const sentences = beginning.split(/[。\n.!?]/);
  return mostSaid(
    rules.flatMap(({ id, topic, body }): Found[] => {
      const named = sentences.map((sentence) => bestGroup(topic, sentence)).find((group) => group !== undefined);
      const words = named ? distinct(text, wordsIn([beginning], body)) : [];
      if (!named || words.length < CONFIRM_TEXT) return [];
      return [{ procedure: id, score: SCORE, reasons: [{ where: 'body', words: [...new Set([...named, ...words])] }] }];
    }),
  );
}

/** First those of which the most words were found. */
const mostSaid = (found: readonly Found[]): readonly Found[] =>
  found.toSorted((a, b) => said(b) - said(a) || (a.procedure < b.procedure ? -1 : 1));
const said = ({ reasons }: Found): number => reasons.reduce((sum, { words }) => sum + words.length, 0);

/** Without those that say the same in another language, or are part of another. */
function distinct({ inJapanese }: PageText, words: readonly string[]): readonly string[] {
  const said = words.map((word) => [word, comparable(inJapanese(word))] as const);
  return words.filter(
    (_, i) =>
      !said.some(
        ([word, japanese], k) =>
          k !== i &&
          (word.includes(said[i]![1]) || japanese.includes(said[i]![1])) &&
          (k < i || japanese !== said[i]![1]),
      ),
  );
}
