/**
 * What must hold on a computer (`computer.ts`), each promise a function that says how it was broken, or nothing.
 * Written without `reconcile`: only the days of the ladders are taken from the product.
 */
import type { CivilDate } from '../../../lib/dates/civil-date.ts';
import { addDays, daysBetween } from '../../../lib/dates/index.ts';
import type { Moment } from '../../../lib/dates/today.ts';
import type { Household } from '../../../lib/household/schema.ts';
import { ITEMS } from '../../../lib/items.ts';
import type { Deliveries } from '../../../lib/reminders/deliveries.ts';
import { openNotices } from '../../../lib/reminders/index.ts';
import { isDue, isOld, stepsOf } from '../../../lib/reminders/ladders.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';
import { BUILD } from './world.ts';
import type { Computer, Display, Writing } from './computer.ts';

type Breach = string | undefined;

/** What the person has met, as far as the promises ask for it. */
export type Memory = {
  /** notices that were on the screen or answered, and not taken back by a clock that was put right */
  met: Set<string>;
  /** deadlines put off that have not come again → the day asked for */
  owed: Map<string, CivilDate>;
  /** everything was erased, and nothing was said since */
  erased: boolean;
};

/** What `storeIsReadable` has looked at is of the right shape. */
const deliveriesOf = (value: unknown): Deliveries => (value as Deliveries | undefined) ?? ITEMS.deliveries.empty;

/* When something is written. */

export function storeIsReadable({ key, after }: Writing): Breach {
  if (after === undefined) return undefined;
  const item = Object.values(ITEMS).find((one) => one.key === key);
  if (!item) return `${key} is nothing that we store`;
  try {
    item.read(after);
    return undefined;
  } catch (error) {
    return `${key} cannot be read any more: ${String(error)}`;
  }
}

/** Nobody writes over what somebody else wrote since they looked. */
export const noChangeIsLost = ({ key, stale, by }: Writing): Breach =>
  stale ? `the ${by.is} wrote ${key} without having seen the change before` : undefined;

/** What the person answered is the person's to change. */
export function workerKeepsAnswers({ by, key, before, after }: Writing): Breach {
  if (by.is !== 'worker' || key !== 'deliveries') return undefined;
  const [was, is] = [before, after].map(deliveriesOf);
  for (const field of ['done', 'later', 'muted'] as const)
    if (JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field])) return `the worker changed what is ${field}`;
  return undefined;
}

/** A notice is forgotten only where the clock had run ahead by more than two days, and only one of the days ahead. */
export function workerForgetsNothing({ by, key, before, after }: Writing, { day }: Moment): Breach {
  if (by.is !== 'worker' || key !== 'deliveries') return undefined;
  const [was, is] = [deliveriesOf(before), deliveriesOf(after)];
  const gone = Object.entries(was.notices).filter(([id]) => !is.notices[id]);
  const putRight = was.seen !== null && daysBetween(day, was.seen) > 2;
  const wrongly = gone.find(([, { due }]) => !putRight || due <= day);
  return wrongly && `${wrongly[0]} was forgotten`;
}

/** The notification that carries a notice stays the same, but for one that comes again because it was put off. */
export function ownPlaceIsKept({ by, key, before, after }: Writing, { day }: Moment): Breach {
  if (by.is !== 'worker' || key !== 'deliveries') return undefined;
  const was = deliveriesOf(before);
  for (const [id, one] of Object.entries(deliveriesOf(after).notices)) {
    const old = was.notices[id];
    const until = was.later[one.deadline];
    const comesAgain = old && until !== undefined && old.due < until && until <= day;
    if (old && !comesAgain && old.notification !== one.notification)
      return `${id} moved from ${old.notification} to ${one.notification}`;
  }
  return undefined;
}

/* When something is shown. */

/** `live`: the deadlines that follow from what is stored in that moment. */
export type Showing = Display & { stored: Deliveries; live: readonly Deadline[]; now: Moment; computer: Computer };

/**
 * An answer can be stored between the worker's last look and the browser's drawing, two calls later at most. Then the
 * run that the answer asks for takes the notification away, which `screenAgrees` sees.
 */
const justChanged = ({ computer, by }: Showing, key: string): boolean => computer.callsSince(key, by) <= 2;

/** What is shown was stored before, and the newest notice of each deadline under this very id. */
export function storedBeforeShown(showing: Showing): Breach {
  const { id, notices, stored } = showing;
  if (justChanged(showing, 'deliveries')) return undefined;
  const unknown = notices.find((notice) => !stored.notices[notice]);
  if (unknown !== undefined) return `${unknown} was shown and is not stored`;
  const here = new Set(
    notices
      .flatMap((notice) => stored.notices[notice] ?? [])
      .filter(({ notification }) => notification === id)
      .map(({ deadline }) => deadline),
  );
  const elsewhere = showing.deadlines.find((deadline) => !here.has(deadline));
  return elsewhere && `${elsewhere} was shown as ${id}, which is not what is stored`;
}

export function neverAfterDone(showing: Showing): Breach {
  const { stored } = showing;
  const over = showing.deadlines.find((id) => stored.done[id] !== undefined || stored.muted.includes(id));
  return over !== undefined && !justChanged(showing, 'deliveries') ? `${over} is done or muted` : undefined;
}

