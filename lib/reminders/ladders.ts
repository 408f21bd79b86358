/**
 * On which days a deadline speaks up. A rung is one notice; only the newest one that is due is ever shown.
 * Days before the end count back from the *advised* day, the last one on which an office is open.
 */
import { addDays, daysBetween } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Moment } from '../dates/today.ts';
import type { DeadlineKind } from '../knowledge/vocabulary.ts';
import type { Deadline } from '../rules/deadline.ts';

/** A notice comes from this hour in Japan on: offices are open, and nobody is woken. */
export const HOUR = 9;
/** A deadline that passed longer ago than this is no news: it is in the list, and no notice comes for it. */
const OLD_AFTER_DAYS = 60;

export type Rung = {
  /** Part of stored ids: never renamed. */
  id: string;
  /** The day of this rung for a deadline; null where it has none. */
  day: (deadline: Deadline) => CivilDate | null;
};

const before = (days: number): Rung => ({ id: `d${days}`, day: ({ advised }) => addDays(advised, -days) });

/** The first day on which something can be done. */
const OPENS: Rung = { id: 'opens', day: ({ opens }) => opens };
/** The last chance at an open office. */
const ADVISED: Rung = { id: 'advised', day: ({ advised }) => advised };
/** The last day by law; where offices are closed on it, some weekend counter or a website may still help. */
const LAST: Rung = { id: 'last', day: ({ last }) => last };
/** What to do now that it is too late. */
const PAST: Rung = { id: 'past', day: ({ last }) => addDays(last, 1) };

/** Each ladder ends the same way: a week to plan, the eve because the stricter reading is a day earlier, the end itself. */
const END: readonly Rung[] = [before(7), before(1), ADVISED, LAST, PAST];

export const LADDERS: Readonly<Record<DeadlineKind, readonly Rung[]>> = {
  // From the order to the letter a month passes, in busy places two (card-renewal-lead-time): the sixty-day
  // rung is the last comfortable one, at thirty the old card may end before the new one is there.
  'card-renewal': [OPENS, before(60), before(30), ...END],
  // Done in one visit, with no wait: one reminder between the opening and the last week.
  'certificate-renewal': [OPENS, before(30), ...END],
  // Papers from employer, school and tax office take weeks, the answer takes more.
  'stay-renewal': [OPENS, before(60), before(30), before(14), ...END],
  // Nobody writes a letter, and it comes after immigration, whose answer can be late: at fourteen days there is still
  // time to ask the counter for the special extension instead.
  'card-extension': [before(60), before(30), before(14), ...END],
  // Two weeks in all: a word on the day of moving, because it cannot be done before, and then the last week.
  'move-in': [OPENS, ...END],
};

/** A rung of a deadline with its day. */
export type Step = { rung: string; day: CivilDate };

/**
 * The steps of a deadline in the order of their days; of two on one day the later rung of the ladder stands last.
 * None before the first day on which something can be done.
 */
export const stepsOf = (deadline: Deadline): Step[] =>
  LADDERS[deadline.kind]
    .flatMap(({ id, day }): Step[] => {
      const on = day(deadline);
      return on === null || (deadline.opens !== null && on < deadline.opens) ? [] : [{ rung: id, day: on }];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** Whether a notice for `day` is due: from 09:00 of that day in Japan on. */
export const isDue = (day: CivilDate, now: Moment): boolean => day < now.day || (day === now.day && now.hour >= HOUR);

/** Whether a deadline passed so long ago that no notice begins for it any more. */
export const isOld = ({ last }: Deadline, today: CivilDate): boolean => daysBetween(last, today) > OLD_AFTER_DAYS;
