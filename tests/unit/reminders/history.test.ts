/**
 * Random histories: days forth and back, wrong clocks, edits, answers, and a worker that dies between any two steps.
 * `SEED=… RUNS=… npx vitest run --project unit tests/unit/reminders/history.test.ts` repeats them, or plays more.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../lib/dates/civil-date.ts';
import { addDays, daysBetween } from '../../../lib/dates/index.ts';
import { Deliveries } from '../../../lib/reminders/deliveries.ts';
import {
  acknowledge,
  markDone,
  markShown,
  openNotices,
  postpone,
  reconcile,
  type Reconciled,
  setMuted,
  undoDone,
} from '../../../lib/reminders/index.ts';
import { isDue, isOld, stepsOf } from '../../../lib/reminders/ladders.ts';
import { at, BUILD, deadline, type Death, type Reconcile, World } from './world.ts';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const POOL = [
  deadline('card-renewal', '2027-05-06', '2027-02-07'),
  deadline('certificate-renewal', '2027-05-06', '2027-02-07'),
  deadline('stay-renewal', '2027-05-01', '2027-02-01', 'p2'),
  deadline('card-extension', '2027-05-02', null, 'p2'),
  deadline('card-extension', '2027-03-31', null, 'p3'),
  deadline('move-in', '2026-12-08', '2026-11-24', 'p4'),
  deadline('move-in', '2026-11-30', '2026-11-16', 'p5'),
];
const RUNG_DAYS = new Map(
  POOL.flatMap((d) => stepsOf(d).map(({ rung, day }): [string, CivilDate] => [`${d.id}#${rung}`, day])),
);

type Action =
  | { do: 'run'; days: number; hour: number; death: Death }
  | { do: 'edit' | 'done' | 'undo' | 'mute' | 'unmute' | 'acknowledge'; which: number }
  | { do: 'postpone'; which: number; days: number };

const which = fc.nat(POOL.length - 1);
const run = fc.record({
  do: fc.constant('run' as const),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 25 }) },
    { weight: 2, arbitrary: fc.integer({ min: -2, max: -1 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 120 }) },
    { weight: 1, arbitrary: fc.integer({ min: -800, max: 800 }) },
  ),
  hour: fc.integer({ min: 0, max: 23 }),
  death: fc.constantFrom<Death>('none', 'none', 'stored', 'showing'),
});
const answer = fc.record({
  do: fc.constantFrom(
    'edit' as const,
    'done' as const,
    'undo' as const,
    'mute' as const,
    'unmute' as const,
    'acknowledge' as const,
  ),
  which,
});
const later = fc.record({ do: fc.constant('postpone' as const), which, days: fc.integer({ min: 1, max: 20 }) });
const history: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: run }, { weight: 2, arbitrary: answer }, { weight: 1, arbitrary: later }),
  { minLength: 5, maxLength: 40 },
);

/** Plays a history and throws at the first promise that is broken. */
function play(actions: readonly Action[], work: Reconcile): void {
  const world = new World(POOL.slice(0, 5), work);
  let today: CivilDate = addDays(BUILD, 20);
  let last = { day: today, hour: 0 };
  /** notices that the person saw, on the screen or by answering them, since the clock was last put right */
  const met = new Set<string>();
  const answered = (id: string) => world.deliveries.done[id] !== undefined || world.deliveries.muted.includes(id);

  for (const action of actions) {
    if (action.do === 'run') {
      const next = addDays(today, action.days);
      today = next < addDays(BUILD, -30) ? addDays(BUILD, -30) : next;
      step(action.hour, action.death);
    } else {
      const target = POOL[action.which]!;
      if (action.do === 'edit') {
        world.deadlines = world.deadlines.includes(target)
          ? world.deadlines.filter((d) => d !== target)
          : [...world.deadlines, target];
      } else world.deliveries = change(action, target.id);
      Deliveries.parse(world.deliveries);
    }
  }
  // The clock is right in the end, and nobody dies: then everything that is due was met.
  today = [today, world.deliveries.seen ?? today, BUILD].reduce((a, b) => (a > b ? a : b));
  step(12, 'none');

  function change(action: Exclude<Action, { do: 'run' }>, id: string): Deliveries {
    const { deliveries } = world;
    switch (action.do) {
      case 'done':
        return markDone(deliveries, id, today);
      case 'undo':
        return undoDone(deliveries, id);
      case 'mute':
        return setMuted(deliveries, id, true);
      case 'unmute':
        return setMuted(deliveries, id, false);
      case 'postpone':
        return postpone(deliveries, id, addDays(today, action.days));
      default: {
        const open = openNotices(deliveries, world.deadlines).find((o) => o.deadline === id);
        for (const notice of open?.notices ?? []) met.add(notice);
        return acknowledge(deliveries, open?.notices ?? []);
      }
    }
  }

  function step(hour: number, death: Death): void {
    const before = world.deliveries;
    const now = { day: today, hour };
    const shownBefore = world.displays.length;
    const result = world.run(now, death);
    Deliveries.parse(world.deliveries);

    // Idempotent: what was stored is all that there is to store.
    const again = reconcile({ deadlines: world.deadlines, deliveries: result.deliveries, now, buildDay: BUILD });
    expect(again.deliveries).toBe(result.deliveries);
    expect(again.show).toEqual(result.show);

    const ahead = before.seen !== null && today < before.seen;
    const back = today < BUILD || ahead;
    const earlierThatDay = today === last.day && hour < last.hour;
    last = now;
    if (today >= BUILD && ahead && daysBetween(today, before.seen!) > 2) {
      for (const id of met) if (RUNG_DAYS.get(id)! > today) met.delete(id);
    }
    for (const { id, deadlines } of result.show) {
      for (const shown of deadlines) {
        // Never after done or muted, never for a date that is not there any more.
        expect(answered(shown.id)).toBe(false);
        expect(world.deadlines).toContain(shown);
        const { rung } = result.open.find((o) => o.deadline === shown.id)!;
        const notice = `${shown.id}#${rung}`;
        const known = before.notices[notice];
        // A clock that is wrong brings nothing that was not stored before.
        if (back) expect(known).toBeDefined();
        // Never before its day by the clock on which it was stored.
        expect(result.deliveries.notices[notice]!.due >= RUNG_DAYS.get(notice)!).toBe(true);
        // Again only in its own place, and only if the first time is not certain, or it was put off.
        const putOff = known !== undefined && (before.later[shown.id] ?? '') > known.due;
        if (known !== undefined && !putOff && (before.seen === null || known.due <= before.seen)) {
          expect(id).toBe(known.notification);
          if (!id.startsWith('digest/')) expect(known.shown).toBe(false);
        }
      }
    }
    // What went onto the screen was in the store before.
    for (const { notices } of world.displays.slice(shownBefore)) {
      for (const notice of notices) {
        met.add(notice);
        expect(result.deliveries.notices[notice]).toBeDefined();
      }
    }
    if (death !== 'none') return;
    // Nothing stays on the screen that is not open.
    const open = new Set(result.open.map(({ notification }) => notification));
    const carried = new Set(Object.values(world.deliveries.notices).map(({ notification }) => notification));
    for (const id of world.screen.keys()) if (carried.has(id)) expect(open).toContain(id);
    if (back || earlierThatDay) return;
    // The newest notice of each deadline was met.
    for (const live of world.deadlines) {
      const newest = stepsOf(live).findLast(({ day }) => isDue(day, now));
      const until = world.deliveries.later[live.id];
      if (!newest || answered(live.id) || isOld(live, today) || (until !== undefined && !isDue(until, now))) continue;
      expect([...met]).toContain(`${live.id}#${newest.rung}`);
    }
  }
}

