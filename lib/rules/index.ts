import type { CivilDate } from '../dates/civil-date.ts';
import type { Household, Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { DEADLINE_KINDS } from '../knowledge/vocabulary.ts';
import { cardRenewal } from './card-renewal.ts';
import { certificateRenewal } from './certificate-renewal.ts';
import type { Deadline } from './deadline.ts';
import { cardExtension, stayRenewal } from './limited-stay.ts';
import { moveIn } from './move-in.ts';

/** One line per rule of law. A rule gives nothing for a person whom it does not concern. */
const RULES: readonly ((person: Person, facts: FactRecords, today: CivilDate) => Deadline[])[] = [
  cardRenewal,
  certificateRenewal,
  stayRenewal,
  (person, _facts, today) => cardExtension(person, today),
  moveIn,
];

/**
 * Every deadline that follows from what a household told us, the next last day first and, on one day, what must be
 * done before the other; past ones are among them.
 * Pure: the same household, facts and day give the same answer on every device. `today` (a day in Japan) decides
 * only between dates that contradict each other.
 */
export function deadlinesOf(household: Household, facts: FactRecords, today: CivilDate): Deadline[] {
  return household.people
    .flatMap((person) => RULES.flatMap((rule) => rule(person, facts, today)))
    .toSorted((a, b) => order(a.last, b.last) || place(a) - place(b) || order(a.id, b.id));
}

const place = ({ kind }: Deadline): number => DEADLINE_KINDS.indexOf(kind);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
