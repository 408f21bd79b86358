/** The person of the demonstration: a limited stay that ends soon, and a move some days ago. */
import { settings as settingsItem, type Settings } from '../../lib/items.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { addDays, sameDayMonths } from '../../lib/dates/index.ts';
import { emptyPerson, type Household } from '../../lib/household/schema.ts';

/** Dates follow from `today`, so that the same things are due whenever it is shown. */
export function demoHousehold(today: CivilDate): Household {
  // Some days past the notice a month before, so that it is due at any hour of today.
  const stay = addDays(today, 26);
  return {
    version: 2,
    people: [
      {
        id: 'p1',
        nickname: '',
        status: 'limited-stay',
        situations: ['employee', 'smartphone', 'moving'],
        dates: {
          birth: sameDayMonths(today, -12 * 31),
          card: stay,
          certificate: stay,
          stay,
          residenceCard: null,
          licence: null,
        },
      },
    ],
    events: [
      {
        id: 'e1',
        person: 'p1',
        on: addDays(today, -4),
        kind: 'moved',
        from: 'other-municipality',
        planned: null,
        withCard: false,
      },
    ],
  };
}

/** What the same person has typed first: status and the date on the card, so that one date is due and named. */
export function firstDate(household: Household): Household {
  const people = household.people.map((person) => ({
    ...person,
    situations: [],
    dates: { ...emptyPerson(person.id).dates, card: person.dates.card },
  }));
  return { ...household, people, events: [] };
}

export const demoSettings = (language: string): Settings => ({ ...settingsItem.empty, language });
