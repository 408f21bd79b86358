/** Messages at the worker's door: strangers are ignored, ours are checked, and only a page's top frame is asked. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePage, type Served } from '../pages/pages.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { recordWorkers } from './harness/console.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const { url } = samplePage('article-foreign-extend');
const FRAMES = 'https://www.city.mihon.example.jp/frames';
const frames: Served = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(
    `<!doctype html><html lang="ja"><title>図書館</title><h1>図書館</h1><iframe src="${url}"></iframe>`,
  ),
};

describe('messages', () => {
  let browser: Chromium;
  let page: Page;
  let lines: readonly string[];
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', serve: (address) => (address === FRAMES ? frames : undefined) });
    lines = recordWorkers(browser.context);
    page = await browser.page(url);
    expect((await browser.conclusionOf(page)).spotter).toBe('recognised');
  });
  afterAll(() => browser?.close());

  /** Sends from our own world of a tab: from its top frame, or from the frames below. Gives each answer as JSON. */
  const send = (from: Page, message: object, where: 'top' | 'below' = 'top'): Promise<string[]> =>
    browser.inExtension(
      async ({ tabId, message, where }) => {
        const results = await chrome.scripting.executeScript({
          target: { tabId, allFrames: true },
          args: [message, where],
          func: async (message: unknown, where: unknown) => {
            if ((self === top) !== (where === 'top')) return undefined;
            // No answer at all and an empty one are told apart.
            return JSON.stringify({ answer: await chrome.runtime.sendMessage(message) });
          },
        });
        return results.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
      },
      { tabId: browser.tabOf(from), message, where },
    );
  const stored = (): Promise<unknown> =>
    browser.inExtension(async () => [await chrome.storage.local.get(), await chrome.storage.session.get()]);
  const NO_ANSWER = ['{}'];
  const tick = { type: 'guide:tick', procedure: 'foreign-extend', who: 'self', item: 'card', on: true };

  it('of our own kind are answered', async () => {
    expect(await send(page, { type: 'visit:words', ids: [] })).toEqual(['{"answer":[]}']);
    const before = await stored();
    expect(await send(page, tick)).toEqual(['{"answer":null}']);
    expect(await stored()).not.toEqual(before); // so what follows would be seen
  });

  it.each([{ type: 'nobody' }, { type: 'guide:ticks' }, {}, { type: 1 }, { type: 'page:explain', tabId: 1 }])(
    'of another kind are ignored: %o',
    async (message) => {
      const before = await stored();
      expect(await send(page, message)).toEqual(NO_ANSWER);
      // The next one is logged, so anything about this one would stand before it.
      const already = lines.length;
      await send(page, { type: 'page:left', planted: true });
      await eventually(() => lines.length).toBe(already + 1);
      expect(await stored()).toEqual(before);
    },
  );

  it.each([
    { ...tick, who: 'nobody' },
    { ...tick, extra: true },
    { type: 'page:seen' },
    { type: 'visit:words', ids: ['<img>'] },
    { type: 'guide:language', language: 'EN US' },
    { type: 'guide:remind', deadline: 'p1/card-renewal/2030-01-01' },
  ])('with a bad body are one line in the log, and change nothing: %o', async (message) => {
    const before = await stored();
    const already = lines.length;
    expect(await send(page, message)).toEqual(NO_ANSWER);
    await eventually(() => lines.length).toBe(already + 1);
    expect(lines.at(-1)).toContain('bad body');
    expect(await stored()).toEqual(before);
  });

  it('from a frame below the page are ignored', async () => {
    const outer = await browser.page(FRAMES);
    expect((await browser.conclusionOf(outer)).spotter).toBe('silent');
    const before = await stored();
    expect(await send(outer, tick, 'below')).toEqual(NO_ANSWER);
    expect(await send(outer, { type: 'site:off' }, 'below')).toEqual(NO_ANSWER);
    expect(await send(outer, { type: 'visit:words', ids: [] }, 'below')).toEqual(NO_ANSWER);
    expect(await send(outer, { type: 'visit:words', ids: [] }, 'top')).toEqual(['{"answer":[]}']);
    expect(await stored()).toEqual(before);
    await outer.close();
  });

  it('from our own pages are not taken for those of a page', async () => {
    const before = await stored();
    const answer = await browser.inExtension(
      async (message) => JSON.stringify({ answer: await chrome.runtime.sendMessage(message) }),
      { type: 'site:off' },
    );
    expect(answer).toBe('{}');
    expect(await stored()).toEqual(before);
  });

  it('cannot come from the page itself', async () => {
    expect(await browser.inExtension(() => 'externally_connectable' in chrome.runtime.getManifest())).toBe(false);
    expect(
      await page.evaluate(() => 'runtime' in ((Reflect.get(globalThis, 'chrome') as object | undefined) ?? {})),
    ).toBe(false);
  });
});
