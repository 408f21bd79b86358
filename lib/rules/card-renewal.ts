import { lastOpenDayOnOrBefore } from '../dates/open-days.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { carriesOldStay, endsOnBirthday, hasLimitedStay, isAtBirthdayLimit } from './card-dates.ts';
import type { Deadline } from './deadline.ts';
import { numberOn } from './numbers.ts';
import { renewalOpens } from './renewal-window.ts';

const WINDOW = 'card-renewal-window';

/**
 * What about this person keeps the answer from being sure. The printed day stays the last day whoever they are;
 * the status decides what is to be done by then.
 */
function doubts(person: Person, limited: boolean): string[] {
  if (person.status === null) return ['status'];
  if (limited) return person.dates.stay === null ? ['stay'] : [];
  return endsOnBirthday(person) === false ? ['birth', 'card'] : [];
}

/**
 * Ordering a new card before the old one ends (有効期限満了による更新): nationals, permanent and special permanent
 * residents, highly skilled professionals (ii), and people with a limited stay whose card has come to its
 * birthday limit. Gives nothing for those whose card is extended instead (`limited-stay.ts`), so that a person
 * never has both.
 */
export function cardRenewal(person: Person, facts: FactRecords): Deadline[] {
  const { id, dates } = person;
  if (dates.card === null || carriesOldStay(person)) return [];
  const limited = hasLimitedStay(person);
  if (limited && !isAtBirthdayLimit(person)) return [];
  const last = dates.card;
  const months = numberOn(facts, WINDOW, last);
  const missing = doubts(person, limited);
  return [
    {
      id: `${id}/card-renewal/${last}`,
      kind: 'card-renewal',
      person: id,
      procedure: 'card-renew',
      opens: months === null ? null : renewalOpens(last, months),
      advised: lastOpenDayOnOrBefore(last),
      last,
      moved: null,
      certainty: missing.length > 0 || months === null ? 'cautious' : 'printed',
      missing,
      facts: [
        WINDOW,
        'card-validity-last-day',
        ...(limited ? ['foreign-extension-cap'] : []),
        ...(person.status === 'permanent' ||
        person.status === 'special-permanent' ||
        person.status === 'highly-skilled-2'
          ? ['card-validity-pr-spr-hsp2']
          : []),
        'counting-rules',
      ],
    },
  ];
}
