/** Installed, updated, reloaded, switched off and removed while pages are open, and pages that come back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage } from '../pages/pages.ts';
import { copyOfBuild, openChromium, type Chromium } from './harness/chromium.ts';
import { recordPage } from './harness/console.ts';
import { eventually } from './harness/eventually.ts';
import { openFirefox, type Firefox, type FirefoxPage } from './harness/firefox.ts';
import { snapshotOf, type Snapshot } from './harness/snapshot.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url } = samplePage('article-foreign-extend');
const other = samplePage('builder-move-in');
const silent = samplePage('silent-menus');
const viewport = { width: 1100, height: 900 };
const LOST = /context invalidated/i;

/** A copy of a build, so that it can become the next version. */
function copyOf(browser: 'chrome' | 'firefox'): { folder: string; raiseVersion(): void; remove(): void } {
  const { folder, remove } = copyOfBuild('test', browser);
  const path = join(folder, 'manifest.json');
  return {
    folder,
    raiseVersion: () => {
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      const [major, minor, patch] = String(manifest.version).split('.').map(Number);
      writeFileSync(path, JSON.stringify({ ...manifest, version: `${major}.${minor}.${(patch ?? 0) + 1}` }));
    },
    remove,
  };
}

describe('while pages are open', () => {
  const copy = copyOf('chrome');
  let browser: Chromium;
  let page: Page;
  let quiet: Page;
  let guide: Locator;
  let toggle: Locator;
  let untouched: Snapshot;
  let lines: readonly string[];
  beforeAll(async () => {
    browser = await openChromium({ build: { folder: copy.folder }, installed: 'later', viewport });
    page = await browser.context.newPage();
    await page.goto(url);
    quiet = await browser.context.newPage();
    await quiet.goto(silent.url);
    guide = page.locator('madoguchi-guide');
    // Under the heading, or at the edge where the person has read on.
    toggle = guide.locator('button[aria-expanded]').first();
    untouched = await snapshotOf(page);
    lines = await recordPage(page);
  });
  afterAll(async () => {
    await browser?.close();
    copy.remove();
  });

  const welcomePages = (): number =>
    browser.context.pages().filter((one) => one.url().endsWith('/welcome.html')).length;
  const painted = (): Promise<{ guides: number; highlights: number }> =>
    page.evaluate(() => ({
      guides: document.querySelectorAll('madoguchi-guide').length,
      highlights: CSS.highlights.size,
    }));
  /** One highlight for words, one for dates. */
  const once = { guides: 1, highlights: 2 };
  /** What stands there now is told apart from what comes. */
  const brand = (): Promise<void> => guide.evaluate((element) => element.setAttribute('data-before', ''));
  const branded = (): Promise<number> => page.locator('madoguchi-guide[data-before]').count();
  const openGuide = async (): Promise<void> => {
    await toggle.click();
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
  };
  const boxes = (): Locator => guide.getByRole('list', { name: 'Bring' }).getByRole('checkbox');
  const ticks = (): Promise<number> =>
    browser.inExtension(async () => {
      const { checklists } = (await chrome.storage.local.get('checklists')) as {
        checklists?: { ticks: Record<string, string[]> };
      };
      return Object.values(checklists?.ticks ?? {}).flat().length;
    });
  /** One guide, not the one of before, that opens and keeps a tick. */
  const servedAnew = async (): Promise<void> => {
    await eventually(painted).toEqual(once);
    await eventually(branded).toBe(0);
    await browser.adopt(page);
    expect((await browser.conclusionOf(page)).spotter).toBe('recognised');
    const before = await ticks();
    await openGuide();
    await boxes().nth(before).check();
    await eventually(ticks).toBe(before + 1);
    expect(await painted()).toEqual(once);
    expect(lines.filter((line) => LOST.test(line))).toEqual([]);
  };

  it('would hear an error of our world in the page', async () => {
    await browser.install();
    await eventually(() => guide.count()).toBe(1);
    await browser.adopt(page);
    await browser.inExtension(
      (tabId) =>
        chrome.scripting.executeScript({
          target: { tabId },
          func: () =>
            void setTimeout(() => {
              throw new Error('planted: context invalidated');
            }),
        }),
      browser.tabOf(page),
    );
    await eventually(() => lines.filter((line) => LOST.test(line)).length).toBe(1);
    (lines as string[]).length = 0;
  });

  it('is installed: open tabs are served without a reload, the welcome page comes once', async () => {
    await servedAnew();
    await browser.adopt(quiet);
    expect(await browser.conclusionOf(quiet)).toEqual({ spotter: 'silent', procedures: [] });
    expect(await quiet.locator('madoguchi-guide').count()).toBe(0);
    expect(welcomePages()).toBe(1);
  });

  it('is updated: the new version takes the tab over, and no welcome page comes', async () => {
    for (const one of browser.context.pages()) if (one.url().endsWith('/welcome.html')) await one.close();
    await brand();
    copy.raiseVersion();
    await browser.install();
    await servedAnew();
    expect(welcomePages()).toBe(0);
  });

  it('is reloaded: the same', async () => {
    await brand();
    const anew = browser.worker({ anew: true });
    await browser.inExtension(() => void setTimeout(() => chrome.runtime.reload()));
    await anew;
    await servedAnew();
    expect(welcomePages()).toBe(0);
  });

  it('runs once, however often its spotter is put in', async () => {
    const file = await browser.inExtension(() => chrome.runtime.getManifest().content_scripts?.[0]?.js?.[0] ?? '');
    for (let i = 0; i < 3; i++) {
      await brand();
      await browser.inExtension(
        ({ tabId, file }) => chrome.scripting.executeScript({ target: { tabId }, files: [file] }),
        { tabId: browser.tabOf(page), file },
      );
      await eventually(branded).toBe(0);
      await eventually(painted).toEqual(once);
    }
    await openGuide();
  });

  it.each(['pointer', 'key', 'visibility'])(
    'is switched off: what is left goes at the next %s, without a trace',
    async (what) => {
      await page.mouse.click(5, 5);
      expect(await painted()).toEqual(once);
      await browser.manage('disable');
      expect((await painted()).guides).toBe(1);
      if (what === 'pointer') await page.mouse.click(5, 5);
      else if (what === 'key') await page.keyboard.press('Shift');
      else await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
      await eventually(() => guide.count()).toBe(0);
      await page.evaluate(() => scrollTo(0, 0));
      expect(await snapshotOf(page)).toEqual(untouched);
      await browser.manage('enable');
      await servedAnew();
    },
  );

  it('is removed: the same', async () => {
    await browser.inExtension(
      () => void setTimeout(() => chrome.management.uninstallSelf({ showConfirmDialog: false })),
    );
    await eventually(() => browser.context.serviceWorkers().length).toBe(0);
    expect((await painted()).guides).toBe(1);
    await boxes().first().click({ noWaitAfter: true });
    await eventually(() => guide.count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await snapshotOf(page)).toEqual(untouched);
    expect(lines.filter((line) => LOST.test(line))).toEqual([]);
  });
});

