/** What is known about the end of a person's card and certificates, and whether the card is renewed or extended. */
import { earlier, legalMonths, sameDayMonths } from '../dates/arithmetic.ts';
import { isBirthday, nthBirthdayAfter } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Event, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { type End, printed, type Validity, validityOf } from './card-validity.ts';
import type { RuleInput } from './deadline.ts';
import { numberOn } from './numbers.ts';
import { once } from './once.ts';
import { contradicting, type EventOf, hasLimitedStay, newest, present } from './present.ts';
import { renewalOpens } from './renewal-window.ts';
import { specifiedCardOf } from './specified-card-validity.ts';

/** Whether the card ends on a birthday; null where card or birth is not known. */
export const endsOnBirthday = ({ dates: { birth, card } }: Person): boolean | null =>
  birth === null || card === null ? null : isBirthday(birth, card);

export type Card = {
  /** The person as they are now, with the card's last day in `dates.card`. */
  person: Person;
  /** null: not known. */
  end: End | null;
  /** null where the holder did not say when the certificates end and it does not follow. */
  certificate: End | null;
  /**
   * `renew`: a new card is ordered. `extend`: the counter writes a new date on this one. `with-residence-card`: the
   * card is part of the residence card and has no date of its own (`specified-card.ts`), so `end` is null.
   */
  course: 'renew' | 'extend' | 'with-residence-card';
  /** the new status that has to be written on the card before its old date; null: none */
  granted: EventOf<'status-granted'> | null;
  /** the card has had its one special extension */
  special: boolean;
};

const doubtful = (end: End, missing: readonly string[]): End => ({
  ...end,
  certainty: 'cautious',
  missing: [...new Set([...end.missing, ...missing])],
});

/** Events of which two different ones on one day change what is said about the card. */
const TELLING = ['card-issued', 'stay-extended', 'status-granted'] as const;

/** A day that was typed before the newest card was made belongs to the card before. */
const isOfOldCard = (typed: CivilDate, issued: EventOf<'card-issued'> | undefined): boolean =>
  issued !== undefined && (issued.on > typed || issued.renews === typed);

/** The end without a special extension. */
function plainEnd(typed: CivilDate | null, issued: EventOf<'card-issued'> | undefined, validity: Validity | null) {
  if (typed === null || isOfOldCard(typed, issued)) return validity?.card ?? null;
  const counted = validity?.card;
  // The printed day wins. A limited stay moves it at the counter; any other card keeps the day it was made with.
  return counted && !validity.limited && ![counted.last, ...counted.otherwise].includes(typed)
    ? { ...doubtful(printed(typed), ['card', 'card-issued']), facts: counted.facts }
    : printed(typed);
}

/**
 * The end after the counter gave the one special extension: two months from the old date, at a month end perhaps more.
 * Rule: data/facts/foreign-special-two-months.yaml
 */
function specialEnd(
  end: End,
  given: EventOf<'special-extension'>,
  stay: CivilDate | null,
  facts: FactRecords,
): { end: End; special: boolean } {
  // It is given on or before the old date, so a later one contradicts it.
  if (given.on > end.last) return { end: doubtful(end, ['card', 'special-extension']), special: false };
  const months = numberOn(facts, 'foreign-special-two-months', end.last);
  // What was typed may be the old or already the new date. A card cannot outlive its stay otherwise, and the old date
  // was not yet over on the day of the visit; where both are possible the typed day, the earlier one, is kept.
  const alreadyNew =
    end.certainty === 'printed' &&
    (stay !== null && end.last > stay
      ? true
      : stay !== end.last && months !== null && given.on <= sameDayMonths(end.last, -months));
  if (alreadyNew) return { end: { ...end, facts: [...end.facts, 'foreign-special-two-months'] }, special: true };
  if (months === null) return { end: doubtful(end, ['card']), special: true };
  const last = sameDayMonths(end.last, months);
  const full = legalMonths(end.last, months);
  return {
    end: {
      ...end,
      last,
      otherwise: full === last ? [] : [full],
      // Not the day of the visit: the day of the old date is taken by what had to be done before it.
      basis: last,
      certainty: full === last && end.certainty !== 'cautious' ? 'derived' : 'cautious',
      missing: full === last ? end.missing : [...new Set([...end.missing, 'card'])],
      facts: [...end.facts, 'foreign-special-two-months', 'foreign-special-once'],
    },
    special: true,
  };
}

/**
 * Limited stay: whether the card has come to its birthday limit, so that it is renewed and cannot be extended. It
 * then ends on a birthday and not together with the stay: before it, or at a stay that nobody told us.
 * Rule: data/facts/foreign-extension-cap.yaml
 */
const isAtBirthdayLimit = (person: Person, limits: readonly CivilDate[]): boolean => {
  const { card, stay } = person.dates;
  if (card !== null && limits.length > 0) return limits.includes(card);
  return endsOnBirthday(person) === true && card !== null && (stay === null || card < stay);
};

/**
 * Whether the card still carries the end of an earlier limited stay. Permanent residents, highly skilled professionals
 * (ii) and nationals have a card that ends on a birthday, so another day can come from nowhere else. Such a card is
 * changed at the counter before that day; one ordered instead costs money. For a national only after a grant that
 * was told, for others have a wrong date more often than a new nationality.
 * Rule: data/facts/foreign-status-to-permanent.yaml
 */
function carriesOldStay(person: Person, granted: EventOf<'status-granted'> | null, typedStay: CivilDate | null) {
  const { status, dates } = person;
  if (dates.card === null) return false;
  const birthday = endsOnBirthday(person);
  if (granted) return birthday !== true || dates.card === typedStay;
  return (status === 'permanent' || status === 'highly-skilled-2') && birthday === false;
}

