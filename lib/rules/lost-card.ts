import { addDays } from '../dates/arithmetic.ts';
import { nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Deadline, Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { newest } from './present.ts';
import { carriesSpecifiedCard } from './specified-card-validity.ts';

/**
 * Asking for an express card (特急発行): within so many days of reporting a loss, and for a baby until the day before the
 * first birthday. Over once a card was made since; not for a specified residence
 * card, which immigration replaces. Offices are closed at the year's end, and no source lets this move.
 * Rules: data/facts/express-issuance-window.yaml, express-issuance-baby.yaml
 */
export const cardExpress: Rule = ({ person, events, facts }) => {
  const issued = newest(events, 'card-issued');
  const lost = newest(events, 'card-lost');
  const born = newest(events, 'born');
  const found: Deadline[] = [];
  const add = (on: CivilDate, last: CivilDate, fact: string): void => {
    found.push({
      id: `${person.id}/card-express/${on}`,
      kind: 'card-express',
      person: person.id,
      procedure: null,
      opens: on,
      ...ending(last),
      otherwise: [],
      certainty: 'derived',
      missing: [],
      facts: citedOn(facts, [fact, 'express-issuance-eligibility', 'counting-rules'], on),
    });
  };
  if (lost && carriesSpecifiedCard(events, lost.on, facts)) return found;
  if (lost && !(issued && issued.on >= lost.on)) {
    const days = numberOn(facts, 'express-issuance-window', lost.on);
    if (days !== null) add(lost.on, addDays(lost.on, days), 'express-issuance-window');
  } else if (born && !issued) {
    const birthdays = numberOn(facts, 'express-issuance-baby', born.on);
    if (birthdays !== null)
      add(born.on, addDays(nthBirthdayAfter(born.on, born.on, birthdays), -1), 'express-issuance-baby');
  }
  return found;
};
