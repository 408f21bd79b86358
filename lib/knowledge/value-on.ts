import type { CivilDate } from '../dates/civil-date.ts';
import type { FactRecord } from './compiled.ts';

export type ValueOn =
  | { known: true; value: number | string | null }
  /** `gap`: the day lies between two periods that are known */
  | { known: false; why: 'before-first' | 'after-last' | 'gap' };

type Period = FactRecord['periods'][number];

/**
 * The first day of a period, or the day from which it counts as known: a start that was not researched counts from the
 * oldest dated source on.
 */
const startOf = (fact: FactRecord, { from }: Period): string | null => from ?? fact.knownFrom;

/** The period that holds on a day; `undefined` where the fact is not known then. `until` is its last day. */
export const periodOn = (fact: FactRecord, day: CivilDate): Period | undefined =>
  fact.periods.find((period) => {
    const start = startOf(fact, period);
    return start !== null && start <= day && (period.until === null || day <= period.until);
  });

/**
 * What a fact says on a day. No period goes on silently: after the last one that has an end the answer is "not known".
 * Days compare as strings, for a civil date sorts like its text.
 */
export function valueOn(fact: FactRecord, day: CivilDate): ValueOn {
  const now = periodOn(fact, day);
  if (now) return { known: true, value: now.value };
  const starts = fact.periods.map((period) => startOf(fact, period));
  const begun = starts.some((start) => start !== null && start <= day);
  const ahead = starts.some((start) => start === null || start > day);
  return { known: false, why: !begun ? 'before-first' : ahead ? 'gap' : 'after-last' };
}
