/** Company insurance, as far as what was told about work says. Shared by health insurance and pension. */
import { addDays } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { RuleInput } from './deadline.ts';
import { happened } from './notice.ts';

/** Days on which cover by a company began (`true`) or the last day of it (`false`), in order. */
function cover({ events }: RuleInput): { on: CivilDate; begins: boolean }[] {
  const ends = happened(events, 'job-left').filter(({ event }) => event.insured);
  return [
    ...ends.map(({ event: { on } }) => ({ on, begins: false })),
    ...happened(events, 'job-started').map(({ event: { on, insured } }) => ({ on, begins: insured })),
  ].toSorted((a, b) => (a.on === b.on ? Number(a.begins) - Number(b.begins) : a.on < b.on ? -1 : 1));
}

/** Whether the person is covered by a company's insurance on a day; null where nothing told says so. */
export function isCoveredOn(input: RuleInput, day: CivilDate): boolean | null {
  const work = cover(input);
  const last = work.findLast(({ on, begins }) => (begins ? on <= day : on < day));
  if (last) return last.begins;
  const next = work.find(({ on }) => on >= day);
  if (next && !next.begins) return true;
  if (input.person.situations.includes('self-employed')) return false;
  return work.length === 0 && input.person.situations.includes('employee') ? true : null;
}

/** `left`: the last day at work; `lost`: the day after it, the first without cover. */
export type Gap = { left: CivilDate; lost: CivilDate; clear: boolean };

/** Where cover ended with a job and no other one began by the next day. */
export const gapsOf = (input: RuleInput): Gap[] =>
  happened(input.events, 'job-left')
    .filter(({ event }) => event.insured)
    .map(({ event: { on }, clear }) => ({ left: on, lost: addDays(on, 1), clear }))
    .filter(({ left, lost }) => !coverBegins(input, left, lost));

/** Whether a job with insurance began between two days. */
export const coverBegins = ({ events }: RuleInput, from: CivilDate, until: CivilDate): boolean =>
  happened(events, 'job-started').some(({ event: { on, insured } }) => insured && on >= from && on <= until);
