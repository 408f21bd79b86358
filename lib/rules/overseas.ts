/**
 * Leaving Japan: what becomes of the card, and by when one has to be back.
 * Rules: data/facts/move-abroad-*.yaml, data/facts/re-entry-*.yaml
 */
import { addDays, earlier, sameDayMonths } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { lastOpenDayBefore, lastOpenDayOnOrBefore } from '../dates/open-days.ts';
import type { Person } from '../household/schema.ts';
import type { Rule, RuleInput } from './deadline.ts';
import { departures } from './moving.ts';
import { deadlineOf, happened, happenedSince, isKnownOn } from './notice.ts';
import { numberOn } from './numbers.ts';
import { hasLimitedStay, personOn } from './present.ts';

const MONTHS_OF_A_YEAR = 12;

/** Whether a person is no national; null where neither the status nor a stay was told. */
const isForeign = (person: Person): boolean | null =>
  person.status === null ? hasLimitedStay(person) || null : person.status !== 'national';

/**
 * Nationals who move abroad and keep the card (国外継続利用): at the old municipality, so many days before the departure
 * named in the move-out. If that day is closed the limit moves *back* to the open day before. On the day of departure
 * it is too late and the card ends.
 */
export const overseasUse: Rule = (input) => {
  return departures(input.events).flatMap(({ on, clear, kind }) => {
    const person = personOn(input, on);
    const days = numberOn(input.facts, 'move-abroad-nationals', on);
    if (days === null || isForeign(person) === true) return [];
    const dayBefore = addDays(on, -days);
    return deadlineOf(input, {
      kind: 'overseas-use',
      basis: on,
      last: lastOpenDayOnOrBefore(dayBefore),
      moved: null,
      otherwise: [dayBefore],
      follows: addDays(dayBefore, 1),
      missing: [...(person.status === null ? ['status'] : []), ...(clear ? [] : [kind])],
      facts: ['move-abroad-nationals'],
    });
  });
};

/**
 * Foreign residents who move abroad: the card ends on the day of departure and is handed back, at best with the
 * move-out before it.
 */
export const cardReturnedAbroad: Rule = (input) => {
  return departures(input.events).flatMap(({ on, clear, kind }) => {
    const person = personOn(input, on);
    if (isForeign(person) !== true || !isKnownOn(input.facts, 'move-abroad-foreign', on)) return [];
    return deadlineOf(input, {
      kind: 'card-returned-abroad',
      basis: on,
      advised: lastOpenDayBefore(on),
      last: on,
      moved: null,
      missing: [...(person.status === null ? ['status'] : []), ...(clear ? [] : [kind])],
      facts: ['move-abroad-foreign'],
    });
  });
};

/**
 * Coming back to Japan (みなし再入国許可, 再入国許可): so many years after leaving, and never after the end of a limited
 * stay. The date of a permit is not asked and may be earlier, so its answer is a bound.
 */
export const reEntry: Rule = (input) =>
  happened(input.events, 'leaving-japan').flatMap(({ event: { on, returns }, clear }) => {
    const person = personOn(input, on);
    const back = happened(input.events, 'moved').some(({ event }) => event.from === 'abroad' && event.on >= on);
    if (person.status === 'national' || returns === 'no' || back) return [];
    const permit = returns === 're-entry-permit';
    const special = person.status === 'special-permanent';
    const fact = `re-entry-${permit ? 'permit' : 'special'}${special ? '-special-permanent' : ''}`;
    const years = numberOn(input.facts, fact, on);
    if (years === null) return [];
    const bound = sameDayMonths(on, years * MONTHS_OF_A_YEAR);
    const limited = hasLimitedStay(person);
    // A stay that was over when the person left is an old one that was not brought up to date.
    const stay = limited && person.dates.stay !== null && person.dates.stay >= on ? person.dates.stay : null;
    return deadlineOf(input, {
      kind: 're-entry',
      basis: on,
      last: stay === null ? bound : earlier(bound, stay),
      moved: null,
      missing: [
        ...(person.status === null ? ['status'] : []),
        ...(limited && stay === null ? ['stay'] : []),
        ...(permit || !clear ? ['leaving-japan'] : []),
      ],
      facts: ['re-entry-limits', fact],
    });
  });

/** Whether the person left Japan between two days. */
export const leftBetween = ({ events }: RuleInput, from: CivilDate, until: CivilDate): boolean =>
  happenedSince(events, ['leaving-japan'], from, until);
