/** What popup, desk and welcome page show, in plain values: no browser, no storage, every number already in words. */
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { Note } from '../../lib/household/note.ts';
import type { Event, Person } from '../../lib/household/schema.ts';
import type { Settings } from '../../lib/items.ts';
import type { InterfaceTexts, LanguageRecord } from '../../lib/knowledge/compiled.ts';
import type { AccessNote, ClockNote } from '../../lib/notes.ts';
import type { DeadlineKind, Situation, Status } from '../../lib/knowledge/vocabulary.ts';
import type { RungId, Wishes } from '../../lib/reminders/wishes.ts';
import type { Certainty } from '../../lib/rules/deadline.ts';
import type { Told } from '../../lib/rules/rests-on.ts';

/** A filled sentence or a date in words; furigana still in Aozora notation. */
export type Line = string;
export type DayText = { day: string; text: Line };

export type SourceView = { publisher: string; url: string | null; checked: Line; pageDate: Line | null };
export type FactView = {
  id: string;
  statement: Line;
  /** what it gives on that day, with its unit; null: a bare rule */
  value: Line | null;
  /** since when this value holds, and how long; null: not known, or no end known */
  from: Line | null;
  until: Line | null;
  exceptions: readonly Line[];
  disagreement: boolean;
  /** when we last read its sources */
  checked: Line;
  sources: readonly SourceView[];
};

/** One of the household. `name`: the nickname, or which of them it is. */
export type PersonView = { id: string; name: string; person: Person };
/** One thing that was typed, with its day in words where it has one. */
export type ToldView = { told: Told; day: Line | null };
/** What happened to the person one looks at, with its day in words. */
export type EventView = { event: Event; day: Line };

export type DateView = {
  id: string;
  kind: DeadlineKind;
  /** id of the person */
  person: string;
  /** whose it is, by name; null where there is one person only */
  who: string | null;
  /** what the person noted; null where the date follows from a rule */
  note: Note | null;
  /** days from today to the day we name: the advised one while it is ahead, else the last one; negative: past */
  daysLeft: number;
  past: boolean;
  /** the day that `daysLeft` counts to, with its weekday */
  target: DayText;
  /** the month of that day */
  month: DayText;
  last: DayText;
  /** null: the law names no first day */
  opens: (DayText & { month: DayText }) | null;
  /** it can be done today */
  open: boolean;
  /** only where it is not the last day itself; `closed`: because offices are closed on that one */
  advised: (DayText & { closed: boolean }) | null;
  movedTo: DayText | null;
  /** from this day on it was missed */
  follows: DayText;
  /** what other sources give as the last day */
  otherwise: readonly DayText[];
  certainty: Certainty;
  /** keys of the names of what is missing or does not match */
  missing: readonly string[];
  /** Only where the surface asked for explanations: what was typed that it rests on, and by which facts. */
  told: readonly ToldView[];
  facts: readonly FactView[];
  /** the day on which it was marked as done */
  done: DayText | null;
  /** the day on which the person said that it does not concern them */
  notMine: DayText | null;
  /** done or not theirs: kept, and out of every list of what is to be done */
  settled: boolean;
  later: Line | null;
  /** the last day until which it can be put off; null where it cannot wait */
  laterUntil: DayText | null;
  /** no notice comes: of this date, or of its kind */
  muted: boolean;
  silent: boolean;
  /** the day of the next notice after today */
  nextNotice: Line | null;
};

export type NoticeView = {
  /** ids of the deliveries it stands for */
  notices: readonly string[];
  deadline: string;
  kind: DeadlineKind;
  /** as in `DateView` */
  who: string | null;
  note: Note | null;
  past: boolean;
  daysLeft: number;
  target: DayText;
  /** as in `DateView` */
  laterUntil: DayText | null;
};

/** Until when a date is put off. */
export type Later = 'tomorrow' | 'week' | CivilDate;

