/**
 * The chain of a limited stay: extend the stay at immigration, then the card at the counter, before the *old* date
 * on the card. Nobody writes a letter about the second step.
 */
import { addDays, addMonths, toPlain } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { isClosedDay, lastOpenDayOnOrBefore, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { carriesOldStay, endsOnBirthday, hasLimitedStay, isAtBirthdayLimit } from './card-dates.ts';
import type { Certainty, Deadline } from './deadline.ts';
import { numberOn } from './numbers.ts';

const WINDOW = 'residence-extension-window';

/**
 * The first day on which an extension of the stay can be asked for: the same day `months` before. Where that month
 * has no such day, sources differ between its last day and the day after; the later one is given.
 * Rule: data/facts/residence-extension-window.yaml
 */
export function extensionOpens(stayEnds: CivilDate, months: number): CivilDate {
  const before = addMonths(stayEnds, -months);
  return toPlain(before).day === toPlain(stayEnds).day ? before : addDays(before, 1);
}

/**
 * Extending the period of stay (在留期間更新許可申請) at immigration. An application may still be filed on the next open
 * day when the last one is closed; the stay itself never moves.
 */
export function stayRenewal(person: Person, facts: FactRecords): Deadline[] {
  const { id, dates, status } = person;
  if (dates.stay === null || !hasLimitedStay(person)) return [];
  const last = dates.stay;
  const months = numberOn(facts, WINDOW, last);
  return [
    {
      id: `${id}/stay-renewal/${last}`,
      kind: 'stay-renewal',
      person: id,
      procedure: null,
      opens: months === null ? null : extensionOpens(last, months),
      advised: lastOpenDayOnOrBefore(last),
      last,
      moved: isClosedDay(last) ? nextOpenDayOnOrAfter(last) : null,
      certainty: status === null || months === null ? 'cautious' : 'printed',
      missing: status === null ? ['status'] : [],
      facts: [WINDOW, 'stay-special-period', 'counting-rules'],
    },
  ];
}

type Basis = { last: CivilDate; certainty: Certainty; missing: readonly string[]; facts: readonly string[] };

/** Which day ends the card, as far as two dates can tell; null where neither is known. */
function basisOf(person: Person, today: CivilDate): Basis | null {
  const { card, stay } = person.dates;
  if (card === null && stay === null) return null;
  if (stay === null) {
    // The printed day is enough to act on. The stay would tell whether immigration comes first.
    return card && { last: card, certainty: 'printed', missing: ['stay'], facts: [] };
  }
  const endsWithStay = ['card-validity-foreign-fixed-stay'];
  if (card === null) return { last: stay, certainty: 'cautious', missing: ['card'], facts: endsWithStay };
  if (card > stay) {
    // A card cannot outlive the stay it was made for, so one of the two was typed wrong or is an old one. The
    // earlier day is taken while it lies ahead; after it only the card's can still be missed.
    return { last: stay < today ? card : stay, certainty: 'cautious', missing: ['card', 'stay'], facts: endsWithStay };
  }
  // An earlier card: the stay was extended and the card was not, or the card is at its limit, which only the
  // birth tells. The day is printed either way.
  const missing = card < stay && endsOnBirthday(person) === null ? ['birth'] : [];
  return { last: card, certainty: 'printed', missing, facts: [] };
}

/**
 * Extending the card (在留期間更新に伴う有効期間変更): free on or before the old date that is printed on it, and too late
 * the day after. No first day is named: it can be done as soon as the new residence card is there.
 *
 * Where the card's date is not known, the end of the stay bounds it. Also for permanent residents and highly
 * skilled professionals (ii) whose card still carries an earlier stay.
 */
export function cardExtension(person: Person, today: CivilDate): Deadline[] {
  const old = carriesOldStay(person);
  if (!old && (!hasLimitedStay(person) || isAtBirthdayLimit(person))) return [];
  const basis: Basis | null =
    old && person.dates.card
      ? {
          last: person.dates.card,
          certainty: 'cautious',
          missing: ['birth', 'card'],
          facts: ['foreign-status-to-permanent'],
        }
      : basisOf(person, today);
  if (!basis) return [];
  const { id, status } = person;
  return [
    {
      id: `${id}/card-extension/${basis.last}`,
      kind: 'card-extension',
      person: id,
      procedure: 'foreign-extend',
      opens: null,
      advised: lastOpenDayOnOrBefore(basis.last),
      last: basis.last,
      moved: null,
      certainty: status === null ? 'cautious' : basis.certainty,
      missing: status === null ? ['status', ...basis.missing] : basis.missing,
      facts: ['foreign-extension-before-expiry', 'foreign-lapse-fee', ...basis.facts, 'counting-rules'],
    },
  ];
}
