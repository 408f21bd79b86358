/**
 * Finds the words we explain, and dates, in what follows the main heading, over the text of whole blocks: words are cut by
 * `<br>`, spans and readings. Changes nothing.
 */
import type { WordRule } from '../knowledge/compiled.ts';
import { BlockText, fold } from './block-text.ts';
import { ContentWalk, plainText } from './content.ts';
import { findDates, labelsPage, textOfDate, type FoundDate } from './find-dates.ts';
import { noteAbout } from './note-about.ts';
import { BOUNDS } from './page-facts.ts';
import { wordPattern, type WordPattern } from './word-pattern.ts';

export type WordHit = {
  id: string;
  range: StaticRange;
  /** counts the headings passed since the main one */
  section: number;
  /** as compared: NFKC, without readings and line breaks */
  text: string;
  /** what a translation wrongly makes of the word, and `also` of these */
  wrong: { also: readonly string[] } | null;
  /** in a link, label or summary: a click is the page's */
  inLink: boolean;
};
/** The first of each in the page; it never overlaps a `WordHit`. */
export type DateHit = {
  /** as `findDates` reads it: with the year that it takes from the one before it */
  text: string;
  range: StaticRange;
  /** the page says it was written on this day (更新日) */
  ofPage: boolean;
  /** what it is for, in the page's own words; may be empty */
  about: string;
};
export type Hits = { words: WordHit[]; dates: DateHit[] };
export type FindOptions = {
  /** the main heading; null: all of `root` */
  after: Element | null;
  /** most words wanted */
  limit: number;
  /** most dates wanted; none where it is left out */
  dateLimit?: number;
  signal: AbortSignal;
};

/** A page of more is not searched to its end. */
const MAX_TEXT_NODES = 20_000;
/** A longer block is searched in parts, so that no single search takes long. */
const MAX_BLOCK = 8_000;
/** Half a frame: short enough for input, long enough that the pauses cost little. */
const SLICE_MS = 8;

/** Asking what time it is took a tenth of the search; this many steps take far less than a slice. */
const CLOCK_STEPS = 32;

const HEADING = /^h[1-6]$/;
/** Where letter-spaced words stand (転 入 届). */
const SPACED = /^(?:h[1-6]|th|caption)$/;

const NONE: Hits = { words: [], dates: [] };

/** All hits at once, in page order. None when `signal` has aborted. For pages of unknown size: `findInSlices`. */
export function findAtOnce(root: Element, rules: readonly WordRule[], options: FindOptions): Hits {
  const search = new Search(root, rules, options);
  while (!options.signal.aborted && search.step());
  return options.signal.aborted ? NONE : search.hits;
}

/** The same hits; gives the page a turn every few milliseconds. Stops early, with none, when `signal` aborts. */
export async function findInSlices(root: Element, rules: readonly WordRule[], options: FindOptions): Promise<Hits> {
  const search = new Search(root, rules, options);
  let began = performance.now();
  let steps = 0;
  while (!options.signal.aborted && search.step()) {
    steps += 1;
    if (steps % CLOCK_STEPS) continue;
    const spent = performance.now() - began;
    if (spent < SLICE_MS || (search.inBlock && spent < 3 * SLICE_MS)) continue;
    await turn();
    began = performance.now();
  }
  return options.signal.aborted ? NONE : search.hits;
}

/** Lets everything else that waits come first; Firefox before 142 has no `scheduler.yield`. */
function turn(): Promise<unknown> {
  return 'scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve, 0));
}

class Search {
  readonly hits: Hits = { words: [], dates: [] };
  readonly #walk: ContentWalk;
  readonly #pattern: WordPattern;
  readonly #limit: number;
  readonly #dateLimit: number;
  readonly #block = new BlockText<Text>();
  #length = 0;
  #spaced = 0;
  #section = 0;
  #inSection = new Set<string>();
  readonly #dates = new Set<string>();
  #inHeading = false;
  readonly #main: string;
  #heading = '';
  /** the text of the block before this one */
  #previous = '';
  #texts = 0;
  /** text nodes of this block that lie in a link */
  #linked = new Set<Text>();
  /** what is left of a text node too long for one block */
  #rest: { node: Text; from: number } | undefined;

  constructor(root: Element, rules: readonly WordRule[], { after, limit, dateLimit = 0 }: FindOptions) {
    this.#walk = new ContentWalk(root, after);
    this.#pattern = wordPattern(rules);
    this.#limit = limit;
    this.#dateLimit = dateLimit;
    this.#main = after && dateLimit > 0 ? fold(plainText(after, BOUNDS.line)) : '';
  }

  /** Whether text is collected that was not searched yet: its offsets hold as long as the page does. */
  get inBlock(): boolean {
    return this.#length > 0;
  }

