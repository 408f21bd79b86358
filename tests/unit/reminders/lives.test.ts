/**
 * Simulated lives: the real delivery, store, household and answers on a computer where anything can go wrong at any
 * time (`computer.ts`), and what must hold all the same (`promises.ts`).
 *
 *   SEED=… RUNS=… npx vitest run --project unit tests/unit/reminders/lives.test.ts
 *
 * plays other lives, or more of them; whoever changes reminders or the store should look further so. Of a life that
 * breaks a promise, the shortest one that still does is printed with its seed.
 */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { markShown, type Reconciled, type ReconcileInput } from '../../../lib/reminders/index.ts';
import type { Deliveries, Delivery } from '../../../lib/reminders/deliveries.ts';
import type { Computer } from './computer.ts';
import { anyLife, asked, Broken, type Life, play, useDeviceClock, ZONES } from './life.ts';

// The same lives every time, so that a failure comes from a change and not by chance.
const SEED = Number(process.env['SEED'] ?? 1468515165);
const RUNS = Number(process.env['RUNS'] ?? 10_000);
const TIMEOUT = 1_200_000;

// Days are added and counted millions of times here, and few of them differ; households seldom change.
vi.mock(import('../../../lib/dates/arithmetic.ts'), async (original) => {
  const { remembered } = await import('./remembered.ts');
  return remembered(await original(), (day, other) => [day, other]);
});
vi.mock(import('../../../lib/dates/today.ts'), async (original) => {
  const { remembered } = await import('./remembered.ts');
  return remembered(await original(), (instant) => [instant, undefined]);
});
vi.mock(import('../../../lib/rules/index.ts'), async (original) => {
  const { remembered } = await import('./remembered.ts');
  return remembered(await original(), (household, _facts, today) => [JSON.stringify(household), today]);
});

type Reconcile = (input: ReconcileInput) => Reconciled;
type Mutant = (input: ReconcileInput, real: Reconcile) => Reconciled;
type Change = (notice: Delivery, id: string) => Delivery;
const used = vi.hoisted((): { mutant: Mutant | undefined } => ({ mutant: undefined }));
vi.mock(import('../../../lib/reminders/reconcile.ts'), async (original) => {
  const module = await original();
  return { ...module, reconcile: (input) => (used.mutant ?? ((same, real) => real(same)))(input, module.reconcile) };
});

const zoneOfThisMachine = process.env['TZ'];
beforeAll(() => {
  useDeviceClock();
  // A worker that cannot go on says so, which happens in every other life.
  vi.spyOn(console, 'error').mockReturnValue();
});
afterAll(() => {
  vi.restoreAllMocks();
  if (zoneOfThisMachine === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfThisMachine;
});

describe(`simulated lives (seed ${SEED})`, () => {
  it(`keep every promise, in ${RUNS} of them`, { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => void (await play(life))),
      { seed: SEED, numRuns: RUNS },
    );
    console.log([...asked].map(([promise, times]) => `${promise}: asked ${times} times`).join('\n'));
    expect(asked.size).toBe(18);
  });

  it('are the same in every time zone', { timeout: TIMEOUT }, async () => {
    const lives: Life[] = fc.sample(anyLife, { seed: SEED, numRuns: 50 });
    const offsets = new Set<number>();
    let shown = 0;
    for (const life of lives) {
      const travelling = await play(life);
      shown += travelling.length;
      for (const zone of ZONES) {
        expect(await play(life, { zone })).toEqual(travelling);
        offsets.add(new Date(0).getTimezoneOffset());
      }
    }
    // The device really was elsewhere, and something was shown there.
    expect(offsets.size).toBe(ZONES.length);
    expect(shown).toBeGreaterThan(lives.length);
  });
});

/** The same result with its deliveries changed; the same object where that changes nothing, as the store expects it. */
function withNotices(input: ReconcileInput, result: Reconciled, change: Change): Reconciled {
  const notices = Object.entries(result.deliveries.notices).map(([id, notice]) => [id, change(notice, id)] as const);
  const deliveries = { ...result.deliveries, notices: Object.fromEntries(notices) };
  return { ...result, deliveries: isDeepStrictEqual(deliveries, input.deliveries) ? input.deliveries : deliveries };
}
/** The result for other deliveries, with the answers and the day of these. */
function asIf(input: ReconcileInput, real: Reconcile, other: Partial<Deliveries>): Reconciled {
  const result = real({ ...input, deliveries: { ...input.deliveries, ...other } });
  const { done, later, muted } = input.deliveries;
  return withNotices(
    input,
    { ...result, deliveries: { ...result.deliveries, done, later, muted } },
    (notice) => notice,
  );
}

