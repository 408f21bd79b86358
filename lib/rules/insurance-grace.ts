import { endOfMonth, sameDayMonths } from '../dates/arithmetic.ts';
import { cardOf } from './card-dates.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { hasLimitedStay } from './present.ts';

const MONTH_END = 'health-insurance-grace';
const TO_THE_DAY = 'health-insurance-grace-day-exact';

/**
 * How long clinics can still check the insurance with a card whose certificate has ended: to the end of the third month
 * after the month of the end by most sources, three months to the day by one insurer, which is given first. Nothing for
 * a card that lapses together with its limited stay: the fact says not to count on it there.
 */
export const insuranceGrace: Rule = (input) => {
  const { person, facts } = input;
  const { person: now, end: card, certificate, course } = cardOf(input);
  if (certificate === null) return [];
  const ends = card !== null && card.last < certificate.last ? card.last : certificate.last;
  if (course === 'extend' && card !== null && card.last === ends) return [];
  if (course === 'with-residence-card' && hasLimitedStay(now) && now.dates.stay === ends) return [];
  const months = numberOn(facts, MONTH_END, ends);
  if (months === null) return [];
  const exact = numberOn(facts, TO_THE_DAY, ends);
  const monthEnd = endOfMonth(sameDayMonths(ends, months));
  const last = exact === null ? monthEnd : sameDayMonths(ends, exact);
  return [
    {
      id: `${person.id}/insurance-grace/${ends}`,
      kind: 'insurance-grace',
      person: person.id,
      opens: null,
      ...ending(last),
      otherwise: last < monthEnd ? [monthEnd] : [],
      certainty: ends === certificate.last && certificate.certainty !== 'cautious' ? 'derived' : 'cautious',
      missing: ends === certificate.last ? certificate.missing : ['certificate', 'card'],
      facts: citedOn(
        facts,
        [
          MONTH_END,
          ...(exact === null ? [] : [TO_THE_DAY]),
          'cert-after-expiry',
          ...certificate.facts,
          ...(card?.facts ?? []), // they end with the card
          'counting-rules',
        ],
        ends,
        last,
      ),
    },
  ];
};