export function neverAfterDeletion(showing: Showing): Breach {
  const { live } = showing;
  const gone = showing.deadlines.find((id) => !live.some((deadline) => deadline.id === id));
  return gone !== undefined && !justChanged(showing, 'household') ? `${gone} is not there any more` : undefined;
}

export function neverAnewByAWrongClock({ notices, run, now }: Showing): Breach {
  const { seen, notices: known } = deliveriesOf(run.before);
  if (now.day >= BUILD && (seen === null || now.day >= seen)) return undefined;
  const anew = notices.find((notice) => known[notice] === undefined);
  return anew && `${anew} came on ${now.day}, after ${seen}`;
}

/** What is noted as shown is shown again only with something that joins it. */
export function onceNotedIsEnough(showing: Showing): Breach {
  const { notices, stored, id } = showing;
  const known = notices.every((notice) => stored.notices[notice]?.shown !== false);
  return known && !justChanged(showing, 'deliveries') ? `${id} was shown again` : undefined;
}

export function neverBeforeItsDay({ notices, stored, live, now }: Showing): Breach {
  const days = new Map<string, CivilDate>(
    live.flatMap((of) => stepsOf(of).map(({ rung, day }) => [`${of.id}#${rung}`, day] as const)),
  );
  const known = notices.filter((notice) => (stored.notices[notice]?.due ?? '') <= now.day);
  const early = known.find((notice) => (days.get(notice) ?? now.day) > now.day);
  return early && `${early} came on ${now.day}`;
}

/* When everybody is at rest, after a run that nothing came in between. */

export type Rest = {
  computer: Computer;
  memory: Memory;
  stored: Deliveries;
  household: Household;
  deadlines: readonly Deadline[];
  now: Moment;
};

const clockIsTrusted = ({ stored, now }: Rest): boolean =>
  now.day >= BUILD && (stored.seen === null || now.day >= stored.seen);
const speaks = ({ stored, now }: Rest, deadline: Deadline): boolean =>
  stored.done[deadline.id] === undefined && !stored.muted.includes(deadline.id) && !isOld(deadline, now.day);

/** The newest notice of every deadline that may speak was met, or one of later that day where the clock went back. */
export function dueWasShown(rest: Rest): Breach {
  const { deadlines, stored, now, memory } = rest;
  if (!clockIsTrusted(rest)) return undefined;
  for (const deadline of deadlines) {
    const steps = stepsOf(deadline);
    const newest = steps.findLastIndex(({ day }) => isDue(day, now));
    const until = stored.later[deadline.id];
    if (newest < 0 || !speaks(rest, deadline) || (until !== undefined && !isDue(until, now))) continue;
    const speaking = steps
      .filter(({ day }, i) => i >= newest && day <= now.day)
      .map(({ rung }) => `${deadline.id}#${rung}`);
    if (!speaking.some((notice) => memory.met.has(notice))) return `${speaking.join(' or ')} was never shown`;
  }
  return undefined;
}

export function postponedCameAgain(rest: Rest): Breach {
  const { deadlines, now, memory } = rest;
  if (!clockIsTrusted(rest)) return undefined;
  const missing = deadlines.find((deadline) => {
    const until = memory.owed.get(deadline.id);
    const begun = stepsOf(deadline).some(({ day }) => isDue(day, now));
    return until !== undefined && isDue(until, now) && begun && speaks(rest, deadline);
  });
  return missing && `${missing.id} did not come again`;
}

/** Nothing stays on the screen that is not open. */
export function screenAgrees({ computer, stored, deadlines }: Rest): Breach {
  const open = new Set(openNotices(stored, deadlines).map(({ notification }) => notification));
  const left = [...computer.screen].find((id) => !open.has(id));
  return left && `${left} is on the screen and not open`;
}

export function badgeAgrees({ computer, stored, deadlines }: Rest): Breach {
  const open = openNotices(stored, deadlines).length;
  return computer.badge?.open === open && !computer.badge.problem
    ? undefined
    : `the badge says ${JSON.stringify(computer.badge)}, open are ${open}`;
}

/** The next notice has an alarm on its day or before, and without one ahead there is none. */
export function alarmIsRight(rest: Rest, alarmDay: CivilDate | null): Breach {
  const { deadlines, stored, now } = rest;
  if (!clockIsTrusted(rest)) return undefined;
  const ahead = deadlines
    .filter((deadline) => speaks(rest, deadline))
    .flatMap((deadline) => {
      const until = stored.later[deadline.id];
      if (until !== undefined && !isDue(until, now)) return [until];
      return stepsOf(deadline).flatMap(({ day }) => (isDue(day, now) ? [] : [day]));
    })
    .toSorted();
  const [first] = ahead;
  if (first === undefined) return alarmDay === null ? undefined : `an alarm for ${alarmDay}, and nothing is ahead`;
  return alarmDay !== null && alarmDay <= first ? undefined : `${first} is ahead, and the alarm is for ${alarmDay}`;
}

/** A run that failed asks for another one. */
export const failureIsTriedAgain = (computer: Computer): Breach =>
  computer.alarm === null ? 'a run failed, and no alarm is set' : undefined;

/** After everything was erased, no id of anything is kept. */
export const erasedIsGone = ({ memory, stored, household }: Rest): Breach =>
  memory.erased && (Object.keys(stored.notices).length > 0 || household.events.length > 0)
    ? `still stored: ${Object.keys(stored.notices).join(' ')}`
    : undefined;

export const dayAfter = (day: CivilDate): CivilDate => addDays(day, 1);
