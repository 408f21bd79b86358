import { sameDayMonths } from '../dates/arithmetic.ts';
import { nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Found, Rule, RuleInput } from './deadline.ts';
import { deadlineOf, isKnownOn, movedFiling } from './notice.ts';
import { numberOn } from './numbers.ts';

/** The birthday `months` before the last day of a licence; null where the birth is not known or gives another day. */
function birthdayOf({ person: { dates } }: RuleInput, last: CivilDate, months: number): CivilDate | null {
  if (dates.birth === null || dates.birth >= last) return null;
  const from = sameDayMonths(last, -(months + 1));
  const birthday = nthBirthdayAfter(dates.birth, from, 1);
  return sameDayMonths(birthday, months) === last ? birthday : null;
}

/**
 * Renewing the driving licence: from one month before the birthday to one month after it, which is the day printed on
 * the licence. A closed last day moves to the next open one, over any number of closed days, and one may drive until
 * then. Rule: data/facts/driving-licence-renewal*.yaml
 */
export const licenceRenewal: Rule = (input): Found[] => {
  const { person, facts } = input;
  const last = person.dates.licence;
  if (last === null) return [];
  const closes = numberOn(facts, 'driving-licence-renewal-closes', last);
  const before = numberOn(facts, 'driving-licence-renewal-opens', last);
  const birthday = closes === null ? null : birthdayOf(input, last, closes);
  const contradicts = person.dates.birth !== null && closes !== null && birthday === null;
  const found = deadlineOf(input, {
    kind: 'licence-renewal',
    basis: last,
    opens: birthday === null || before === null ? null : sameDayMonths(birthday, -before),
    last,
    moved: isKnownOn(facts, 'driving-licence-renewal', last) ? movedFiling(last) : null,
    missing: contradicts ? ['birth', 'licence'] : person.dates.birth === null ? ['birth'] : [],
    facts: ['driving-licence-renewal', 'driving-licence-renewal-opens', 'driving-licence-renewal-closes'],
  });
  // The day is printed; without the birth only the first day of the window stays open.
  return [{ ...found, certainty: contradicts || closes === null || before === null ? 'cautious' : 'printed' }];
};
