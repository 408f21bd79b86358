/**
 * What a page is about, from its own words. Pure: the same facts and rules give the same verdict, on a page, in
 * the worker and in `npm run recognise`.
 *
 * A topic's words must name the page: they stand in its title or main heading. Crumbs may complete them but not
 * replace them, for every page below くらし › 引越し has that crumb. Path and text after the heading confirm; they
 * never suffice. A page without title and heading (text files, broken markup), or with a name that says nothing, is
 * judged by its first headings and needs more to confirm them. A page that is none of these is looked at once more
 * (`second-look.ts`).
 */
import type { RecogniseRule } from '../knowledge/compiled.ts';
import type { InJapanese } from './in-japanese.ts';
import { isForOthers } from './other-readers.ts';
import type { Found, PageFacts, Reason, Verdict } from './page-facts.ts';
import { beforeAnother, isAnotherSubject, isOnAnother } from './other-subjects.ts';
import { bestGroup, containsAll, isNothingBut, nameOf, readable, wordsIn, type PageText } from './page-text.ts';
import { foldRomaji } from './romaji.ts';
import { secondLook } from './second-look.ts';
import { isVague } from './vague.ts';

/** Points; their sum must reach `ENOUGH`. Chosen on 234 real pages (`npm run recognise -- FILE --score`). */
const NAMED = 10; // all words of a topic in title or heading
const NAMED_MORE = 1; // for each further word of the topic, for it says more: up to two
const COMPLETED = 4; // one of the topic's words in title or heading, the rest in the crumbs
// A name without any word that we know, below a chapter that is nothing but the topic: 公務員になったとき below 児童手当.
// So many of the rule's words must stand in the text.
const BY_CHAPTER = 5;
const ENOUGH_CHAPTER = 3;
const BELOW = 6; // a name of nothing but words of the rule, whose first headings complete a topic: 紛失・再交付 above マイナンバーカード
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
const AGAINST = -8; // a word of another subject in title or heading, or a chapter that is nothing else
const ENOUGH = 8;

const OPENING = 2;
const FIRST_HEADINGS = 3;
/** Of so many headings none may be about something else where the name tells nothing, or no more than who is meant. */
const CHAPTERS = 6;

/**
 * The procedures that `facts` are about, best first; each with what speaks for it. Empty where nothing is sure.
 * `inJapanese` is asked for pages that are `isSimple` alone.
 */
export function recognise(facts: PageFacts, rules: readonly RecogniseRule[], inJapanese: InJapanese): Verdict {
  const text = readable(facts, inJapanese);
  if (isForOthers(facts.url.toLowerCase(), nameOf(text), facts.crumbs)) return { procedures: [] };
  if (text.nameless && isAnotherSubject(text.lines[0] ?? '')) return { procedures: [] };
  const named = rules.some(({ topic }) => bestGroup(topic, nameOf(text)));
  const elsewhere = !text.telling && text.headings.slice(0, CHAPTERS).some(isOnAnother);
  const bare =
    !elsewhere &&
    isNothingBut(
      wordsIn(
        text.called,
        rules.flatMap(({ alone }) => alone),
      ),
      text.called,
    );
  const procedures = rules
    .map((rule) => judge(rule, text, { named, bare, elsewhere }))
    .filter((found) => found !== undefined);
  if (procedures.length === 0) return { procedures: secondLook(text, rules) };
  // Of equal ones that comes first of which the name says more: 転出届（市外への引っ越し） is about moving out.
  const name = text.telling ? nameOf(text) : text.body;
  const topics = new Map(
    rules.map(({ id, topic, alone }) => [
      id,
      topic.filter((group) => containsAll(name, group)).length + wordsIn(bare ? text.called : [], alone).length,
    ]),
  );
  const said = ({ procedure }: Found) => topics.get(procedure) ?? 0;
  const sorted = procedures.toSorted(
    (a, b) => b.score - a.score || said(b) - said(a) || (a.procedure < b.procedure ? -1 : 1),
  );
  return { procedures: yielding(sorted, text, rules) };
}

/**
 * `procedures` in which the card as such (マイナンバーカードについて) comes behind how to get it, if the headings tell of
 * that and of nothing else that can be done with it.
 */
function yielding(procedures: readonly Found[], text: PageText, rules: readonly RecogniseRule[]): readonly Found[] {
  const [first] = procedures;
  const yields = rules.find(({ id }) => id === first?.procedure)?.yields ?? [];
  if (!first || yields.length === 0) return procedures;
  const topics = rules.filter(({ id }) => yields.includes(id)).flatMap(({ topic }) => topic.flat());
  if (!isNothingBut(topics, text.called)) return procedures;
  const name = nameOf(text);
  const headings = text.headings.filter((heading) => !name.includes(heading));
  const told = rules.flatMap(({ id, topic }): Found[] => {
    if (id === first.procedure) return [];
    const words = topic.flatMap((group) => {
      const rest = group.filter((word) => !name.includes(word));
      return rest.length < group.length && headings.some((heading) => rest.length > 0 && containsAll(heading, rest))
        ? rest
        : [];
    });
    if (words.length === 0) return [];
    return [{ procedure: id, score: first.score, reasons: [{ where: 'headings', words: [...new Set(words)] }] }];
  });
  const ids = told.map(({ procedure }) => procedure);
  return ids.every((id) => yields.includes(id))
    ? [...told, ...procedures.filter(({ procedure }) => !ids.includes(procedure))]
    : procedures;
}

