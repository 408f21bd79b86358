/** What the person chose, in the built extension: nothing named on the screen, one notice at the start, a silent kind. */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import { EMPTY_WISHES } from '../../lib/reminders/wishes.ts';
import { household } from '../fixtures/people.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const store = (browser: Chromium, items: object): Promise<void> =>
  browser.inExtension((value) => chrome.storage.local.set(value), items as never);
const shown = (browser: Chromium): Promise<string[]> =>
  browser.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
const badge = (browser: Chromium): Promise<string> => browser.inExtension(() => chrome.action.getBadgeText({}));
const deliveries = (browser: Chromium): Promise<Deliveries> =>
  browser.inExtension(async () => {
    const { deliveries } = (await chrome.storage.local.get('deliveries')) as { deliveries: Deliveries };
    return deliveries;
  });

describe('what the person chose', () => {
  let browser: Chromium;
  const people = household({ card: '2030-03-27' }, { id: 'p2', card: '2030-03-26' });
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
  });
  afterAll(() => browser?.close());

  it('takes a notice with words off the screen; it stays open behind the button, and the popup names it on a click', async () => {
    // After the first run since the start of the browser, which would make one of two.
    await eventually(() => deliveries(browser)).toBeDefined();
    await store(browser, { 'demo-today': '2030-03-04', household: people });
    await eventually(() => shown(browser)).toHaveLength(2);
    await store(browser, { reminders: { ...EMPTY_WISHES, discreet: true } });
    await eventually(() => shown(browser)).toEqual([]);
    expect(await badge(browser)).toBe('2');
    const popup = await browser.extensionPage('popup.html');
    await popup.getByText('A date is near.').waitFor();
    expect(await popup.locator('.daterow').count()).toBe(0);
    await popup.getByRole('button', { name: 'Show my dates' }).click();
    await popup.locator('.daterow').first().waitFor();
    await popup.close();
  });

  it('comes as one at the start of the browser, where two by themselves were two', async () => {
    const carriers = async () => Object.values((await deliveries(browser)).notices).map((each) => each.notification);
    expect((await carriers()).filter((id) => id.startsWith('digest/'))).toEqual([]);
    await store(browser, { 'demo-today': '2030-03-21' });
    await browser.restart();
    await eventually(async () => (await carriers()).filter((id) => id === 'digest/2030-03-21')).toHaveLength(2);
    await eventually(() => badge(browser)).toBe('2');
  });

  it('is silent for a kind without a day, and speaks again as proposed', async () => {
    const kind = Object.values((await deliveries(browser)).notices)[0]!.deadline.split('/')[1]!;
    await store(browser, { reminders: { ...EMPTY_WISHES, rungs: { [kind]: [] } }, 'demo-today': '2030-03-26' });
    await eventually(async () => (await deliveries(browser)).seen).toBe('2030-03-26');
    const silent = (await deliveries(browser)).notices;
    await store(browser, { reminders: EMPTY_WISHES });
    await eventually(async () => Object.keys((await deliveries(browser)).notices).length).toBeGreaterThan(
      Object.keys(silent).length,
    );
  });
});
