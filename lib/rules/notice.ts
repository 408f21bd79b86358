/** What the rules about events share: one event a day, facts that hold on it, and the days that every answer has. */
import { addDays } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { isClosedDay, lastOpenDayOnOrBefore, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Event } from '../household/schema.ts';
import { valueOn } from '../knowledge/value-on.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { DeadlineKind, EventKind } from '../knowledge/vocabulary.ts';
import type { Found, RuleInput } from './deadline.ts';

const COUNTING = 'counting-rules';

/** Whether a fact says something on a day. */
export function isKnownOn(facts: FactRecords, id: string, day: CivilDate): boolean {
  const fact = facts[id];
  return fact !== undefined && valueOn(fact, day).known;
}

/** An event, and whether nothing else was said about its kind on that day. */
export type Happened<K extends EventKind> = { event: Extract<Event, { kind: K }>; clear: boolean };

/**
 * The events of a kind in the order of their days, one for each day. Where two of one day say different things, always
 * the same one of them is given, whatever the order of entry, and it is not `clear`.
 */
export function happened<K extends EventKind>(events: readonly Event[], kind: K): Happened<K>[] {
  const isOfKind = (event: Event): event is Extract<Event, { kind: K }> => event.kind === kind;
  const found = events.filter(isOfKind);
  if (found.length < 2) return found.map((event) => ({ event, clear: true }));
  const days = new Map<CivilDate, Happened<K>>();
  for (const event of found) {
    const known = days.get(event.on);
    if (known === undefined) days.set(event.on, { event, clear: true });
    else if (said(known.event) !== said(event))
      days.set(event.on, { event: said(known.event) > said(event) ? known.event : event, clear: false });
  }
  return [...days.values()].toSorted((a, b) => (a.event.on < b.event.on ? -1 : 1));
}

/** Everything that an event says, but not its id, in one order of fields. */
const said = (event: Event): string =>
  JSON.stringify(Object.entries({ ...event, id: null }).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether one of the kinds happened on `from` or later, and not after `until` where that is given. */
export const happenedSince = (
  events: readonly Event[],
  kinds: readonly EventKind[],
  from: CivilDate,
  until: CivilDate | null = null,
): boolean => events.some(({ kind, on }) => kinds.includes(kind) && on >= from && (until === null || on <= until));

/** What a rule has to say about one deadline; the rest follows. */
export type Notice = {
  kind: DeadlineKind;
  /** the day it is counted from; stands in the id */
  basis: CivilDate;
  last: CivilDate;
  /** those that hold on `basis` are named, and the rules of counting */
  facts: readonly string[];
  opens?: CivilDate | null;
  /** where it is not the last open day on or before `last` */
  advised?: CivilDate;
  /** where a filing on a closed last day may be made later; by default on the next open day */
  moved?: CivilDate | null;
  otherwise?: readonly CivilDate[];
  /** where it is not the day after the last one on which the filing is still in time */
  follows?: CivilDate;
  /** anything here makes the answer cautious */
  missing?: readonly string[];
  /** cautious although nothing that could be asked is missing */
  cautious?: boolean;
};

/** Where the law moves a filing whose last day is closed; null where offices are open on it. */
export const movedFiling = (last: CivilDate): CivilDate | null =>
  isClosedDay(last) ? nextOpenDayOnOrAfter(last) : null;

/** The whole deadline. An opening after the last day is not named: nothing can be done in time then. */
export function deadlineOf({ person, facts }: RuleInput, notice: Notice): Found {
  const { kind, basis, last, opens = null, missing = [] } = notice;
  const moved = notice.moved === undefined ? movedFiling(last) : notice.moved;
  const later = new Set((notice.otherwise ?? []).filter((day) => day > last && day !== moved));
  return {
    id: `${person.id}/${kind}/${basis}`,
    kind,
    person: person.id,
    opens: opens !== null && opens > last ? null : opens,
    advised: notice.advised ?? lastOpenDayOnOrBefore(last),
    last,
    moved,
    follows: notice.follows ?? addDays(moved ?? last, 1),
    otherwise: [...later].toSorted(),
    certainty: notice.cautious || missing.length > 0 ? 'cautious' : 'derived',
    missing: [...new Set(missing)],
    facts: [...notice.facts, COUNTING].filter((id) => isKnownOn(facts, id, basis)),
  };
}

/** One deadline for each id: of several the one that ends first, for two events of one day may ask for the same. */
export function onePerId(deadlines: readonly Found[]): Found[] {
  const first = new Map<string, Found>();
  for (const found of deadlines) {
    const known = first.get(found.id);
    if (known === undefined || found.last < known.last) first.set(found.id, found);
  }
  return [...first.values()];
}
