/** The same source in a real Firefox: guide, own pages, and a reminder after the background page was stopped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { household } from '../fixtures/people.ts';
import { COVERED_HOST, samplePage } from '../pages/pages.ts';
import { eventually } from './harness/eventually.ts';
import { BOTH_LINES, LINES_OF_MARKS } from './harness/marks.ts';
import { openFirefox, type Firefox, type FirefoxPage } from './harness/firefox.ts';

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ build: 'test' });
  });
  afterAll(() => firefox?.close());

  const root = 'document.querySelector("madoguchi-guide")?.shadowRoot';

  it('puts the guide under the heading, opens it, and underlines words and dates', async () => {
    const page = await firefox.page(samplePage('article-foreign-extend').url);
    await page.clickOn(`${root}?.querySelector('button[aria-expanded=false]')`);
    expect(await page.waitFor<string>(`${root}?.querySelector('[aria-expanded=true]')?.textContent`)).toContain(
      'Close',
    );
    expect(await page.waitFor<number>('CSS.highlights.size || null')).toBe(2);
    expect(await page.evaluate(LINES_OF_MARKS)).toEqual(BOTH_LINES);
    await page.close();
  });

  it('explains a page when asked: its words and dates, or the parts of a page of frames', async () => {
    const own = await firefox.extensionPage('manifest.json');
    const explain = (url: string): Promise<unknown> =>
      own.evaluate(`browser.tabs.query({ url: ${JSON.stringify(url)} }).then(([{ id: tabId }]) =>
        browser.runtime.sendMessage({ type: 'page:explain', tabId }))`);
    const library = samplePage('silent-library-card').url;
    const page = await firefox.page(library);
    expect(await explain(library)).toEqual({ state: 'done' });
    await page.waitFor(`/words on this page/.test(${root}?.textContent)`);
    expect(await page.waitFor<number>('CSS.highlights.size || null')).toBe(2);
    const frames = samplePage('frameset-council').url;
    await page.goto(frames);
    expect(await explain(frames)).toEqual({
      state: 'frames',
      parts: [
        { url: samplePage('frameset-council-index').url, title: '会議録 目次' },
        { url: samplePage('frameset-council-text').url, title: '令和8年第2回定例会 会議録' },
      ],
    });
    await page.close();
    await own.close();
  });

  /** The page without our parts, as a string, and what of us is painted on it. */
  const document = `JSON.stringify([
    document.documentElement.outerHTML.replace(/<(madoguchi-\\w+)[^>]*><\\/\\1>/g, ''),
    CSS.highlights.size,
    document.adoptedStyleSheets.length,
  ])`;
  const switchOff = async (sitesOff: string[]): Promise<void> => {
    const own = await firefox.extensionPage('manifest.json');
    const settings = { version: 1, language: 'en', sitesOff, hover: true, places: [] };
    await own.evaluate(`browser.storage.local.set(${JSON.stringify({ settings })})`);
    await own.close();
  };

  it.each(['banner-cert-renew', 'date-first-move-in', 'strict-policy-card-renew', 'whole-form-pin-reset'])(
    'stands where it should, and leaves the page as it was: %s',
    async (name) => {
      const { url, guide } = samplePage(name);
      await switchOff([COVERED_HOST]);
      const page = await firefox.page(url);
      const untouched = await page.evaluate<string>(document);
      await switchOff([]);
      await page.goto(url);
      const host = await page.waitFor<{ parent: string; stands: boolean }>(`(() => {
        const host = document.querySelector('madoguchi-guide');
        const before = host?.previousElementSibling;
        return host?.shadowRoot.querySelector('button') && CSS.highlights.size > 0
          ? { parent: host.parentElement.localName, stands: before?.matches(${JSON.stringify(guide)}) === true }
          : null;
      })()`);
      expect(guide === 'edge' ? host.parent === 'html' : host.stands).toBe(true);
      await switchOff([COVERED_HOST]);
      await page.waitFor("document.querySelector('madoguchi-guide') === null");
      expect(await page.evaluate<string>(document)).toBe(untouched);
      await switchOff([]);
      await page.close();
    },
  );

  it('explains a word by keyboard, on a page that is one form, and sends nothing of it', async () => {
    const { url } = samplePage('whole-form-pin-reset');
    const page = await firefox.page(url);
    await page.waitFor(`${root}?.querySelector('button[aria-expanded=false]') && CSS.highlights.size > 0`);
    await page.evaluate(`(() => {
      globalThis.heard = [];
      for (const type of ['submit', 'click', 'keydown', 'keyup'])
        document.addEventListener(type, (event) => (type === 'submit' || event.target.localName.startsWith('madoguchi-')) && heard.push(type));
    })()`);
    const focused = `${root}.activeElement`;
    await page.evaluate(`${root}.querySelector('button[aria-expanded]').focus()`);
    await page.press('Enter');
    await page.waitFor(`${root}.querySelector('.word-button') !== null`);
    await page.evaluate(`${root}.querySelector('details:has(.word-button) > summary').focus()`);
    await page.press('Enter');
    await page.press('Tab');
    expect(await page.evaluate<string>(`${focused}.className`)).toBe('word-button');
    await page.press('Enter');
    const word = "document.querySelector('madoguchi-word')";
    expect(await page.waitFor<string>(`${word}?.shadowRoot.activeElement?.getAttribute('role')`)).toBe('dialog');
    await page.press('Escape');
    await page.waitFor(`${word} === null`);
    expect(await page.evaluate<string>(`${focused}?.className ?? null`)).toBe('word-button');
    await page.press('Escape');
    await page.waitFor(`${root}.querySelector('button[aria-expanded=false]') !== null`);
    expect(await page.evaluate<string[]>('heard')).toEqual([]);
    expect(await page.evaluate<string>('location.href')).toBe(url);
    await page.close();
  });

  it('keeps silent on a page that is about something else', async () => {
    const { url } = samplePage('silent-menus');
    const own = await firefox.extensionPage('manifest.json');
    const page = await firefox.page(url);
    // The spotter's own word, read in its world: that nothing appears is asserted after it.
    const spotted = `browser.tabs.query({ url: ${JSON.stringify(url)} })
      .then(([tab]) => browser.scripting.executeScript({ target: { tabId: tab.id }, func: () => globalThis.madoguchi?.verdict ?? null }))
      .then(([{ result }]) => (result === 'reading' ? null : result))`;
    expect(await own.waitFor<string>(spotted)).toBe('silent');
    expect(await page.evaluate<number>('document.querySelectorAll("madoguchi-guide").length')).toBe(0);
    await page.close();
    await own.close();
  });

  it('opens its own pages', async () => {
    for (const path of ['popup.html', 'desk.html', 'welcome.html', 'sheet.html#move-in']) {
      const page = await firefox.extensionPage(path);
      expect(await page.waitFor<string>('document.querySelector("h1, h2")?.textContent || null')).not.toBe('');
      await page.close();
    }
  });

  it('records a reminder after the background page was stopped', async () => {
    const page = await firefox.extensionPage('popup.html');
    const stopped = "!browser.extension.getViews().some((view) => view.location.pathname.includes('background'))";
    await page.waitFor(stopped, 20_000);
    const household = {
      version: 1,
      people: [
        {
          id: 'p1',
          nickname: '',
          status: 'limited-stay',
          situations: [],
          dates: { birth: null, card: '2030-03-28', certificate: null, stay: null, moved: null },
        },
      ],
    };
    await page.evaluate(`browser.storage.local.set(${JSON.stringify({ 'demo-today': '2030-03-04', household })})`);
    const shown =
      'browser.storage.local.get("deliveries").then(({ deliveries }) => Object.values(deliveries?.notices ?? {}).filter((one) => one.shown && !one.acknowledged).length || null)';
    expect(await page.waitFor<number>(shown, 20_000)).toBe(1);
    await page.close();
  });

  it('saves a calendar file from the desk', async () => {
    const desk = await firefox.extensionPage('desk.html#dates');
    await desk.waitFor(`(() => {
      const button = document.querySelector('button[aria-label^="Calendar file: "]');
      button?.click();
      return button && true;
    })()`);
    const saved = () => {
      const [file] = existsSync(firefox.downloads) ? readdirSync(firefox.downloads) : [];
      return file?.endsWith('.ics') ? readFileSync(join(firefox.downloads, file), 'utf8') : file;
    };
    await eventually(() => saved() ?? 'nothing yet').toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    await desk.close();
  });

  it('asks for nothing but sample pages and packaged files', () => {
    expect(firefox.requests).toEqual([]);
  });
});

