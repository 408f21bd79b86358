import { addDays } from '../dates/arithmetic.ts';
import { isClosedDay, lastOpenDayOnOrBefore, nextOpenDayOnOrAfter } from '../dates/open-days.ts';
import type { Person } from '../household/schema.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import type { Deadline } from './deadline.ts';
import { numberOn } from './numbers.ts';

const LIMIT = 'move-in-14-days';

/**
 * The moving-in notification (転入届; inside one municipality 転居届): so many days after the day of moving, which is not
 * counted itself, and never before it. A closed last day moves by law to the next open day; we advise the open day
 * before. The id carries the day of moving, so that the answer to a notice outlives a change of the limit.
 *
 * Nothing is given where the limit is not known for the day of moving: the last day would be ours, not the law's.
 */
export function moveIn({ id, dates }: Person, facts: FactRecords): Deadline[] {
  if (dates.moved === null) return [];
  const days = numberOn(facts, LIMIT, dates.moved);
  if (days === null) return [];
  const last = addDays(dates.moved, days);
  return [
    {
      id: `${id}/move-in/${dates.moved}`,
      kind: 'move-in',
      person: id,
      procedure: 'move-in',
      opens: dates.moved,
      advised: lastOpenDayOnOrBefore(last),
      last,
      moved: isClosedDay(last) ? nextOpenDayOnOrAfter(last) : null,
      certainty: 'derived',
      missing: [],
      facts: [LIMIT, 'counting-rules'],
    },
  ];
}
