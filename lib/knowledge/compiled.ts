/**
 * The shapes of the packaged knowledge: what `scripts/data/compile.ts` writes and `lib/knowledge/packaged.ts` gives. In
 * the files sentences are numbers, and stand in `<language>/…` (`localise.ts`). Placeholders are still in the
 * sentences; they are filled for a person and a day by `fill`.
 */
import type { DeadlineKind, FigureUnit, Pin, Situation, Status, Unit, Who } from './vocabulary.ts';

/** A sentence with `{placeholders}` and furigana in Aozora notation; `otherwise` where no value is known. */
export type Text = { text: string; otherwise?: string };
export type SourceRecord = {
  publisher: string;
  /** null: the source is evidence only and is named without a link */
  url: string | null;
  pageDate: string | null;
  checked: string;
};

/** `facts.json`: every fact a person may see (confidence high or medium), for all languages. */
export type FactRecord = {
  id: string;
  unit: Unit;
  periods: readonly { from: string | null; until: string | null; value: number | string | null }[];
  /** The oldest dated source: a start that was not researched counts as known from there on. */
  knownFrom: string | null;
  disagreement: boolean;
  confidence: 'high' | 'medium';
  checked: string;
};
export type FactRecords = Readonly<Record<string, FactRecord>>;

/** `sources.json`: record id (`facts/…`, `procedures/…`, `terms/…`, `benefits/…`) → its sources, for all languages. */
export type SourceRecords = Readonly<Record<string, readonly SourceRecord[]>>;

type ForSome = { for?: readonly Status[] };
export type ItemRecord = Text & ForSome & { id: string; facts?: readonly string[] };
export type BringRecord = Text & ForSome & { id: string; ja: string; needed: 'always' | 'if'; note?: Text };

/** `titles.json`: a procedure in lists. `ended`: it is over, although its pages are still up. */
export type TitleRecord = { id: string; title: Text; ended: boolean };

/** `guides/<procedure>.json` */
export type GuideRecord = {
  id: string;
  ja: string;
  title: Text;
  /** it is over: when it ended and what took its place */
  ended?: Text & { facts?: readonly string[] };
  gist: { bring?: Text; cost?: Text };
  about: Text;
  statuses: readonly Status[];
  audienceNote?: Text;
  /** `step`: the step at which the warning is said once more */
  warnings: readonly (ItemRecord & { kind: 'before' | 'irreversible'; step?: string })[];
  who: readonly { id: Who; note?: Text; bring: readonly BringRecord[] }[];
  steps: readonly ItemRecord[];
  pins: { counter: readonly Pin[]; online: readonly Pin[] };
  cost?: Text & { facts?: readonly string[] };
  where?: Text & { facts?: readonly string[]; ja?: string };
  takes?: Text & { facts?: readonly string[] };
  by: Text & { deadlines: readonly DeadlineKind[] };
  phrases: readonly { id: string; text: string; ja: string }[];
  mistakes: readonly ItemRecord[];
  varies: readonly ItemRecord[];
  next: readonly ItemRecord[];
  related: readonly { id: string; title: Text }[];
  start: readonly { url: string; name: string }[];
  terms: readonly string[];
  concerns: readonly { id: string; worry: Text; short: Text }[];
  /** every fact named anywhere in the guide */
  facts: readonly string[];
  /** of the procedure and of its facts, each page once */
  sources: readonly SourceRecord[];
  checked: string;
};

/** In `reference.json`: term id → what its explanation says. */
export type TermRecord = {
  id: string;
  ja: string;
  kana: string;
  gloss: Text;
  glossSource: string | null;
  meaning: Text;
  office: Text;
  facts: readonly string[];
  confusable: readonly { id: string; ja: string; text: string }[];
  publishers: readonly string[];
  checked: string;
};
export type TermRecords = Readonly<Record<string, TermRecord>>;

/** `words.json`: what `findWords` looks for, for all languages. */
export type WordRule = {
  id: string;
  /** headword and variants, folded as the text of a page is (`lib/page/block-text.ts`); none is empty */
  surfaces: readonly string[];
  unless?: string;
  needs?: string;
  /**
   * The surfaces are what machines wrongly make of the word in another language: case and plural do not matter. `also`:
   * further words of which they make the same.
   */
  wrong?: { also: readonly string[] };
};

/** `wrong-words.json`: language of the wrong wordings → what a page in that language is searched for. */
export type WrongWords = Readonly<Record<string, readonly WordRule[]>>;

/** `benefits.json` */
export type BenefitRecord = {
  id: string;
  ja: string;
  category: string;
  status: 'active' | 'partial' | 'planned' | 'ended';
  from: string | null;
  until: string | null;
  title: Text;
  what: Text;
  worth: Text;
  facts: readonly string[];
  statuses: readonly Status[];
  situations: readonly Situation[];
  only: boolean;
  weight: number;
  needs: readonly string[];
  limits: readonly ItemRecord[];
  start: string | null;
  /** of the first source that is more than evidence, else of the first */
  publisher: string;
  checked: string;
};

