/** Pages that are broken or built against us: what the person still gets there, and that the page stays the page. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostilePages, serveHostile } from '../pages/hostile.ts';
import { COVERED_HOST, samplePage } from '../pages/pages.ts';
import { Beside } from './harness/beside.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { recordPage, recordWorkers } from './harness/console.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const GUIDE = 'madoguchi-guide';
const WORD = 'madoguchi-word';

let browser: Chromium;
let page: Page;
let beside: Beside;
let lines: string[];
let worker: readonly string[];
beforeAll(async () => {
  browser = await openChromium({ build: 'test', serve: serveHostile, viewport: { width: 1100, height: 900 } });
  worker = recordWorkers(browser.context);
  page = await browser.page();
  beside = await Beside.open(page);
  lines = (await recordPage(page)) as string[];
});
beforeEach(() => void (lines.length = 0));
afterAll(() => browser?.close());

const sitesOff = (hosts: string[]): Promise<void> =>
  browser.inExtension(async (sitesOff) => {
    const settings = { version: 1, language: 'en', sitesOff, hover: true, places: [] };
    await chrome.storage.local.set({ settings });
  }, hosts);

/** What of us stands in the page, as a world sees it that the page cannot reach. */
const standing = () =>
  beside.run(() => {
    const all = (name: string) => [...Document.prototype.querySelectorAll.call(document, name)];
    const [guide] = all('madoguchi-guide');
    const root = guide?.shadowRoot;
    return {
      guides: all('madoguchi-guide').length,
      inText: guide !== undefined && Node.prototype.contains.call(all('#columns')[0]!, guide),
      expanded: root?.querySelector('button[aria-expanded]')?.getAttribute('aria-expanded') ?? null,
      bring: root?.querySelectorAll('.bring input').length ?? 0,
      words: all('madoguchi-word').length,
      highlights: CSS.highlights.size,
    };
  });
const GONE = { guides: 0, words: 0, highlights: 0 };

/** Opens the guide, a word from its list by mouse, and closes both: what the guide is for. */
async function useGuide(): Promise<void> {
  await beside.click(GUIDE, 'button[aria-expanded=false]');
  await eventually(async () => (await standing()).expanded).toBe('true');
  expect((await standing()).bring).toBeGreaterThan(3);
  await beside.click(GUIDE, 'details:has(.word-button) > summary');
  await beside.click(GUIDE, '.word-button');
  await eventually(() => beside.placeIn(WORD, '[role=dialog]')).not.toBeNull();
  await page.keyboard.press('Escape');
  await eventually(async () => (await standing()).words).toBe(0);
  await beside.click(GUIDE, 'button[aria-expanded=true]');
  await eventually(async () => (await standing()).expanded).toBe('false');
}

describe('a hostile page', () => {
  it.each(hostilePages.filter(({ gets }) => gets !== 'nothing').map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { url, gets, restless, proof, caught }) => {
      await sitesOff([COVERED_HOST]);
      expect((await browser.visit(page, url)).spotter).toBe('unsure');
      const untouched = await beside.document();
      const ofPage = [...lines];
      expect(await beside.inPage(proof)).toBe(true);
      await sitesOff([]);

      lines.length = 0;
      expect((await browser.visit(page, url)).procedures[0]).toBe('foreign-extend');
      await eventually(async () => (await standing()).guides).toBe(1);
      expect((await standing()).inText).toBe(gets === 'guide');
      await useGuide();

      await sitesOff([COVERED_HOST]);
      await eventually(standing).toMatchObject(GONE);
      expect(await beside.inPage(caught)).toEqual([]);
      const { page: changes, ours } = await beside.records();
      if (!restless) {
        expect(changes).toEqual([]);
        expect(ours).toEqual(['+madoguchi-guide', '+madoguchi-word', '-madoguchi-word', '-madoguchi-guide']);
        expect(await beside.document()).toBe(untouched);
      }
      expect(lines).toEqual(ofPage);
    },
  );

  it('that takes everything foreign out gets our guide four times, once at the edge, and is then left alone', async () => {
    await sitesOff([]);
    const { url, proof } = hostilePages.find(({ name }) => name === 'a page that takes everything foreign out')!;
    expect((await browser.visit(page, url)).procedures[0]).toBe('foreign-extend');
    expect(await beside.inPage(proof)).toBe(true);
    const comings = async () => (await beside.records()).ours.filter((one) => one === '+madoguchi-guide').length;
    // Under the heading, three times more, and once at the edge.
    await eventually(comings).toBe(5);
    // The next change of the page is looked at, as the words painted anew show, and brings no sixth.
    await beside.run(() => CSS.highlights.clear());
    await beside.inPage("document.querySelector('#reading').append('…')");
    await eventually(async () => (await standing()).highlights).toBe(2);
    expect(await comings()).toBe(5);
    expect((await standing()).guides).toBe(0);
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByText('Extend your card after extending your stay').waitFor();
    await popup.close();
    expect(lines).toEqual([]);
  });

  it.each([['frameset-council'], ['silent-menus']])(
    'that shows nothing is explained in the popup: %s',
    async (name) => {
      await sitesOff([]);
      const { url } = samplePage(name);
      expect((await browser.visit(page, url)).procedures).toEqual([]);
      const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
      await popup.getByText('We found no procedure on this page for certain.').waitFor();
      await popup.close();
      expect((await beside.records()).ours).toEqual([]);
    },
  );

  it('of frames is not explained, and the popup leads to its parts', async () => {
    await sitesOff([]);
    await browser.visit(page, samplePage('frameset-council').url);
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByRole('button', { name: 'Explain this page' }).click();
    await popup.getByText('This page only puts other pages side by side.').waitFor();
    const buttons = popup.locator('.page').getByRole('button');
    expect(await buttons.allTextContents()).toEqual(['Open: 会議録 目次', 'Open: 令和8年第2回定例会 会議録']);
    // A change elsewhere does not bring the offer back that could not be kept.
    await popup.getByRole('combobox').selectOption('ja');
    await popup.getByText('いくつかのページを並べたものです').waitFor();
    expect((await beside.records()).ours).toEqual([]);
    const opened = browser.context.waitForEvent('page');
    await buttons.nth(1).click();
    const part = await opened;
    await part.waitForURL(samplePage('frameset-council-text').url);
    await part.close();
    await popup.close();
    expect(lines).toEqual([]);
  });

  it('is logged nowhere in our worker', () => {
    expect(worker).toEqual([]);
  });
});
