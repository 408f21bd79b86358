/** Translated copies on the services' own hosts: silent until that choice is made, then only where an official page is copied. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPatterns } from '../../lib/sites/patterns.ts';
import { siteRecords } from '../../scripts/data/sites.ts';
import { samplePage, serve, type Served } from '../pages/pages.ts';
import { watchAccessRequests } from './harness/access-requests.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { openFirefox, type Firefox } from './harness/firefox.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const PATTERNS = copyPatterns(siteRecords().copies);
const copied = new URL(samplePage('proxy-copy').url);
const OFFICIAL = `https://www.city.mihon.example.jp${copied.pathname}`;
/** The same page of the sample city as two services show it, and the same words copied from a private site. */
const TRANSER = `https://www.city.mihon.example.jp.e.fm.hp.transer.com${copied.pathname}`;
const GOOGLE = `https://www-city-mihon-example-jp.translate.goog${copied.pathname}?_x_tr_sl=ja&_x_tr_tl=en`;
const PRIVATE = `https://blog-example-com.translate.goog${copied.pathname}?_x_tr_sl=ja&_x_tr_tl=en`;
const HOSTS = [TRANSER, GOOGLE, PRIVATE].map((url) => new URL(url).host);
const fromServices = (url: string): Served | undefined => {
  const { host, pathname } = new URL(url);
  return HOSTS.includes(host) ? serve(`https://${copied.host}${pathname}`) : undefined;
};

