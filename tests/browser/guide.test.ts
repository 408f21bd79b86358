/** Understand this page: the guide and the words, by mouse, keyboard and touch, in the built extension. */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyPerson } from '../../lib/household/schema.ts';
import { samplePage } from '../pages/pages.ts';
import { accessibilityTree, clickNode, faultsInRoot, waitForNode } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { BOTH_LINES, LINES_OF_MARKS, marksOf } from './harness/marks.ts';
import { snapshotOf } from './harness/snapshot.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url, procedure } = samplePage('article-foreign-extend');
const viewport = { width: 1100, height: 900 };

describe('with an open root', () => {
  let browser: Chromium;
  let page: Page;
  let guide: Locator;
  let toggle: Locator;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', viewport });
    page = await browser.page();
    guide = page.locator('madoguchi-guide');
    toggle = guide.getByRole('button', { name: 'Madoguchi: help with this page' });
  });
  afterEach(() => browser.inExtension(() => chrome.storage.local.clear()));
  afterAll(() => browser?.close());

  const visit = async (): Promise<void> => {
    expect((await browser.visit(page, url)).procedures).toContain(procedure);
    await toggle.waitFor();
  };
  const open = async (): Promise<void> => {
    await visit();
    await toggle.click();
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
  };
  const explanation = (): Locator => page.getByRole('dialog');

  it('keeps ticks over a reload and a dead worker', async () => {
    await open();
    const boxes = guide.getByRole('list', { name: 'Bring' }).getByRole('checkbox');
    expect(await boxes.count()).toBeGreaterThan(3);
    await boxes.nth(0).check();
    await browser.killWorker();
    await boxes.nth(2).check();
    await boxes.nth(0).uncheck();
    const stored = (): Promise<unknown> =>
      browser.inExtension(async () => {
        const { checklists } = (await chrome.storage.local.get('checklists')) as {
          checklists?: { ticks: Record<string, string[]> };
        };
        return Object.values(checklists?.ticks ?? {}).flat().length;
      });
    await eventually(stored).toBe(1);
    await browser.killWorker();
    await open();
    expect(await boxes.nth(2).isChecked()).toBe(true);
    expect(await boxes.nth(0).isChecked()).toBe(false);
  });

  it('is for somebody else this once, and keeps nothing of it', async () => {
    const household = {
      version: 2,
      people: [
        { ...emptyPerson('p1'), status: 'limited-stay' },
        { ...emptyPerson('p2'), nickname: 'Anna', status: 'permanent' },
      ],
      events: [],
    };
    await browser.inExtension((item) => chrome.storage.local.set({ household: item }), household);
    await open();
    const stored = (): Promise<unknown> => browser.inExtension(() => chrome.storage.local.get());
    const before = await stored();
    const subtitle = guide.locator('.subtitle');
    await eventually(() => subtitle.textContent()).toContain('for you: stay with an end date');

    await guide.getByRole('checkbox', { name: 'This time for somebody else' }).press('Space');
    const whom = guide.getByRole('combobox', { name: 'Who is it for?' });
    await whom.selectOption('Anna');
    await eventually(() => guide.locator('.body').textContent()).toContain('This is probably not for you.');
    const boxes = guide.getByRole('list', { name: 'Bring' }).getByRole('checkbox');
    await boxes.nth(0).check();
    await browser.killWorker();
    await guide.getByRole('button', { name: 'Renew the certificates' }).click();
    await eventually(() => subtitle.textContent()).toContain('For: permanent resident');
    expect(await guide.locator('h2').evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(
      true,
    );
    await eventually(() => whom.inputValue()).toBe('Anna');
    expect(await stored()).toEqual(before);

    await open();
    expect(await guide.getByRole('checkbox', { name: 'This time for somebody else' }).isChecked()).toBe(false);
    expect(await boxes.nth(0).isChecked()).toBe(false);
  });

  it('is switched off on this site with one click, and on again in the popup', async () => {
    await open();
    await guide.getByRole('button', { name: 'Switch off on this site' }).click();
    await eventually(() => guide.count()).toBe(0);
    expect((await browser.visit(page, url)).spotter).toBe('unsure');
    expect(await guide.count()).toBe(0);

    const popup = await browser.extensionPage('popup.html');
    await page.bringToFront();
    await popup.reload();
    await popup.getByRole('button', { name: 'Switch on again' }).click();
    await toggle.waitFor();
    await popup.close();
  });

  it('explains a word under a resting mouse, and takes nothing of the page for it', async () => {
    await visit();
    const [word] = await marksOf(page);
    await page.mouse.move(word!.x, word!.y);
    await explanation().waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);
  });

  it('explains a word when it is clicked, and Esc gives the page back', async () => {
    await visit();
    const [word] = await marksOf(page);
    await page.mouse.click(word!.x, word!.y);
    await explanation().waitFor();
    expect(await explanation().textContent()).toContain(word!.text.slice(0, 2));
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);
  });

  it('explains a date of the page when it is clicked, and from the list by keyboard', async () => {
    await browser.visit(page, samplePage('banner-cert-renew').url);
    await toggle.waitFor();
    const date = '令和9年4月10日';
    await page.getByText(date).scrollIntoViewIfNeeded();
    const dates = async () => (await marksOf(page)).find(({ text }) => text === date);
    await eventually(async () => (await dates())?.text).toBe(date);
    const { x, y } = (await dates())!;
    await page.mouse.click(x, y);
    await explanation().waitFor();
    const said = async () => explanation().textContent();
    expect(await said()).toContain('10 April 2027');
    expect(await said()).toContain('The last open day before is Friday, 9 April 2027');
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);

    await toggle.click();
    await guide.locator('summary', { hasText: /dates on this page/ }).focus();
    await page.keyboard.press('Enter');
    await guide.getByRole('button', { name: date }).focus();
    await page.keyboard.press('Enter');
    await explanation().waitFor();
    expect(await said()).toContain('10 April 2027');
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);
  });

  it('reminds of a date when it is asked to, shows it on the desk with its page, and takes it back', async () => {
    const { url: address } = samplePage('banner-cert-renew');
    await browser.visit(page, address);
    await toggle.waitFor();
    const list = guide.locator('summary', { hasText: /dates on this page/ });
    await eventually(async () => (await marksOf(page)).map(({ text }) => text)).toContain('令和9年4月10日');
    const before = await snapshotOf(page);
    await toggle.click();
    await list.click();
    await guide.getByRole('button', { name: '令和9年4月10日' }).click();
    const remind = explanation().getByRole('button', { name: 'Remind me of this' });
    await remind.click();
    const takeBack = explanation().getByRole('button', { name: 'Remove it' });
    await takeBack.waitFor();
    const what = 'マイナンバーカードの電子証明書の更新：有効期限';
    expect(await explanation().textContent()).toContain(`Among your dates · ${what}`);
    const events = (): Promise<unknown> =>
      browser.inExtension(async () => {
        const { household } = (await chrome.storage.local.get('household')) as { household?: { events: unknown } };
        return household?.events;
      });
    const noted = { person: 'p1', kind: 'noted', on: '2027-04-10', text: what, page: address };
    expect(await events()).toMatchObject([noted]);

    const desk = await browser.extensionPage('desk.html#dates');
    const date = desk.getByRole('article', { name: what });
    await date.waitFor();
    await date.getByText(/^Details and reasons/).click();
    expect(await date.textContent()).toContain('A date you noted yourself. We did not check it.');
    expect(await date.getByRole('link', { name: new URL(address).host }).getAttribute('href')).toBe(address);
    await desk.close();

    // The worker has died meanwhile; what was noted is known again, and is taken back where it was made.
    await page.bringToFront();
    await browser.killWorker();
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);
    await guide.getByRole('button', { name: '令和9年4月10日' }).click();
    await takeBack.click();
    await remind.waitFor();
    expect(await events()).toEqual([]);
    await page.keyboard.press('Escape');
    await toggle.click();
    await page.mouse.move(0, 0);
    await eventually(() => snapshotOf(page)).toEqual(before);
  });

  it('explains a word that is touched', async () => {
    await visit();
    const [word] = await marksOf(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: word!.x, y: word!.y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await explanation().waitFor();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await session.detach();
  });

  it('does everything by keyboard: open, words, explanation, back, close', async () => {
    await visit();
    await toggle.focus();
    await page.keyboard.press('Enter');
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('true');
    const words = guide.locator('summary', { hasText: /words on this page/ });
    await words.focus();
    await page.keyboard.press('Enter');
    const button = guide.locator('.word-button').first();
    await page.keyboard.press('Tab');
    const focused = (): Promise<boolean> =>
      button.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one);
    expect(await focused()).toBe(true);
    await page.keyboard.press('Enter');
    await explanation().waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => explanation().count()).toBe(0);
    await eventually(focused).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await toggle.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
  });

  it('comes and goes with the address of an application that does not load', async () => {
    const app = samplePage('app-routes').url;
    expect((await browser.visit(page, app)).spotter).toBe('silent');
    await page.getByRole('link', { name: '転入届の手続き' }).click();
    await eventually(() => browser.conclusionOf(page)).toEqual({ spotter: 'recognised', procedures: ['move-in'] });
    await toggle.waitFor();
    await page.getByRole('link', { name: '図書館の利用案内' }).click();
    await eventually(async () => (await browser.conclusionOf(page)).spotter).toBe('silent');
    await eventually(() => guide.count()).toBe(0);
    await page.goBack();
    await toggle.waitFor();
  });

  it('agrees in two tabs', async () => {
    await open();
    const other = await browser.page(url);
    await browser.conclusionOf(other);
    const second = other.locator('madoguchi-guide').getByRole('button', { name: 'Madoguchi: help with this page' });
    await second.waitFor();
    await guide.getByRole('button', { name: 'Switch off on this site' }).click();
    await eventually(() => other.locator('madoguchi-guide').count()).toBe(0);
    await other.close();
  });

  it.each(['en', 'ja', 'ja-easy'])('is accessible, closed and open, in %s', async (language) => {
    await browser.inExtension(async (id) => {
      await chrome.storage.local.set({ settings: { version: 1, language: id, sitesOff: [], hover: true, places: [] } });
    }, language);
    await browser.visit(page, url);
    const button = guide.locator('button[aria-expanded]').first();
    await button.waitFor();
    expect(await faultsInRoot(page, 'madoguchi-guide')).toEqual([]);
    await button.click();
    await guide.locator('details').first().waitFor();
    await guide.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await faultsInRoot(page, 'madoguchi-guide')).toEqual([]);
  });

  it('asks for nothing but sample pages and packaged files', () => {
    expect(browser.requests).toEqual([]);
  });
});

describe('as it ships, with a closed root', () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: 'demo', viewport });
  });
  afterAll(() => browser?.close());

  it('is closed to the page and open to assistive technology', async () => {
    const page = await browser.page(url);
    await browser.conclusionOf(page);
    const toggle = await waitForNode(
      page,
      ({ role, name }) => role === 'button' && name.includes('Madoguchi'),
      'the guide',
    );
    expect(toggle.properties['expanded']).toBe(false);
    expect(await page.evaluate(() => document.querySelector('madoguchi-guide')?.shadowRoot)).toBeNull();
    await clickNode(page, toggle);
    await waitForNode(page, ({ role, name }) => role === 'list' && name === 'Bring', 'the checklist');
    const tree = await accessibilityTree(page);
    const region = tree.find(({ role, name }) => role === 'region' && name === 'Madoguchi: help with this page');
    expect(region).toBeDefined();
    const nameless = tree.filter(
      ({ role, name }) => ['button', 'checkbox', 'radio', 'combobox', 'link'].includes(role) && name === '',
    );
    expect(nameless).toEqual([]);
    await eventually(() => page.evaluate(LINES_OF_MARKS)).toEqual(BOTH_LINES);
    await page.close();
  });
});
