/**
 * Hours and days on which no notice comes by itself. They hold a notice back, they never lose one: what is held comes
 * at the next moment that is free, and where that would be too late, it comes before.
 */
import { addDays } from '../dates/arithmetic.ts';
import { isClosedDay, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Moment } from '../dates/today.ts';
import type { Deadline } from '../rules/deadline.ts';
import { HOUR, lastDayToTell } from './ladders.ts';
import type { Wishes } from './wishes.ts';

type Quiet = Pick<Wishes, 'hours' | 'openDays'>;

/** The first moment from `now` on at which notices may come. */
function nextFree(now: Moment, { hours, openDays }: Quiet): Moment {
  const { from, until } = hours ?? { from: 0, until: 24 };
  if (now.hour < until && !(openDays && isClosedDay(now.day))) return { ...now, hour: Math.max(now.hour, from) };
  const tomorrow = addDays(now.day, 1);
  return { day: openDays ? nextOpenDayOnOrAfter(tomorrow) : tomorrow, hour: hours?.from ?? HOUR };
}

/**
 * Until when a notice of this deadline waits; null: it may come now.
 *
 * A day off is left out only while the notice still comes before the last office day: on the Saturday before a last
 * Monday it comes on Saturday. Hours are kept until the last day: after them, on the last day itself, it comes at once.
 */
export function heldUntil(deadline: Deadline, now: Moment, wishes: Quiet): Moment | null {
  const end = lastDayToTell(deadline, now.day);
  const working = nextFree(now, wishes);
  const free =
    working.day === now.day || working.day < deadline.advised || (now.day > deadline.last && working.day <= end)
      ? working
      : nextFree(now, { ...wishes, openDays: false });
  return free.day > end || (free.day === now.day && free.hour === now.hour) ? null : free;
}
