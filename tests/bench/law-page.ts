/** Runs in the page, each once. Times are processor-near enough: nothing is awaited. */
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import type { Household } from '../../lib/household/schema.ts';
import type { FactRecords } from '../../lib/knowledge/compiled.ts';
import { type Deliveries, EMPTY_DELIVERIES } from '../../lib/reminders/deliveries.ts';
import { reconcile } from '../../lib/reminders/index.ts';
import { deadlinesOf } from '../../lib/rules/index.ts';

export type Times = {
  /** all deadlines of the household */
  law: number;
  /** what is due now, where nothing was delivered before */
  fresh: number;
  /** the same once all of it was delivered and shown, with some answers */
  again: number;
  deadlines: number;
  notices: number;
};

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** Milliseconds, and how much there was to do. */
export function time(household: Household, facts: FactRecords, today: CivilDate): Times {
  const law = timed(() => deadlinesOf(household, facts, today));
  const given = { deadlines: law.result, now: { day: today, hour: 12 }, buildDay: today };
  const fresh = timed(() => reconcile({ ...given, deliveries: EMPTY_DELIVERIES }));
  const { deliveries } = fresh.result;
  const answered: Deliveries = {
    ...deliveries,
    notices: Object.fromEntries(Object.entries(deliveries.notices).map(([id, one]) => [id, { ...one, shown: true }])),
    done: Object.fromEntries(law.result.filter((_, i) => i % 3 === 0).map(({ id }) => [id, today])),
  };
  const again = timed(() => reconcile({ ...given, deliveries: answered }));
  return {
    law: law.ms,
    fresh: fresh.ms,
    again: again.ms,
    deadlines: law.result.length,
    notices: Object.keys(deliveries.notices).length,
  };
}
