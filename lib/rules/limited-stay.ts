/**
 * The chain of a limited stay: extend the stay at immigration, then the card at the counter, before the *old* date
 * on the card. Nobody writes a letter about the second step.
 */
import { addDays, legalMonths, sameDayMonths, toPlain } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { isClosedDay, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Event, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { type Card, cardOf, endsOnBirthday } from './card-dates.ts';
import type { End } from './card-validity.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { contradicting, eventsOf, type EventOf, hasLimitedStay, newest, present } from './present.ts';

const WINDOW = 'residence-extension-window';
const SPECIAL = 'stay-special-period';

/**
 * The first day on which an extension of the stay can be asked for: the same day `months` before. Where that month
 * has no such day, sources differ between its last day and the day after; the later one is given.
 * Rule: data/facts/residence-extension-window.yaml
 */
export function extensionOpens(stayEnds: CivilDate, months: number): CivilDate {
  const before = sameDayMonths(stayEnds, -months);
  return toPlain(before).day === toPlain(stayEnds).day ? before : addDays(before, 1);
}

/**
 * The application that keeps the stay of `person` (as they are now) alive: filed in time for this stay, not decided,
 * and for more than permanent residence, which keeps nothing alive. One filed before the window of this stay was about
 * an earlier one.
 */
export function pendingApplication(
  person: Person,
  events: readonly Event[],
  facts: FactRecords,
): EventOf<'stay-applied'> | null {
  const { stay } = person.dates;
  if (stay === null || !hasLimitedStay(person)) return null;
  const months = numberOn(facts, WINDOW, stay);
  const decided = newest(events, 'stay-extended')?.on;
  return (
    eventsOf(events, 'stay-applied').findLast(
      ({ on, permanentOnly }) =>
        !permanentOnly &&
        (decided === undefined || on > decided) &&
        on <= nextOpenDayOnOrAfter(stay) &&
        (months === null || on >= sameDayMonths(stay, -months)),
    ) ?? null
  );
}

/**
 * Extending the period of stay (在留期間更新許可申請) at immigration. An application may still be filed on the next open
 * day when the last one is closed; the stay itself never moves. Over once an application is filed.
 */
export const stayRenewal: Rule = ({ person: said, events, facts }) => {
  const person = present(said, events);
  const { id, dates, status } = person;
  if (dates.stay === null || !hasLimitedStay(person) || pendingApplication(person, events, facts)) return [];
  const last = dates.stay;
  const months = numberOn(facts, WINDOW, last);
  const moved = isClosedDay(last) ? nextOpenDayOnOrAfter(last) : null;
  const missing = [...(status === null ? ['status'] : []), ...contradicting(events, ['stay-extended', 'stay-applied'])];
  const permanentOnly = eventsOf(events, 'stay-applied').some((applied) => applied.permanentOnly);
  return [
    {
      id: `${id}/stay-renewal/${last}`,
      kind: 'stay-renewal',
      person: id,
      opens: months === null ? null : extensionOpens(last, months),
      ...ending(last),
      moved,
      follows: addDays(moved ?? last, 1),
      otherwise: [],
      certainty: missing.length > 0 || months === null ? 'cautious' : 'printed',
      missing,
      facts: citedOn(
        facts,
        [WINDOW, SPECIAL, ...(permanentOnly ? ['pr-application-trap'] : []), 'counting-rules'],
        last,
      ),
    },
  ];
};

/**
 * The end of the special period (特例期間) while an application is pending: the stay goes on until the answer, at most two
 * months. At a month end the law may count a day or two more; the same day is given. Stays that were too short for it
 * are not known here: `stay-special-period-shortest-stay` says so.
 */
export const staySpecialEnd: Rule = ({ person: said, events, facts }) => {
  const person = present(said, events);
  const { stay } = person.dates;
  if (stay === null || !pendingApplication(person, events, facts)) return [];
  const months = numberOn(facts, SPECIAL, stay);
  if (months === null) return [];
  const last = sameDayMonths(stay, months);
  const full = legalMonths(stay, months);
  const missing = [
    ...(person.status === null ? ['status'] : []),
    ...contradicting(events, ['stay-extended', 'stay-applied']),
  ];
  return [
    {
      id: `${person.id}/stay-special-end/${stay}`,
      kind: 'stay-special-end',
      person: person.id,
      opens: null,
      ...ending(last),
      otherwise: full === last ? [] : [full],
      certainty: missing.length > 0 ? 'cautious' : 'derived',
      missing,
      facts: citedOn(
        facts,
        [SPECIAL, 'stay-special-period-shortest-stay', 'pr-application-trap', 'counting-rules'],
        stay,
      ),
    },
  ];
};

const cautious = (last: CivilDate, missing: readonly string[], facts: readonly string[]): End => ({
  last,
  otherwise: [],
  basis: last,
  certainty: 'cautious',
  missing,
  facts,
});

/** Which day ends the card of a limited stay, as far as dates and events can tell; null where nothing does. */
function limitedEnd(
  { person, end, special }: Card,
  typedStay: CivilDate | null,
  extended: EventOf<'stay-extended'> | undefined,
  today: CivilDate,
): End | null {
  const { stay } = person.dates;
  const endsWithStay = ['card-validity-foreign-fixed-stay'];
  if (end === null) {
    if (stay === null) return null;
    if (!extended) return cautious(stay, ['card'], endsWithStay);
    // A card of unknown date ends with the stay before the extension. Where that is not known either, it had not ended
    // when the new residence card came: only that day is safe.
    const old = typedStay !== null && typedStay < extended.until ? typedStay : extended.on;
    return cautious(old, ['card'], endsWithStay);
  }
  // The last day is enough to act on. The stay would tell whether immigration comes first.
  if (stay === null) return { ...end, missing: [...end.missing, 'stay'] };
  if (end.last > stay && !special) {
    // A card cannot outlive the stay it was made for, so one of the two was typed wrong or is an old one. The
    // earlier day is taken while it lies ahead; after it only the card's can still be missed.
    return cautious(stay < today ? end.last : stay, [...new Set([...end.missing, 'card', 'stay'])], endsWithStay);
  }
  // An earlier card: the stay was extended and the card was not, or the card is at its limit, which only the
  // birth tells. The day is printed either way.
  const unsure = end.certainty === 'printed' && end.last < stay && endsOnBirthday(person) === null;
  return unsure ? { ...end, missing: [...end.missing, 'birth'] } : end;
}

/** Which day ends a card that carries the stay before a new status. */
function oldEnd({ person, end, granted }: Card): End | null {
  if (end === null) return null;
  const base = { ...end, facts: [...end.facts, 'foreign-status-to-permanent'] };
  if (granted && endsOnBirthday(person) !== null) return base;
  const missing = granted ? ['birth'] : ['birth', 'card'];
  return { ...base, certainty: 'cautious', missing: [...new Set([...end.missing, ...missing])] };
}

/**
 * Extending the card (在留期間更新に伴う有効期間変更): free on or before the old date that is printed on it, and too late
 * the day after. No first day is named: it can be done as soon as the new residence card is there. After the special
 * extension the new date is the one to keep.
 *
 * Where the card's date is not known, the end of the stay bounds it. Also for permanent residents, highly skilled
 * professionals (ii) and new nationals whose card still carries an earlier stay.
 */
export const cardExtension: Rule = (input) => {
  const { person: said, events, facts, today } = input;
  const card = cardOf(input);
  if (card.course !== 'extend') return [];
  const { person } = card;
  const { id, status } = person;
  const basis = hasLimitedStay(person)
    ? limitedEnd(card, said.dates.stay, newest(events, 'stay-extended'), today)
    : oldEnd(card);
  if (!basis) return [];
  return [
    {
      id: `${id}/card-extension/${basis.basis}`,
      kind: 'card-extension',
      person: id,
      opens: null,
      ...ending(basis.last),
      otherwise: basis.otherwise,
      certainty: status === null ? 'cautious' : basis.certainty,
      missing: status === null ? [...new Set(['status', ...basis.missing])] : basis.missing,
      facts: citedOn(
        facts,
        ['foreign-extension-before-expiry', 'foreign-lapse-fee', ...basis.facts, 'counting-rules'],
        basis.last,
        basis.basis,
      ),
    },
  ];
};
