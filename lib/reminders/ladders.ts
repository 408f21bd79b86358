/**
 * On which days a deadline speaks up. A rung is one notice; only the newest one that is due is ever shown.
 * Days before the end count back from the *advised* day, the last one on which an office is open.
 */
import { addDays } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { isClosedDay, lastOpenDayOnOrBefore, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Moment } from '../dates/today.ts';
import type { DeadlineKind } from '../knowledge/vocabulary.ts';
import type { Deadline } from '../rules/deadline.ts';
import { EMPTY_WISHES, RUNG_IDS, type RungId, type Wishes } from './wishes.ts';

/**
 * A notice comes from this hour in Japan on, where the person wants no other: offices are open, and nobody is woken.
 */
export const HOUR = 9;
/** A deadline that passed longer ago than this is no news: it is in the list, and no notice comes for it. */
const OLD_AFTER_DAYS = 60;

type Rung = {
  /** Part of stored ids: never renamed. */
  id: RungId;
  /** The day of this rung for a deadline; null where it has none. */
  day: (deadline: Deadline) => CivilDate | null;
};

type DaysBefore<Id extends RungId> = Id extends `d${infer N extends number}` ? N : never;

const before = (days: DaysBefore<RungId>): Rung => ({ id: `d${days}`, day: ({ advised }) => addDays(advised, -days) });

/** The first day on which something can be done. */
const OPENS: Rung = { id: 'opens', day: ({ opens }) => opens };
/** The last chance at an open office. */
const ADVISED: Rung = { id: 'advised', day: ({ advised }) => advised };
/** The last day by law; where offices are closed on it, some weekend counter or a website may still help. */
const LAST: Rung = { id: 'last', day: ({ last }) => last };
/** What to do now that it is too late. */
const PAST: Rung = { id: 'past', day: ({ last }) => addDays(last, 1) };

/** The last chance and what comes after it. */
const OVER: readonly Rung[] = [ADVISED, LAST, PAST];
/** Most ladders end so: a week to plan, the eve because the stricter reading is a day earlier, the end itself. */
const END: readonly Rung[] = [before(7), before(1), ...OVER];
/**
 * Two weeks in all, counted from something that happened: a word at once, because nobody else says it; half-way, where
 * a week is left; three days, where an office day can still be chosen; the eve.
 */
const TWO_WEEKS: readonly Rung[] = [OPENS, before(7), before(3), before(1), ...OVER];
/** A window: when it opens, a month, a week, the eve. */
const WINDOW: readonly Rung[] = [OPENS, before(30), ...END];

export const LADDERS: Readonly<Record<DeadlineKind, readonly Rung[]>> = {
  // From the order to the letter a month passes, in busy places two (card-renewal-lead-time): the sixty-day
  // rung is the last comfortable one, at thirty the old card may end before the new one is there.
  'card-renewal': [OPENS, before(60), before(30), ...END],
  // Done in one visit, with no wait: one reminder between the opening and the last week.
  'certificate-renewal': WINDOW,
  // Papers from employer, school and tax office take weeks, the answer takes more.
  'stay-renewal': [OPENS, before(60), before(30), before(14), ...END],
  // Nobody writes a letter, and it comes after immigration, whose answer can be late: at fourteen days there is still
  // time to ask the counter for the special extension instead.
  'card-extension': [before(60), before(30), before(14), ...END],
  // The answer of immigration decides, not the person: a month before the end one asks how far it is, and at fourteen
  // days one prepares for leaving. Nothing can be extended any more.
  'stay-special-end': [before(30), before(14), ...END],
  // One visit with the proof of the application, but only while the old card runs.
  'card-special-extension': [before(30), before(14), ...END],
  // Years have passed since the last time: photo and papers are looked for first.
  'residence-card-renewal': [OPENS, before(60), before(30), ...END],
  'specified-card-renewal': [OPENS, before(60), before(30), ...END],
  'specified-card-bridge': [before(30), before(14), ...END],

  'move-in': TWO_WEEKS,
  // Before one moves there is much to do; three days before is the last day on which another errand can be moved.
  'move-out': [OPENS, before(14), before(7), before(3), before(1), ...OVER],
  // A second limit behind the first one: one word a week before, for who lets this one pass needs paper from the old
  // town.
  'move-special-limit': END,
  // Months are long enough to forget it: it was not done with the move, so it is said at once.
  'card-continuation': [OPENS, before(60), before(30), ...END],
  // An errand among the many before a departure, at the old office and not at the airport.
  'overseas-use': [before(30), before(14), ...END],
  // Handing the card back goes together with the moving-out notice, so it is said in the weeks for that.
  'card-returned-abroad': [before(14), ...END],
  // A flight has to be booked: two months before there are still seats, a month before it is urgent.
  're-entry': [before(60), before(30), before(14), ...END],

  'health-insurance-join': TWO_WEEKS,
  'health-insurance-leave': TWO_WEEKS,
  // The insurer counts arrival and makes no exception: ten days before is half-way.
  'health-insurance-continue': [OPENS, before(10), before(3), before(1), ...OVER],
  'pension-join': TWO_WEEKS,
  // Comes every month; more than two words would be noise.
  'pension-payment': [before(7), before(1), ...OVER],
  // Clinics stop taking the old certificate: a month before there is time for the counter.
  'insurance-grace': [before(30), ...END],

  'birth-registration': TWO_WEEKS,
  // Papers of both parents, and an office that may be far away: half of the month is left at fourteen days.
  'newborn-status': [OPENS, before(14), before(7), before(3), before(1), ...OVER],
  // Behind the one before: who reaches this one without a status goes to immigration today.
  'newborn-record': [before(30), before(14), ...END],
  // Every day late can cost a month's allowance.
  'child-allowance': TWO_WEEKS,

  'immigration-employer': TWO_WEEKS,
  'immigration-spouse': TWO_WEEKS,
  'residence-card-lost': TWO_WEEKS,
  'residence-card-details': TWO_WEEKS,
  'card-details': TWO_WEEKS,
  // An offer and no duty: half-way, and while it can still be taken.
  'card-express': [OPENS, before(14), before(3), before(1), ...OVER],

  // Four weeks are open: the opening, half-way, the last week.
  'tax-return': [OPENS, before(14), ...END],
  // Prepared together with the return, two weeks behind it.
  'consumption-tax': [before(14), ...END],
  // Papers and a tax agent are arranged before the ticket: a month, two weeks.
  'tax-before-leaving': [before(30), before(14), ...END],
  // The form has to arrive, by post and over New Year: three weeks before it can still be sent without haste.
  'furusato-onestop': [before(21), before(14), ...END],
  'licence-renewal': WINDOW,

  // What it takes is the person's to know: two weeks leave time for a paper or a free day.
  'own-date': [before(14), ...END],
};

