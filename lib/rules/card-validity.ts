/**
 * How long a My Number Card and its first certificates last, counted from the day on which the card was made (not
 * collected). Only for dates that nobody read off the card: what is printed wins.
 */
import { addDays, sameDayMonths } from '../dates/arithmetic.ts';
import { ageOn, nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Event, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { Status } from '../knowledge/vocabulary.ts';
import { AGE_LINE } from './count-by-age.ts';
import type { Certainty } from './deadline.ts';
import { numberOn } from './numbers.ts';
import { eventsOf, type EventOf, present } from './present.ts';

/** The last usable day of a card or of certificates, and what it rests on. */
export type End = {
  last: CivilDate;
  /** later last days by other readings */
  otherwise: readonly CivilDate[];
  /** the day an id carries: the last day where it is printed, else the day it counts from */
  basis: CivilDate;
  certainty: Certainty;
  missing: readonly string[];
  facts: readonly string[];
};

/** An end that stands on a card or paper; `missing` is what keeps it from being sure. */
export const printed = (last: CivilDate, missing: readonly string[] = []): End => ({
  last,
  otherwise: [],
  basis: last,
  certainty: missing.length > 0 ? 'cautious' : 'printed',
  missing,
  facts: [],
});

/** `limits`: the birthdays past which this card cannot be extended; more than one where the count is not sure. */
export type Validity = {
  card: End | null;
  certificate: End | null;
  limits: readonly CivilDate[];
  /** made for a limited stay, so that it ends with it */
  limited: boolean;
};

const WITHOUT_PHOTO = 'card-without-photo';

/** Days without doubles, the earliest first. */
const sorted = (days: readonly CivilDate[]): CivilDate[] => [...new Set(days)].toSorted();

/**
 * Which count a card has, by the age on the day its order was received; null where that cannot be told. Some offices
 * look at the day the card was made, and by the law of ages a year is full at the end of the eve of the birthday:
 * whoever comes of age on one of these days reads the card. An order does not wait a year (apply-pickup-destroyed), so
 * without its day the one a year before counts as well.
 */
function countOf(
  birth: CivilDate,
  { on, applied }: EventOf<'card-issued'>,
  facts: FactRecords,
): 'card-validity-adult' | 'card-validity-minor' | null {
  const received = applied === null ? [sameDayMonths(on, -12), on] : [applied];
  const answers = received.flatMap((day) => {
    const line = numberOn(facts, AGE_LINE, day) ?? numberOn(facts, AGE_LINE, on);
    if (line === null) return [null];
    return [day, addDays(day, 1), on, addDays(on, 1)].map((seen) => ageOn(birth, seen) >= line);
  });
  if (answers.every((adult) => adult === true)) return 'card-validity-adult';
  return answers.every((adult) => adult === false) ? 'card-validity-minor' : null;
}

/** Whether the holder had a limited stay when the card was ordered; `known` is false where that is only probable. */
function stayAt(
  ordered: CivilDate,
  person: Person,
  events: readonly Event[],
): { limited: boolean; end: CivilDate | null; sure: boolean } {
  const none = { limited: false, end: null, sure: true };
  const grants = eventsOf(events, 'status-granted');
  if (grants.some(({ on }) => on <= ordered)) return none;
  const extensions = eventsOf(events, 'stay-extended');
  const typed = person.dates.stay;
  if (grants.length === 0) {
    if (person.status !== null && person.status !== 'limited-stay') return none;
    if (person.status === null && typed === null && extensions.length === 0) return { ...none, sure: false };
  }
  const sure = person.status !== null || grants.length > 0;
  const before = extensions.findLast(({ on }) => on <= ordered);
  const after = extensions.find(({ on }) => on > ordered);
  if (before) {
    // A later day that was typed may be one that the card does not know: the earlier one is given.
    return { limited: true, end: before.until, sure: sure && (after !== undefined || !typed || typed <= before.until) };
  }
  return { limited: true, end: after && typed && typed >= after.until ? null : typed, sure };
}

/** Statuses whose cards are counted like a national's. */
const LIKE_NATIONALS: ReadonlySet<Status | null> = new Set(['permanent', 'special-permanent', 'highly-skilled-2']);

/**
 * The ends of a card that was made on `issued.on`, and of the certificates that came with it. Birthdays strictly after
 * that day: ten for an adult, five for a minor, and five for certificates whatever the age, never past the card; with a
 * limited stay its end, if that comes first. A card ordered inside the window of the old one counts from the old end by
 * one reading and from its own making by most; the earlier day is given, the other one is kept. Certificates count one
 * birthday more then, which all sources say.
 *
 * Cautious for a card without a photo. Not computed: a card whose holder comes of age between order and making (its
 * certificates are, since both readings give the same day), a card made for a stay whose end nobody told us, and
 * whatever a fact does not know on that day. Rules: data/facts/card-validity-*.yaml, cert-validity-*.yaml
 */
export function validityOf(
  issued: EventOf<'card-issued'>,
  person: Person,
  events: readonly Event[],
  facts: FactRecords,
): Validity {
  const { on, applied, renews } = issued;
  const { status, dates } = present(person, events);
  const { birth } = dates;
  const stay = stayAt(applied ?? on, person, events);
  const unknown: Validity = { card: null, certificate: null, limits: [], limited: stay.limited };
  if (birth === null || birth > on) return unknown;
  // A stay that had ended when the card was made is not the one it was made for.
  if (stay.limited && (stay.end === null || stay.end < on)) return unknown;

  const inTime = renews !== null && renews >= on;
  const birthdays = (fact: string): CivilDate[] => {
    const n = numberOn(facts, fact, on);
    if (n === null) return [];
    return sorted([nthBirthdayAfter(birth, on, n), ...(inTime ? [nthBirthdayAfter(birth, renews, n)] : [])]);
  };
  const capped = (days: readonly CivilDate[], end: CivilDate | null): CivilDate[] =>
    sorted(days.map((day) => (end !== null && end < day ? end : day)));

  const count = countOf(birth, issued, facts);
  const limits = count === null ? [] : birthdays(count);
  const cards = capped(limits, stay.end);
  // A card without a photo: no source says in words that the count for minors holds for it.
  const age = numberOn(facts, WITHOUT_PHOTO, applied ?? on);
  const photoless = age !== null && ageOn(birth, applied ?? on) < age;
  const doubts = stay.sure ? [] : [person.status === null ? 'status' : 'stay'];
  const end = (days: readonly CivilDate[], missing: readonly string[], basedOn: readonly string[]): End | null => {
    const [last, ...otherwise] = days;
    if (last === undefined) return null;
    return {
      last,
      otherwise,
      basis: on,
      certainty: missing.length > 0 ? 'cautious' : 'derived',
      missing,
      facts: [
        ...basedOn,
        'card-validity-start-date',
        ...(birth.endsWith('-02-29') ? ['card-validity-leap-day'] : []),
        ...(stay.limited ? ['card-validity-foreign-fixed-stay'] : []),
        ...(!stay.limited && LIKE_NATIONALS.has(status) ? ['card-validity-pr-spr-hsp2'] : []),
      ],
    };
  };

  const counts = [...(count === null ? ['card-validity-minor', 'card-validity-adult'] : [count]), AGE_LINE];
  const possible =
    count === null
      ? capped(sorted([...birthdays('card-validity-minor'), ...birthdays('card-validity-adult')]), stay.end)
      : cards;
  const rule = inTime ? 'cert-validity-renewed' : 'cert-validity-first';
  const certificates = numberOn(facts, rule, on);
  const own = certificates === null ? null : nthBirthdayAfter(birth, on, certificates);
  const without = numberOn(facts, 'cert-under-15', on);
  const certificateDays = own === null ? [] : sorted(possible.map((day) => (day < own ? day : own)));
  return {
    card: end(
      cards,
      cards.length > 1 || photoless ? [...doubts, 'card'] : doubts,
      count === null ? [] : [...counts, ...(photoless ? [WITHOUT_PHOTO] : [])],
    ),
    certificate: end(certificateDays, certificateDays.length > 1 ? [...doubts, 'certificate'] : doubts, [
      rule,
      'cert-issue-date',
      ...counts, // they end with the card
      ...(without !== null && ageOn(birth, on) < without ? ['cert-under-15'] : []),
    ]),
    limits,
    limited: stay.limited,
  };
}
