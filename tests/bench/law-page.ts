/** Runs in the page: the law for a household, once. Times are processor-near enough: nothing is awaited. */
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { Household } from '../../lib/household/schema.ts';
import type { FactRecords } from '../../lib/knowledge/compiled.ts';
import { deadlinesOf } from '../../lib/rules/index.ts';

/** Milliseconds for all deadlines of the household, and how many there are. */
export function time(household: Household, facts: FactRecords, today: CivilDate): { ms: number; found: number } {
  const start = performance.now();
  const found = deadlinesOf(household, facts, today).length;
  return { ms: performance.now() - start, found };
}