describe('pages that were left and come back', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', viewport, backForwardCache: true });
  });
  afterAll(() => browser?.close());

  it('have their one guide, and the verdict is that of the page shown', async () => {
    const page = await browser.page(url);
    const guide = page.locator('madoguchi-guide');
    expect((await browser.conclusionOf(page)).procedures).toEqual(['foreign-extend']);
    await eventually(() => guide.count()).toBe(1);
    await page.evaluate(() => void Object.assign(globalThis, { kept: true }));
    await page.goto(other.url);
    expect((await browser.conclusionOf(page)).procedures).toEqual(['move-in']);
    await page.goBack({ waitUntil: 'commit' });
    expect(await page.evaluate(() => 'kept' in globalThis)).toBe(true); // it is the same document
    await eventually(async () => (await browser.verdictOf(page)).procedures).toEqual([{ id: 'foreign-extend' }]);
    await eventually(() => guide.count()).toBe(1);
    const toggle = guide.locator('button[aria-expanded]').first();
    await toggle.click();
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(2);
  });
});

describe('Firefox', () => {
  const copy = copyOf('firefox');
  let firefox: Firefox;
  let page: FirefoxPage;
  beforeAll(async () => {
    firefox = await openFirefox({ build: { folder: copy.folder } });
    page = await firefox.page(url);
  });
  afterAll(async () => {
    await firefox?.close();
    copy.remove();
  });

  const standing = `{
    guides: document.querySelectorAll('madoguchi-guide').length,
    before: document.querySelectorAll('madoguchi-guide[data-before]').length,
    highlights: CSS.highlights.size,
  }`;

  it('is updated: the new version takes the tab over, and away what the old one cannot', async () => {
    await page.waitFor('CSS.highlights.size || null');
    await page.evaluate("document.querySelector('madoguchi-guide').setAttribute('data-before', '')");
    copy.raiseVersion();
    await firefox.install();
    await eventually(() => page.evaluate(`(${standing})`)).toEqual({ guides: 1, before: 0, highlights: 2 });
    await page.clickOn(
      "document.querySelector('madoguchi-guide').shadowRoot.querySelector('button[aria-expanded=false]')",
    );
    await page.waitFor(
      "document.querySelector('madoguchi-guide').shadowRoot.querySelector('[aria-expanded=true]') !== null",
    );
  });
});
