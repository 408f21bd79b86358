/**
 * National health insurance (国民健康保険) and staying in the old company's insurance (任意継続).
 * Rules: data/facts/nhi-14-days.yaml, data/facts/insurance-continuation-20-days.yaml
 */
import { addDays, countingFrom } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { lastOpenDayBefore } from '../dates/open-days.ts';
import { birthOf } from './birth.ts';
import { gapsOf, isCoveredOn } from './cover.ts';
import type { Found, Rule, RuleInput } from './deadline.ts';
import { departures } from './moving.ts';
import { deadlineOf, happened, movedFiling, onePerId } from './notice.ts';
import { numberOn } from './numbers.ts';

const LIMIT = 'nhi-14-days';

function join(input: RuleInput, from: CivilDate, missing: readonly string[]): Found[] {
  const days = numberOn(input.facts, LIMIT, from);
  if (days === null) return [];
  return [
    deadlineOf(input, {
      kind: 'health-insurance-join',
      basis: from,
      opens: from,
      last: addDays(from, days),
      missing,
      facts: [LIMIT],
    }),
  ];
}

/**
 * Joining: so many days after the day on which cover was lost, which is the day *after* leaving work; after moving in
 * from elsewhere, and after a birth. It cannot be filed before. Nothing for somebody whom a company covers; whether the
 * family of a newborn is covered by one is not known here.
 */
export const healthInsuranceJoin: Rule = (input) => {
  const birth = birthOf(input);
  const moves = happened(input.events, 'moved').filter(({ event }) => event.from !== 'same-municipality');
  return onePerId([
    ...gapsOf(input).flatMap(({ lost, clear }) => join(input, lost, clear ? [] : ['job-left'])),
    ...moves.flatMap(({ event: { on }, clear }) => {
      const covered = isCoveredOn(input, on);
      if (covered === true) return [];
      return join(input, on, [...(covered === null ? ['situations'] : []), ...(clear ? [] : ['moved'])]);
    }),
    ...(birth === null ? [] : join(input, birth.day, [...birth.missing, 'situations'])),
  ]);
};

/**
 * Leaving: so many days after a company's insurance began, and when leaving Japan, where it does not end by itself.
 * There the days after the departure are of little use to somebody abroad, so the departure itself is the last day.
 */
export const healthInsuranceLeave: Rule = (input) => {
  const starts = happened(input.events, 'job-started').filter(({ event }) => event.insured);
  return onePerId([
    ...starts.flatMap(({ event: { on }, clear }) => {
      const days = numberOn(input.facts, LIMIT, on);
      const before = isCoveredOn(input, addDays(on, -1));
      if (days === null || before === true) return [];
      return deadlineOf(input, {
        kind: 'health-insurance-leave',
        basis: on,
        opens: on,
        last: addDays(on, days),
        missing: [...(before === null ? ['job-left'] : []), ...(clear ? [] : ['job-started'])],
        facts: [LIMIT],
      });
    }),
    ...departures(input.events).flatMap(({ on, clear, kind }) => {
      const days = numberOn(input.facts, LIMIT, on);
      const covered = isCoveredOn(input, on);
      if (days === null || covered === true) return [];
      const after = addDays(on, days);
      return deadlineOf(input, {
        kind: 'health-insurance-leave',
        basis: on,
        advised: lastOpenDayBefore(on),
        last: on,
        moved: null,
        otherwise: [after],
        follows: addDays(movedFiling(after) ?? after, 1),
        missing: [...(covered === null ? ['situations'] : []), ...(clear ? [] : [kind])],
        facts: [LIMIT],
      });
    }),
  ]);
};

/**
 * Staying in the old company's insurance: so many days, of which we count the day after leaving work as the first.
 * Another reading starts a day later, and one office moves a closed last day; later is refused for good.
 */
export const healthInsuranceContinue: Rule = (input) =>
  gapsOf(input).flatMap(({ left, lost, clear }) => {
    const days = numberOn(input.facts, 'insurance-continuation-20-days', left);
    if (days === null) return [];
    const last = countingFrom(lost, days);
    const moved = movedFiling(last);
    return deadlineOf(input, {
      kind: 'health-insurance-continue',
      basis: left,
      opens: lost,
      last,
      moved: null,
      otherwise: [addDays(lost, days), ...(moved === null ? [] : [moved])],
      missing: clear ? [] : ['job-left'],
      facts: ['insurance-continuation-20-days'],
    });
  });
