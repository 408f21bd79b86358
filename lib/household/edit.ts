/**
 * Changes to a household. Pure: each gives a new household, or the same object when nothing changes (the store then
 * writes nothing). Each throws a `RangeError` for a person or an event that is not there: a change is never lost in
 * silence.
 */
import type { CivilDate } from '../dates/civil-date.ts';
import { SITUATIONS, type Situation, type Status } from '../knowledge/vocabulary.ts';
import { type DateField, emptyPerson, type Event, type Household, type Person } from './schema.ts';

/** The longest nickname that the schema takes, in UTF-16 units. */
export const NICKNAME_MAX = 30;

/** What happened, before it has an id. */
export type EventDraft = Event extends infer E ? (E extends Event ? Omit<E, 'id'> : never) : never;

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

/**
 * Ticks a situation or takes the tick away. Kept in the order of the list, so that the order of ticking leaves no
 * trace.
 */
export const toggleSituation = (household: Household, personId: string, situation: Situation): Household =>
  change(household, personId, (person) => {
    const ticked = new Set(person.situations).symmetricDifference(new Set([situation]));
    return { ...person, situations: SITUATIONS.filter((s) => ticked.has(s)) };
  });

const numberIn = (id: string): number => Number(/^[a-z](\d+)(?:$|\/)/.exec(id)?.[1] ?? 0);
const nextId = (letter: 'p' | 'e', taken: readonly string[]): string =>
  `${letter}${Math.max(0, ...taken.map(numberIn)) + 1}`;

/**
 * The id that the next person gets. `taken`: what else carries the ids of people who may be gone (deadlines, ticks:
 * `p2/move-in/…`), so that nobody inherits their answers.
 */
export const nextPersonId = ({ people }: Household, taken: readonly string[] = []): string =>
  nextId('p', [...people.map(({ id }) => id), ...taken.filter((id) => /^p\d/.test(id))]);

/** Adds a person about whom nothing is known yet. Throws where the id is taken. */
export function addPerson(household: Household, id: string): Household {
  if (household.people.some((person) => person.id === id)) throw new RangeError(`"${id}" is there already`);
  return { ...household, people: [...household.people, emptyPerson(id)] };
}

/** Takes a person away with all that happened to them. Throws for the last one: a household is never empty. */
export function removePerson(household: Household, personId: string): Household {
  const people = household.people.filter(({ id }) => id !== personId);
  if (people.length === household.people.length) throw new RangeError(`There is no person "${personId}"`);
  if (people.length === 0) throw new RangeError('The last person stays');
  return { ...household, people, events: household.events.filter(({ person }) => person !== personId) };
}

/**
 * Puts a removed person back in their old place with their events, taken from the household as it was before. Events
 * whose ids were given anew meanwhile get others.
 */
export function restorePerson(household: Household, before: Household, personId: string): Household {
  const at = before.people.findIndex(({ id }) => id === personId);
  const person = before.people[at];
  if (!person || household.people.some(({ id }) => id === personId))
    throw new RangeError(`"${personId}" cannot be put back`);
  return before.events
    .filter((event) => event.person === personId)
    .reduce(restoreEvent, { ...household, people: household.people.toSpliced(at, 0, person) });
}

/** Throws where an event would be left without its person, which no later reading could take for a household. */
function mustBeThere({ people }: Household, person: string): void {
  if (!people.some(({ id }) => id === person)) throw new RangeError(`There is no person "${person}"`);
}

/** Puts a removed event back, under its own id where that is free. Its person can be gone by now: then it throws. */
export function restoreEvent(household: Household, event: Event): Household {
  mustBeThere(household, event.person);
  const taken = household.events.some(({ id }) => id === event.id);
  return taken ? addEvent(household, event) : { ...household, events: [...household.events, event] };
}

/** A birth is a date of the person too: it is set with the event, and follows it while nobody typed another one. */
function withBirth(household: Household, { kind, person, on }: EventDraft, before: CivilDate | null): Household {
  if (kind !== 'born') return household;
  return change(household, person, (of) =>
    of.dates.birth === before ? { ...of, dates: { ...of.dates, birth: on } } : of,
  );
}

/** Notes that something happened. `born` starts the ladder of a newborn and sets the birth where none is typed. */
export function addEvent(household: Household, draft: EventDraft): Household {
  mustBeThere(household, draft.person);
  const id = nextId(
    'e',
    household.events.map((event) => event.id),
  );
  return withBirth({ ...household, events: [...household.events, { ...draft, id }] }, draft, null);
}

/** Puts what is right in place of an event; everything that follows is worked out anew. */
export function editEvent(household: Household, eventId: string, draft: EventDraft): Household {
  const before = household.events.find(({ id }) => id === eventId);
  if (!before) throw new RangeError(`There is no event "${eventId}"`);
  mustBeThere(household, draft.person);
  const events = household.events.map((event) => (event === before ? { ...draft, id: eventId } : event));
  return withBirth({ ...household, events }, draft, before.on);
}

/** Takes an event away. */
export function removeEvent(household: Household, eventId: string): Household {
  const events = household.events.filter(({ id }) => id !== eventId);
  if (events.length === household.events.length) throw new RangeError(`There is no event "${eventId}"`);
  return { ...household, events };
}

type Noted = Extract<Event, { kind: 'noted' }>;
const isNoted = (event: Event, person: string, page: string): event is Noted =>
  event.kind === 'noted' && event.person === person && event.page === page;

/** What a person noted on a page, by its day. */
export const notedOn = ({ events }: Household, person: string, page: string): ReadonlyMap<CivilDate, string> =>
  new Map(events.filter((event) => isNoted(event, person, page)).map(({ on, text }) => [on, text]));

/** Notes a date of a page, once: what is noted already keeps its words, which the person may have changed. */
export function noteDate(household: Household, note: Omit<Noted, 'id' | 'kind'> & { page: string }): Household {
  if (notedOn(household, note.person, note.page).has(note.on)) return household;
  return addEvent(household, { kind: 'noted', ...note });
}

/** Takes back what a person noted of a day on a page; the same household where that is nothing. */
export function takeBackNote(household: Household, person: string, on: CivilDate, page: string): Household {
  const events = household.events.filter((event) => !(isNoted(event, person, page) && event.on === on));
  return events.length === household.events.length ? household : { ...household, events };
}
