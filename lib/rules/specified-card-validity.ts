/**
 * How long a specified residence card (特定在留カード) lasts: a residence card and a My Number Card in one, since June 2026.
 * The separate My Number Card ends on the day it is handed over, and from then on the card lives and dies with the
 * residence card. Rules: data/facts/integrated-card-*.yaml
 */
import { earlier, later, sameDayMonths } from '../dates/arithmetic.ts';
import { nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Event, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { type End, printed } from './card-validity.ts';
import { countByAge } from './count-by-age.ts';
import type { RuleInput } from './deadline.ts';
import { isKnownOn } from './notice.ts';
import { numberOn } from './numbers.ts';
import { once } from './once.ts';
import { eventsOf, type EventOf, hasLimitedStay, newest, present } from './present.ts';

export type SpecifiedCard = {
  /** the person as they are now */
  person: Person;
  received: Received;
  /** The last day of the card; null where nothing told gives it. */
  end: End | null;
  /** The last day of the certificates on it, as far as it follows. */
  certificate: End | null;
};

const COUNTS = { adult: 'integrated-card-validity', minor: 'integrated-card-validity-minor' };

/** There are such cards since then. */
export const SPECIFIED_CARD_START = 'integrated-card-start';

type Received = EventOf<'specified-card-received'>;

/**
 * The newest handover, if no separate card was made since; one before there were such cards is a mistake and does not
 * count.
 */
function newestHandover(events: readonly Event[], facts: FactRecords): Received | null {
  const received = newest(events, 'specified-card-received');
  const separate = newest(events, 'card-issued');
  if (!received || !isKnownOn(facts, SPECIFIED_CARD_START, received.on)) return null;
  return separate && separate.on > received.on ? null : received;
}

/** Whether the person carried such a card at the end of a day. */
export const carriesSpecifiedCard = (events: readonly Event[], day: CivilDate, facts: FactRecords): boolean =>
  newestHandover(
    events.filter(({ on }) => on <= day),
    facts,
  ) !== null;

/** The application that a handover answers; null where it was not told. */
function applicationFor(events: readonly Event[], received: Received) {
  const before = eventsOf(events, 'specified-card-received').findLast(({ on }) => on < received.on);
  return (
    eventsOf(events, 'specified-card-applied').findLast(
      ({ on }) => on <= received.on && (before === undefined || on > before.on),
    ) ?? null
  );
}

/**
 * The first day on which the application behind a handover can have been made: one in the renewal window of the old
 * card, which then waited as long as the old card may be used.
 */
function earliestApplication(handover: CivilDate, facts: FactRecords): CivilDate {
  const months = WAITING.reduce((sum, fact) => sum + (numberOn(facts, fact, handover) ?? 0), 0);
  return sameDayMonths(handover, -months);
}
const WAITING = ['residence-card-renewal-window-2026', 'integrated-card-pr-bridge'];

/**
 * The end by birthdays, for permanent residents and highly skilled professionals (ii); null where it cannot be told.
 */
function countedEnd(
  person: Person,
  received: Received,
  application: EventOf<'specified-card-applied'> | null,
  facts: FactRecords,
): End | null {
  const { birth } = person.dates;
  if (birth === null || birth > received.on) return null;
  const applied = application ? [application.on] : [earliestApplication(received.on, facts), received.on];
  const cited = new Set<string>();
  const days = applied.flatMap((day) => {
    const by = countByAge(person, day, facts, COUNTS);
    if (by === null) return [];
    // An application of the days before the law is not possible; the handover holds instead.
    const birthdays = numberOn(facts, by.count, day) ?? numberOn(facts, by.count, received.on);
    if (birthdays === null) return [];
    for (const fact of [by.count, ...by.decidedBy]) cited.add(fact);
    return [nthBirthdayAfter(birth, application?.renews ?? day, birthdays)];
  });
  const [last, ...otherwise] = [...new Set(days)].toSorted();
  if (last === undefined) return null;
  return {
    last,
    otherwise,
    basis: received.on,
    certainty: otherwise.length > 0 ? 'cautious' : 'derived',
    missing: otherwise.length > 0 ? ['specified-card-applied'] : [],
    facts: [...cited, ...(application ? [] : WAITING)],
  };
}

/**
 * The end of a card whose stay has no end. What is printed wins; a day that may be the one of the card before does not.
 */
function endByCard(
  person: Person,
  received: Received,
  application: EventOf<'specified-card-applied'> | null,
  facts: FactRecords,
): End | null {
  const { status, dates } = person;
  const counts = status === 'permanent' || status === 'highly-skilled-2';
  const counted = counts ? countedEnd(person, received, application, facts) : null;
  const typed = dates.residenceCard;
  const own = typed !== null && typed >= received.on && typed !== application?.renews ? typed : null;
  if (own === null) return counted;
  if (counted === null) return printed(own, counts ? ['birth'] : ['residenceCard']);
  if (counted.last === own || counted.otherwise.includes(own)) return { ...printed(own, []), facts: counted.facts };
  return {
    ...counted,
    last: earlier(own, counted.last),
    otherwise: [later(own, counted.last)],
    basis: own < counted.last ? own : counted.basis,
    certainty: 'cautious',
    missing: [...new Set([...counted.missing, 'residenceCard'])],
  };
}

/**
 * The end of a card with a limited stay: that of the stay. A later stay may have come with an ordinary residence card.
 */
function endByStay(person: Person, events: readonly Event[], received: Received): End | null {
  const { stay } = person.dates;
  // A stay that was over at the handover is not the one the card was made for.
  if (stay === null || stay < received.on) return null;
  const extended = newest(events, 'stay-extended');
  return printed(stay, extended && extended.on > received.on ? ['specified-card-received'] : []);
}

/**
 * The certificates on the card: they were made between application and handover, so the first of these days bounds
 * them, or at a counter since; they end with the card. Never sure: which of its days counts is not told, and a day that
 * was typed may be the one of the card before.
 */
function certificateOn(
  person: Person,
  events: readonly Event[],
  end: End,
  received: Received,
  application: EventOf<'specified-card-applied'> | null,
  facts: FactRecords,
): End | null {
  const { birth, certificate: typed } = person.dates;
  const anew = newest(events, 'certificates-issued');
  const dated = anew && anew.on >= received.on ? anew.on : application?.on;
  const from = dated ?? earliestApplication(received.on, facts);
  const birthdays = numberOn(facts, 'cert-validity-first', received.on);
  const counted =
    birth === null || birth > from || birthdays === null ? null : nthBirthdayAfter(birth, from, birthdays);
  const last = [counted, end.last].reduce<CivilDate>((a, b) => (b !== null && b < a ? b : a), end.last);
  const own = typed !== null && typed >= received.on && typed <= last ? typed : last;
  return {
    last: own,
    otherwise: own < last ? [last] : [],
    basis: own === typed ? typed : received.on,
    certainty: own === typed && own === last ? 'printed' : 'cautious',
    missing: own === typed && own === last ? [] : ['certificate'],
    facts: [
      ...end.facts,
      ...(counted === null ? [] : ['cert-validity-first', 'cert-issue-date', ...(dated ? [] : WAITING)]),
    ],
  };
}

/**
 * The specified residence card that the person carries now or will carry; null without one. A new nationality ends it
 * with the residence card.
 */
export const specifiedCardOf = once(({ person: said, events, facts }: RuleInput): SpecifiedCard | null => {
  const received = newestHandover(events, facts);
  if (!received) return null;
  const person = present(said, events);
  if (person.status === 'national') return { person, received, end: null, certificate: null };
  const application = applicationFor(events, received);
  const found = hasLimitedStay(person)
    ? endByStay(person, events, received)
    : endByCard(person, received, application, facts);
  const end = found && { ...found, facts: [...found.facts, SPECIFIED_CARD_START] };
  return {
    person,
    received,
    end,
    certificate: end && certificateOn(person, events, end, received, application, facts),
  };
});

/** The newest application that no handover has answered. */
export const pendingSpecifiedCard = (events: readonly Event[]): EventOf<'specified-card-applied'> | null =>
  eventsOf(events, 'specified-card-applied').findLast(
    ({ on }) => !eventsOf(events, 'specified-card-received').some((received) => received.on >= on),
  ) ?? null;
