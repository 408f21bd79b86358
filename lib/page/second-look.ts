/**
 * A second look at a page whose name told nothing that we know. What is written for those who read little Japanese is
 * called "At city hall", "Residency" or "City News", and its subject stands in the headings and the text below.
 */
import type { RecogniseRule } from '../knowledge/compiled.ts';
import { comparable } from './card-names.ts';
import { inJapanese } from './in-japanese.ts';
import { isOnAnother } from './other-subjects.ts';
import type { Found } from './page-facts.ts';
import { bestGroup, isNothingBut, nameOf, wordsIn, type PageText } from './page-text.ts';
import { isVague } from './vague.ts';

/** How many of the first headings can say what the page is about. */
const HEADINGS = 6;
/**
 * So many words of the rule elsewhere in the page confirm a heading; below a name that tells something else, and in
 * Japanese, whose headings are full of such words, more.
 */
const CONFIRM = +(globalThis.process?.env.C1 ?? 2);
const CONFIRM_TELLING = +(globalThis.process?.env.C2 ?? 2);
const CONFIRM_JAPANESE = +(globalThis.process?.env.C3 ?? 4);
/** Where no heading says it: so many of its words near the beginning of the text. */
const CONFIRM_TEXT = +(globalThis.process?.env.C4 ?? 3);
const BEGINNING = 1200;
/** In so many characters more another word stands by chance; a page gives up to 4,000, a row of words a hundred or two. */
const CHARACTERS_A_WORD = 1000;
const MOST = 4;
const ENOUGH = 8;

/** The procedures that headings or text of the page name, best first. Empty where it is about another subject. */
export function secondLook(text: PageText, rules: readonly RecogniseRule[]): Found[] {
  const name = nameOf(text);
  if ((!text.simple && text.telling) || isOnAnother(name)) return [];
  const open = rules.filter(({ not }) => !not.some((word) => name.includes(word)));
  const byHeadings = inHeadings(text, open);
  if (byHeadings.length > 0 || text.telling || name === '。' || text.headings.some(isOnAnother)) return byHeadings;
  return inText(text, open);
}

function inHeadings(text: PageText, rules: readonly RecogniseRule[]): Found[] {
  const name = nameOf(text);
  const base = text.simple ? (text.telling ? CONFIRM_TELLING : CONFIRM) : CONFIRM_JAPANESE;
  const enough = Math.max(base, Math.min(MOST, base + Math.floor(text.length / CHARACTERS_A_WORD)));
  const found: Found[] = [];
  for (const [index, heading] of text.headings.slice(0, HEADINGS).entries()) {
    if (heading.split('。').some(isVague)) continue; // 外国籍市民の方へ: a reader, no subject
    const rest = [...text.headings.filter((other) => other !== heading), ...text.lines].join('。');
    const here: Found[] = [];
    for (const rule of rules) {
      if (rule.not.some((word) => heading.includes(word))) continue;
      const alone = wordsIn([heading], rule.alone);
      const topic =
        bestGroup(rule.topic, heading) ??
        (isNothingBut(rule.alone, heading.split('。')) && alone.length > 0 ? alone : undefined);
      if (!topic) continue;
      const words = distinct([
        ...rule.body.filter((word) => rest.includes(word) && !heading.includes(word)),
        ...rule.alone.filter((word) => name.includes(word) && !heading.includes(word)),
      ]);
      if (words.length < enough) continue;
      if (found.some(({ procedure }) => procedure === rule.id)) continue;
      here.push({
        procedure: rule.id,
        score: ENOUGH + HEADINGS - index + words.length / 100 + topic.length / 10,
        reasons: [
          { where: 'headings', words: topic },
          { where: 'body', words },
        ],
      });
    }
    if (here.length === 0 && found.length === 0 && isOnAnother(heading)) return [];
    found.push(...here);
  }
  return found.toSorted((a, b) => b.score - a.score);
}

function inText(text: PageText, rules: readonly RecogniseRule[]): Found[] {
  const beginning = text.lines.join('\n').slice(0, BEGINNING);
  const sentences = beginning.split(/[。\n.!?]/);
  return rules
    .flatMap((rule): Found[] => {
      const at = sentences.findIndex((sentence) => bestGroup(rule.topic, sentence));
      const topic = bestGroup(rule.topic, sentences[at] ?? '');
      if (!topic) return [];
      const words = distinct(rule.body.filter((word) => beginning.includes(word)));
      if (words.length < CONFIRM_TEXT) return [];
      return [
        {
          procedure: rule.id,
          score: ENOUGH + words.length / 10 - at / 100,
          reasons: [{ where: 'body', words: [...new Set([...topic, ...words])] }],
        },
      ];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Without those that say the same in another language, or are part of another. */
function distinct(words: readonly string[]): readonly string[] {
  const said = words.map((word) => comparable(inJapanese(word)));
  return words.filter((_, i) => !said.some((other, k) => (k < i ? other.includes(said[i]!) : k > i && other !== said[i] && other.includes(said[i]!))));
}
