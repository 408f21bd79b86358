/** Pages that a machine has made over: what the guide says of them, and that it survives a translation under its eyes. */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { samplePage, serve, type Served } from '../pages/pages.ts';
import { faultsInRoot } from './harness/accessibility.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { openFirefox, type Firefox } from './harness/firefox.ts';
import { eventually } from './harness/eventually.ts';
import { marksOf } from './harness/marks.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const folder = samplePage('translate-folder-cert-renew');
const widget = samplePage('widget-move-in');
/** A real translator's host below which a copy of the sample city would stand; answered from here. */
const PROXY = 'www.city.mihon.example.jp.e.fm.hp.transer.com';
const copied = new URL(samplePage('proxy-copy').url);
const proxied = `https://${PROXY}${copied.pathname}`;
const fromProxy = (url: string): Served | undefined =>
  new URL(url).host === PROXY ? serve(url.replace(PROXY, copied.host)) : undefined;

let browser: Chromium;
let page: Page;
let guide: Locator;
let toggle: Locator;
const errors: string[] = [];
beforeAll(async () => {
  browser = await openChromium({
    build: 'test',
    viewport: { width: 1100, height: 900 },
    serve: fromProxy,
    hosts: [PROXY],
    installed: 'later',
  });
  await browser.install();
  page = await browser.page();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  guide = page.locator('madoguchi-guide');
  toggle = guide.getByRole('button', { name: 'Madoguchi: help with this page' });
});
afterEach(() => browser.inExtension(() => chrome.storage.local.clear()));
afterAll(() => browser?.close());

const explanation = (): Locator => page.getByRole('dialog');
const line = (): Locator => guide.locator('.made');
const markTexts = async (): Promise<string[]> => (await marksOf(page)).map(({ text }) => text);

describe('a page that was translated before', () => {
  it('is called so in the closed guide, with the way to the Japanese page', async () => {
    expect((await browser.visit(page, folder.url)).procedures[0]).toBe('cert-renew');
    await eventually(() => line().textContent()).toContain('A machine translated this page.');
    expect(await line().getByRole('link').getAttribute('href')).toBe(folder.url.replace('/translate/en', ''));
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
  });

  it('has its wrong words marked, whole, in any case, across elements and in links', async () => {
    await browser.visit(page, folder.url);
    await eventually(async () => (await markTexts()).toSorted()).toEqual(
      [
        'personal number card',
        'electronic certification for signature',
        'electronic certificate for user verification',
        'Personal number cards',
        'PIN numbers',
        'on the rocks',
        'resident card', // the first in its section
        'at the window',
        'convenience store grants',
      ].toSorted(),
    );
  });

  it('shows the Japanese word beside what the page says, and what else that may stand for', async () => {
    await browser.visit(page, folder.url);
    await eventually(markTexts).toContain('resident card');
    const mark = (await marksOf(page)).findLast(({ text }) => text === 'resident card')!;
    await page.mouse.click(mark.x, mark.y);
    await explanation().waitFor();
    const text = await explanation().textContent();
    expect(text).toContain('在留カード');
    expect(text).toContain('This page says resident card');
    expect(text).toContain('住民票');
    expect(await explanation().locator('q').getAttribute('lang')).toBe('en');
    await page.keyboard.press('Escape');

    await toggle.click();
    await guide.locator('summary', { hasText: 'words on this page' }).click();
    expect(await guide.getByRole('button', { name: '暗証番号' }).textContent()).toContain('PIN numbers');
  });

  it.each(['en', 'ja', 'ja-easy'])('is accessible in %s: line, list and explanation', async (language) => {
    const settings = { version: 1, language, sitesOff: [], hover: true, places: [] };
    await browser.inExtension((item) => chrome.storage.local.set({ settings: item }), settings);
    await browser.visit(page, folder.url);
    await eventually(markTexts).toContain('resident card');
    await line().waitFor();
    expect(await faultsInRoot(page, 'madoguchi-guide')).toEqual([]);
    const mark = (await marksOf(page)).find(({ text }) => text === 'PIN numbers')!;
    await page.mouse.click(mark.x, mark.y);
    await explanation().waitFor();
    expect(await faultsInRoot(page, 'madoguchi-word')).toEqual([]);
    await page.keyboard.press('Escape');
    await guide.locator('button[aria-expanded=false]').click();
    await guide
      .locator('details')
      .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
    expect(await faultsInRoot(page, 'madoguchi-guide')).toEqual([]);
  });

  it('is known by the comments of its translator, and leads where it says itself', async () => {
    await browser.visit(page, samplePage('wovn-move-in').url);
    await eventually(() => line().textContent()).toContain('A machine translated this page.');
    expect(await line().getByRole('link').getAttribute('href')).toBe(
      'https://www.city.mihon.example.jp/kurashi/hikkoshi/tennyu.html',
    );
    await eventually(markTexts).toEqual(expect.arrayContaining(['transfer notification', 'Resident card']));
  });

  it('is known by its fonts after the browser’s translation, which has no other address', async () => {
    await browser.visit(page, samplePage('font-wrapped-foreign-extend').url);
    await eventually(() => line().textContent()).toContain('A machine translated this page.');
    expect(await line().getByRole('link').count()).toBe(0);
  });

  it('is told from one with readings', async () => {
    const { url } = samplePage('ruby-cert-renew');
    await browser.visit(page, url);
    await eventually(() => line().textContent()).toContain('A machine wrote the readings');
    expect(await line().getByRole('link').getAttribute('href')).toBe(url.replace('/kana', ''));
  });

  it('says nothing on the Japanese page itself', async () => {
    await browser.visit(page, widget.url);
    await toggle.waitFor();
    await eventually(markTexts).toContain('転入届');
    expect(await line().count()).toBe(0);
  });
});

