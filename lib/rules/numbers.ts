import type { CivilDate } from '../dates/civil-date.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { valueOn } from '../knowledge/value-on.ts';

/**
 * The number that a fact gives on a day, in the fact's own unit; null where it is not known for that day, has no
 * number or is not among the facts. A rule never puts a number of its own in its place.
 */
export function numberOn(facts: FactRecords, id: string, day: CivilDate): number | null {
  const fact = facts[id];
  if (!fact) return null;
  const on = valueOn(fact, day);
  return on.known && typeof on.value === 'number' ? on.value : null;
}
