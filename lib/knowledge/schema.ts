/**
 * The shapes of everything under `data/`. Used when data is checked and compiled (build, tests, scripts);
 * pages and worker get plain JSON and only the types from here, for zod would cost each of them its own size.
 *
 * A sentence that a person reads is an object with `en`; every other language gives the same sentence under
 * the key `record-id.path.to.it` in `data/languages/<language>/<kind>.yaml`. Items of a list are reached by
 * their `id`, so their order may change.
 */
import * as z from 'zod';
import { DEADLINE_KINDS, FIGURE_UNITS, PINS, SITUATIONS, STATUSES, UNITS, WHO } from './vocabulary.ts';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const Day = z.iso.date();
/** A page's own date: a day, a month, a year, or null where the page shows none. */
const PageDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable();

/** What a person reads. `otherwise` is said instead when a placeholder in `en` has no value for this person or day. */
const Sentence = z.strictObject({ en: z.string().min(1), otherwise: z.string().min(1).optional() });
const Item = Sentence.extend({ id: Id, facts: z.array(Id).optional() });

export const Source = z.strictObject({
  publisher: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  says: z.string().min(1), // our own summary, never the page's wording
  page_date: PageDate,
  checked: Day,
  /** Mirrors, proxies, archives, blogs: counted as evidence, never offered to a person as a link. */
  evidence_only: z.literal(true).optional(),
});
export type Source = z.infer<typeof Source>;
const Sources = z.array(Source).min(1);

const Period = z
  .strictObject({
    from: Day.nullable(), // null: start not researched
    until: Day.nullable(), // last day on which the value holds; null: no end known
    /** null with unit none: a bare rule. With unit date: a day, a month, a year, or `MM-DD` for a day of every year. */
    value: z.union([z.int(), z.string().min(1), z.null()]),
  })
  .refine((p) => !p.from || !p.until || p.from <= p.until, 'a period ends before it begins');

export const Fact = z.strictObject({
  id: Id,
  topic: Id,
  statement: Sentence,
  unit: z.enum(UNITS),
  periods: z.array(Period).min(1),
  applies_to: z.string().min(1),
  exceptions: z.array(Item).optional(),
  /** Where sources disagree: both readings in our words. The earlier date is then the one we advise. */
  disagreement: z.string().optional(),
  confidence: z.enum(['high', 'medium', 'low']), // low is kept and never shown
  sources: Sources,
  checked: Day,
});
export type Fact = z.infer<typeof Fact>;

/** Shown only to these statuses; to a person who has not said, it is shown under the name of whom it is for. */
const For = z.array(z.enum(STATUSES)).min(1).optional();

/**
 * How a page about this procedure is recognised. Words are compared after NFKC and without spaces.
 * `topic`: any one group all of whose words stand in the title, the matching heading or the last crumbs.
 * `alone`: words that name it only where title or heading tell nothing else, and address or text agree.
 * `path`: parts of the address that point here. `body`: words of which several follow the main heading.
 * `not`: words in title or heading that belong to other subjects with the same verbs.
 * `yields`: procedures that come before it where the headings tell of them and of no other.
 */
const Recognise = z.strictObject({
  seen: Day,
  topic: z.array(z.array(z.string().min(1)).min(1)).min(1),
  alone: z.array(z.string().min(2)).default([]),
  path: z.array(z.string().min(2)).default([]),
  body: z.array(z.string().min(1)).default([]),
  not: z.array(z.string().min(1)).default([]),
  yields: z.array(Id).default([]),
});

const Bring = Item.extend({
  ja: z.string().min(1), // the word on the Japanese page and at the counter
  note: Sentence.optional(),
  needed: z.enum(['always', 'if']),
  for: For,
});

