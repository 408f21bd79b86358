/** What a rule answers. Plain values; the words for them are data. */
import type { CivilDate } from '../dates/civil-date.ts';
import type { Event, Person } from '../household/schema.ts';
import type { Note } from '../household/note.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { DeadlineKind } from '../knowledge/vocabulary.ts';

export type Certainty =
  /** follows from a date printed on a card or a residence card */
  | 'printed'
  /** follows from dates the person typed, by a rule */
  | 'derived'
  /** a date of the person's own, which nobody checked */
  | 'noted'
  /** an input is missing or two contradict each other; the earlier reading is given */
  | 'cautious';

export type Deadline = {
  /** Stable for the same person, kind and basis: `p1/card-extension/2027-05-01`. */
  id: string;
  kind: DeadlineKind;
  /** id of the person */
  person: string;
  /** the procedure that explains what to do, by its kind; `null` where we have none */
  procedure: string | null;
  /** first day to act; null where the law names none */
  opens: CivilDate | null;
  /** the day we advise: the last open day on or before `last` */
  advised: CivilDate;
  /** the last day by law; later is too late, or costs */
  last: CivilDate;
  /** the day the law gives when `last` is closed and such a day moves; information only, never advised */
  moved: CivilDate | null;
  /** the first day on which the consequence of missing it has set in; `last` < it */
  follows: CivilDate;
  /** other last days that sources give; `last` is the earliest of all */
  otherwise: readonly CivilDate[];
  certainty: Certainty;
  /** what is missing or contradicts: ids of household fields or kinds of events */
  missing: readonly string[];
  /** ids of the facts this rests on */
  facts: readonly string[];
  /** only a date that the person noted themselves: what for, and the page it stands on */
  note?: Note;
};

/** What a rule is given: one person, what happened to them (any order), the facts, and today in Japan. Pure. */
export type RuleInput = { person: Person; events: readonly Event[]; facts: FactRecords; today: CivilDate };
export type Rule = (input: RuleInput) => Found[];
/** What a rule says; which procedure belongs to it follows from its kind. */
export type Found = Omit<Deadline, 'procedure'>;