/**
 * Of the page, whatever the rule. `named`: its name already says one procedure, so its headings complete no other.
 * `bare`: its name tells nothing but words that rules have as `alone`. `elsewhere`: its name tells nothing, and one of
 * its chapters is about something of which we know nothing.
 */
type Known = { named: boolean; bare: boolean; elsewhere: boolean };

function judge(rule: RecogniseRule, text: PageText, known: Known): Found | undefined {
  const reasons: Reason[] = [];
  const give = (points: number, where: Reason['where'], words: readonly string[]): number => {
    if (words.length === 0 || points === 0) return 0;
    reasons.push({ where, words });
    return points;
  };
  const name = nameOf(text);

  // A heading on another subject speaks against itself; where nothing else names the page, against the page.
  const first = beforeAnother(text.headings.slice(0, FIRST_HEADINGS));
  const others = first.filter((heading) => rule.not.some((word) => heading.includes(word)));
  const firstHeadings = first.filter((heading) => !others.includes(heading)).join('。');

  const fragments = rule.path.filter((fragment) => text.path.includes(foldRomaji(fragment)));
  const words = rule.body.filter((word) => text.body.includes(word)).slice(0, MAX_BODY);

  // The first lines of a page with neither name nor headings say what it is about, if anything does.
  const opening =
    text.nameless && text.headings.length === 0
      ? text.lines.slice(0, OPENING).filter((line) => !bestGroup(rule.topic, line))
      : [];

  let score = 0;
  // 農業者年金の加入 says 年金 only within the name of another subject.
  const named =
    bestGroup(rule.topic, name) &&
    bestGroup(
      rule.topic,
      rule.not.reduce((rest, word) => rest.replaceAll(word, ' '), name),
    );
  if (named) {
    const where = containsAll(text.title, named) ? 'title' : 'heading';
    score += give(NAMED + NAMED_MORE * Math.min(2, named.length - 1), where, named);
  } else {
    // 届 alone begins nothing: 転入届 below 引っ越し is no page about moving out.
    const begun = rule.topic.filter((group) => group.some((word) => word.length > 1 && name.includes(word)));
    const completed = bestGroup(begun, `${name}。${text.crumbs}`);
    const open = begun.length > 0 && isNothingBut(rule.topic.flat(), text.called) ? begun : [];
    const below = known.named ? undefined : bestGroup(open, `${name}。${firstHeadings}`);
    const bareHeading = first.find(
      (line) => wordsIn([line], rule.alone).length > 0 && !isVague(line) && isNothingBut(rule.alone, [line]),
    );
    const headed = text.telling
      ? undefined
      : (bestGroup(rule.topic, firstHeadings) ?? (bareHeading && wordsIn([bareHeading], rule.alone)));
    const within =
      text.nameless || (!text.telling && !known.elsewhere && fragments.length > 0)
        ? bestGroup(rule.topic, text.body)
        : undefined;
    const alone = known.bare ? wordsIn(text.called, rule.alone) : [];
    const byChapter =
      known.named || words.length < ENOUGH_CHAPTER || isOnAnother(name)
        ? undefined
        : bestGroup(
            rule.topic.filter((group) => isChapter(group, text.chapter)),
            text.chapter.join('。'),
          );
    if (alone.length > 0) score += give(ALONE, text.heading ? 'heading' : 'title', alone);
    else if (completed) score += give(COMPLETED, 'crumbs', completed);
    else if (headed) score += give(UNNAMED, 'headings', headed);
    else if (below) score += give(BELOW, 'headings', below);
    else if (byChapter) score += give(BY_CHAPTER, 'crumbs', byChapter);
    else if (within) score += give(UNNAMED, 'body', within);
    else if (text.nameless && words.length >= ENOUGH_BODY) score += give(UNNAMED_PATH, 'path', fragments.slice(0, 1));
    if (score === 0) return undefined;
  }

  score += give(PATH, 'path', fragments);
  if (words.length > 1) score += give(BODY * words.length, 'body', words);
  const further = rule.topic
    .filter((group) => text.headings.some((heading) => containsAll(heading, group)))
    .slice(0, 2);
  score += give(HEADING * further.length, 'headings', [...new Set(further.flat())]);
  const inName = rule.not.filter((word) => (text.nameless ? [...opening, ...others].join('。') : name).includes(word));
  // 住所が変わったとき below 介護保険 is about that insurance. Chapters for foreign residents are wider than their pages.
  const above =
    inName.length === 0 && !(named && text.simple) && isNothingBut(rule.not, text.chapter)
      ? wordsIn(text.chapter, rule.not)
      : [];
  const against = [...inName, ...above];
  score += give(AGAINST * against.length, 'against', against);
  return score >= ENOUGH ? { procedure: rule.id, score, reasons } : undefined;
}

/** Whether `chapter` is nothing but this topic. Below one that names the card stands all that can be done with it. */
const isChapter = (group: readonly string[], chapter: readonly string[]): boolean =>
  isNothingBut(group, chapter) && !chapter.some((name) => name.includes('マイナンバーカード'));