export const Procedure = z.strictObject({
  id: Id,
  ja: z.string().min(1), // what Japanese offices call it
  title: Sentence,
  /**
   * It is over, although the pages are still up: when it ended and what took its place. Such a guide asks for nothing.
   */
  ended: Item.omit({ id: true }).optional(),
  /** The closed guide's short facts; by-when follows from the deadline. */
  gist: z.strictObject({ bring: Sentence.optional(), cost: Sentence.optional() }),
  about: Sentence,
  audience: z.strictObject({ statuses: z.array(z.enum(STATUSES)).min(1), note: Sentence.optional() }),
  recognise: Recognise,
  warnings: z.array(
    Item.extend({
      /** before: read this before you go; irreversible: this step cannot be undone */
      kind: z.enum(['before', 'irreversible']),
      /** the step of this procedure at which one must know it: the same sentence is said there once more */
      step: Id.optional(),
      for: For,
    }),
  ),
  /** In the order of the switch; empty where nobody has to go anywhere. */
  who: z.array(z.strictObject({ id: z.enum(WHO), bring: z.array(Bring), note: Sentence.optional() })),
  /** the PINs that are asked for at a counter or machine, and online; the number of tries is a fact of each PIN */
  pins: z
    .strictObject({ counter: z.array(z.enum(PINS)).default([]), online: z.array(z.enum(PINS)).default([]) })
    .default({ counter: [], online: [] }),
  steps: z.array(Item.extend({ for: For })),
  cost: Item.omit({ id: true }).optional(),
  where: Item.omit({ id: true })
    .extend({ ja: z.string().min(1).optional() })
    .optional(),
  takes: Item.omit({ id: true }).optional(),
  by: z.strictObject({
    /** the one in the closed line first */
    deadlines: z.array(z.enum(DEADLINE_KINDS)),
    en: z.string().min(1),
    otherwise: z.string().min(1).optional(),
  }),
  phrases: z.array(z.strictObject({ id: Id, en: z.string().min(1), ja: z.string().min(1) })), // ja carries furigana
  mistakes: z.array(Item.extend({ for: For })),
  varies: z.array(Item),
  /** what comes after it is done */
  next: z.array(Item).default([]),
  related: z.array(Id),
  start: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), name: z.string().min(1) })),
  terms: z.array(Id), // words a reader of this page will meet
  concerns: z.array(Id).default([]), // worries that belong to this page
  sources: Sources,
  confidence: z.enum(['high', 'medium', 'low']),
  checked: Day,
});
export type Procedure = z.infer<typeof Procedure>;

export const Term = z.strictObject({
  id: Id,
  ja: z.string().min(1),
  kana: z.string().regex(/^[\u3040-\u309fー・\s]+$/, 'the reading in hiragana'),
  group: Id,
  variants: z.array(z.string().min(2)).default([]),
  /**
   * Where the characters must not be taken for the word: `unless` is a regular expression (flag u) for a
   * longer string around the match; `needs` one that the same block must also contain (required for one and
   * two characters). Each comes with a text that must match and one that must not.
   */
  context: z
    .strictObject({
      unless: z.string().min(1).optional(),
      needs: z.string().min(1).optional(),
      match: z.string().min(1),
      no_match: z.string().min(1),
    })
    .optional(),
  gloss: Sentence, // the official English where there is one
  gloss_source: z.string().min(1).nullable(), // who uses this English; null: our own wording
  meaning: Sentence,
  office: Sentence,
  facts: z.array(Id).default([]),
  confusable: z.array(z.strictObject({ id: Id, en: z.string().min(1) })).default([]), // id of the other word, and why
  /**
   * Wordings by which translations, machines above all, were seen to call it and that mislead, by language. They are
   * looked for in translated pages, whole, unless `mark` is false: too common, or right for something else too.
   */
  wrong: z
    .array(z.strictObject({ language: z.string().min(2), text: z.string().min(1), mark: z.literal(false).optional() }))
    .default([]),
  sources: Sources,
  confidence: z.enum(['high', 'medium', 'low']),
  checked: Day,
});
export type Term = z.infer<typeof Term>;

