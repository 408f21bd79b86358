import type { CivilDate } from '../dates/civil-date.ts';
import type { FactRecord } from './compiled.ts';

export type ValueOn =
  | { known: true; value: number | string | null }
  /** `gap`: the day lies between two periods that are known */
  | { known: false; why: 'before-first' | 'after-last' | 'gap' };

/**
 * What a fact says on a day; `until` is the last day of its period. A start that was not researched counts as
 * known from the oldest dated source on and as unknown before. No period goes on silently: after the last one
 * that has an end the answer is "not known". Days compare as strings, for a civil date sorts like its text.
 */
export function valueOn(fact: FactRecord, day: CivilDate): ValueOn {
  let begun = false;
  let ahead = false;
  for (const { from, until, value } of fact.periods) {
    const start = from ?? fact.knownFrom;
    if (start === null || day < start) ahead = true;
    else if (until === null || day <= until) return { known: true, value };
    else begun = true;
  }
  return { known: false, why: !begun ? 'before-first' : ahead ? 'gap' : 'after-last' };
}
