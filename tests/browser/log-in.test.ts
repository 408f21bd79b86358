/**
 * Portals with a log-in: we speak on the pages that are known to be public, and nowhere else. All answers come from
 * here, under the portals' own addresses, for those are in the table.
 */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalRecords } from '../../scripts/data/register.ts';
import type { Served } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { openFirefox, type Firefox } from './harness/firefox.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const HOST = 'www.hellowork.mhlw.go.jp';
const PUBLIC = `https://${HOST}/help/question02.html`;
const withLogIn = portalRecords().flatMap(({ allow }) => Object.entries(allow));
const silent = portalRecords().flatMap((portal) => portal.silent);

/** On every address the same page, of which we know what it is about. */
const portal: Served = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(`<!doctype html><html lang="ja"><title>ハローワークの求職申込み</title>
    <main><h1>ハローワークの求職申込み</h1><p>求職者マイページで、求人の検索や職業相談の予約ができます。</p>
    <p>雇用保険の失業給付には、マイナンバーカードと離職票が必要です。</p><p id="part">住民票の写し</p></main>`),
};
const hosts = [...withLogIn.map(([host]) => host), ...silent];

let browser: Chromium;
let page: Page;
let guide: Locator;
beforeAll(async () => {
  browser = await openChromium({
    build: 'test',
    installed: 'later',
    serve: (url) => (hosts.includes(new URL(url).host) ? portal : undefined),
    hosts,
  });
  await browser.install();
  page = await browser.page();
  guide = page.locator('madoguchi-guide');
});
afterAll(() => browser?.close());

const visit = async (): Promise<void> => {
  expect((await browser.visit(page, PUBLIC)).spotter).toBe('recognised');
  await guide.waitFor();
};
const verdictKey = (): string => `verdict:${browser.tabOf(page)}`;
const verdict = (): Promise<unknown> =>
  browser.inExtension(async (key) => (await chrome.storage.session.get(key))[key], verdictKey());

describe('a host with a log-in', () => {
  it.each(withLogIn.flatMap(([host, paths]) => paths.map((path) => `https://${host}${path}`)))(
    'is explained at %s, which is public',
    async (url) => {
      expect((await browser.visit(page, url)).spotter).toBe('recognised');
      await guide.waitFor();
    },
  );

  it.each(
    withLogIn.flatMap(([host]) =>
      ['/login', '/mypage/', '/?screen=mypage', '/#/mypage'].map((path) => `https://${host}${path}`),
    ),
  )('is left alone at %s', async (url) => {
    await page.goto('about:blank');
    await browser.inExtension((key) => chrome.storage.session.remove(key), verdictKey());
    await page.goto(url);
    const spotted = await browser.inExtension(async (tabId) => {
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId },
        func: async () => {
          await globalThis.madoguchi?.done;
          return globalThis.madoguchi?.verdict;
        },
      });
      return answer?.result;
    }, browser.tabOf(page));
    expect(spotted).toBe('silent');
    expect(await guide.count()).toBe(0);
    expect(await verdict()).toBeUndefined();
  });
});

describe('an application that goes on without loading', () => {
  it.each<[string, string]>([
    ['another path', '/kensaku/GECA110010.do'],
    ['a screen by query', '?screen=mypage'],
    ['a route in the fragment', '#/mypage'],
  ])('loses its guide at once: %s', async (_what, to) => {
    await visit();
    // In the very task of the application's own step, before anything of the private page is drawn.
    const left = await page.evaluate((address) => {
      history.pushState(null, '', address);
      return document.querySelectorAll('madoguchi-guide').length;
    }, to);
    expect(left).toBe(0);
    await eventually(verdict).toBeUndefined();
    expect(await guide.count()).toBe(0);

    await page.evaluate(() => history.back());
    await guide.waitFor();
  });

  it('keeps it where the fragment is a place in the page', async () => {
    await visit();
    const left = await page.evaluate(() => {
      location.hash = 'part';
      return document.querySelectorAll('madoguchi-guide').length;
    });
    expect(left).toBe(1);
  });
});

describe('asked by the toolbar button', () => {
  const ask = (): Promise<unknown> =>
    browser.inExtension((tabId) => chrome.runtime.sendMessage({ type: 'page:explain', tabId }), browser.tabOf(page));

  it.each([...silent.map((host) => `https://${host}/`), 'https://myna.go.jp/SCK0101_03_001/SCK0101_03_001_Init.form'])(
    'we read nothing at %s, and the popup says why',
    async (url) => {
      await page.goto(url);
      await browser.pressButton(page);
      expect(await ask()).toEqual({ state: 'private' });
      expect(await guide.count()).toBe(0);
      const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
      await popup.getByText('Here people log in or type in personal things.').waitFor();
      expect(await popup.getByRole('button', { name: 'Explain this page' }).count()).toBe(0);
      await popup.close();
    },
  );

  it('nothing of ours ran there', async () => {
    await page.goto(`https://${silent[0]}/`);
    await browser.pressButton(page);
    await ask();
    const ours = await browser.inExtension(
      async (tabId) =>
        (await chrome.scripting.executeScript({ target: { tabId }, func: () => typeof globalThis.madoguchi }))[0]
          ?.result,
      browser.tabOf(page),
    );
    expect(ours).toBe('undefined');
  });
});

it('asks for nothing else', () => {
  expect(browser.requests).toEqual([]);
});

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({
      build: 'test',
      serve: (url) => (hosts.includes(new URL(url).host) ? portal : undefined),
    });
  });
  afterAll(() => firefox?.close());

  it.each(['/kensaku/GECA110010.do', '#/mypage'])('loses its guide on the way to %s', async (to) => {
    const there = await firefox.page(PUBLIC);
    await there.waitFor('document.querySelector("madoguchi-guide")');
    await there.evaluate(`history.pushState(null, '', ${JSON.stringify(to)})`);
    await there.waitFor('!document.querySelector("madoguchi-guide")');
    await there.close();
  });
});
