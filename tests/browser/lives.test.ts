/**
 * Twenty short lives in a real Chromium, as the ten thousand of tests/unit/reminders/lives.test.ts are played on a
 * simulated computer. Real here: storage, alarms and the event by which one starts a dead worker, notifications, badge,
 * the worker's death at a random moment, and the browser that is closed and opened again on the same profile. Simulated:
 * the day, which a test build takes from storage; so the alarm that the worker sets lies years ahead, and is brought
 * forward when its day has come. `SEED=… npx vitest run --project browser tests/browser/lives.test.ts` repeats them.
 */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CivilDate, civil } from '../../lib/dates/civil-date.ts';
import { addDays } from '../../lib/dates/index.ts';
import { ITEMS } from '../../lib/items.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import { markDone, openNotices, postpone } from '../../lib/reminders/index.ts';
import { isOld, stepsOf } from '../../lib/reminders/ladders.ts';
import { deadlinesOf } from '../../lib/rules/index.ts';
import { chance } from '../bench/statistics.ts';
import { FACTS } from '../fixtures/facts.ts';
import { household } from '../fixtures/people.ts';
import { eventually } from './harness/eventually.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LIVES = 20;
const STEPS = 5;
// Days after any build day, so that no clock counts as older than the build.
const START = civil('2030-03-04');
/** What the badge says while nobody has set it anew: so the end of a run is seen. */
const UNSET = '?';

type Device = { deliveries: unknown; screen: string[]; badge: string; alarms: number[] };
type Move = 'days' | 'back' | 'done' | 'later' | 'restart' | 'alarms lost' | 'screen cleared' | 'death';
const MOVES: readonly Move[] = [
  'days',
  'days',
  'days',
  'back',
  'done',
  'later',
  'alarms lost',
  'screen cleared',
  'death',
];