/**
 * The old date of a card that nobody typed and that was given a special extension: the end of the stay, if the visit
 * lies in the time in which that stay could be extended; otherwise the stay that was typed is a newer one.
 */
function oldEndByStay(stay: CivilDate | null, given: EventOf<'special-extension'>, facts: FactRecords): End | null {
  const months = stay && numberOn(facts, 'residence-extension-window', stay);
  if (!stay || !months || given.on > stay || given.on < sameDayMonths(stay, -months)) return null;
  return {
    ...doubtful(printed(stay), ['card']),
    facts: ['card-validity-foreign-fixed-stay', 'residence-extension-window'],
  };
}

/**
 * The end of the certificates: as typed, unless that day is the one of certificates before; else counted from the
 * newest ones, which were made with the card or at a counter since. Those renewed inside their window count one
 * birthday more; all end with the card. Rules: data/facts/cert-validity-*.yaml, cert-renewal-window.yaml
 */
function certificateEnd(
  person: Person,
  now: Person,
  events: readonly Event[],
  {
    issued,
    validity,
    card,
  }: { issued: EventOf<'card-issued'> | undefined; validity: Validity | null; card: End | null },
  facts: FactRecords,
): End | null {
  const typed = person.dates.certificate;
  const latest = newest(events, 'certificates-issued');
  const anew = latest && !(issued && issued.on > latest.on) ? latest : undefined;
  const isOld = typed !== null && anew !== undefined && (typed < anew.on || typed === anew.renews);
  if (typed !== null && !isOld && !isOfOldCard(typed, issued)) return printed(typed);
  if (!anew) return validity?.certificate ?? null;
  const { birth, stay } = now.dates;
  // Without the card's date the stay it was made for bounds it.
  const cap = card ? card.last : hasLimitedStay(now) ? stay : null;
  if (birth === null || birth > anew.on || (cap !== null && cap < anew.on)) return null;
  const { on, renews } = anew;
  const months = renews && numberOn(facts, 'cert-renewal-window', renews);
  const inTime =
    renews !== null && months !== null && months !== 0 && on <= renews && on >= renewalOpens(renews, months);
  const rule = inTime ? 'cert-validity-renewed' : 'cert-validity-first';
  const birthdays = numberOn(facts, rule, on);
  if (birthdays === null) return null;
  const own = nthBirthdayAfter(birth, on, birthdays);
  const missing = card ? card.missing : ['card'];
  return {
    last: cap === null ? own : earlier(own, cap),
    otherwise: [],
    basis: on,
    certainty: missing.length > 0 ? 'cautious' : 'derived',
    missing,
    facts: [rule, ...(renews ? ['cert-renewal-window'] : []), ...(card ? card.facts : [])], // never past the card
  };
}

/** What the dates and events of a person say about their card. Printed days win over counted ones. */
export const cardOf = once((input: RuleInput): Card => {
  const { person, events, facts, today } = input;
  const separate = separateCardOf(person, events, facts);
  const specified = specifiedCardOf(input);
  if (!specified) return separate;
  const { received, certificate } = specified;
  // A handover that lies ahead does not help a card that ends before it.
  if (received.on > today && separate.end !== null && separate.end.last < received.on) return separate;
  const now = separate.person;
  return {
    person: { ...now, dates: { ...now.dates, card: null } },
    end: null,
    certificate,
    course: 'with-residence-card',
    granted: null,
    special: false,
  };
});

/** The same for the card on its own, as if no specified residence card had taken its place. */
function separateCardOf(person: Person, events: readonly Event[], facts: FactRecords): Card {
  const issued = newest(events, 'card-issued');
  const validity = issued ? validityOf(issued, person, events, facts) : null;
  const now = present(person, events);
  let end = plainEnd(person.dates.card, issued, validity);
  const unclear = contradicting(events, TELLING);
  const sure = (known: End | null): End | null => (known && unclear.length > 0 ? doubtful(known, unclear) : known);

  const given = newest(events, 'special-extension');
  let special = false;
  if (!end && given && hasLimitedStay(now)) end = oldEndByStay(person.dates.stay, given, facts);
  if (end && given && (!issued || given.on >= issued.on))
    ({ end, special } = specialEnd(end, given, person.dates.stay, facts));

  const certificate = certificateEnd(person, now, events, { issued, validity, card: end }, facts);
  const withCard: Person = { ...now, dates: { ...now.dates, card: end?.last ?? null } };
  const grant = newest(events, 'status-granted') ?? null;
  const granted =
    grant && (!issued || (issued.applied ?? issued.on) < grant.on) && now.status !== 'special-permanent' ? grant : null;
  const old =
    validity?.limited && validity.limits.length > 0 && granted && end
      ? !validity.limits.includes(end.last)
      : carriesOldStay(withCard, granted, person.dates.stay);
  const limited = hasLimitedStay(withCard);
  const extend = old || (limited && !isAtBirthdayLimit(withCard, validity?.limits ?? []));
  // Whether it is renewed or extended was told by the birthdays it could count.
  const told = (limited || granted) && validity && validity.limits.length > 0 ? (validity.card?.facts ?? []) : [];
  return {
    person: withCard,
    end: sure(end && { ...end, facts: [...end.facts, ...told] }),
    certificate: sure(certificate),
    course: extend ? 'extend' : 'renew',
    granted: old ? granted : null,
    special,
  };
}
