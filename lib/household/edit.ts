/**
 * Changes to a household. Pure: each gives a new household, or the same object when nothing changes (the store then
 * writes nothing). Each throws a `RangeError` for a person who is not there: a change is never lost in silence.
 */
import type { CivilDate } from '../dates/civil-date.ts';
import { SITUATIONS, type Situation, type Status } from '../knowledge/vocabulary.ts';
import type { DateField, Household, Person } from './schema.ts';

/** The longest nickname that the schema takes, in UTF-16 units. */
export const NICKNAME_MAX = 30;

function change(household: Household, personId: string, edit: (person: Person) => Person): Household {
  const person = household.people.find(({ id }) => id === personId);
  if (!person) throw new RangeError(`There is no person "${personId}" in this household`);
  const edited = edit(person);
  if (edited === person) return household;
  return { ...household, people: household.people.map((other) => (other === person ? edited : other)) };
}

/** Sets one date of a person; null takes it away. */
export const setDate = (household: Household, personId: string, field: DateField, date: CivilDate | null): Household =>
  change(household, personId, (person) =>
    person.dates[field] === date ? person : { ...person, dates: { ...person.dates, [field]: date } },
  );

/** Sets who the person is in the eyes of the residence law; null: not said. */
export const setStatus = (household: Household, personId: string, status: Status | null): Household =>
  change(household, personId, (person) => (person.status === status ? person : { ...person, status }));

/** Sets what the person is called here, without spaces around it and cut to what can be stored. */
export function setNickname(household: Household, personId: string, nickname: string): Household {
  let name = '';
  for (const character of nickname.trim()) {
    if (name.length + character.length > NICKNAME_MAX) break; // whole characters only: no half of an emoji is stored
    name += character;
  }
  return change(household, personId, (person) => (person.nickname === name ? person : { ...person, nickname: name }));
}

/** Ticks a situation or takes the tick away. Kept in the order of the list, so that the order of ticking leaves no trace. */
export const toggleSituation = (household: Household, personId: string, situation: Situation): Household =>
  change(household, personId, (person) => {
    const ticked = new Set(person.situations).symmetricDifference(new Set([situation]));
    return { ...person, situations: SITUATIONS.filter((s) => ticked.has(s)) };
  });