/** What anybody may choose for any kind; what we propose for a kind is there besides. */
const OFFERED: readonly Rung[] = [
  OPENS,
  before(90),
  before(60),
  before(30),
  before(14),
  before(7),
  before(3),
  before(1),
  ...OVER,
];
/** In the order of `RUNG_IDS`. */
const RUNGS: readonly Rung[] = [
  ...new Map([...OFFERED, before(21), before(10)].map((rung) => [rung.id, rung])).values(),
].toSorted((a, b) => RUNG_IDS.indexOf(a.id) - RUNG_IDS.indexOf(b.id));

/** The rungs between which one chooses for a kind, in their order. */
export const rungsToChoose = (kind: DeadlineKind): RungId[] =>
  RUNG_IDS.filter((id) => [...OFFERED, ...LADDERS[kind]].some((rung) => rung.id === id));

/** The rungs on which a kind speaks: those chosen, else those we propose. */
export const rungsOf = (kind: DeadlineKind, wishes: Pick<Wishes, 'rungs'>): RungId[] =>
  wishes.rungs[kind] ?? LADDERS[kind].map(({ id }) => id);

/** A rung of a deadline with its day. */
export type Step = { rung: RungId; day: CivilDate };

/**
 * The steps of a deadline in the order of their days; of two on one day the later rung of the ladder stands last.
 * None before the first day on which something can be done: a rung that would be earlier falls away where the ladder
 * speaks on that first day anyway, and else comes then, so that a choice is never silently empty.
 */
export function stepsOf(deadline: Deadline, wishes: Pick<Wishes, 'rungs' | 'openDays'> = EMPTY_WISHES): Step[] {
  const { kind, opens } = deadline;
  const chosen = rungsOf(kind, wishes);
  return RUNGS.filter(({ id }) => chosen.includes(id))
    .flatMap(({ id, day }): Step[] => {
      const on = day(deadline);
      if (on === null) return [];
      if (opens === null || on >= opens) return [{ rung: id, day: on }];
      return chosen.includes('opens') ? [] : [{ rung: id, day: opens }];
    })
    .map(({ rung, day }) => ({ rung, day: wishes.openDays ? openDayFor(day, deadline) : day }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * The day on which offices are open that stands for `day`: the one before it. Only where that is too early to act, and
 * once it is too late, the one after it; the day itself where that one would come after the last office day.
 */
function openDayFor(day: CivilDate, { opens, advised, last }: Deadline): CivilDate {
  if (!isClosedDay(day)) return day;
  const [earlier, later] = [lastOpenDayOnOrBefore(day), nextOpenDayOnOrAfter(day)];
  if (day > last) return later;
  if (opens === null || earlier >= opens) return earlier;
  return later <= advised ? later : day;
}

/** Whether a notice for `day` is due: from 09:00 of that day in Japan on, or from the hour that the person chose. */
export const isDue = (day: CivilDate, now: Moment, from = HOUR): boolean =>
  day < now.day || (day === now.day && now.hour >= from);

/** Whether a deadline passed so long ago that no notice begins for it any more. */
export const isOld = (deadline: Deadline, today: CivilDate): boolean => today > lastDayToTell(deadline, today);

/**
 * The last day on which a notice may come, and until which it can be put off: the last day by law, and after that as
 * long as it is news.
 */
export const lastDayToTell = ({ last }: Deadline, today: CivilDate): CivilDate =>
  today <= last ? last : addDays(last, OLD_AFTER_DAYS);
