/**
 * The national pension (国民年金): joining it after company cover ended or on arrival, and the first contribution after
 * that. For the ages of the duty; the law reaches an age a day before the birthday, which is not computed here.
 * Rules: data/facts/pension-14-days.yaml, pension-age-*.yaml, pension-payment*.yaml
 */
import { addDays, endOfMonth, sameDayMonths } from '../dates/arithmetic.ts';
import { ageOn } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { isBankClosedDay, lastBankDayOnOrBefore, nextBankDayOnOrAfter } from '../dates/open-days.ts';
import { coverBegins, gapsOf, isCoveredOn } from './cover.ts';
import type { Rule, RuleInput } from './deadline.ts';
import { deadlineOf, happened, isKnownOn, onePerId } from './notice.ts';
import { numberOn } from './numbers.ts';

const LIMIT = 'pension-14-days';
const AGES = ['pension-age-from', 'pension-age-to'];

/** `told`: the day that was told; `first`: the first day in the national pension. */
type Begin = { told: CivilDate; first: CivilDate; missing: readonly string[] };

/** Whether somebody is of pension age on a day; null where the birth or the ages are not known. */
function isOfAge({ person: { dates }, facts }: RuleInput, day: CivilDate): boolean | null {
  const from = numberOn(facts, 'pension-age-from', day);
  const to = numberOn(facts, 'pension-age-to', day);
  if (dates.birth === null || from === null || to === null) return null;
  const age = ageOn(dates.birth, day);
  return age >= from && age <= to;
}

/** Where a time in the national pension begins: cover by a company ended, or the person came to live in Japan. */
function beginnings(input: RuleInput): Begin[] {
  const arrivals = happened(input.events, 'moved').filter(({ event }) => event.from === 'abroad');
  return [
    ...gapsOf(input).map(({ left, lost, clear }) => ({ told: left, first: lost, missing: clear ? [] : ['job-left'] })),
    ...arrivals.flatMap(({ event: { on }, clear }) => {
      const covered = isCoveredOn(input, on);
      if (covered === true) return [];
      const missing = [...(covered === null ? ['situations'] : []), ...(clear ? [] : ['moved'])];
      return [{ told: on, first: on, missing }];
    }),
  ]
    .filter(({ first }) => isOfAge(input, first) !== false)
    .map((begin) =>
      isOfAge(input, begin.first) === null ? { ...begin, missing: [...begin.missing, 'birth'] } : begin,
    );
}

/**
 * Joining: so many days after leaving the company or arriving. Some offices count from the day after leaving work, a
 * day later.
 */
export const pensionJoin: Rule = (input) =>
  onePerId(
    beginnings(input).flatMap(({ told, first, missing }) => {
      const days = numberOn(input.facts, LIMIT, told);
      if (days === null) return [];
      return deadlineOf(input, {
        kind: 'pension-join',
        basis: told,
        opens: first,
        last: addDays(told, days),
        otherwise: [addDays(first, days)],
        missing,
        facts: [LIMIT, ...AGES],
      });
    }),
  );

/**
 * The first contribution: by the end of the month after the first month in the national pension. Banks, not offices,
 * are closed or open here. None for a month at whose end a company covers the person again.
 */
export const pensionPayment: Rule = (input) =>
  onePerId(
    beginnings(input).flatMap(({ told, first, missing }) => {
      const months = numberOn(input.facts, 'pension-payment', first);
      if (months === null || coverBegins(input, told, endOfMonth(first))) return [];
      const last = endOfMonth(sameDayMonths(first, months));
      const moves = isKnownOn(input.facts, 'pension-payment-closed-day', first) && isBankClosedDay(last);
      return deadlineOf(input, {
        kind: 'pension-payment',
        basis: first,
        advised: lastBankDayOnOrBefore(last),
        last,
        moved: moves ? nextBankDayOnOrAfter(last) : null,
        missing,
        facts: ['pension-payment', 'pension-payment-closed-day', ...AGES],
      });
    }),
  );
