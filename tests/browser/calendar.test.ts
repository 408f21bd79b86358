/** The calendar file, as a person gets it from the desk. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Series } from '../../lib/calendar/series.ts';
import { emptyPerson } from '../../lib/household/schema.ts';
import { readByIcalJs } from '../unit/calendar/readers.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

describe('the calendar file', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
    const person = emptyPerson('p1');
    const household = {
      version: 2,
      people: [{ ...person, dates: { ...person.dates, card: '2027-05-01', certificate: '2027-03-31' } }],
      events: [],
    };
    await browser.inExtension(
      (household) => chrome.storage.local.set({ household, 'demo-today': '2026-11-26' }),
      household,
    );
  });
  afterAll(() => browser?.close());

  it.each([
    ['Calendar file: Get a new card', 'madoguchi-card-renewal-2027-05-01.ics', 1],
    [/^Calendar file with all/, 'madoguchi-dates.ics', 3],
  ])('%s is saved as %s', async (name, file, count) => {
    const desk = await browser.extensionPage('desk.html#dates');
    const saving = desk.waitForEvent('download');
    await desk.getByText(/^Details and reasons: Get a new card/).click();
    await desk.getByRole('button', { name }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(file);
    const events = readByIcalJs(readFileSync(await saved.path(), 'utf8'));
    expect(events).toHaveLength(count);
    const { calendar } = await browser.inExtension(() => chrome.storage.local.get('calendar'));
    const { id } = calendar as Series;
    expect(events.map(({ uid }) => uid)).toContain(`${id}/p1/card-renewal/2027-05-01@madoguchi.invalid`);
    await desk.close();
  });
});