  /** One step of the walk; false when there is nothing more to do. */
  step(): boolean {
    if (this.#rest) {
      this.#append(this.#rest.node, this.#rest.from);
      return this.#wanting();
    }
    const walk = this.#walk;
    switch (walk.next()) {
      case 'end':
        this.#search();
        return false;
      case 'text':
        if (isText(walk.node)) this.#append(walk.node, 0);
        this.#texts += 1;
        break;
      case 'break':
        this.#block.break();
        break;
      case 'apart':
        this.#block.part();
        break;
      case 'open':
        if (!walk.block) break;
        this.#search();
        if (HEADING.test(walk.name)) {
          this.#section += 1;
          this.#inSection = new Set();
        }
        this.#inHeading = HEADING.test(walk.name);
        if (SPACED.test(walk.name)) this.#spaced += 1;
        this.#renew();
        break;
      case 'close':
        if (!walk.block) break;
        this.#search();
        if (SPACED.test(walk.name)) this.#spaced = Math.max(0, this.#spaced - 1);
        this.#inHeading = false;
        this.#renew();
        break;
    }
    if (this.#texts < MAX_TEXT_NODES) return this.#wanting();
    this.#search();
    return false;
  }

  #wanting(): boolean {
    return this.hits.words.length < this.#limit || this.#wantingDates();
  }

  #wantingDates(): boolean {
    return this.hits.dates.length < this.#dateLimit;
  }

  #append(node: Text, from: number): void {
    const data = node.data;
    const to = from + MAX_BLOCK < data.length ? cut(data, from, from + MAX_BLOCK) : data.length;
    this.#block.append(node, from === 0 && to === data.length ? data : data.slice(from, to), from);
    if (this.#walk.links > 0) this.#linked.add(node);
    this.#length += to - from;
    this.#rest = to < data.length ? { node, from: to } : undefined;
    if (this.#length >= MAX_BLOCK) {
      this.#search();
      this.#renew();
    }
  }

  #renew(): void {
    this.#block.reset(this.#spaced > 0);
    if (this.#length === 0) return;
    this.#length = 0;
    this.#linked.clear();
  }

  #search(): void {
    const { text } = this.#block;
    if (text === '') return;
    const dates = this.#wantingDates() && DIGIT.test(text) ? findDates(text) : [];
    this.#takeDates(text, dates, this.#takeWords(text, dates));
    if (this.#dateLimit === 0) return;
    if (this.#inHeading) this.#heading = text;
    this.#previous = text;
  }

  /** The longest wins: a word inside a date (令和) is not marked. Gives the stretches of `text` that became hits. */
  #takeWords(text: string, dates: readonly FoundDate[]): Stretch[] {
    const taken: Stretch[] = [];
    for (let match = this.#pattern.next(text, 0); match; match = this.#pattern.next(text, match.end)) {
      if (this.hits.words.length >= this.#limit) break;
      if (this.#inSection.has(match.id) || !this.#pattern.fits(text, match)) continue;
      if (dates.some((date) => isInside(match, date))) continue;
      const place = this.#place(match);
      if (!place) continue;
      this.#inSection.add(match.id);
      taken.push(match);
      this.hits.words.push({
        id: match.id,
        range: place.range,
        section: this.#section,
        text: text.slice(match.start, match.end),
        wrong: match.wrong ?? null,
        inLink: place.inLink,
      });
    }
    return taken;
  }

  #takeDates(text: string, dates: readonly FoundDate[], taken: readonly Stretch[]): void {
    for (const found of dates) {
      if (!this.#wantingDates()) return;
      const date = textOfDate(text, found);
      if (this.#dates.has(date) || taken.some(({ start, end }) => start < found.end && end > found.start)) continue;
      const place = this.#place(found);
      if (!place) continue;
      this.#dates.add(date);
      const ofPage = found.ofPage || (found.start === 0 && labelsPage(this.#previous));
      const around = {
        main: this.#main,
        section: this.#heading,
        previous: this.#previous,
        before: text.slice(0, found.start),
      };
      this.hits.dates.push({ text: date, range: place.range, ofPage, about: noteAbout(around) });
    }
  }

  /** Where a stretch of the block stands in the page; undefined where it is not rendered. */
  #place({ start, end }: Stretch): { range: StaticRange; inLink: boolean } | undefined {
    const span = this.#block.locate(start, end);
    const { startSource, endSource } = span;
    if (!isRendered(startSource) || (endSource !== startSource && !isRendered(endSource))) return undefined;
    return {
      range: new StaticRange({
        startContainer: startSource,
        startOffset: span.start,
        endContainer: endSource,
        endOffset: span.end,
      }),
      inLink: this.#linked.has(startSource) || this.#linked.has(endSource),
    };
  }
}

type Stretch = { start: number; end: number };

const isInside = (inner: Stretch, outer: Stretch): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;

/** Every date has one, and most blocks have none. */
const DIGIT = /[\d元]|[〇一二三四五六七八九十]\s?[年月]/;

const isText = (node: Node): node is Text => 'splitText' in node;

/** Where to cut a long text: after the last full stop or line feed before `limit`, or there if it has none. */
function cut(text: string, from: number, limit: number): number {
  const stop = Math.max(text.lastIndexOf('。', limit), text.lastIndexOf('\n', limit)) + 1;
  return stop > from ? stop : limit;
}

/** A closed accordion holds its text too, but a mark in it would be seen by nobody. */
function isRendered(text: Text): boolean {
  const parent = text.parentElement;
  if (!parent || (parent.localName === 'details' && !parent.hasAttribute('open'))) return false;
  return Element.prototype.checkVisibility.call(parent, { visibilityProperty: true });
}
