/** Never miss a date: notices survive dead workers, closed browsers and wrong clocks, and none is shown twice. */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyPerson, type Household } from '../../lib/household/schema.ts';
import { civil } from '../../lib/dates/civil-date.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import { eventually } from './harness/eventually.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

// Days after any build day, so that no clock counts as older than the build.
const TODAY = '2030-03-04';
const empty = emptyPerson('p1');
const household: Household = {
  version: 2,
  people: [{ ...empty, status: 'limited-stay', dates: { ...empty.dates, card: civil('2030-03-28') } }],
  events: [],
};

type State = { deliveries: Deliveries | undefined; shown: string[]; badge: string };

describe('one date that is due', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
    await setDay(TODAY);
  });
  afterAll(() => browser?.close());

  const setDay = (day: string): Promise<void> =>
    browser.inExtension((value) => chrome.storage.local.set({ 'demo-today': value }), day);
  const state = (): Promise<State> =>
    browser.inExtension(async () => ({
      deliveries: (await chrome.storage.local.get('deliveries'))['deliveries'] as State['deliveries'],
      shown: Object.keys(await chrome.notifications.getAll()),
      badge: await chrome.action.getBadgeText({}),
    }));
  const notices = async (): Promise<string[]> => Object.keys((await state()).deliveries?.notices ?? {});
  /** A message that is not ours starts a dead worker, which reconciles at every start. */
  const wake = (): Promise<void> =>
    browser.inExtension(async () => {
      await chrome.runtime.sendMessage({ type: 'nobody' }).catch(() => undefined);
    });
  /** Waits until the worker has run for the day that is set. */
  const ran = (day: string): Promise<unknown> => eventually(async () => (await state()).deliveries?.seen).toBe(day);

  it('is shown once, and counts as open', async () => {
    await browser.inExtension((item) => chrome.storage.local.set({ household: item }), household as never);
    await eventually(async () => (await state()).shown.length).toBe(1);
    await eventually(async () => (await state()).badge).toBe('1');
    const open = Object.values((await state()).deliveries?.notices ?? {}).filter((one) => !one.acknowledged);
    expect(open).toMatchObject([{ shown: true, rung: 'd30' }]);
    expect((await state()).shown).toEqual([open[0]?.notification]);
  });

  it('is the same after the worker died', async () => {
    const before = await state();
    await browser.killWorker();
    await wake();
    await eventually(state).toEqual(before);
    const alarms = await browser.inExtension(() => chrome.alarms.getAll());
    expect(alarms).toHaveLength(1);
  });

  it('is shown again in its own place when the worker died before it was told that it is shown', async () => {
    const before = await state();
    await browser.killWorker();
    await browser.inExtension(async () => {
      const { deliveries } = (await chrome.storage.local.get('deliveries')) as { deliveries: Deliveries };
      const unshown = Object.fromEntries(
        Object.entries(deliveries.notices).map(([id, one]) => [id, { ...one, shown: false }]),
      );
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
      await chrome.storage.local.set({ deliveries: { ...deliveries, notices: unshown } });
    });
    await wake();
    await eventually(state).toEqual(before);
  });

  it('survives a closed browser, alarm and badge included', async () => {
    const before = await state();
    await browser.restart();
    await eventually(async () => (await state()).badge).toBe('1');
    const after = await state();
    expect(after.deliveries).toEqual(before.deliveries);
    expect(await browser.inExtension(async () => (await chrome.alarms.getAll()).length)).toBe(1);
  });

  it('shows nothing anew when the clock goes back a day and forth again', async () => {
    const before = await notices();
    for (const day of ['2030-03-03', TODAY]) {
      await setDay(day);
      await browser.killWorker();
      await wake();
      await eventually(async () => (await browser.inExtension(() => chrome.alarms.getAll())).length).toBe(1);
      expect(await notices()).toEqual(before);
    }
  });

  it('falls due while the browser is closed, and is shown at the next start', async () => {
    const before = await notices();
    await setDay('2030-03-27');
    await browser.restart();
    await ran('2030-03-27');
    const after = await notices();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after).toEqual(expect.arrayContaining(before));
    await eventually(async () => (await state()).badge).toBe('1');
  });

  it('asks for nothing outside', () => {
    expect(browser.requests).toEqual([]);
  });
});
