/** The sheet for the counter, from the guide to the printer. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'webextension-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyPerson } from '../../lib/household/schema.ts';
import { samplePage } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { printed } from './harness/pdf.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

/** Those that say most, with everything ticked. */
const LONGEST = ['move-in', 'foreign-extend', 'nhi'];
const bringIds = (procedure: string): string[] =>
  (
    parse(readFileSync(`data/procedures/${procedure}.yaml`, 'utf8')) as { who: { bring: { id: string }[] }[] }
  ).who.flatMap(({ bring }) => bring.map(({ id }) => id));

describe('the sheet', () => {
  let browser: Chromium;
  const store = (items: Record<string, unknown>) =>
    browser.inExtension((items) => chrome.storage.local.set(items), items);
  const speak = (language: string) =>
    store({ settings: { version: 1, language, sitesOff: [], hover: true, places: [] } });
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', viewport: { width: 1000, height: 900 } });
    const person = emptyPerson('p1');
    await store({
      'demo-today': '2026-11-26',
      household: {
        version: 2,
        people: [{ ...person, nickname: 'Mila', dates: { ...person.dates, card: '2027-05-01' } }],
        events: [],
      },
      checklists: {
        version: 1,
        ticks: Object.fromEntries(LONGEST.map((procedure) => [`p1/${procedure}/self`, bringIds(procedure)])),
      },
    });
  });
  afterAll(() => browser?.close());
  // A sheet that is left open by a test that fails would be used again by the next.
  afterEach(async () => {
    for (const page of browser.context.pages()) if (page.url().includes('sheet.html')) await page.close();
  });

  it.each(LONGEST.flatMap((procedure) => ['en', 'ja', 'ja-easy'].map((language) => [procedure, language] as const)))(
    'of %s in %s is one page of A4, with its Japanese in it',
    async (procedure, language) => {
      await speak(language);
      const sheet = await browser.extensionPage(`sheet.html#${procedure}?who=self`);
      await sheet.getByRole('checkbox', { name: /Mila/ }).check();
      await sheet.locator('.paper').getByText('Mila').waitFor();
      const { pages, size, fontsEmbedded, characters } = await printed(sheet);
      expect(pages).toBe(1);
      expect(size.split(/\s+/).map((side) => Math.round(Number(side)))).toEqual([0, 0, 595, 842]);
      expect(fontsEmbedded).toBeGreaterThan(0);
      await sheet.emulateMedia({ media: 'print' });
      const shown = await sheet.locator('.paper').evaluate((paper) => (paper as HTMLElement).innerText);
      const japanese = new Set(shown.match(/[ぁ-ゖァ-ヺ一-鿿]/gu));
      expect(japanese.size).toBeGreaterThan(60);
      expect([...japanese].filter((character) => !characters.has(character))).toEqual([]);
    },
  );

  it('prints as one page from a narrow window too, in the dark, and says nothing by colour', async () => {
    await speak('ja-easy');
    const sheet = await browser.extensionPage('sheet.html#move-in?who=self');
    await sheet.setViewportSize({ width: 320, height: 600 });
    await sheet.emulateMedia({ colorScheme: 'dark' });
    await sheet.locator('.paper').waitFor();
    expect((await printed(sheet)).pages).toBe(1);
    // Drawn as large as it likes it is longer than a page, and that is seen.
    await sheet.locator('.paper').evaluate((paper) => (paper as HTMLElement).style.setProperty('--scale', '1.4'));
    expect((await printed(sheet)).pages).toBeGreaterThan(1);
    const colours = await sheet.locator('.paper').evaluate((paper) =>
      [paper, ...paper.querySelectorAll('*')].flatMap((element) => {
        const { color, backgroundColor, borderTopColor, accentColor } = getComputedStyle(element);
        return [color, backgroundColor, borderTopColor, ...(element.matches('input') ? [accentColor] : [])];
      }),
    );
    const isGrey = (colour: string): boolean => {
      const [r, g, b] = colour.match(/[\d.]+/g) ?? [];
      return r !== undefined && r === g && g === b;
    };
    expect([...new Set(colours)].filter((colour) => !isGrey(colour))).toEqual([]);
    await sheet.close();
  });

  it('keeps ticks, which the guide shows too', async () => {
    await speak('en');
    const sheet = await browser.extensionPage('sheet.html#cert-renew?who=self');
    const card = sheet.locator('.brought').getByRole('checkbox').first();
    await card.check();
    const ticks = () =>
      browser.inExtension(async () => {
        const { checklists } = await chrome.storage.local.get('checklists');
        return (checklists as { ticks: Record<string, string[]> }).ticks['p1/cert-renew/self'] ?? [];
      });
    await eventually(ticks).toHaveLength(1);
    await sheet.reload();
    await sheet.locator('.brought').getByRole('checkbox', { checked: true }).waitFor();
    await sheet.close();
  });

  const opened = async (press: () => Promise<unknown>) => {
    const [sheet] = await Promise.all([browser.context.waitForEvent('page'), press()]);
    await sheet.locator('.paper').waitFor();
    const where = { hash: new URL(sheet.url()).hash, title: await sheet.locator('.procedure small').innerText() };
    await sheet.close();
    return where;
  };

  it('opens from a date of the desk, with its last day', async () => {
    const desk = await browser.extensionPage('desk.html#dates');
    await desk.getByText(/^Details and reasons: Get a new card/).click();
    const found = await opened(() =>
      desk.getByRole('button', { name: 'Sheet for the counter: Get a new card' }).click(),
    );
    expect(found).toEqual({
      hash: '#?deadline=p1%2Fcard-renewal%2F2027-05-01',
      title: 'Get a new card before yours ends',
    });
    await desk.close();
  });

  it('opens from the guide on a page, for whoever goes, and from the popup', async () => {
    const page = await browser.page(samplePage('article-foreign-extend').url);
    await page.getByRole('button', { name: /^Open/ }).click();
    await page.getByRole('radio', { name: 'Family I live with' }).check();
    const fromGuide = await opened(() => page.getByRole('button', { name: 'Sheet for the counter' }).click());
    expect(fromGuide.hash).toBe('#foreign-extend?who=same-household');
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    const fromPopup = await opened(() => popup.getByRole('button', { name: 'Sheet for the counter' }).click());
    expect(fromPopup).toEqual({ hash: '#foreign-extend', title: fromGuide.title });
    await page.close();
  });
});