export const Benefit = z
  .strictObject({
    id: Id,
    ja: z.string().min(1),
    category: Id,
    status: z.enum(['active', 'partial', 'planned', 'ended']),
    from: PageDate,
    until: PageDate,
    title: Sentence,
    what: Sentence,
    /** The right edge: what it saves, in a few words, without a number where no number is honest. */
    worth: Sentence.extend({ facts: z.array(Id).optional() }),
    audience: z.strictObject({
      statuses: z.array(z.enum(STATUSES)).min(1),
      /** With one of these it ranks higher; `only` hides it from people who have said otherwise. */
      situations: z.array(z.enum(SITUATIONS)).default([]),
      only: z.boolean().default(false),
    }),
    weight: z.int().min(1).max(5), // how much an ordinary year with the card gets out of it
    needs: z.array(
      z.enum([
        'card',
        'user-certificate',
        'signature-certificate',
        'input-assist',
        'smartphone',
        'reader',
        'registration',
      ]),
    ),
    limits: z.array(Item),
    start: z.url({ protocol: /^https$/ }).nullable(),
    sources: Sources,
    confidence: z.enum(['high', 'medium', 'low']),
    checked: Day,
  })
  .refine((b) => b.status !== 'ended' || b.until !== null, 'an ended benefit says when it ended');
export type Benefit = z.infer<typeof Benefit>;

/** A worry, answered honestly: what is true in it as well as what stands against it. */
export const Concern = z.strictObject({
  id: Id,
  topic: Id,
  weight: z.int().min(1).max(5), // how many people it troubles: the first are shown first
  worry: Sentence, // a question in the person's own voice
  short: Item.omit({ id: true }), // the answer in a sentence or two
  answer: Item.omit({ id: true }), // what stands against the worry
  fair: Item.omit({ id: true }), // what is true in it
  advice: z.array(Item), // what one can do
  statuses: For,
  sources: Sources,
  confidence: z.enum(['high', 'medium', 'low']),
  checked: Day,
});
export type Concern = z.infer<typeof Concern>;

/** One sentence of the article of July 2022 from which the project began, in our words, and what holds today. */
export const Claim = z.strictObject({
  id: Id,
  topic: Id,
  said: Sentence,
  verdict: z.enum(['true', 'changed', 'ended', 'not-yet', 'unverified']),
  now: Item.omit({ id: true }),
  since: PageDate,
  until: PageDate,
  benefit: Id.nullable().default(null), // the benefit that tells more
  sources: Sources,
  confidence: z.enum(['high', 'medium', 'low']),
  checked: Day,
});
export type Claim = z.infer<typeof Claim>;

/** A count that was true on one day; always shown with it. `{figure}` in the statement is the value with its unit. */
export const Figure = z.strictObject({
  id: Id,
  topic: Id,
  statement: Sentence,
  value: z.number(),
  unit: z.enum(FIGURE_UNITS),
  as_of: PageDate.unwrap(),
  note: Sentence.optional(),
  sources: Sources,
  confidence: z.enum(['high', 'medium', 'low']),
  checked: Day,
});
export type Figure = z.infer<typeof Figure>;

/** A key may end in a name of the browser's own, such as the permission `activeTab`. */
const Key = z.string().regex(/^[a-z0-9]+(-[a-zA-Z0-9]+)*$/, 'a key is lower-case words joined by hyphens');
/** Interface strings, one file per surface: key → sentence. Placeholders are filled by the code. */
export const Interface = z.record(Key, Sentence.omit({ otherwise: true }));

export const Language = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(-[A-Za-z]+)*$/),
  name: z.string().min(1), // in the language itself
  locale: z.string().min(2), // for Intl and for lang=""
  base: z.boolean(), // a base language is complete, or the build fails
  direction: z.enum(['ltr', 'rtl']),
});
export type Language = z.infer<typeof Language>;

/** One translated sentence. `of` marks the English it was made from; a tool writes it. */
export const Translation = z.strictObject({
  of: z.string().regex(/^[0-9a-f]{6}$/),
  state: z.enum(['draft', 'checked']),
  text: z.string().min(1),
});
