/**
 * Which notices are due, and what has to happen on the screen so that it agrees. A pure function of stored data and
 * a moment: alarms, starts and changes are only occasions to call it, and calling it twice changes nothing.
 *
 * The caller stores `deliveries` first, then shows `show` and calls `markShown` for each, and takes away whatever is on
 * the screen and not `open`. A death in between leaves an intent that is not marked as shown: the next call asks for it
 * again, under the same notification id, so that the browser puts it in its own place.
 */
import { addDays, daysBetween, later } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Moment } from '../dates/today.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { Deliveries } from './deliveries.ts';
import { HOUR, isDue, isOld, type Step, stepsOf } from './ladders.ts';
import {
  byDeadline,
  type DeliveryEntry,
  isPostponed,
  isSilenced,
  type OpenNotice,
  openNotices,
} from './open-notices.ts';
import { heldUntil } from './quiet.ts';
import { EMPTY_WISHES, type Wishes } from './wishes.ts';

/** One notification to show. Its words are made elsewhere. */
export type Notice = {
  /** id of the browser notification */
  id: string;
  /** ids of the notices it carries, for `acknowledge` */
  notices: readonly string[];
  deadlines: readonly Deadline[];
  /** id of the rung, or `digest` where it speaks for several deadlines */
  rung: string;
};

/**
 * - `before-build`: earlier than the day this version was made, so certainly wrong
 * - `went-back`: earlier than the last run
 * - `leapt`: more than two days after the last run; said once, by the first call after the leap
 */
export type ClockState = 'fine' | 'before-build' | 'went-back' | 'leapt';

export type Reconciled = {
  /** the same object when nothing changed */
  deliveries: Deliveries;
  show: Notice[];
  open: OpenNotice[];
  /** when something can fall due next; null when nothing is ahead */
  next: Moment | null;
  clock: ClockState;
};

export type ReconcileInput = {
  /** all deadlines that hold now; a delivery for any other one shows nothing */
  deadlines: readonly Deadline[];
  deliveries: Deliveries;
  now: Moment;
  /** the day this version was made */
  buildDay: CivilDate;
  /** how the person wants to be reminded; left out: as we propose */
  wishes?: Wishes;
  /** The browser was just started: what falls due then comes as one. */
  start?: boolean;
};

/** A clock this far back is a slip that the next days heal; one further back was wrong before, or is now. */
const SLIP_DAYS = 2;
/**
 * More than this many at once share one notification; at the start of the browser, when much else appears, more than
 * one.
 */
const SINGLES = 3;
const SINGLES_AT_START = 1;

/** What must happen now, for these deadlines at this moment. Never throws for what the schemas let through. */
export function reconcile({
  deadlines,
  deliveries,
  now,
  buildDay,
  wishes = EMPTY_WISHES,
  start = false,
}: ReconcileInput): Reconciled {
  const clock = clockState(deliveries.seen, now.day, buildDay);
  const trusted = clock === 'fine' || clock === 'leapt';
  const after = trusted
    ? deliver({ deadlines, deliveries, now, wishes }, start ? SINGLES_AT_START : SINGLES)
    : clock === 'went-back'
      ? putRight(deliveries, now.day)
      : deliveries;
  const open = openNotices(after, deadlines);
  return {
    deliveries: after,
    show: unshown(deadlines, open, now, wishes),
    open,
    next: trusted
      ? nextMoment({ deadlines, deliveries: after, now, wishes }, open)
      : { day: after.seen === null ? buildDay : later(after.seen, buildDay), hour: firstHour(wishes) },
    clock,
  };
}

const firstHour = ({ hours }: Wishes): number => hours?.from ?? HOUR;

function clockState(seen: CivilDate | null, today: CivilDate, buildDay: CivilDate): ClockState {
  if (today < buildDay) return 'before-build';
  if (seen === null) return 'fine';
  if (today < seen) return 'went-back';
  return daysBetween(seen, today) > SLIP_DAYS ? 'leapt' : 'fine';
}

/**
 * After a clock went back. By a day or two: nothing is forgotten and nothing comes before the old day is reached
 * again. By more, it ran ahead before: what had fallen due only by that clock was not delivered, and comes again on
 * its right day. Nothing comes on the day of the change itself; from the next day on the clock is trusted. Should it
 * have been right before and be wrong now, then the same notices come once more when it is mended: late and twice is
 * better than never.
 */
function putRight(deliveries: Deliveries, today: CivilDate): Deliveries {
  if (deliveries.seen === null || daysBetween(today, deliveries.seen) <= SLIP_DAYS) return deliveries;
  const notices = Object.fromEntries(Object.entries(deliveries.notices).filter(([, { due }]) => due <= today));
  return { ...deliveries, notices, seen: addDays(today, 1) };
}

/**
 * A deadline whose newest step must be shown: with the steps before it that were missed, and the day it counts from.
 */
type Fresh = { deadline: Deadline; step: Step; missed: readonly Step[]; due: CivilDate };

