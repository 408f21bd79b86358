/** A worker with a store and a screen, for tests of `reconcile`: it can die between any two steps. */
import { civil, type CivilDate } from '../../../lib/dates/civil-date.ts';
import { addDays, lastOpenDayOnOrBefore } from '../../../lib/dates/index.ts';
import type { DeadlineKind } from '../../../lib/knowledge/vocabulary.ts';
import { type Deliveries, EMPTY_DELIVERIES } from '../../../lib/reminders/deliveries.ts';
import {
  markShown,
  type Notice,
  reconcile,
  type Reconciled,
  type ReconcileInput,
} from '../../../lib/reminders/index.ts';
import { EMPTY_WISHES, type Wishes } from '../../../lib/reminders/wishes.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';

export const BUILD = civil('2026-11-24');

export const deadline = (kind: DeadlineKind, last: string, opens: string | null = null, person = 'p1'): Deadline => ({
  id: `${person}/${kind}/${last}`,
  kind,
  person,
  procedure: null,
  opens: opens === null ? null : civil(opens),
  advised: lastOpenDayOnOrBefore(civil(last)),
  last: civil(last),
  moved: null,
  follows: addDays(civil(last), 1),
  otherwise: [],
  certainty: 'printed',
  missing: [],
  facts: [],
});

export const at = (day: string, hour = 12) => ({ day: civil(day), hour });

/** `stored`: dies before anything is shown; `showing`: dies after showing, before it is noted. */
export type Death = 'none' | 'stored' | 'showing';
export type Reconcile = (input: ReconcileInput) => Reconciled;
export type Display = { notification: string; notices: readonly string[]; day: CivilDate };

export class World {
  deliveries: Deliveries = EMPTY_DELIVERIES;
  deadlines: Deadline[];
  wishes: Wishes = EMPTY_WISHES;
  /** everything that was ever put on the screen, in order */
  displays: Display[] = [];
  /** what is on the screen now, by notification id */
  screen = new Map<string, Notice>();
  readonly #reconcile: Reconcile;

  constructor(deadlines: readonly Deadline[] = [], work: Reconcile = reconcile) {
    this.deadlines = [...deadlines];
    this.#reconcile = work;
  }

  /** One run as the worker does it; returns what `reconcile` answered. */
  run(now: { day: CivilDate; hour: number }, death: Death = 'none', start = false): Reconciled {
    const { deadlines, deliveries, wishes } = this;
    const result = this.#reconcile({ deadlines, deliveries, now, buildDay: BUILD, wishes, start });
    this.deliveries = result.deliveries;
    if (death === 'stored') return result;
    const open = new Set(result.open.map(({ notification }) => notification));
    for (const id of this.screen.keys()) if (!open.has(id)) this.screen.delete(id);
    for (const notice of result.show) {
      this.screen.set(notice.id, notice);
      this.displays.push({ notification: notice.id, notices: notice.notices, day: now.day });
      if (death === 'showing') return result;
      this.deliveries = markShown(this.deliveries, notice);
    }
    return result;
  }

  /** The ids of the notices shown by one run, without the person and the date. */
  rungs(day: string, hour = 12): string[] {
    return this.run(at(day, hour)).show.map(({ rung }) => rung);
  }
}