/**
 * Never miss a date, where background pages are stopped and browsers closed. Real: both of these, storage, alarms and
 * badge; not the day, and a Firefox without a screen keeps no notification.
 */
describe('Firefox, stopped and closed', () => {
  let firefox: Firefox;
  let page: FirefoxPage;
  beforeAll(async () => {
    firefox = await openFirefox({ build: 'test', permanent: true });
    page = await firefox.extensionPage('manifest.json');
  });
  afterAll(() => firefox?.close());

  const people = household({ status: 'limited-stay', card: '2030-03-28' });
  const set = (items: object): Promise<unknown> => page.evaluate(`browser.storage.local.set(${JSON.stringify(items)})`);
  const stopped = () =>
    page.waitFor("!browser.extension.getViews().some((view) => view.location.pathname.includes('background'))", 20_000);
  const rungs = (): Promise<string[]> =>
    page.evaluate(`browser.storage.local.get('deliveries').then(({ deliveries }) =>
      Object.values(deliveries?.notices ?? {}).filter((one) => one.shown && !one.acknowledged).map(({ rung }) => rung).sort())`);
  const badge = () => page.evaluate('browser.action.getBadgeText({})');
  const alarms = () => page.evaluate('browser.alarms.getAll().then((all) => all.length)');

  it('a notice that falls due while the background page is stopped comes by the alarm that starts it', async () => {
    await set({ 'demo-today': '2030-03-04', household: people });
    await eventually(rungs).toEqual(['d30']);
    await stopped();
    await set({ 'demo-today': '2030-03-15' });
    // The worker's own alarm lies years ahead of this machine's clock: it is brought forward.
    await page.evaluate("browser.alarms.create('reminders', { when: Date.now() + 100 })");
    await eventually(rungs).toEqual(['d14', 'd30']);
    expect(await badge()).toBe('1');
    expect(await alarms()).toBe(1);
  });

  it(
    'a notice that falls due while the browser is closed comes at its next start, with badge and alarm',
    { timeout: 180_000 },
    async () => {
      await set({ 'demo-today': '2030-03-22' });
      await firefox.restart();
      page = await firefox.extensionPage('manifest.json');
      await eventually(rungs).toEqual(['d14', 'd30', 'd7']);
      await eventually(badge).toBe('1');
      await eventually(alarms).toBe(1);
    },
  );

  it('nothing comes anew when it is opened again on the same day', { timeout: 180_000 }, async () => {
    const before = await page.evaluate("browser.storage.local.get('deliveries')");
    await firefox.restart();
    page = await firefox.extensionPage('manifest.json');
    await eventually(badge).toBe('1');
    await eventually(alarms).toBe(1);
    expect(await page.evaluate("browser.storage.local.get('deliveries')")).toEqual(before);
    expect(firefox.requests).toEqual([]);
  });
});
