/** What a person is now, and what happened to them: events laid over what was typed. */
import { later } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Event, Person } from '../household/schema.ts';
import type { EventKind } from '../knowledge/vocabulary.ts';
import type { RuleInput } from './deadline.ts';
import { happened } from './notice.ts';

export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;

/** The events of one kind, oldest first, one for each day, whatever the order of entry. */
export const eventsOf = <K extends EventKind>(events: readonly Event[], kind: K): EventOf<K>[] =>
  happened(events, kind).map(({ event }) => event);

/** The newest event of a kind. */
export const newest = <K extends EventKind>(events: readonly Event[], kind: K): EventOf<K> | undefined =>
  eventsOf(events, kind).at(-1);

/** Those of the kinds of which two different things were said for the newest day. */
export const contradicting = (events: readonly Event[], kinds: readonly EventKind[]): EventKind[] =>
  kinds.filter((kind) => happened(events, kind).at(-1)?.clear === false);

/**
 * The person with the status and the stay that their events left them with: a status that was granted takes the place
 * of a limited stay, the stay ends on the later one of the day that was typed and the end of the newest extension, and
 * the day of a birth that was told is the birthday. All other dates stay as typed.
 */
export function present(person: Person, events: readonly Event[]): Person {
  const granted = newest(events, 'status-granted');
  const until = newest(events, 'stay-extended')?.until ?? null;
  const { status, dates } = person;
  const settled = status === 'national' || status === 'special-permanent';
  return {
    ...person,
    status: granted && !settled ? granted.status : status,
    dates: {
      ...dates,
      birth: dates.birth ?? newest(events, 'born')?.on ?? null,
      stay: dates.stay && until ? later(dates.stay, until) : (dates.stay ?? until),
    },
  };
}

/** The person with the status of a day: one that was granted later does not count yet. */
export const personOn = ({ person, events }: RuleInput, day: CivilDate): Person =>
  present(
    person,
    events.filter(({ kind, on }) => kind !== 'status-granted' || on <= day),
  );

/**
 * Whether the rules of a limited stay hold for this person. A person who has not said their status and typed the
 * end of a stay most probably has one; taken as a national they would be told to order a card that costs money.
 */
export const hasLimitedStay = ({ status, dates }: Person): boolean =>
  status === 'limited-stay' || (status === null && dates.stay !== null);