describe('translated copies', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', serve: fromServices, hosts: HOSTS });
  });
  afterAll(() => browser?.close());

  const guideOf = (page: Page) => page.locator('madoguchi-guide');
  const toggleOf = (page: Page) => guideOf(page).getByRole('button', { name: 'Madoguchi: help with this page' });
  const part = (welcome: Page) => welcome.getByRole('region', { name: 'Translated copies' });
  const places = (): Promise<unknown> =>
    browser.inExtension(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      return (settings as { places?: unknown } | undefined)?.places;
    });
  const note = (): Promise<unknown> =>
    browser.inExtension(async () => (await chrome.storage.session.get('note:access'))['note:access']);
  const granted = (): Promise<boolean> =>
    browser.inExtension((origins) => chrome.permissions.contains({ origins }), PATTERNS);

  it('are registered and not run: nothing was granted at install', async () => {
    const matches = () =>
      browser.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches ?? []);
    await eventually(matches).toEqual(expect.arrayContaining(PATTERNS));
    for (const url of [TRANSER, GOOGLE, PRIVATE]) {
      const page = await browser.page(url);
      expect(await browser.conclusionOf(page)).toEqual({ spotter: 'absent', procedures: [] });
      expect(await guideOf(page).count()).toBe(0);
      await page.close();
    }
  });

  it('are chosen on the welcome page, which asks for exactly the services that it names', async () => {
    const welcome = await browser.extensionPage('welcome.html');
    const requests = await watchAccessRequests(welcome);
    await part(welcome).getByRole('button', { name: 'Add translated copies' }).click();
    for (const { name, domains } of siteRecords().copies.filter((copier) => copier.name !== null))
      await part(welcome)
        .getByRole('listitem')
        .filter({ hasText: `${name} ${domains[0]}` })
        .waitFor();
    await part(welcome).getByRole('button', { name: 'Continue to the question' }).click();
    await eventually(requests).toEqual([{ origins: PATTERNS, gesture: true }]);
    expect(await places()).toBeUndefined();
    await welcome.close();
  });

  it('have the guide once they are granted, with the way to the page of the office', async () => {
    await browser.inExtension(() =>
      chrome.storage.local.set({
        settings: { version: 1, language: 'en', sitesOff: [], hover: true, places: ['copies'] },
      }),
    );
    await eventually(note).toEqual({ places: ['copies'], patterns: PATTERNS });
    await browser.grant(PATTERNS); // the browser starts anew
    await eventually(note).toBeUndefined();
    for (const url of [TRANSER, GOOGLE]) {
      const page = await browser.page();
      const { spotter, procedures } = await browser.visit(page, url);
      expect([spotter, procedures[0]]).toEqual(['recognised', 'foreign-extend']);
      await toggleOf(page).waitFor();
      const line = guideOf(page).locator('.made');
      await eventually(() => line.textContent()).toContain('A machine translated this page.');
      expect(await line.getByRole('link').getAttribute('href')).toBe(OFFICIAL);
      await page.close();
    }
  });

  it('of a private site stay silent, keep nothing, and are explained only when asked', async () => {
    const page = await browser.page();
    expect(await browser.visit(page, PRIVATE)).toEqual({ spotter: 'unsure', procedures: [] });
    expect(await guideOf(page).count()).toBe(0);
    const key = `verdict:${browser.tabOf(page)}`;
    expect(await browser.inExtension(async (name) => (await chrome.storage.session.get(name))[name], key)).toBe(
      undefined,
    );
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByRole('button', { name: 'Explain this page' }).waitFor();
    await popup.close();
    await page.close();
  });

  it('lose the guide in open tabs when access is withdrawn elsewhere; the popup says so and mends it', async () => {
    const page = await browser.page();
    await browser.visit(page, TRANSER);
    await toggleOf(page).waitFor();
    await browser.inExtension((origins) => chrome.permissions.remove({ origins }), PATTERNS);
    await eventually(() => guideOf(page).count()).toBe(0);
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByText('The browser does not let us run here any more: translated copies.').waitFor();
    await popup.getByRole('button', { name: 'Allow again' }).click();
    await toggleOf(page).waitFor();
    await eventually(note).toBeUndefined();
    await popup.close();
    await page.close();
  });

  it('are dropped in the desk: guide, access and choice go together, also after the worker has died', async () => {
    await browser.killWorker();
    const page = await browser.page();
    await browser.visit(page, TRANSER);
    await toggleOf(page).waitFor();
    const desk = await browser.extensionPage('desk.html#trust');
    await part(desk).getByText('Madoguchi works on translated copies.').waitFor();
    await part(desk).getByRole('button', { name: 'Remove: Translated copies' }).click();
    await part(desk).getByRole('button', { name: 'Add translated copies' }).waitFor();
    await eventually(() => guideOf(page).count()).toBe(0);
    expect(await granted()).toBe(false);
    expect(await places()).toEqual([]);
    expect((await browser.visit(page, TRANSER)).spotter).toBe('absent');
    expect(await guideOf(page).count()).toBe(0);
    expect(await note()).toBeUndefined();
    await desk.close();
    await page.close();
  });

  it('ask for nothing but sample pages and packaged files', () => {
    expect(browser.requests).toEqual([]);
  });
});

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ build: 'test', serve: fromServices });
  });
  afterAll(() => firefox?.close());

  /** The button with these words in the part about copies. */
  const button = (words: string): string =>
    `[...document.querySelectorAll('.copies button')].find(({ textContent }) => textContent === ${JSON.stringify(words)})`;
  const guides = 'document.querySelectorAll("madoguchi-guide").length';

  it('asks for translated copies by themselves, serves open tabs, and leaves them when dropped', async () => {
    const own = await firefox.extensionPage('manifest.json');
    const page = await firefox.page(TRANSER);
    const other = await firefox.page(PRIVATE);
    const contains = `browser.permissions.contains(${JSON.stringify({ origins: PATTERNS })})`;
    expect(await own.evaluate<boolean>(contains)).toBe(false);
    expect(await page.evaluate<number>(guides)).toBe(0);

    const welcome = await firefox.extensionPage('welcome.html');
    await welcome.clickOn(button('Add translated copies'));
    await welcome.clickOn(button('Continue to the question')); // the prompt is answered by a preference
    await own.waitFor(contains);
    expect(await page.waitFor<number>(`${guides} || null`)).toBe(1);
    expect(await other.evaluate<number>(guides)).toBe(0);

    await welcome.clickOn(button('Remove'));
    await page.waitFor(`${guides} === 0`);
    await own.waitFor(`${contains}.then((still) => !still)`);
    await other.close();
  });
});
