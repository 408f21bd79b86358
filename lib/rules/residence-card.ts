/** The residence card or special permanent resident certificate itself, where the stay has no end. */
import { addDays, later, sameDayMonths } from '../dates/arithmetic.ts';
import { ageOn, nthBirthdayAfter } from '../dates/birthdays.ts';
import { type CivilDate, civil } from '../dates/civil-date.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { Status } from '../knowledge/vocabulary.ts';
import { type End, printed } from './card-validity.ts';
import { countByAge } from './count-by-age.ts';
import type { Rule } from './deadline.ts';
import { citedOn, ending } from './last-day.ts';
import { numberOn } from './numbers.ts';
import { contradicting, type EventOf, newest, present } from './present.ts';
import { pendingSpecifiedCard, specifiedCardOf } from './specified-card-validity.ts';

const COUNTS = { adult: 'residence-card-validity-2026', minor: 'residence-card-validity-2026-minor' };

/** The fact that opens the renewal of a card without an end of stay. */
export const windowOf = (status: Status | null): string =>
  status === 'special-permanent'
    ? 'special-permanent-certificate-renewal-window'
    : 'residence-card-renewal-window-2026';

/**
 * The first day in the window. Where the law changed the window, each length counts only while it holds: a card that
 * ends in August 2026 could be renewed from the day of the change on, before two months were left. "From three months
 * before" means that day itself here; where the month has no such day, the day after its end. Null where the window is
 * not known at the end.
 */
export function residenceCardOpens(ends: CivilDate, facts: FactRecords, fact: string): CivilDate | null {
  if (numberOn(facts, fact, ends) === null) return null;
  const days = (facts[fact]?.periods ?? []).flatMap(({ from, until, value }) => {
    if (typeof value !== 'number') return [];
    const before = sameDayMonths(ends, -value);
    const opens = before.slice(8) === ends.slice(8) ? before : addDays(before, 1);
    const day = from === null ? opens : later(opens, civil(from));
    return until === null || day <= until ? [day] : [];
  });
  return days.toSorted()[0] ?? null;
}

/**
 * The end of a residence card that was made on `issued.on`: since June 2026 counted in birthdays, seven years before,
 * and for a child who was under 16 the day before the 16th birthday (the birthday itself by other pages). Null for a
 * special permanent resident, whose count is not shown, and where the birth is needed and not known.
 */
function countedEnd({ on }: EventOf<'residence-card-issued'>, person: Person, facts: FactRecords): End | null {
  const { birth } = person.dates;
  if (person.status !== 'permanent' && person.status !== 'highly-skilled-2') return null;
  const end = (last: CivilDate, basedOn: string[], otherwise: CivilDate[], missing: string[]): End => ({
    last,
    otherwise,
    basis: on,
    certainty: missing.length > 0 ? 'cautious' : 'derived',
    missing,
    facts: basedOn,
  });
  const years = numberOn(facts, 'residence-card-validity-before-2026', on);
  if (years !== null) {
    const child = numberOn(facts, 'residence-card-validity-before-2026-under-16', on);
    if (birth !== null && birth <= on && child !== null && ageOn(birth, on) < child) {
      const birthday = nthBirthdayAfter(birth, birth, child);
      const eve = addDays(birthday, -1);
      return eve > on
        ? end(eve, ['residence-card-validity-before-2026-under-16'], [birthday], ['residenceCard'])
        : null;
    }
    return end(
      sameDayMonths(on, years * 12),
      ['residence-card-validity-before-2026'],
      [],
      birth === null ? ['birth'] : [],
    );
  }
  if (birth === null || birth > on) return null;
  const by = countByAge(person, on, facts, COUNTS);
  const birthdays = by && numberOn(facts, by.count, on);
  // A renewal counts from the old end, which is never earlier; whether it was one is not asked.
  return by === null || birthdays === null
    ? null
    : end(nthBirthdayAfter(birth, on, birthdays), [by.count, ...by.decidedBy], [], []);
}

/**
 * Renewing the residence card (在留カードの有効期間更新) of permanent residents and highly skilled professionals (ii), at
 * immigration, and the certificate of special permanent residents, at the municipality. Nothing for a limited stay,
 * whose card ends with it, and for nationals. The My Number Card is not touched by this date.
 * Rules: data/facts/residence-card-*.yaml, special-permanent-certificate-renewal-window.yaml
 */
export const residenceCardRenewal: Rule = (input) => {
  const { person: said, events, facts } = input;
  const person = present(said, events);
  const { id, status, dates } = person;
  if (status === 'national' || status === 'limited-stay') return [];
  // A specified residence card has its own date, and one on its way takes the place of the renewal.
  if (specifiedCardOf(input)) return [];
  const pending = pendingSpecifiedCard(events);
  const issued = newest(events, 'residence-card-issued');
  const typed = dates.residenceCard;
  const end: End | null =
    typed !== null && !(issued && issued.on > typed)
      ? printed(typed)
      : issued
        ? countedEnd(issued, person, facts)
        : null;
  if (end === null || (pending?.renews === end.last && pending.on <= end.last)) return [];
  const fact = windowOf(status);
  const opens = residenceCardOpens(end.last, facts, fact);
  const missing = [
    ...(status === null ? ['status'] : []),
    ...end.missing,
    ...contradicting(events, ['status-granted']),
  ];
  return [
    {
      id: `${id}/residence-card-renewal/${end.basis}`,
      kind: 'residence-card-renewal',
      person: id,
      opens,
      ...ending(end.last),
      otherwise: end.otherwise,
      certainty: missing.length > 0 || opens === null ? 'cautious' : end.certainty,
      missing,
      facts: citedOn(facts, [fact, ...end.facts, 'counting-rules'], end.last, end.basis),
    },
  ];
};