describe('one that is broken is found, for it', () => {
  const byReconcile: Record<string, Mutant> = {
    'stores no intent before it shows': (input, real) => ({ ...real(input), deliveries: input.deliveries }),
    'notes as shown before it shows': (input, real) => {
      const result = real(input);
      return { ...result, deliveries: result.show.reduce(markShown, result.deliveries) };
    },
    'takes another id each hour': (input, real) => {
      const result = real(input);
      const other = (id: string): string => `${id.split('?')[0]}?${input.now.hour}`;
      return {
        ...withNotices(input, result, (notice) => ({ ...notice, notification: other(notice.notification) })),
        show: result.show.map((notice) => ({ ...notice, id: other(notice.id) })),
        open: result.open.map((one) => ({ ...one, notification: other(one.notification) })),
      };
    },
    'does not look at what is done': (input, real) => asIf(input, real, { done: {} }),
    'trusts a clock that went back': (input, real) => asIf(input, real, { seen: null }),
    'trusts a clock before the build': (input, real) => real({ ...input, buildDay: input.now.day }),
    'takes what fell due while nobody looked for answered': (input, real) => {
      const result = real(input);
      const missed = (id: string, { due }: Delivery): boolean =>
        input.deliveries.notices[id] === undefined && due < input.now.day;
      return {
        ...withNotices(input, result, (notice, id) =>
          missed(id, notice) ? { ...notice, acknowledged: true } : notice,
        ),
        show: result.show.filter(
          ({ notices }) =>
            !notices.some(
              (id) =>
                input.deliveries.notices[id] === undefined &&
                (result.deliveries.notices[id]?.due ?? '') < input.now.day,
            ),
        ),
      };
    },
    'forgets one of several that come together': (input, real) => {
      const result = real(input);
      const [, forgotten] = result.show.find(({ deadlines }) => deadlines.length > 1)?.deadlines ?? [];
      return {
        ...withNotices(input, result, (notice) =>
          notice.deadline === forgotten?.id ? { ...notice, acknowledged: true } : notice,
        ),
        show: result.show.map((notice) => ({
          ...notice,
          deadlines: notice.deadlines.filter((one) => one !== forgotten),
          notices: notice.notices.filter((id) => !id.startsWith(`${forgotten?.id}#`)),
        })),
      };
    },
    'never shows again what was put off': (input, real) => {
      const result = real(input);
      const before = (id: string): boolean => input.deliveries.notices[id]?.shown === true;
      return { ...result, show: result.show.filter(({ notices }) => !notices.some(before)) };
    },
    'leaves what is done on the screen': (input, real) => ({
      ...real(input),
      open: real({ ...input, deliveries: { ...input.deliveries, done: {} } }).open,
    }),
    'asks for no alarm': (input, real) => ({ ...real(input), next: null }),
  };
  const byComputer: Record<string, (computer: Computer) => void> = {
    'takes a write that failed for one that worked': (computer) => void (computer.deaf = true),
    'says that it has written before it has': (computer) => void (computer.lazy = true),
    'keeps nobody out by its locks': (computer) => void (computer.unlocked = true),
  };

  async function found(breaks?: (computer: Computer) => void): Promise<void> {
    const { failed, numRuns, errorInstance } = await fc.check(
      fc.asyncProperty(anyLife, async (life) => void (await play(life, breaks ? { breaks } : {}))),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    expect(failed).toBe(true);
    expect(errorInstance).toBeInstanceOf(Broken);
    console.log(`${expect.getState().currentTestName}: life ${numRuns}, ${(errorInstance as Broken).promise}`);
  }
  it.each(Object.entries(byReconcile))('%s', { timeout: TIMEOUT }, async (_name, mutant) => {
    used.mutant = mutant;
    try {
      await found();
    } finally {
      used.mutant = undefined;
    }
  });
  it.each(Object.entries(byComputer))('%s', { timeout: TIMEOUT }, (_name, breaks) => found(breaks));
});