describe('a copy on a translator’s host', () => {
  it('is explained when the person asks, and leads to the page of the office', async () => {
    await page.goto(proxied);
    expect(await guide.count()).toBe(0);
    await browser.pressButton(page);
    const tabId = browser.tabOf(page);
    const answer = await browser.inExtension(
      (id) => chrome.runtime.sendMessage({ type: 'page:explain', tabId: id }),
      tabId,
    );
    expect(answer).toEqual({ state: 'done' });
    await toggle.waitFor();
    await eventually(() => line().textContent()).toContain('A machine translated this page.');
    expect(await line().getByRole('link').getAttribute('href')).toBe(
      `https://www.city.mihon.example.jp${copied.pathname}`,
    );
  });
});

describe('a translation while we are there', () => {
  /** Takes note of every time our host leaves the page, or the guide loses what it shows. */
  const watch = (): Promise<void> =>
    page.evaluate(() => {
      const host = document.querySelector('madoguchi-guide')!;
      const seen = { host, taken: 0, empty: 0 };
      Object.assign(globalThis, { seen });
      new MutationObserver((records) => {
        seen.taken += records.filter(({ removedNodes }) => [...removedNodes].includes(host)).length;
      }).observe(document, { childList: true, subtree: true });
      new MutationObserver(() => {
        if (!host.shadowRoot?.querySelector('.card h2')) seen.empty += 1;
      }).observe(host.shadowRoot!, { childList: true, subtree: true });
    });
  const seen = (): Promise<unknown> =>
    page.evaluate(() => {
      const { host, taken, empty } = (
        globalThis as unknown as { seen: { host: Element; taken: number; empty: number } }
      ).seen;
      return { same: host === document.querySelector('madoguchi-guide'), taken, empty };
    });
  type Widget = { translatePage(): Promise<void>; untranslatePage(): Promise<void> };
  const translate = (): Promise<void> => page.evaluate(() => (globalThis as unknown as Widget).translatePage());
  const untranslate = (): Promise<void> => page.evaluate(() => (globalThis as unknown as Widget).untranslatePage());

  it('leaves the open guide where and as it is; marks follow there and back', async () => {
    await browser.visit(page, widget.url);
    await toggle.click();
    const box = guide.getByRole('list', { name: 'Bring' }).getByRole('checkbox').first();
    await box.check();
    await page.locator('#reading > p').last().scrollIntoViewIfNeeded();
    await eventually(markTexts).toContain('在留カード');
    await watch();
    errors.length = 0;

    await translate();
    await eventually(() => line().count()).toBe(1);
    expect(await line().textContent()).toContain('A machine translated this page.');
    await eventually(markTexts).toEqual(expect.arrayContaining(['Resident card', 'resident card']));
    expect(await markTexts()).not.toContain('在留カード');
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await box.isChecked()).toBe(true);
    expect(await page.locator('#reading > h1 + madoguchi-guide, #reading > .page-info + madoguchi-guide').count()).toBe(
      1,
    );

    await untranslate();
    await eventually(() => line().count()).toBe(0);
    await eventually(markTexts).toContain('在留カード');
    expect(await box.isChecked()).toBe(true);
    expect(await seen()).toEqual({ same: true, taken: 0, empty: 0 });
    expect(errors).toEqual([]);
  });

  it('closes no explanation that is being read, and takes none of our Japanese', async () => {
    await browser.visit(page, widget.url);
    await eventually(markTexts).toContain('在留カード');
    const mark = (await marksOf(page)).find(({ text }) => text === '在留カード')!;
    await page.mouse.click(mark.x, mark.y);
    await explanation().waitFor();
    await translate();
    await eventually(() => line().count()).toBe(1);
    expect(await explanation().locator('h2').textContent()).toContain('在留カード');
    for (const host of ['madoguchi-guide', 'madoguchi-word']) {
      const untranslated = await page.locator(host).evaluate((element) => {
        const frame = element.shadowRoot!.querySelector('.madoguchi')!;
        return [element, frame].map(
          (each) => `${each.getAttribute('translate')} ${each.classList.contains('notranslate')}`,
        );
      });
      expect(untranslated).toEqual(['no true', 'no true']);
    }
  });
});

it('asks for nothing but sample pages and packaged files', () => {
  expect(browser.requests).toEqual([]);
});

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ build: 'test' });
  });
  afterAll(() => firefox?.close());

  const lineThere = 'document.querySelector("madoguchi-guide")?.shadowRoot?.querySelector(".made")';

  it('says so of a page that was translated before, with the way to the Japanese one', async () => {
    const there = await firefox.page(folder.url);
    expect(await there.waitFor<string>(`${lineThere}?.querySelector('a')?.href`)).toBe(
      folder.url.replace('/translate/en', ''),
    );
    await there.waitFor('CSS.highlights.has("madoguchi-term")');
    await there.close();
  });

  it('follows a translation there and back, with the same guide', async () => {
    const there = await firefox.page(widget.url);
    await there.waitFor('document.querySelector("madoguchi-guide") && CSS.highlights.has("madoguchi-term")');
    await there.evaluate('(globalThis.guide = document.querySelector("madoguchi-guide"), translatePage())');
    expect(await there.waitFor<string>(`${lineThere}?.textContent`)).toContain('A machine translated this page.');
    await there.evaluate('untranslatePage()');
    await there.waitFor(`!${lineThere}`);
    expect(await there.evaluate<boolean>('guide === document.querySelector("madoguchi-guide")')).toBe(true);
    await there.close();
  });
});
