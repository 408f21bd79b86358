/** The tools of the browser tests, tried on a toy that does on purpose what ours never does. */
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityTree, clickNode, faultsInRoot, waitForNode } from './harness/accessibility.ts';
import { eventually } from './harness/eventually.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { openFirefox, type Firefox } from './harness/firefox.ts';
import { writeToy } from './harness/toy.ts';
import { samplePage, type Served } from '../pages/pages.ts';

/** The browser API in pages of the toy. */
declare const chrome: Browser;

const served = (body: string): Served => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
});
const ROOT = 'https://www.city.mihon.example.jp/harness';
const pages = new Map([
  [`${ROOT}/moving`, served('<!doctype html><html lang="ja"><title>転入届</title><h1>転入届</h1>')],
  [`${ROOT}/library`, served('<!doctype html><html lang="ja"><title>図書館</title><h1>図書館</h1>')],
]);
const serve = (url: string): Served | undefined => pages.get(url);

describe('Chromium', () => {
  const toy = writeToy('chrome');
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({ build: { folder: toy.folder }, serve });
  });
  beforeEach(() => browser.forgetRequests());
  afterAll(async () => {
    await browser?.close();
    toy.remove();
  });

  it('waits for the conclusion about the address that a tab shows', async () => {
    const page = await browser.page(`${ROOT}/moving`);
    expect((await browser.verdictOf(page)).procedures).toEqual([{ id: 'move-in', ja: '転入届' }]);
    expect(await browser.conclusionOf(page)).toEqual({ spotter: 'recognised', procedures: ['move-in'] });
    expect(await browser.visit(page, `${ROOT}/library#top`)).toEqual({ spotter: 'silent', procedures: [] });
    await expect(browser.verdictOf(page, `${ROOT}/never`, 200)).rejects.toThrow('No verdict');
    expect(await browser.visit(page, samplePage('tonari-move-in').url)).toEqual({ spotter: 'absent', procedures: [] });
    expect(browser.requests).toEqual([]);
    await page.close();
  });

  it('sees what page, popup and worker request', async () => {
    const page = await browser.page(`${ROOT}/library`);
    await page.evaluate(() => fetch('https://page.example/1').catch(() => undefined));
    await page.evaluate(
      () => new Promise((done) => new WebSocket('wss://socket.example/1').addEventListener('error', done)),
    );
    const popup = await browser.extensionPage('popup.html');
    await popup.evaluate(() => fetch('https://popup.example/1').catch(() => undefined));
    await popup.evaluate(() => chrome.runtime.sendMessage({ plant: 'https://worker.example/1' }));
    await eventually(() => browser.requests).toEqual([
      { url: 'https://page.example/1', from: 'page' },
      { url: 'https://socket.example:443', from: 'wire' },
      { url: 'https://popup.example/1', from: 'page' },
      { url: 'https://worker.example/1', from: 'worker' },
    ]);
    await page.close();
    await popup.close();
  });

  it('kills the worker, and sees what the next one requests', async () => {
    const popup = await browser.extensionPage('popup.html');
    const started = (): Promise<number> => popup.evaluate(() => chrome.runtime.sendMessage({ started: true }));
    const before = await started();
    expect(await started()).toBe(before);
    await browser.killWorker();
    expect(await started()).toBeGreaterThan(before);
    await popup.evaluate(() => chrome.runtime.sendMessage({ plant: 'https://worker.example/2' }));
    await eventually(() => browser.requests.map(({ url }) => url)).toContain('https://worker.example/2');
    await browser.killWorker();
    expect(await started()).toBeGreaterThan(before);
    await popup.close();
  });

  it('enters open roots with axe and closed ones by the accessibility tree', async () => {
    const page = await browser.page(`${ROOT}/moving`);
    await browser.verdictOf(page);
    expect(await faultsInRoot(page, 'toy-host')).toEqual([]);
    await page.evaluate(() =>
      document.querySelector('toy-host')?.shadowRoot?.firstElementChild?.append(document.createElement('button')),
    );
    expect(await faultsInRoot(page, 'toy-host')).toEqual([expect.stringContaining('button-name')]);
    await expect(faultsInRoot(page, 'toy-closed')).rejects.toThrow('no open .madoguchi');
    const inside = await waitForNode(page, ({ name }) => name === 'Inside a closed root', 'the closed button');
    expect(inside.role).toBe('button');
    await clickNode(page, inside);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('toy-closed');
    expect((await accessibilityTree(page)).some(({ name }) => name === 'Nothing of the kind')).toBe(false);
    await page.close();
  });

  it('keeps what is stored over a restart, and grants what a person would', async () => {
    await browser.inExtension(() => chrome.storage.local.set({ kept: 1 }));
    const before = await browser.inExtension(() => chrome.permissions.getAll());
    await browser.grant(['*://www.city.tonari.example.jp/*']);
    const after = await browser.inExtension(() => chrome.permissions.getAll());
    expect(before.origins).not.toContain('*://www.city.tonari.example.jp/*');
    expect(after.origins).toContain('*://www.city.tonari.example.jp/*');
    expect(await browser.inExtension(() => chrome.storage.local.get('kept'))).toEqual({ kept: 1 });
  });
});

describe('Firefox', () => {
  const toy = writeToy('firefox');
  let browser: Firefox;
  beforeAll(async () => {
    browser = await openFirefox({ build: { folder: toy.folder }, serve });
  });
  afterAll(async () => {
    await browser?.close();
    toy.remove();
  });

  it('runs the extension on sample pages and opens its own pages', async () => {
    const page = await browser.page(`${ROOT}/moving`);
    expect(await page.waitFor<string>('document.querySelector("toy-host")?.shadowRoot?.textContent')).toBe(
      'Fault free',
    );
    const popup = await browser.extensionPage('popup.html');
    const verdicts = 'browser.storage.session.get().then((all) => Object.values(all)[0]?.procedures[0]?.id)';
    expect(await popup.waitFor<string>(verdicts)).toBe('move-in');
    expect((await page.screenshot()).subarray(1, 4).toString()).toBe('PNG');
    await expect(page.evaluate('Promise.reject(new Error("planted"))')).rejects.toThrow('planted');
    expect(browser.requests).toEqual([]);
    await page.close();
    await popup.close();
  });

  it('sees what page, popup and background request', async () => {
    const page = await browser.page(`${ROOT}/library`);
    await page.evaluate('fetch("https://page.example/1").catch(() => null)');
    const popup = await browser.extensionPage('popup.html');
    await popup.evaluate('fetch("https://popup.example/1").catch(() => null)');
    await popup.evaluate('browser.runtime.sendMessage({ plant: "https://worker.example/1" })');
    const hosts = (): string[] => [...new Set(browser.requests.map(({ url }) => new URL(url).hostname))].toSorted();
    await eventually(hosts).toEqual(['page.example', 'popup.example', 'worker.example']);
    await page.close();
    await popup.close();
  });

  it('stops an idle background page, which starts again when it is asked', async () => {
    const popup = await browser.extensionPage('popup.html');
    const started = (): Promise<number> => popup.evaluate('browser.runtime.sendMessage({ started: true })');
    const before = await started();
    await eventually(() => popup.evaluate('browser.extension.getViews().length')).toBe(1);
    expect(await started()).toBeGreaterThan(before);
  });
});