describe(`lives in Chromium (seed ${SEED})`, () => {
  let browser: Chromium;
  const random = chance(SEED);
  const upTo = (n: number): number => Math.floor(random() * n);
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
  });
  afterAll(() => browser?.close());

  const set = (items: Record<string, unknown>): Promise<void> =>
    browser.inExtension((values) => chrome.storage.local.set(values), items);
  const device = (): Promise<Device> =>
    browser.inExtension(async () => ({
      deliveries: (await chrome.storage.local.get('deliveries'))['deliveries'],
      screen: Object.keys(await chrome.notifications.getAll()),
      badge: await chrome.action.getBadgeText({}),
      alarms: (await chrome.alarms.getAll()).map(({ scheduledTime }) => scheduledTime),
    }));
  const stored = async (): Promise<Deliveries> =>
    ITEMS.deliveries.read((await device()).deliveries ?? ITEMS.deliveries.empty);
  const wake = (): Promise<void> =>
    browser.inExtension(async () => {
      await chrome.runtime.sendMessage({ type: 'nobody' }).catch(() => undefined);
    });
  /** Has the browser's own alarm start the worker. */
  const ring = (): Promise<void> =>
    browser.inExtension(() => chrome.alarms.create('reminders', { when: Date.now() + 100 }));
  /** Waits for the end of a run that begins after this; `start` brings it about, in a worker that was dead. */
  async function ran(start: () => Promise<void>): Promise<void> {
    await browser.killWorker();
    await browser.inExtension((text) => chrome.action.setBadgeText({ text }), UNSET);
    await start();
    await eventually(async () => (await device()).badge).not.toBe(UNSET);
  }

  /** A day on which nothing falls due, which would happen at nine by the machine's own clock. */
  function quiet(day: CivilDate, people: ReturnType<typeof household>): CivilDate {
    const rungs = new Set(deadlinesOf(people, FACTS, day).flatMap((one) => stepsOf(one).map((step) => step.day)));
    let free = day;
    while (rungs.has(free)) free = addDays(free, 1);
    return free;
  }

  it.each(Array.from({ length: LIVES }, (_, i) => i + 1))('life %i', { timeout: 300_000 }, async (life) => {
    const people = household(
      { status: 'national', card: addDays(START, 5 + upTo(60)) },
      { id: 'p2', status: 'limited-stay', card: addDays(START, 5 + upTo(60)) },
    );
    let day = quiet(START, people);
    /** Notifications that the browser took away, and that stay away while they are not due anew. */
    const lost = new Set<string>();
    await browser.killWorker();
    await browser.inExtension(async () => {
      await chrome.storage.local.clear();
      await chrome.alarms.clearAll();
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    });
    await ran(() => set({ 'demo-today': day, household: people }));
    await check(await stored(), false);

    for (let step = 0; step < STEPS; step++) {
      const before = await stored();
      // A restart takes seconds, so that each fourth life has one.
      const move = life % 4 === 0 && step === 2 ? 'restart' : MOVES[upTo(MOVES.length)]!;
      await make(move, before);
      await check(before, move === 'restart' || move === 'screen cleared');
    }

    async function make(move: Move, before: Deliveries): Promise<void> {
      const open = openNotices(before, deadlinesOf(people, FACTS, day));
      const one = open[upTo(open.length)]?.deadline;
      switch (move) {
        case 'days':
          day = quiet(addDays(day, 1 + upTo(14)), people);
          await set({ 'demo-today': day });
          return ran(ring);
        case 'back':
          day = quiet(addDays(day, -1 - upTo(6)), people);
          await set({ 'demo-today': day });
          return ran(wake);
        case 'done':
        case 'later': {
          if (one === undefined) return ran(wake);
          const after = move === 'done' ? markDone(before, one, day) : postpone(before, one, addDays(day, 1));
          return ran(() => set({ deliveries: after }));
        }
        case 'restart':
          day = quiet(addDays(day, 1 + upTo(14)), people);
          await set({ 'demo-today': day });
          await browser.restart();
          await eventually(async () => (await stored()).seen).toBe(day > (before.seen ?? day) ? day : before.seen);
          return ran(wake);
        case 'alarms lost':
          await browser.inExtension(() => chrome.alarms.clearAll());
          return ran(wake);
        case 'screen cleared':
          await browser.inExtension(async () => {
            for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
          });
          return ran(wake);
        case 'death':
          day = quiet(addDays(day, 1 + upTo(14)), people);
          await set({ 'demo-today': day });
          await browser.killWorker();
          await ring();
          await new Promise((resolve) => setTimeout(resolve, 100 + upTo(200)));
          return ran(wake);
      }
    }

    /** What does not hold yet: what a run wrote calls it again, so that the browser is soon as it must be. */
    async function missing(): Promise<string[]> {
      const { screen, badge, alarms, ...read } = await device();
      const deliveries = ITEMS.deliveries.read(read.deliveries ?? ITEMS.deliveries.empty); // throws where it cannot be
      const deadlines = deadlinesOf(people, FACTS, day);
      const open = openNotices(deliveries, deadlines);
      const ids = new Set(open.map(({ notification }) => notification));
      const trusted = deliveries.seen !== null && deliveries.seen <= day;
      const speaking = deadlines.filter(
        ({ id, ...one }) => deliveries.done[id] === undefined && !isOld({ id, ...one }, day),
      );
      const due = speaking.flatMap((deadline) => {
        const newest = stepsOf(deadline).findLast((step) => step.day < day);
        return newest && (deliveries.later[deadline.id] ?? '') <= day ? `${deadline.id}#${newest.rung}` : [];
      });
      const ahead = speaking.some((deadline) => stepsOf(deadline).some((step) => step.day > day));
      return [
        ...(badge === (open.length ? String(open.length) : '') ? [] : [`the badge is "${badge}" of ${open.length}`]),
        ...screen.filter((id) => !ids.has(id)).map((id) => `${id} is on the screen and not open`),
        ...open.filter(({ shown }) => !shown).map(({ notification }) => `${notification} was not shown`),
        ...(trusted ? due.filter((id) => !deliveries.notices[id]?.shown).map((id) => `${id} did not come`) : []),
        ...(ahead && alarms.length !== 1 ? [`there are ${alarms.length} alarms`] : []),
      ];
    }

    /** `cleared`: the browser may have taken notifications away. */
    async function check(before: Deliveries, cleared: boolean): Promise<void> {
      await eventually(missing).toEqual([]);
      const after = await stored();
      const { screen } = await device();
      const ids = openNotices(after, deadlinesOf(people, FACTS, day)).map(({ notification }) => notification);
      // A clock that is put right opens the older notice again, which left the screen when the newer one came.
      const wrongClock = before.seen !== null && day < before.seen;
      const stay = cleared || wrongClock ? [] : ids.filter((id) => !lost.has(id));
      expect(screen).toEqual(expect.arrayContaining(stay));
      for (const id of ids) if (!screen.includes(id)) lost.add(id);
      if (wrongClock) expect(Object.keys(before.notices)).toEqual(expect.arrayContaining(Object.keys(after.notices)));
    }
  });

  it('ask for nothing outside', () => {
    expect(browser.requests).toEqual([]);
  });
});
