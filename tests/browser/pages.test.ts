/** Every sample page: the guide appears where it should and nowhere else, and the page stays the page. */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COVERED_HOST, samplePages, type SamplePage } from '../pages/pages.ts';
import { eventually } from './harness/eventually.ts';
import { openChromium, openPlain, type Chromium } from './harness/chromium.ts';
import { neighbourPlaces, neighbourStyles, snapshotOf } from './harness/snapshot.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const HOST = 'madoguchi-guide';
const viewport = { width: 1100, height: 900 };
const isCovered = ({ url }: SamplePage): boolean => new URL(url).host === COVERED_HOST;
const about = samplePages().filter((page) => page.procedure !== null && isCovered(page));
const silent = samplePages().filter((page) => page.procedure === null || !isCovered(page));
/** The one page that changes for ever says how many people wait. */
const CHANGING = '.waiting b';

let browser: Chromium;
let plain: Awaited<ReturnType<typeof openPlain>>;
let page: Page;
beforeAll(async () => {
  browser = await openChromium({ build: 'test', viewport });
  plain = await openPlain(viewport);
  page = await browser.page();
});
afterAll(async () => {
  await plain?.close();
  await browser?.close();
});

/** What comes late is there, so that both pages are compared in the same state. */
const settled = (of: Page): Promise<unknown> =>
  of.waitForFunction(() => document.documentElement.dataset['settled'] !== 'false');
/** Whether the guide stands where a good editor would put it. */
const standsAfter = (guide: Locator, place: string | null): Promise<boolean> =>
  guide.evaluate((host, place) => {
    if (place === 'edge') return host.parentElement === document.documentElement;
    return place !== null && host.previousElementSibling?.matches(place) === true;
  }, place);
const switchOff = (hosts: string[]): Promise<void> =>
  browser.inExtension(async (sitesOff) => {
    const settings = { version: 1, language: 'en', sitesOff, hover: true, places: [] };
    await chrome.storage.local.set({ settings });
  }, hosts);

describe('recognised', () => {
  it.each(about.map((sample) => [sample.name, sample] as const))('%s', async (_name, sample) => {
    await plain.page.goto(sample.url);
    await settled(plain.page);
    const untouched = await snapshotOf(plain.page, CHANGING);

    const { procedures } = await browser.visit(page, sample.url);
    expect(procedures[0]).toBe(sample.procedure);
    const guide = page.locator(HOST);
    await guide.locator('button[aria-expanded=false]').waitFor();
    await settled(page);
    expect(await guide.count()).toBe(1);
    expect(await standsAfter(guide, sample.guide), `after ${sample.guide}`).toBe(true);

    // While it is there: text, markup and neighbours are what they were.
    const during = await snapshotOf(page, CHANGING);
    expect(during.texts).toEqual(untouched.texts);
    expect(during.html).toBe(untouched.html);
    const places = await neighbourPlaces(page);
    const [parent] = places.slice(-1);
    const beside = places.filter((place) => place !== parent);
    expect(await neighbourStyles(page, beside)).toEqual(await neighbourStyles(plain.page, beside));

    // Switched off: nothing of it is left, and everything lies where it lay.
    await switchOff([COVERED_HOST]);
    await eventually(() => guide.count()).toBe(0);
    expect(await snapshotOf(page, CHANGING)).toEqual(untouched);
    await switchOff([]);
  });
});

describe('silent', () => {
  it.each(silent.map((sample) => [sample.name, sample] as const))('%s', async (_name, sample) => {
    await plain.page.goto(sample.url);
    await settled(plain.page);
    const { spotter, procedures } = await browser.visit(page, sample.url);
    await settled(page);
    expect(procedures).toEqual([]);
    if (!isCovered(sample)) expect(spotter).toBe('absent');
    expect(await page.locator(HOST).count()).toBe(0);
    expect(await snapshotOf(page)).toEqual(await snapshotOf(plain.page));
  });
});

it('asks for nothing but sample pages and packaged files', () => {
  expect(browser.requests).toEqual([]);
});