type Given = Pick<ReconcileInput, 'deadlines' | 'deliveries' | 'now'> & { wishes: Wishes };

/** Stores the intent for everything that is due, was not delivered and need not wait. */
function deliver(given: Given, singles: number): Deliveries {
  const { deliveries, now, wishes } = given;
  const fresh = allFresh(given).filter(({ deadline }) => heldUntil(deadline, now, wishes) === null);
  const seen = deliveries.seen === null ? now.day : later(deliveries.seen, now.day);
  if (fresh.length === 0) return seen === deliveries.seen ? deliveries : { ...deliveries, seen };

  const digest = `digest/${now.day}`;
  const grouped =
    fresh.length > singles || Object.values(deliveries.notices).some(({ notification }) => notification === digest);
  const added = fresh.flatMap(({ deadline: { id }, step, missed, due }): DeliveryEntry[] => {
    const notification = grouped ? digest : noticeId(id, step);
    // A missed step stands in the store as answered: the newest speaks for it.
    return missed
      .concat(step)
      .map((one): DeliveryEntry => [
        noticeId(id, one),
        { deadline: id, rung: one.rung, due, notification, shown: false, acknowledged: one !== step },
      ]);
  });
  return { ...deliveries, notices: { ...deliveries.notices, ...Object.fromEntries(added) }, seen };
}

const noticeId = (deadlineId: string, { rung }: Step): string => `${deadlineId}#${rung}`;

function allFresh(given: Given): Fresh[] {
  const delivered = byDeadline(given.deliveries);
  return given.deadlines.flatMap((deadline) => freshOf(deadline, delivered.get(deadline.id) ?? [], given));
}

function freshOf(
  deadline: Deadline,
  entries: readonly DeliveryEntry[],
  { deliveries, now, wishes }: Omit<Given, 'deadlines'>,
): Fresh[] {
  const { id } = deadline;
  if (isSilenced(deliveries, id) || isOld(deadline, now.day)) return [];
  const from = firstHour(wishes);
  const due = stepsOf(deadline, wishes).filter(({ day }) => isDue(day, now, from));
  const step = due.at(-1);
  if (!step) return [];
  const has = (other: Step): boolean => deliveries.notices[noticeId(id, other)] !== undefined;
  const newest = entries.at(-1)?.[1];
  const until = isPostponed(deliveries, id, newest) ? deliveries.later[id] : undefined;
  // A rung that was taken out of the choice has spoken for those before it: without it, none of them is news.
  const spoken = has(step) || (newest !== undefined && newest.due >= step.day);
  if (until === undefined ? spoken : !isDue(until, now, from)) return [];
  return [
    {
      deadline,
      step,
      missed: due.slice(0, -1).filter((past) => !has(past)),
      due: until === undefined ? step.day : later(step.day, until),
    },
  ];
}

/** The notifications that were never shown and need not wait, each with everything open that it carries. */
function unshown(deadlines: readonly Deadline[], open: readonly OpenNotice[], now: Moment, wishes: Wishes): Notice[] {
  const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
  return [...Map.groupBy(open, ({ notification }) => notification)].flatMap(([id, carried]): Notice[] => {
    const theirs = carried.flatMap(({ deadline }) => byId.get(deadline) ?? []);
    const waits = theirs.every((deadline) => heldUntil(deadline, now, wishes) !== null);
    if (waits || carried.every(({ shown }) => shown)) return [];
    const [first, ...others] = carried;
    return [
      {
        id,
        notices: carried.flatMap(({ notices }) => notices),
        deadlines: theirs,
        rung: first && others.length === 0 ? first.rung : 'digest',
      },
    ];
  });
}

function nextMoment(given: Given, open: readonly OpenNotice[]): Moment | null {
  const { deadlines, deliveries, now, wishes } = given;
  const hour = firstHour(wishes);
  const delivered = byDeadline(deliveries);
  const ahead = deadlines.flatMap((deadline): Moment[] => {
    const { id } = deadline;
    if (isSilenced(deliveries, id) || isOld(deadline, now.day)) return [];
    const until = isPostponed(deliveries, id, delivered.get(id)?.at(-1)?.[1]) ? deliveries.later[id] : undefined;
    if (until !== undefined && !isDue(until, now, hour)) return [{ day: until, hour }];
    return stepsOf(deadline, wishes).flatMap(({ day }) => (isDue(day, now, hour) ? [] : [{ day, hour }]));
  });
  // What waits was not stored, or was stored by a worker that died before it could show it.
  const waiting = new Set([
    ...allFresh(given).map(({ deadline }) => deadline),
    ...deadlines.filter(({ id }) => open.some(({ deadline, shown }) => deadline === id && !shown)),
  ]);
  const held = [...waiting].flatMap((deadline) => heldUntil(deadline, now, wishes) ?? []);
  const [first, ...others] = [...ahead, ...held];
  return first === undefined ? null : others.reduce(earlierMoment, first);
}

const earlierMoment = (a: Moment, b: Moment): Moment => (b.day < a.day || (b.day === a.day && b.hour < a.hour) ? b : a);