/** A worry and its honest answer. */
export type ConcernRecord = {
  id: string;
  topic: string;
  weight: number;
  worry: Text;
  short: Text;
  answer: Text;
  fair: Text;
  advice: readonly ItemRecord[];
  statuses?: readonly Status[];
  facts: readonly string[];
  checked: string;
};

/** A sentence of July 2022 and what holds today. */
export type ClaimRecord = {
  id: string;
  topic: string;
  said: Text;
  verdict: 'true' | 'changed' | 'ended' | 'not-yet' | 'unverified';
  now: Text;
  since: string | null;
  until: string | null;
  /** the benefit that tells more */
  benefit: string | null;
  facts: readonly string[];
  checked: string;
};

/** A count of one day; `{figure}` in the statement stands for the value with its unit. */
export type FigureRecord = {
  id: string;
  topic: string;
  statement: Text;
  value: number;
  unit: FigureUnit;
  asOf: string;
  note?: Text;
  checked: string;
};

/** In `reference.json`: what people worry about, what was said in 2022, and counts with their days. */
export type TruthRecords = {
  concerns: readonly ConcernRecord[];
  claims: readonly ClaimRecord[];
  figures: readonly FigureRecord[];
};

/** In `reference.json`: fact id → statement and exceptions in words. */
export type FactTexts = Readonly<Record<string, { statement: Text; exceptions: readonly ItemRecord[] }>>;

/** `interface.json`: `surface.key` → text. */
export type InterfaceTexts = Readonly<Record<string, string>>;

/**
 * `reference.json`: what is looked up rather than read through, in one file because its sentences compress together.
 */
export type Reference = { terms: TermRecords; facts: FactTexts; truth: TruthRecords };

/** `languages.json` */
export type LanguageRecord = {
  id: string;
  /** in the language itself */
  name: string;
  /** for Intl and for lang="" */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** whether its sentences have furigana, and so a list of readings */
  furigana: boolean;
};

/**
 * `gate.json`, bundled into the spotter: normalised words, one of which must stand in title, heading or crumbs.
 */
export type Gate = { words: readonly string[] };

/** `recognise.json`, bundled into the worker. Words are normalised by `normalise`. */
export type RecogniseRule = {
  id: string;
  topic: readonly (readonly string[])[];
  alone: readonly string[];
  path: readonly string[];
  body: readonly string[];
  not: readonly string[];
  yields: readonly string[];
};

/** `register.json`: the local governments we know by host. */
export type RegisterRecord = {
  /** six-digit code of the local government */
  code: string;
  prefecture: string;
  /** a prefecture's own record carries its name here too; a ward is `City Ward`, parted by a space */
  name: string;
  /** the reading in hiragana, parted like the name */
  kana: string;
  host: string;
  /** `/` or the path under which this body lives on a shared host */
  path: string;
  /** further hosts of the same body */
  siblings?: readonly string[];
  /** does not exist; demonstration and test builds only */
  sample?: true;
};
/** `portals.json`: national portals. */
export type PortalRecord = {
  id: string;
  ja: string;
  en: string;
  /** all hosts that belong to it */
  hosts: readonly string[];
  /** those asked for at install, because a guide can appear there */
  covered: readonly string[];
  /** those on which we never run: log-in, forms, interfaces, images */
  silent: readonly string[];
  /** those that have also been met without https */
  http: readonly string[];
  /** host → its public pages, where it has a log-in too; see `siteAllowed` */
  allow: Readonly<Record<string, readonly string[]>>;
};

/** Where a copying site keeps the address of the page it shows; `data/sites.yaml` explains each. */
export type OriginalPlace =
  | { in: 'host'; skip: number }
  | { in: 'path' }
  | { in: 'query'; name: string }
  | { in: 'tenant'; skip: number; hosts: Readonly<Record<string, string>> };
export type CopyRecord = {
  /** what a person knows it by; null: it is not offered as a choice */
  name: string | null;
  /** hosts, or what they lie below */
  domains: readonly string[];
  made: 'translated' | 'stored' | 'adapted';
  /**
   * shows the pages of its customers only, so that it is a copy also where the original cannot be read from the address
   */
  customers: boolean;
  original: readonly OriginalPlace[];
};
/** `sites.json`: what is known of sites that are no public body's own, and of names kept for public bodies. */
export type SitesRecord = {
  services: readonly string[];
  copies: readonly CopyRecord[];
  /** labels, joined by dots, that were used in fakes */
  imitations: readonly string[];
  /** a character, or two, → the letter it is taken for */
  letters: Readonly<Record<string, string>>;
  /** cities that have a name of their own beside the prefectures */
  cities: readonly string[];
  /** prefecture → its municipalities' names in older domains */
  older: Readonly<Record<string, readonly string[]>>;
};
