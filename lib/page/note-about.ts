/** What a date of a page is for, in the page's own words, as a proposal that the person can put right. Pure, of folded text. */
import { findDates } from './find-dates.ts';

export type Around = {
  /** the main heading: what the page is about */
  main: string;
  /** the nearest heading, where there is one below the main one */
  section: string;
  /** the block before: the head of a row, the name in a list */
  previous: string;
  /** what stands before the date in its own block */
  before: string;
};

/** A heading is cut to it, so that the label has room beside it. */
const MAX_HEADING = 48;
/** A longer piece of a sentence names nothing. */
const MAX_LABEL = 30;
const MIN_LABEL = 2;

/** Bullets, numbers and words that only join at the beginning: ・, ※, (1), 2., なお、 */
const MARKS_BEFORE =
  /^(?:[\s・●○◯■□◆◇▼▶※*)）」』】\-–—]|[(（]?\d{1,2}[).）、](?!\d)|(?:たとえば|例えば|ただし|なお|また)、?)+/u;
/** What leads on to a date at the end: 提出期限は, 締切：, 受付期間( */
const LEADS_ON = /(?:[\s：:、,，（(「『【=＝~～\-–—→|｜]|は|が|を|に|の|も|で)+$/u;

/**
 * "児童手当の現況届：提出期限" of the main heading and the words that stand directly before the date, or else the heading of their
 * section; one of them where the other is missing or says the same; empty where all are.
 */
export function noteAbout({ main, section, previous, before }: Around): string {
  const [subject, part] = main === '' ? [section, ''] : [main, section];
  const head = cut(subject);
  const label = labelOf(before) || labelOf(previous) || cut(part);
  if (label === '' || head.includes(label)) return head;
  return head === '' || label.includes(head) ? label : `${head}：${label}`;
}

const cut = (heading: string): string => (heading.length > MAX_HEADING ? `${heading.slice(0, MAX_HEADING)}…` : heading);

/** The last clause without what leads on to the date, and without an earlier date that stands in it. */
function labelOf(text: string): string {
  const sentence = text.slice(
    1 + Math.max(...['。', '\n', '！', '!', '？', '?'].map((stop) => text.lastIndexOf(stop))),
  );
  const [earlier] = findDates(sentence);
  const clause = bare(earlier ? sentence.slice(0, earlier.start) : sentence);
  if (clause.length <= MAX_LABEL) return clause.length < MIN_LABEL ? '' : clause;
  const last = bare(clause.slice(clause.lastIndexOf('、') + 1));
  return last.length < MIN_LABEL || last.length > MAX_LABEL ? '' : last;
}

const bare = (text: string): string => text.replace(MARKS_BEFORE, '').replace(LEADS_ON, '');