export type NoticeCallbacks = {
  onDone: (deadline: string, title: string) => void;
  onLater: (deadline: string, until: Later) => void;
  onSeen: (notices: readonly string[]) => void;
};

export type BenefitView = {
  id: string;
  ja: string;
  title: Line;
  what: Line | null;
  worth: Line | null;
  status: 'active' | 'partial' | 'planned' | 'ended';
  /** it can be had today and is for this person as far as they told us */
  forMe: boolean;
  forStatuses: readonly Status[] | null;
  because: readonly Situation[];
  from: Line | null;
  until: Line | null;
  needs: readonly string[];
  limits: readonly { id: string; text: Line }[];
  start: string | null;
  /** who says so, and when we read it: "Digital Agency · checked 24 November 2026" */
  source: { publisher: string; checked: Line };
  sources: readonly SourceView[];
};

export type TermView = {
  id: string;
  ja: string;
  kana: string;
  gloss: Line;
  meaning: Line | null;
  office: Line | null;
  confusable: readonly { id: string; ja: string; text: Line }[];
  publishers: readonly string[];
  checked: Line;
};

export type ConcernView = {
  id: string;
  worry: Line;
  short: Line;
  answer: Line | null;
  fair: Line | null;
  advice: readonly { id: string; text: Line }[];
  sources: readonly SourceView[];
};

export type ClaimView = {
  id: string;
  said: Line;
  verdict: 'true' | 'changed' | 'ended' | 'not-yet' | 'unverified';
  now: Line;
  since: Line | null;
  until: Line | null;
  sources: readonly SourceView[];
};

export type FigureView = { id: string; text: Line; asOf: Line; note: Line | null; sources: readonly SourceView[] };

/** Under keys that begin so, unreadable items are kept when the person starts anew. */
export const ASIDE = 'aside:';
export type StoredView = {
  key: string;
  /** one of our items; others were set aside */ known: boolean;
  bytes: number;
  json: string;
};

export type View = {
  language: LanguageRecord;
  languages: readonly LanguageRecord[];
  texts: InterfaceTexts;
  today: DayText & { day: CivilDate; month: DayText };
  settings: Settings;
  /** how the person wants to be reminded */
  wishes: Wishes;
  /** the days on which a date can speak, by name */
  rungNames: Readonly<Record<RungId, Line>>;
  /** no notice ever came: it is said once how they come */
  neverTold: boolean;
  /** there is something to lose that is in no backup file */
  offersBackup: boolean;
  /** the day of the last backup file */
  backupOn: Line | null;
  /** the one that one looks at: all that is asked and shown of one person is theirs */
  person: Person;
  people: readonly PersonView[];
  /** of that person, the newest first */
  events: readonly EventView[];
  /** the household has a date or an event, so that something can follow */
  anything: boolean;
  /** the nearest first; settled ones after all others */
  dates: readonly DateView[];
  notices: readonly NoticeView[];
  /** those for this person first, best first; then what is not for them, planned or ended */
  benefits: readonly BenefitView[];
  /** stored items that cannot be read: shown, kept, never overwritten */
  problems: readonly StoredView[];
  /** the browser hides our notices */
  noticesDenied: boolean;
  /** the clock of the device cannot be right, or leapt */
  clock: { kind: ClockNote['kind']; seen: Line | null } | null;
  /** chosen places where we may not run any more; as a place, null: all public bodies, `COPIES`: translated copies */
  withdrawn: AccessNote | null;
  /** Only where the surface asked for explanations. */
  terms: readonly TermView[];
  concerns: readonly ConcernView[];
  claims: readonly ClaimView[];
  figures: readonly FigureView[];
  /** when the article appeared whose claims these are */
  claimed: Line;
  stored: readonly StoredView[];
};

/** What was just done, said once, and how it is taken back. */
export type Said = { key: string; values: Readonly<Record<string, string>>; undo: (() => Promise<void>) | null };
