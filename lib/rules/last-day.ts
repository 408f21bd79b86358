/** What the rules about printed and counted ends share; those that count from an event have theirs in `notice.ts`. */
import { addDays } from '../dates/arithmetic.ts';
import { civil, type CivilDate } from '../dates/civil-date.ts';
import { lastOpenDayOnOrBefore } from '../dates/open-days.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { Deadline } from './deadline.ts';
import { isKnownOn } from './notice.ts';

/**
 * The days around the end of something that just ends: a card, a certificate, a stay. It never moves, whatever day it
 * is, and has ended on the day after. Rule: data/facts/counting-rules.yaml
 */
export const ending = (last: CivilDate): Pick<Deadline, 'advised' | 'last' | 'moved' | 'follows'> => ({
  advised: lastOpenDayOnOrBefore(last),
  last,
  moved: null,
  follows: addDays(last, 1),
});

/** Those of the facts, once each, that say something on one of the days: the last one, or the one it counts from. */
export const citedOn = (facts: FactRecords, ids: readonly string[], ...days: readonly CivilDate[]): string[] =>
  [...new Set(ids)].filter((id) => days.some((day) => isKnownOn(facts, id, day)));

/**
 * The day on which a fact of a deadline is told with its numbers: today; where the rule is over by then, or not yet in
 * force, the last day it was applied to, or the day that was counted from.
 */
export function dayToTell(fact: string, { id, last }: Deadline, facts: FactRecords, today: CivilDate): CivilDate {
  const basis = civil(id.slice(id.lastIndexOf('/') + 1));
  return [today, last, basis].find((day) => isKnownOn(facts, fact, day)) ?? today;
}
