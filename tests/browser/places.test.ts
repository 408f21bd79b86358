/** Where it may work: silent until a place is granted, there at once then, away when access is withdrawn, and told. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage } from '../pages/pages.ts';
import { watchAccessRequests } from './harness/access-requests.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { openFirefox, type Firefox } from './harness/firefox.ts';
import { BOTH_LINES, LINES_OF_MARKS } from './harness/marks.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url } = samplePage('tonari-move-in');
const covered = samplePage('article-foreign-extend').url;
const TONARI = '999992';
const PATTERN = '*://www.city.tonari.example.jp/*';

describe('a municipality that was not asked for at install', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test' });
  });
  afterAll(() => browser?.close());

  const guideOf = (page: Page) => page.locator('madoguchi-guide');
  const toggleOf = (page: Page) => guideOf(page).locator('button[aria-expanded]').first();
  const registered = () =>
    browser.inExtension(async () => {
      const [script] = await chrome.scripting.getRegisteredContentScripts();
      return { lasting: script?.persistAcrossSessions, matches: script?.matches ?? [] };
    });
  const note = (): Promise<unknown> =>
    browser.inExtension(async () => (await chrome.storage.session.get('note:access'))['note:access']);
  const popupFor = (page: Page): Promise<Page> => browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
  /** Whether the browser lets us run anything in this tab. */
  const reachable = (page: Page): Promise<boolean> =>
    browser.inExtension(
      (tabId) =>
        chrome.scripting.executeScript({ target: { tabId }, func: () => true }).then(
          () => true,
          () => false,
        ),
      browser.tabOf(page),
    );

  it('is registered and not run', async () => {
    await eventually(async () => (await registered()).matches).toContain(PATTERN);
    expect((await registered()).lasting).toBe(true);
    const page = await browser.page(url);
    expect(await browser.conclusionOf(page)).toEqual({ spotter: 'absent', procedures: [] });
    expect(await reachable(page)).toBe(false);
    expect(await guideOf(page).count()).toBe(0);
    await page.close();
  });

  it('is chosen by name on the welcome page, which asks the browser within the click and stores nothing before', async () => {
    const welcome = await browser.extensionPage('welcome.html');
    const requests = await watchAccessRequests(welcome);
    await welcome.getByRole('combobox', { name: /municipality|city|town/i }).fill('tonari');
    await welcome.getByRole('option', { name: /となり市/ }).click();
    await welcome.getByText('www.city.tonari.example.jp').first().waitFor();
    await welcome.locator('.ask button.primary').click();
    await eventually(requests).toEqual([{ origins: [PATTERN], gesture: true }]);
    expect(
      await browser.inExtension(async () => (await chrome.storage.local.get('settings'))['settings']),
    ).toBeUndefined();
    await welcome.close();
  });

  it('has its guide once it is granted, also after the browser was closed', async () => {
    await browser.inExtension(
      (place) =>
        chrome.storage.local.set({
          settings: { version: 1, language: 'en', sitesOff: [], hover: true, places: [place] },
        }),
      TONARI,
    );
    await eventually(note).toEqual({ places: ['みほん県となり市'], patterns: [PATTERN] });
    await browser.grant([PATTERN]); // the browser starts anew
    await eventually(note).toBeUndefined();
    const page = await browser.page();
    expect(await browser.visit(page, url)).toEqual({ spotter: 'recognised', procedures: ['move-in'] });
    await toggleOf(page).waitFor();
    await eventually(() => page.evaluate(LINES_OF_MARKS)).toEqual(BOTH_LINES);
    await browser.restart();
    const again = await browser.page();
    expect(await browser.visit(again, url)).toEqual({ spotter: 'recognised', procedures: ['move-in'] });
    await toggleOf(again).waitFor();
    await eventually(() => again.evaluate(LINES_OF_MARKS)).toEqual(BOTH_LINES);
    await again.close();
  });

  it('loses its guide in open tabs when access is withdrawn, and gets it back by one click in the popup', async () => {
    const page = await browser.page();
    await browser.visit(page, url);
    await toggleOf(page).waitFor();
    // Somebody reads elsewhere meanwhile: that guide stays open, the same one throughout.
    const reading = await browser.page(covered);
    await toggleOf(reading).click();
    await guideOf(reading).evaluate((element) => element.setAttribute('data-same', ''));
    const undisturbed = async (): Promise<void> => {
      expect(await reading.locator('madoguchi-guide[data-same]').count()).toBe(1);
      expect(await toggleOf(reading).getAttribute('aria-expanded')).toBe('true');
    };

    await browser.inExtension((origins) => chrome.permissions.remove({ origins }), [PATTERN]);
    await eventually(() => guideOf(page).count()).toBe(0);
    expect(await reachable(page)).toBe(false);
    await undisturbed();

    const popup = await popupFor(page);
    await popup.getByText('The browser does not let us run here any more: みほん県となり市.').waitFor();
    await popup.getByRole('button', { name: 'Allow again' }).click();
    await toggleOf(page).waitFor();
    expect(await browser.conclusionOf(page)).toEqual({ spotter: 'recognised', procedures: ['move-in'] });
    await eventually(() => popup.getByText('does not let us run here').count()).toBe(0);
    expect(await note()).toBeUndefined();
    await undisturbed();

    await popup.close();
    await browser.inExtension((origins) => chrome.permissions.remove({ origins }), [PATTERN]);
    await eventually(() => guideOf(page).count()).toBe(0);
    expect((await browser.visit(page, url)).spotter).toBe('absent');
    expect(await guideOf(page).count()).toBe(0);
    await undisturbed();
  });
});

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ build: 'test' });
  });
  afterAll(() => firefox?.close());

  const guides = 'document.querySelectorAll("madoguchi-guide").length';
  const button = (words: string): string =>
    `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(${JSON.stringify(words)}))`;

  it('asks when a municipality is chosen, serves its open tabs, and says when access is withdrawn', async () => {
    const own = await firefox.extensionPage('manifest.json');
    const page = await firefox.page(url);
    const origins = JSON.stringify({ origins: [PATTERN] });
    expect(await own.evaluate<boolean>(`browser.permissions.contains(${origins})`)).toBe(false);
    expect(await page.evaluate<number>(guides)).toBe(0);

    const welcome = await firefox.extensionPage('welcome.html');
    await welcome.waitFor("document.querySelector('[role=combobox]') !== null");
    await welcome.evaluate(`(() => {
      const field = document.querySelector('[role=combobox]');
      field.focus();
      field.value = 'tonari';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await welcome.clickOn("document.querySelector('[role=option]')");
    await welcome.clickOn("document.querySelector('.ask button.primary')"); // the prompt is answered by a preference
    await own.waitFor(`browser.permissions.contains(${origins})`);
    expect(
      await own.waitFor(`browser.storage.local.get('settings').then(({ settings }) => settings?.places ?? null)`),
    ).toEqual([TONARI]);
    expect(await page.waitFor<number>(`${guides} || null`)).toBe(1);

    await own.evaluate(`browser.permissions.remove(${origins})`);
    await page.waitFor(`${guides} === 0`);
    const popup = await firefox.extensionPage('popup.html');
    await popup.waitFor("document.body.textContent.includes('does not let us run here any more: みほん県となり市')");
    await popup.clickOn(button('Allow again'));
    expect(await page.waitFor<number>(`${guides} || null`)).toBe(1);
    await popup.waitFor("!document.body.textContent.includes('does not let us run here')");
  });
});
