/** What the worker sends to a page: everything the guide says, already in words for this person, day and language. */
import type { CivilDate } from './dates/civil-date.ts';
import type { WordRule } from './knowledge/compiled.ts';
import type { Pin, Status, Who } from './knowledge/vocabulary.ts';

/** A filled sentence; furigana still in Aozora notation. */
export type Line = string;

export type SourceLine = { publisher: string; url: string | null; checked: Line; pageDate: string | null };
/** `forWhom`: shown as a label where the person has not said their status; such lines concern only some. */
export type GuideItem = { id: string; text: Line; forWhom: Line | null };
export type BringItem = GuideItem & { ja: string; needed: 'always' | 'if'; note: Line | null };

export type GuideModel = {
  procedure: string;
  /** what Japanese offices call it; shown beside the title, lang=ja */
  ja: string;
  title: Line;
  /** it is over, although the page is still up: when it ended and what took its place */
  ended: Line | null;
  gist: { bring: Line | null; cost: Line | null; by: Line };
  about: Line;
  /** "for you: limited stay"; null while the status is unknown */
  forYou: Line | null;
  /** false: the person's status is not among those it concerns */
  concerns: boolean;
  audienceNote: Line | null;
  /**
   * `old`: said where a fact behind it was last checked before the stated age, though the rest of the guide is newer
   */
  warnings: readonly (GuideItem & { kind: 'before' | 'irreversible'; old: Line | null })[];
  who: readonly { id: Who; label: Line; note: Line | null; bring: readonly BringItem[]; ticked: readonly string[] }[];
  /**
   * The PINs that are asked for: what each is called in the reader's language and on the form, what it is made of,
   * its tries in a row, and where it is reset.
   */
  pins: readonly {
    id: Pin;
    name: Line;
    ja: string;
    form: Line | null;
    tries: Line | null;
    reset: Line;
    online: boolean;
  }[];
  /** `warnings`: what must be known at this very step, in the words of `warnings` above */
  steps: readonly (GuideItem & { warnings: readonly GuideItem[] })[];
  by: {
    text: Line;
    last: CivilDate | null;
    lastText: Line | null;
    opensText: Line | null;
    daysLeft: number | null;
    left: Line | null;
  };
  /** null where there is nothing to pay, to visit or to wait for */
  cost: Line | null;
  where: { text: Line; ja: string | null } | null;
  takes: Line | null;
  phrases: readonly { id: string; text: Line; ja: Line }[];
  mistakes: readonly GuideItem[];
  varies: readonly GuideItem[];
  next: readonly GuideItem[];
  worries: readonly { id: string; worry: Line; short: Line }[];
  related: readonly { procedure: string; title: Line }[];
  start: readonly { url: string; name: string }[];
  sources: readonly SourceLine[];
  /** "11 sources, checked 24 Nov 2026" */
  checked: Line;
  /** the newest check is older than the stated age: the wording becomes careful */
  old: boolean;
  remind:
    | { state: 'none' } // the procedure has no deadline
    | { state: 'needs-date' } // the desk asks for the date
    | { state: 'on' | 'off' | 'done'; deadline: string; text: Line };
};

/** Whom a guide is for this time: another person of the household, or somebody of whom only the status is said. */
export type Instead = { person: string } | { status: Status | null };

/** Interface texts of the guide, `key` → text (without the surface's name). */
export type Labels = Readonly<Record<string, string>>;

export type VisitModel = {
  language: { id: string; locale: string; direction: 'ltr' | 'rtl' };
  languages: readonly { id: string; name: string }[];
  labels: Labels;
  /** the main one first */
  guides: readonly GuideModel[];
  /** one that is not about this page, to which the person went on from another guide */
  related: GuideModel | null;
  /** null: on this page the guide is for nobody in particular */
  somebodyElse: { chosen: Instead | null; choices: readonly { instead: Instead; name: string }[] } | null;
  hover: boolean;
};

/** What is known of a page that a machine has made over, beside the page itself. */
export type TranslationModel = {
  /** the page as the office wrote it */
  original: string | null;
  /** the wrong wordings to look for in its language */
  words: readonly WordRule[];
};

/** By which wrong wordings the page calls a word; `also`: what they stand for as well. */
export type Said = {
  language: string;
  texts: readonly string[];
  also: readonly Pick<WordModel, 'id' | 'ja' | 'gloss'>[];
};

/** One explanation. */
export type WordModel = {
  id: string;
  ja: string;
  kana: string;
  gloss: Line;
  meaning: Line;
  office: Line;
  confusable: readonly { id: string; ja: string; text: Line }[];
  /** "Digital Agency, J-LIS · checked 24 Nov 2026" */
  source: Line;
  /** only the page knows: null in what the worker sends */
  said: Said | null;
};

/** One date of the page, explained. */
export type DateModel = {
  /** as it stands in the page, full width and spaces evened out */
  id: string;
  /** the Western date or dates, in the reader's language */
  title: Line;
  /** the same as Japanese papers write it: 令和8年5月1日（金） */
  era: string | null;
  /** how far away it is, what is closed, how it is counted, what is doubtful */
  notes: readonly Line[];
  /**
   * Whether the person is reminded of it, and of what in their words; null where that cannot be: it has passed, it is
   * no day, or nothing is kept here.
   */
  remind: { on: boolean; button: Line; said: Line; what: string } | null;
};
