/** Private windows: the guide works, and nothing of the visit is written down. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url } = samplePage('article-foreign-extend');

describe('in a private window', () => {
  let browser: Chromium;
  let normal: Page;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', installed: 'later' });
    await browser.install();
    await browser.manage('allow-private');
    normal = await browser.page(url);
    await browser.conclusionOf(normal);
    page = await browser.privatePage(url);
  });
  afterAll(() => browser?.close());

  const local = (): Promise<Record<string, unknown>> => browser.inExtension(() => chrome.storage.local.get());
  const session = (): Promise<Record<string, unknown>> => browser.inExtension(() => chrome.storage.session.get());
  const guideOf = (of: Page) => of.locator('madoguchi-guide');
  const toggleOf = (of: Page) => guideOf(of).locator('button[aria-expanded]').first();

  it('a date is explained, and no reminder of it is offered', async () => {
    const before = await local();
    await page.goto(samplePage('banner-cert-renew').url);
    await toggleOf(page).click();
    await guideOf(page)
      .locator('summary', { hasText: /dates on this page/ })
      .click();
    await guideOf(page).getByRole('button', { name: '令和9年4月10日' }).click();
    const explanation = page.getByRole('dialog');
    await explanation.waitFor();
    expect(await explanation.textContent()).toContain('10 April 2027');
    expect(await explanation.getByRole('button').count()).toBe(1); // it closes
    expect(await local()).toEqual(before);
    await page.goto(url);
  });

  it('the guide works, and a tick is not kept', async () => {
    const before = await local();
    expect((await browser.verdictOf(page)).procedures).toEqual([{ id: 'foreign-extend' }]);
    await toggleOf(page).click();
    const boxes = guideOf(page).getByRole('list', { name: 'Bring' }).getByRole('checkbox');
    await boxes.first().check();
    expect(await boxes.first().isChecked()).toBe(true);
    // The worker answers in order: what comes after the tick is answered when the tick was.
    await guideOf(page).getByRole('button', { name: 'Switch off on this site' }).click();
    await eventually(() => guideOf(page).count()).toBe(0);
    await eventually(async () => (await session())['private-sites-off']).toEqual([new URL(url).host]);
    expect(await local()).toEqual(before);
  });

  it('a site that is switched off is off there, and nowhere else', async () => {
    await page.reload();
    await eventually(async () => (await browser.verdictOf(page)).siteOff).toBe(true);
    expect(await guideOf(page).count()).toBe(0);
    expect((await browser.visit(normal, url)).spotter).toBe('recognised');
    await toggleOf(normal).waitFor();
  });

  it('the popup switches it on again and off, and writes nothing down', async () => {
    const before = await local();
    const popup = await browser.extensionPage(`popup.html?tab=${browser.tabOf(page)}`);
    await popup.getByRole('button', { name: 'Switch on again' }).click();
    await toggleOf(page).waitFor();
    await popup.getByRole('button', { name: 'Switch off on this site' }).click();
    await eventually(() => guideOf(page).count()).toBe(0);
    await popup.getByRole('button', { name: 'Switch on again' }).waitFor();
    expect(await toggleOf(normal).count()).toBe(1);
    expect(await local()).toEqual(before);
    await popup.close();
  });

  it('the verdict goes with the tab, and what was switched off with the last private window', async () => {
    const key = `verdict:${browser.tabOf(page)}`;
    expect(await session()).toHaveProperty([key]);
    await page.close();
    await eventually(async () => Object.keys(await session()).includes(key)).toBe(false);
    await eventually(async () => 'private-sites-off' in (await session())).toBe(false);
  });
});
