/** Stored data of a shape that this version does not know: a problem that is shown, kept, and never written over. */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const FOREIGN = { version: 99, people: 'another shape', dates: ['2030-01-01'] };

describe('a household of an unknown shape', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
    await browser.inExtension((household) => chrome.storage.local.set({ household }), FOREIGN);
  });
  afterAll(() => browser?.close());

  const stored = (): Promise<Record<string, unknown>> => browser.inExtension(() => chrome.storage.local.get());
  const badge = (): Promise<string> => browser.inExtension(() => chrome.action.getBadgeText({}));

  it('is told by the badge, also by a worker that starts anew', async () => {
    await eventually(badge).toBe('!');
    await browser.killWorker();
    await browser.inExtension(async () => {
      await chrome.action.setBadgeText({ text: '' });
      await chrome.runtime.sendMessage({ type: 'nobody' }).catch(() => undefined);
    });
    await eventually(badge).toBe('!');
    expect((await stored())['household']).toEqual(FOREIGN);
  });

  it('stays as it is while pages, popup and desk are used', async () => {
    const page = await browser.page(samplePage('article-foreign-extend').url);
    await browser.conclusionOf(page);
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByText('Some saved data cannot be read.').waitFor();
    const desk = await browser.extensionPage('desk.html');
    await desk.getByRole('heading', { name: /cannot be read/ }).waitFor();
    expect((await stored())['household']).toEqual(FOREIGN);
    // A date that is typed all the same is refused, not stored over it.
    const card = desk.getByRole('group', { name: /Last day of the card/ });
    await card.getByLabel('Year').fill('2031');
    await card.getByLabel('Month').fill('5');
    await card.getByLabel('Day').fill('6');
    await desk.keyboard.press('Tab');
    await desk.getByText('That could not be saved.').waitFor();
    await page.close();
    await popup.close();
    await desk.close();
    expect((await stored())['household']).toEqual(FOREIGN);
  });

  it('can be set aside: a copy is kept, and the person starts anew', async () => {
    const desk = await browser.extensionPage('desk.html');
    await desk.getByRole('button', { name: 'Set it aside and start anew' }).click();
    await eventually(async () => (await stored())['household']).toBeUndefined();
    const aside = Object.entries(await stored()).filter(([key]) => key.startsWith('aside:household:'));
    expect(aside.map(([, value]) => value)).toEqual([FOREIGN]);
    await eventually(badge).toBe('');
    await eventually(() => desk.getByRole('heading', { name: /cannot be read/ }).count()).toBe(0);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => (await stored())['household']).toEqual(FOREIGN);
    await eventually(badge).toBe('!');
  });
});
