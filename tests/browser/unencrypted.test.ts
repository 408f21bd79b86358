/** A page that is not https can be read and changed on its way: nothing about the person is put into it. */
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyPerson } from '../../lib/household/schema.ts';
import { samplePage, serve, type Served } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url, procedure } = samplePage('article-foreign-extend');
const unencrypted = url.replace('https:', 'http:');
const overHttp = (address: string): Served | undefined =>
  address.startsWith('http:') ? serve(address.replace('http:', 'https:')) : undefined;

const TODAY = '2026-11-24';
const household = {
  version: 2,
  people: [
    {
      ...emptyPerson('p1'),
      nickname: 'Linh',
      status: 'limited-stay',
      dates: { ...emptyPerson('p1').dates, card: '2027-03-31', certificate: '2027-03-31', stay: '2027-03-31' },
    },
    { ...emptyPerson('p2'), nickname: 'Anna', status: 'permanent' },
  ],
  events: [],
};
/** What the guide knows of them where it may say so. */
const PERSONAL = ['31 March 2027', 'stay with an end date', 'days left', 'Linh', 'Anna'];

describe('a household with dates, names and ticks', () => {
  let browser: Chromium;
  let page: Page;
  let guide: Locator;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', serve: overHttp });
    page = await browser.page();
    guide = page.locator('madoguchi-guide');
    await browser.inExtension(
      async ({ household, day }) => {
        await chrome.storage.local.set({ household, 'demo-today': day });
      },
      { household, day: TODAY },
    );
  });
  afterAll(() => browser?.close());

  /** Everything our parts hold: texts, attributes, choices. */
  const opened = async (address: string): Promise<string> => {
    expect((await browser.visit(page, address)).procedures[0]).toBe(procedure);
    await guide.locator('button[aria-expanded=false]').click();
    await eventually(() => guide.locator('.body').count()).toBe(1);
    return guide.evaluate((host) => host.shadowRoot!.innerHTML);
  };
  const ticked = (): Promise<number> => guide.locator('.bring input:checked').count();

  it('is told of itself over https', async () => {
    const said = await opened(url);
    for (const part of PERSONAL.filter((each) => each !== 'Linh' && each !== 'Anna')) expect(said).toContain(part);
    await guide.getByRole('checkbox', { name: 'This time for somebody else' }).press('Space');
    await eventually(() => guide.getByRole('combobox', { name: 'Who is it for?' }).textContent()).toContain('Anna');
    await guide.getByRole('checkbox', { name: 'This time for somebody else' }).press('Space');
    await guide.locator('.bring input').first().check();
    await eventually(() =>
      browser.inExtension(async () =>
        JSON.stringify((await chrome.storage.local.get('checklists'))['checklists'] ?? ''),
      ),
    ).toContain(procedure!);
    await opened(url);
    expect(await ticked()).toBe(1);
  });

  it('is nobody over http: the same guide, and nothing of the person in it', async () => {
    const said = await opened(unencrypted);
    expect(page.url()).toBe(unencrypted);
    for (const part of PERSONAL.filter((each) => each !== 'stay with an end date')) expect(said).not.toContain(part);
    expect(said).not.toContain('for you:');
    expect(await ticked()).toBe(0);
    expect(await guide.getByRole('checkbox', { name: 'This time for somebody else' }).count()).toBe(0);
    // What it is about, what to bring and what it costs is said all the same.
    expect(await guide.getByRole('list', { name: 'Bring' }).getByRole('checkbox').count()).toBeGreaterThan(3);
  });

  it('stays nobody when the household changes, and in answers to our own messages', async () => {
    await opened(unencrypted);
    const changed = { ...household, people: [{ ...household.people[0], nickname: 'Minh' }, household.people[1]] };
    await browser.inExtension((item) => chrome.storage.local.set({ household: item }), changed);
    const answers = await browser.inExtension(async (tabId) => {
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId },
        func: async () => {
          const ask = (instead: unknown) => chrome.runtime.sendMessage({ type: 'visit:open', instead, related: null });
          return JSON.stringify([await ask(null), await ask({ person: 'p2' }), await ask({ person: 'p1' })]);
        },
      });
      return String(answer?.result);
    }, browser.tabOf(page));
    expect(answers).toContain(procedure);
    for (const part of [
      ...PERSONAL.filter((each) => each !== 'stay with an end date'),
      'Minh',
      '2027-03-31',
      '"forYou":"',
    ])
      expect(answers).not.toContain(part);
  });
});
