/**
 * The contracts between a page and the worker, checked on receipt. Popup, desk and welcome page share the
 * worker's origin: they read and change the store themselves; what little they ask of it is in `own-messages.ts`.
 */
import { STATUSES, WHO } from './knowledge/vocabulary.ts';
import { MAX_DATE_LENGTH } from './page/find-dates.ts';
import { BOUNDS } from './page/page-facts.ts';
import type { DateModel, TranslationModel, VisitModel, WordModel } from './visit-model.ts';
import { z } from './zod.ts';

const Short = z.string().check(z.maxLength(BOUNDS.line));
const DateText = z.string().check(z.maxLength(MAX_DATE_LENGTH));
const Id = z.string().check(z.regex(/^[a-z0-9/#-]{1,120}$/));

/** The bounds are what the spotter cuts to; more is not ours. */
const Facts = z.strictObject({
  url: z.url().check(z.maxLength(BOUNDS.url)),
  title: Short,
  heading: Short,
  crumbs: z.readonly(z.array(Short).check(z.maxLength(BOUNDS.crumbs))),
  headings: z.readonly(z.array(Short).check(z.maxLength(BOUNDS.headings))),
  sample: z.string().check(z.maxLength(BOUNDS.sample)),
  lang: z.string().check(z.maxLength(BOUNDS.lang)),
});

const Instead = z.union([z.strictObject({ person: Id }), z.strictObject({ status: z.nullable(z.enum(STATUSES)) })]);

export const PageMessage = z.discriminatedUnion('type', [
  /** The spotter: this page may be about something we know. Answer: whether the helper comes. */
  z.strictObject({ type: z.literal('page:seen'), facts: Facts }),
  /** The spotter: the person went on to another page of the same document, where nothing is known. */
  z.strictObject({ type: z.literal('page:left') }),
  /**
   * The helper: what shall I say? `instead`: to whom, if not to the reader, this once; `related`: also of this
   * procedure. Answer: a `VisitModel`, or null when this visit is over.
   */
  z.strictObject({ type: z.literal('visit:open'), instead: z.nullable(Instead), related: z.nullable(Id) }),
  /** The helper: these words stand in the page. Answer: `WordModel[]`. */
  z.strictObject({ type: z.literal('visit:words'), ids: z.array(Id).check(z.maxLength(400)) }),
  /**
   * The helper: these dates stand in the page, as `findDates` reads them; the last day it was written, if it says so.
   * Answer: `DateModel[]`.
   */
  z.strictObject({
    type: z.literal('visit:dates'),
    dates: z.array(DateText).check(z.maxLength(100)),
    written: z.nullable(DateText),
    /** for whom the guide is, as in `visit:open`: whether they noted a date here */
    instead: z.nullable(Instead),
  }),
  /**
   * The person pressed the button of a date: note it among the dates of whom the guide is for, or take the note back.
   * `about`: what for, in the page's words. Which day it is the worker works out. Answer: the `DateModel` as it is now,
   * or null where nothing can be noted.
   */
  z.strictObject({
    type: z.literal('date:remind'),
    date: DateText,
    written: z.nullable(DateText),
    about: Short,
    instead: z.nullable(Instead),
    on: z.boolean(),
  }),
  /**
   * The helper: a machine has made this page over, into this language; `named`: its first form, as the page says.
   * Answer: a `TranslationModel`.
   */
  z.strictObject({
    type: z.literal('visit:translated'),
    language: z.string().check(z.maxLength(BOUNDS.lang)),
    named: z.nullable(z.url().check(z.maxLength(BOUNDS.url))),
  }),
  z.strictObject({ type: z.literal('guide:tick'), procedure: Id, who: z.enum(WHO), item: Id, on: z.boolean() }),
  z.strictObject({ type: z.literal('guide:language'), language: Id }),
  /** Answer: the guide's `remind` as it is now. */
  z.strictObject({ type: z.literal('guide:remind'), deadline: Id, on: z.boolean() }),
  /** Opens the desk where the date can be typed: nothing personal is ever typed into a page. */
  z.strictObject({ type: z.literal('guide:add-date'), procedure: Id }),
  /** Opens the sheet for the counter, which is a page of our own. */
  z.strictObject({ type: z.literal('guide:sheet'), procedure: Id, who: z.enum(WHO) }),
  z.strictObject({ type: z.literal('site:off') }),
]);
export type PageMessage = z.infer<typeof PageMessage>;
const types: ReadonlySet<unknown> = new Set(PageMessage.def.options.map((o) => o.def.shape.type.def.values[0]));

export type Answer<T extends PageMessage['type']> = T extends 'page:seen'
  ? { helper: boolean }
  : T extends 'visit:open'
    ? VisitModel | null
    : T extends 'visit:words'
      ? WordModel[]
      : T extends 'visit:dates'
        ? DateModel[]
        : T extends 'date:remind'
          ? DateModel | null
          : T extends 'visit:translated'
            ? TranslationModel
            : null;

/** Strangers (other extensions, tabs of an older version) give `undefined`; our own type with a bad body throws. */
export function readPageMessage(raw: unknown): PageMessage | undefined {
  const type = raw !== null && typeof raw === 'object' && 'type' in raw ? raw.type : undefined;
  return types.has(type) ? PageMessage.parse(raw) : undefined;
}

/**
 * What the worker and the popup tell a tab. `visit:changed`: ask again; `visit:show`: open the guide and go
 * there; `visit:end`: take everything away.
 */
export type TabMessage = { type: 'visit:changed' } | { type: 'visit:show' } | { type: 'visit:end' };
