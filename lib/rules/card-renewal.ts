import type { Person } from '../household/schema.ts';
import { cardOf, endsOnBirthday } from './card-dates.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { hasLimitedStay } from './present.ts';
import { renewalOpens } from './renewal-window.ts';

const WINDOW = 'card-renewal-window';

/**
 * What about this person keeps the answer from being sure. The last day stays the same whoever they are; the status
 * decides what is to be done by then.
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
export const cardRenewal: Rule = (input) => {
  const { facts } = input;
  const { person, end, course } = cardOf(input);
  if (end === null || course !== 'renew') return [];
  const { id, status } = person;
  const limited = hasLimitedStay(person);
  const months = numberOn(facts, WINDOW, end.last);
  const missing = [...new Set([...doubts(person, limited), ...end.missing])];
  return [
    {
      id: `${id}/card-renewal/${end.basis}`,
      kind: 'card-renewal',
      person: id,
      opens: months === null ? null : renewalOpens(end.last, months),
      ...ending(end.last),
      otherwise: end.otherwise,
      certainty: missing.length > 0 || months === null ? 'cautious' : end.certainty,
      missing,
      facts: citedOn(
        facts,
        [
          WINDOW,
          'card-validity-last-day',
          ...(limited ? ['foreign-extension-cap'] : []),
          ...(status === 'permanent' || status === 'special-permanent' || status === 'highly-skilled-2'
            ? ['card-validity-pr-spr-hsp2']
            : []),
          ...end.facts,
          'counting-rules',
        ],
        end.last,
        end.basis,
      ),
    },
  ];
};
