/** The page stays the page during a whole visit: its nodes, its layout, its place, its forms and its own keys. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COVERED_HOST, samplePage } from '../pages/pages.ts';
import { Beside } from './harness/beside.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { marksOf } from './harness/marks.ts';
import { neighbourPlaces, neighbourStyles } from './harness/snapshot.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const GUIDE = 'madoguchi-guide';
const WORD = 'madoguchi-word';

const viewport = { width: 1100, height: 700 };

let browser: Chromium;
let page: Page;
let beside: Beside;
beforeAll(async () => {
  browser = await openChromium({ build: 'test', viewport });
  page = await browser.page();
  beside = await Beside.open(page);
});
beforeEach(async () => {
  await page.setViewportSize(viewport);
  await browser.inExtension(() => chrome.storage.local.clear());
});
afterAll(() => browser?.close());

const switchOff = (sitesOff: string[]): Promise<void> =>
  browser.inExtension(async (sitesOff) => {
    const settings = { version: 1, language: 'en', sitesOff, hover: true, places: [] };
    await chrome.storage.local.set({ settings });
  }, sitesOff);
const guides = (): Promise<number> => page.locator(GUIDE).count();
const dialog = () => page.locator(WORD).getByRole('dialog');
const closeDialog = async (): Promise<void> => {
  await page.keyboard.press('Escape');
  await eventually(() => dialog().count()).toBe(0);
};

/** Everything that can be done, by mouse and by Enter, and then the site is switched off in the guide. */
async function wholeVisit(): Promise<void> {
  const guide = page.locator(GUIDE);
  const toggle = guide.locator('button[aria-expanded]').first();
  await toggle.press('Enter');
  await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
  await guide.locator('.bring input').first().press('Space');
  await guide.locator('.bring input').first().press('Enter');
  await guide.locator('.who input').last().click();
  await guide.getByRole('combobox').last().selectOption({ index: 1 });
  await eventually(() => guide.getAttribute('lang')).toBe('ja');
  await guide.locator('.tools select').selectOption({ index: 0 });
  await eventually(() => guide.getAttribute('lang')).toBe('en');
  for (const details of await guide.locator('details:not(details details)').all()) {
    const summary = details.locator('summary').first();
    if ((await details.getAttribute('open')) === null) await summary.press('Enter');
  }
  for (const name of [/words? on this page/, /dates? on this page/]) {
    const list = guide.locator('details', { hasText: name }).locator('.word-button').first();
    if ((await list.count()) === 0) continue;
    await list.press('Enter');
    await dialog().waitFor();
    await dialog().getByRole('button').press('Enter');
    await eventually(() => dialog().count()).toBe(0);
  }
  await guide.locator('textarea').press('Enter');
  await guide.locator('.wrong input').click();
  await page.keyboard.press('Escape');
  await eventually(() => toggle.getAttribute('aria-expanded')).toBe('false');
  const [word] = await marksOf(page);
  await page.mouse.click(word!.x, word!.y);
  await dialog().waitFor();
  await dialog().click();
  await closeDialog();
  await toggle.click();
  await guide.getByRole('button', { name: 'Switch off on this site' }).press('Enter');
  await eventually(guides).toBe(0);
}

describe('a whole visit', () => {
  it.each(['article-foreign-extend', 'banner-cert-renew', 'whole-form-pin-reset'])(
    'changes no node of the page, and its forms and keys hear nothing: %s',
    async (name) => {
      const { url, procedure } = samplePage(name);
      await switchOff([COVERED_HOST]);
      await browser.visit(page, url);
      const untouched = await beside.document();
      await switchOff([]);

      expect((await browser.visit(page, url)).procedures[0]).toBe(procedure);
      await page.locator(GUIDE).locator('button[aria-expanded]').first().waitFor();
      await page.evaluate(() => {
        const heard: string[] = [];
        const types = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keypress', 'keyup'];
        types.push('submit', 'change', 'input', 'focusin', 'focusout', 'toggle', 'select');
        const isOurs = (target: EventTarget | null): boolean =>
          target instanceof Element && target.localName.startsWith('madoguchi-');
        for (const type of types) {
          const hear = (event: Event): void => {
            if (isOurs(event.target) || type === 'submit' || type === 'change')
              heard.push(`${type} at ${(event.currentTarget as Node).nodeName}`);
          };
          for (const at of [document, document.documentElement, document.body, ...document.forms])
            at.addEventListener(type, hear);
        }
        Object.assign(globalThis, { heard });
      });
      await wholeVisit();

      expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
      expect(page.url()).toBe(url);
      const records = await beside.records();
      expect(records.page).toEqual([]);
      expect(records.ours.filter((one) => one.endsWith(GUIDE))).toEqual([`+${GUIDE}`, `-${GUIDE}`]);
      expect(records.ours.length).toBeGreaterThanOrEqual(6);
      expect(await beside.document()).toBe(untouched);
    },
  );

  it('would notice a change and a shift', async () => {
    await browser.visit(page, samplePage('article-foreign-extend').url);
    await page.keyboard.press('Shift');
    await page.evaluate(() => {
      document.querySelector('h1')!.setAttribute('data-planted', '');
      const planted = Object.assign(document.createElement('p'), { style: 'height: 300px' });
      document.querySelector('h1')!.before(planted);
    });
    await eventually(async () => (await beside.records()).shifts).toBeGreaterThan(0);
    expect((await beside.records()).page).toEqual(['attributes data-planted of h1', '+p']);
  });
});

