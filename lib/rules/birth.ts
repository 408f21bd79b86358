/**
 * A birth in Japan. Registration counts the day of birth; whether the days for the status of residence do, no source
 * says, so the strict count is given and the ordinary one stands beside it.
 * Rules: data/facts/birth-registration.yaml, newborn-status-*.yaml, child-allowance-*.yaml
 */
import { addDays, countingFrom, endOfMonth } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { lastOpenDayOnOrBefore } from '../dates/open-days.ts';
import type { Found, Rule, RuleInput } from './deadline.ts';
import { deadlineOf, happened, happenedSince, isKnownOn, movedFiling, onePerId } from './notice.ts';
import { numberOn } from './numbers.ts';
import { leftBetween } from './overseas.ts';

/** `foreign`: neither parent is Japanese; `special`: one is a special permanent resident. */
type Birth = { day: CivilDate; missing: readonly string[]; foreign: boolean; special: boolean };

/** The birth of this person, if it was told as an event: one is born once. A typed date of birth wins over it. */
export function birthOf({ person, events }: RuleInput): Birth | null {
  const [first, another] = happened(events, 'born');
  if (first === undefined) return null;
  const day = person.dates.birth ?? first.event.on;
  const sure = first.clear && another === undefined && day === first.event.on;
  return {
    day,
    missing: sure ? [] : ['birth', 'born'],
    foreign: first.event.foreignParents,
    special: first.event.specialPermanentParent,
  };
}

/**
 * Registering a birth (出生届): so many days, of which the day of birth is the first. A closed last day moves to the next
 * open day.
 */
export const birthRegistration: Rule = (input) => {
  const birth = birthOf(input);
  const days = birth && numberOn(input.facts, 'birth-registration', birth.day);
  if (birth === null || days === null) return [];
  return [
    deadlineOf(input, {
      kind: 'birth-registration',
      basis: birth.day,
      opens: birth.day,
      last: countingFrom(birth.day, days),
      missing: birth.missing,
      facts: ['birth-registration'],
    }),
  ];
};

/** A child without Japanese nationality that has no status of residence yet. */
function withoutStatus(input: RuleInput): Birth | null {
  const birth = birthOf(input);
  const { status, dates } = input.person;
  if (birth === null || !birth.foreign) return null;
  const has =
    happenedSince(input.events, ['stay-extended', 'status-granted'], birth.day) ||
    (dates.stay !== null && dates.stay >= birth.day) ||
    dates.residenceCard !== null ||
    status === 'special-permanent';
  if (has) return null;
  // A typed status is most often that of the parents, except that a national needs none.
  return status === 'national' ? { ...birth, missing: [...birth.missing, 'status', 'born'] } : birth;
}

/**
 * The child's status of residence (在留資格取得): so many days after the birth, at immigration; for a child of a special
 * permanent resident at the municipality, with more days. Not for a child who leaves Japan in the days that need none.
 */
export const newbornStatus: Rule = (input) => {
  const birth = withoutStatus(input);
  if (birth === null || happenedSince(input.events, ['stay-applied'], birth.day)) return [];
  const fact = birth.special ? 'newborn-status-special-permanent' : 'newborn-status-apply';
  const days = numberOn(input.facts, fact, birth.day);
  if (days === null || leaves(input, birth.day)) return [];
  const ordinary = addDays(birth.day, days);
  return [
    deadlineOf(input, {
      kind: 'newborn-status',
      basis: birth.day,
      opens: birth.day,
      last: countingFrom(birth.day, days),
      otherwise: [ordinary],
      missing: birth.missing,
      facts: ['newborn-status-30-60', fact],
    }),
  ];
};

/** Whether the child leaves Japan while it needs no status. */
function leaves(input: RuleInput, birth: CivilDate): boolean {
  const days = numberOn(input.facts, 'newborn-status-record', birth);
  return days !== null && leftBetween(input, birth, countingFrom(birth, days));
}

/**
 * Without a status the child's resident record ends after so many days, and the card with it. Such an end never moves.
 */
export const newbornRecord: Rule = (input) => {
  const birth = withoutStatus(input);
  const days = birth && numberOn(input.facts, 'newborn-status-record', birth.day);
  if (birth === null || days === null || leaves(input, birth.day)) return [];
  return [
    deadlineOf(input, {
      kind: 'newborn-record',
      basis: birth.day,
      last: countingFrom(birth.day, days),
      moved: null,
      otherwise: [addDays(birth.day, days)],
      missing: birth.missing,
      facts: ['newborn-status-30-60', 'newborn-status-record'],
    }),
  ];
};

const DAYS = 'child-allowance-15-days';
const MONTH = 'child-allowance-month';

/**
 * Child allowance (児童手当): an application within so many days of the event, counted from the next day, loses nothing;
 * nor does one on an open day of the month of the event. Some offices name the days alone, so they are `last`, and the
 * end of the month, where it is later, stands in `otherwise`. A closed last day moves forward, the end of a month back.
 */
function allowance(input: RuleInput, event: CivilDate, opens: CivilDate, missing: readonly string[]): Found[] {
  const days = numberOn(input.facts, DAYS, event);
  if (days === null) return [];
  const last = addDays(event, days);
  const moved = movedFiling(last);
  const inMonth = isKnownOn(input.facts, MONTH, event) ? lastOpenDayOnOrBefore(endOfMonth(event)) : last;
  const latest = [last, moved ?? last, inMonth].reduce((a, b) => (a > b ? a : b));
  return [
    deadlineOf(input, {
      kind: 'child-allowance',
      basis: event,
      opens,
      last,
      moved,
      otherwise: [inMonth],
      follows: addDays(latest, 1),
      missing,
      facts: [DAYS, MONTH],
    }),
  ];
}

/**
 * For a child that was born, and for a parent who moved in from elsewhere: then counted from the day of moving that was
 * named when moving out; from abroad from the day of moving in.
 */
export const childAllowance: Rule = (input) => {
  const birth = birthOf(input);
  const moves = input.person.situations.includes('parent') ? happened(input.events, 'moved') : [];
  return onePerId([
    ...(birth === null ? [] : allowance(input, birth.day, birth.day, birth.missing)),
    ...moves.flatMap(({ event: { on, from, planned }, clear }) => {
      if (from === 'same-municipality') return [];
      const counted = from === 'abroad' ? on : (planned ?? on);
      const sure = clear && (from === 'abroad' || planned !== null);
      return allowance(input, counted, on, sure ? [] : ['moved']);
    }),
  ]);
};