const holds = (work: Reconcile) => fc.property(history, (actions) => play(actions, work));

describe(`random histories (seed ${SEED})`, () => {
  it('keep every promise', () => {
    fc.assert(holds(reconcile), { seed: SEED, numRuns: Number(process.env['RUNS'] ?? 100) });
  }, 600_000);

  // The same property finds each of these: it can fail.
  const broken: Record<string, Reconcile> = {
    'marks as shown before showing': (input) => {
      const result = reconcile(input);
      return { ...result, deliveries: result.show.reduce(markShown, result.deliveries) };
    },
    'takes another id each time': (input) => {
      const result = reconcile(input);
      const show = result.show.map((notice) => ({ ...notice, id: `${notice.id}?${input.now.hour}` }));
      return { ...result, show };
    },
    'does not store the intent': (input): Reconciled => ({ ...reconcile(input), deliveries: input.deliveries }),
    'trusts a clock that went back': (input) =>
      reconcile({ ...input, deliveries: { ...input.deliveries, seen: null } }),
    'trusts a clock before the build': (input) => reconcile({ ...input, buildDay: addDays(BUILD, -1000) }),
    'does not look at what was done': (input) => {
      const result = reconcile({ ...input, deliveries: { ...input.deliveries, done: {} } });
      return { ...result, deliveries: { ...result.deliveries, done: input.deliveries.done } };
    },
    'never shows again what was put off': (input) => {
      const result = reconcile(input);
      return {
        ...result,
        show: result.show.filter(({ notices }) => !notices.some((id) => input.deliveries.notices[id]?.shown)),
      };
    },
  };
  it.each(Object.entries(broken))(
    'catch one that %s',
    (_name, work) => {
      expect(fc.check(holds(work), { seed: 20261124, numRuns: 1500, endOnFailure: true }).failed).toBe(true);
    },
    60_000,
  );
});

describe('a year of daily runs', () => {
  it('shows every rung of every deadline exactly once', () => {
    const pool = POOL.slice(0, 6); // the last one began before the build
    const world = new World(pool);
    for (let day = BUILD; day < '2027-08-01'; day = addDays(day, 1)) world.run(at(day, 9));
    const shown = world.displays.flatMap(({ notification }) => notification);
    const expected = pool.flatMap((d) => {
      const steps = stepsOf(d);
      return steps
        .filter(({ day }, i) => steps[i + 1]?.day !== day)
        .map(({ rung, day }) => ({ id: `${d.id}#${rung}`, day }));
    });
    const perDay = Map.groupBy(expected, ({ day }) => day);
    const ids = [...perDay].flatMap(([day, of]) => (of.length > 3 ? [`digest/${day}`] : of.map(({ id }) => id)));
    expect(shown.toSorted()).toEqual(ids.toSorted());
  });
});