describe('what the person reads', () => {
  const { url } = samplePage('article-foreign-extend');
  const yOf = (selector: string): Promise<number> =>
    page.evaluate((selector) => document.querySelector(selector)!.getBoundingClientRect().y, selector);

  /** Once what was done is drawn. */
  const shiftsUntilNow = async (): Promise<number> => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return (await beside.records()).shifts;
  };

  it('stays where it is when the guide comes above it, and goes', async () => {
    await switchOff([COVERED_HOST]);
    await browser.visit(page, url);
    await page.mouse.click(5, 5);
    await page.setViewportSize({ width: 1100, height: 360 });
    await page.evaluate(() => document.querySelector('.contact')!.scrollIntoView());
    const y = await yOf('.contact h2');
    const shifts = await shiftsUntilNow();
    await switchOff([]);
    await eventually(guides).toBe(1);
    expect(await page.locator(GUIDE).evaluate((one) => one.parentElement!.localName)).toBe('div');
    expect(await yOf('.contact h2')).toBeCloseTo(y, 0);
    expect(await shiftsUntilNow()).toBe(shifts);
    await switchOff([COVERED_HOST]);
    await eventually(guides).toBe(0);
    expect(await shiftsUntilNow()).toBe(shifts);
    expect(await yOf('.contact h2')).toBeCloseTo(y, 0);
  });

  it('is not moved by a guide that comes late: it waits at the edge', async () => {
    await switchOff([COVERED_HOST]);
    await browser.visit(page, url);
    await page.mouse.click(5, 5);
    await page.evaluate(() => scrollTo(0, 60));
    const y = await yOf('h1 ~ .lead');
    const shifts = await shiftsUntilNow();
    await switchOff([]);
    await page.locator(GUIDE).locator('.edge').waitFor();
    expect(await shiftsUntilNow()).toBe(shifts);
    expect(await yOf('h1 ~ .lead')).toBe(y);
  });

  it('is not moved by explanations', async () => {
    await browser.visit(page, url);
    const marks = await marksOf(page);
    const scrolled = await page.evaluate(() => scrollY);
    const shifts = await shiftsUntilNow();
    for (const { x, y } of marks.slice(0, 3)) {
      await page.mouse.click(x, y);
      await dialog().waitFor();
      await closeDialog();
    }
    expect(marks.length).toBeGreaterThan(2);
    expect(await shiftsUntilNow()).toBe(shifts);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  it('keeps the looks of its neighbours while the guide is open', async () => {
    await browser.visit(page, url);
    const toggle = page.locator(GUIDE).locator('button[aria-expanded]').first();
    await toggle.waitFor();
    const places = (await neighbourPlaces(page)).slice(0, 2);
    const closed = await neighbourStyles(page, places);
    await toggle.click();
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
    expect(closed.length).toBe(2);
    expect(await neighbourStyles(page, places)).toEqual(closed);
  });
});

it('is not printed: neither guide nor underlines', async () => {
  await browser.visit(page, samplePage('article-foreign-extend').url);
  const toggle = page.locator(GUIDE).locator('button[aria-expanded]').first();
  await toggle.click();
  await marksOf(page);
  await page.emulateMedia({ media: 'print' });
  const printed = await page.screenshot();
  expect(await page.locator(GUIDE).evaluate((one) => getComputedStyle(one).display)).toBe('none');
  await page.emulateMedia({ media: 'screen' });
  expect((await page.screenshot()).equals(printed)).toBe(false);
  await switchOff([COVERED_HOST]);
  await eventually(guides).toBe(0);
  await page.mouse.move(1, 1);
  await page.emulateMedia({ media: 'print' });
  expect((await page.screenshot()).equals(printed)).toBe(true);
  await page.emulateMedia({ media: null });
});
