/** Residence cards without an end of stay count fewer birthdays for minors; both kinds of them ask here who is one. */
import { ageOn } from '../dates/birthdays.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { numberOn } from './numbers.ts';

/** The age from which a card counts as that of an adult. The same for My Number Card and residence cards. */
export const AGE_LINE = 'card-validity-age-line-2022';

/**
 * The fact that says how many birthdays a card counts which was asked for on `day`, and what decided between the two:
 * only permanent residents can be minors. Null where the birth or the age line of that day is not known.
 */
export function countByAge(
  { status, dates: { birth } }: Person,
  day: CivilDate,
  facts: FactRecords,
  counts: { adult: string; minor: string },
): { count: string; decidedBy: readonly string[] } | null {
  if (status !== 'permanent') return { count: counts.adult, decidedBy: [] };
  const line = numberOn(facts, AGE_LINE, day);
  if (birth === null || line === null) return null;
  return { count: ageOn(birth, day) < line ? counts.minor : counts.adult, decidedBy: [AGE_LINE] };
}
