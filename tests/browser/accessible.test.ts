/** Everything of ours on a page, for everybody: every state in every theme and language, large, wide and by keyboard. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyPerson } from '../../lib/household/schema.ts';
import { samplePage, type Served } from '../pages/pages.ts';
import {
  accessibilityTree,
  clickNode,
  faultsInRoot,
  spoiltInRoot,
  spokenParts,
  type TreeNode,
  waitForNode,
} from './harness/accessibility.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { BOTH_LINES, LINES_OF_MARKS } from './harness/marks.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const GUIDE = 'madoguchi-guide';
const WORD = 'madoguchi-word';
const LANGUAGES = ['en', 'ja', 'ja-easy'] as const;
const viewport = { width: 1100, height: 900 };

const { url: plainUrl } = samplePage('article-foreign-extend');
const html = readFileSync('tests/pages/article-foreign-extend.html', 'utf8');
/** A page on which nothing is recognised, with words that we explain, and a date that is still to come. */
const { url: otherUrl } = samplePage('silent-library-card');
const otherHtml = readFileSync('tests/pages/silent-library-card.html', 'utf8').replace(
  '</article>',
  '<p id="last">申込期限：令和9年2月1日</p></article>',
);
/** What the page around us is like: a style sheet of its own, or a choice of the browser. */
const THEMES = [
  { theme: 'in the light', head: '', media: {}, dark: false },
  {
    theme: 'in the dark',
    head: '<style>html, body, main { background: #121212; color: #eee; }</style>',
    media: {},
    dark: true,
  },
  {
    theme: 'under a high-contrast theme',
    head: '<link rel="stylesheet" href="/assets/black.css">',
    media: {},
    dark: true,
  },
  { theme: 'in forced colours', head: '', media: { forcedColors: 'active' }, dark: false },
] as const;

// WCAG 1.4.12.
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
/** Where our parts have to find room: the window, the page's own style, and the reader's inside our root. */
const ROOMS = [
  { room: 'in a wide window', size: viewport, head: '', css: '' },
  { room: 'at 400 % zoom', size: { width: 320, height: 256 }, head: '', css: '' },
  {
    room: 'at the edge, at 400 % zoom',
    size: { width: 320, height: 256 },
    head: '<style>#reading { height: 60px; }</style>',
    css: '',
  },
  { room: 'with wide text spacing', size: viewport, head: '', css: SPACING },
  { room: 'with wide text spacing on a phone', size: { width: 360, height: 740 }, head: '', css: SPACING },
  {
    room: 'with text twice as large',
    size: { width: 700, height: 900 },
    head: '<style>body { font-size: 200%; }</style>',
    css: '',
  },
] as const;

/** Every theme in every room; every language in each of both. */
const CASES = ROOMS.flatMap((room, i) =>
  THEMES.map((theme, j) => ({
    ...room,
    ...theme,
    head: room.head + theme.head,
    language: LANGUAGES[(i + j) % LANGUAGES.length]!,
    url: `${plainUrl}?${i}-${j}`,
  })),
);
/** The panel of words and dates is made of parts of the guide: it meets every theme and every room once. */
const PANEL_CASES = ROOMS.filter(({ room }) => !room.includes('edge')).map((room, i) => ({
  ...room,
  ...THEMES[i % THEMES.length]!,
  head: room.head + THEMES[i % THEMES.length]!.head,
  language: LANGUAGES[(2 * i) % LANGUAGES.length]!,
  url: `${otherUrl}?${i}`,
}));

const answerOf = (body: string): Served => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
});
const serve = (url: string): Served | undefined => {
  const found = [...CASES, ...PANEL_CASES].find((one) => one.url === url);
  if (!found && url !== otherUrl) return undefined;
  const page = url.startsWith(otherUrl) ? otherHtml : html;
  return answerOf(page.replace('</head>', `${found?.head ?? ''}</head>`));
};

const person = emptyPerson('p1');
const household = {
  version: 2,
  people: [
    { ...person, status: 'limited-stay', dates: { ...person.dates, card: '2027-03-01', stay: '2027-03-01' } },
    { ...emptyPerson('p2'), nickname: 'Anna', status: 'permanent' },
  ],
  events: [],
};

describe('with an open root', () => {
  let browser: Chromium;
  let page: Page;
  let guide: Locator;
  let toggle: Locator;
  beforeAll(async () => {
    browser = await openChromium({ build: 'test', serve, viewport });
    page = await browser.page();
    guide = page.locator(GUIDE);
    toggle = guide.locator('button[aria-expanded]').first();
  });
  beforeEach(async () => {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    await page.setViewportSize(viewport);
  });
  afterAll(() => browser?.close());

  const speak = (language: string): Promise<void> =>
    browser.inExtension(
      async ({ household, language }) => {
        const settings = { version: 1, language, sitesOff: [], hover: true, places: [] };
        await chrome.storage.local.clear();
        await chrome.storage.local.set({ household, settings, 'demo-today': '2026-11-26' });
      },
      { household, language },
    );
  const visit = async (url: string, language: string): Promise<void> => {
    await speak(language);
    expect((await browser.visit(page, url)).procedures).toContain('foreign-extend');
    await toggle.waitFor();
  };
  /** Visits a page on which nothing is recognised, and asks to have it explained. */
  const visitOther = async (url: string, language: string): Promise<void> => {
    await speak(language);
    expect((await browser.visit(page, url)).procedures).toEqual([]);
    expect(await explain(browser, page)).toEqual({ state: 'done' });
    await toggle.waitFor();
    await eventually(() => page.evaluate(LINES_OF_MARKS)).toEqual(BOTH_LINES);
  };
  const isOpen = () => toggle.getAttribute('aria-expanded');
  const dialog = (): Locator => page.locator(WORD).getByRole('dialog');
  /** The words of this page, then its dates. */
  const lists = (): Locator => guide.locator('details:has(> .more-body > .words)');

  type Look = (host: string, state: string, parts?: readonly string[]) => Promise<void>;
  /** The first explanation of a word, and the first of a date. */
  async function inEveryExplanation(of: Locator, look: Look): Promise<void> {
    for (const [i, state] of ['word', 'date'].entries()) {
      await of.nth(i).locator('.word-button').first().click();
      await dialog().waitFor();
      await look(WORD, state);
      await page.keyboard.press('Escape');
      await eventually(() => dialog().count()).toBe(0);
    }
  }

  /** Each state of ours, once its guide is there, and a way to look at it. */
  async function inEveryState(look: Look): Promise<void> {
    await look(GUIDE, 'closed');
    await toggle.click();
    await eventually(isOpen).toBe('true');
    await eventually(() => lists().count()).toBe(2);
    await guide.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await look(GUIDE, 'open');
    await inEveryExplanation(lists(), look);
    await guide.locator('.somebody input').check();
    await guide.locator('.somebody select').waitFor();
    await guide.locator('.wrong input').check();
    await look(GUIDE, 'for somebody else, something wrong', ['.somebody', '.wrong']);
  }

  /** Looks, with the reader's own style in our root, and collects what is wrong. */
  const lookFor = (faults: string[], css: string): Look => {
    return async (host, state, parts = ['.madoguchi']) => {
      await page.locator(host).evaluate((one, css) => {
        const root = one.shadowRoot!;
        const style = root.querySelector('style') ?? root.appendChild(document.createElement('style'));
        style.textContent = `${css} .sources li:nth-child(n + 4) { display: none; }`; // of dozens that are alike, three
      }, css);
      const found = await spoiltInRoot(page, host);
      for (const part of parts) found.push(...(await faultsInRoot(page, host, part)));
      faults.push(...found.map((fault) => `${state}: ${fault}`));
    };
  };

  it.each(CASES)(
    'is without fault $theme, $room, in $language',
    // axe over every reading of the open guide takes half a minute where eight others want the same two cores.
    { timeout: 180_000 },
    async ({ url, size, media, css, dark, language, room }) => {
      await page.emulateMedia(media);
      await page.setViewportSize(size);
      await visit(url, language);
      expect(await guide.locator('.madoguchi').getAttribute('data-theme')).toBe(dark ? 'dark' : 'light');
      expect(await guide.locator('.edge').count()).toBe(room.includes('edge') ? 1 : 0);
      const faults: string[] = [];
      await inEveryState(lookFor(faults, css));
      expect(faults).toEqual([]);
    },
  );

  it.each(PANEL_CASES)(
    'has words and dates without fault where there is no guide, $theme, $room, in $language',
    async ({ url, size, media, css, dark, language }) => {
      await page.emulateMedia(media);
      await page.setViewportSize(size);
      await visitOther(url, language);
      expect(await guide.locator('.madoguchi').getAttribute('data-theme')).toBe(dark ? 'dark' : 'light');
      const faults: string[] = [];
      const look = lookFor(faults, css);
      await eventually(() => guide.locator('.edge').count()).toBe(1);
      await look(GUIDE, 'closed');
      await toggle.click();
      const both = guide.locator('.body > .words');
      await eventually(() => both.count()).toBe(2);
      await look(GUIDE, 'open');
      await inEveryExplanation(both, look);
      expect(faults).toEqual([]);
    },
  );

  it('would notice what is cut off, sticks out and lies over other text', async () => {
    await visit(plainUrl, 'en');
    await guide.evaluate((one) => {
      const frame = one.shadowRoot!.querySelector('.card')!;
      const add = (style: string, text: string): void => {
        frame.append(Object.assign(document.createElement('p'), { style, textContent: text }));
      };
      add('width: 20px; overflow: hidden; white-space: nowrap', 'cut off here');
      add('margin-left: 90%; white-space: nowrap', 'it sticks out on the right side of the card, as anybody sees');
      add('', 'below');
      add('margin-top: -25px', 'above');
    });
    const found = (await spoiltInRoot(page, GUIDE)).join('\n');
    for (const part of ['cut off in p', 'sticks out: it', '"below" over "above"']) expect(found).toContain(part);
  });

  /** What has the focus: in our guide, in our explanation, or in the page. */
  const focus = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      const inner = activeElement?.shadowRoot?.activeElement ?? null;
      const ringed = inner?.closest('.segment') ?? inner;
      const ring = ringed ? getComputedStyle(ringed) : null;
      return {
        in: activeElement?.localName ?? '',
        name: inner ? `${inner.localName} ${(inner.getAttribute('aria-label') ?? inner.textContent ?? '').trim()}` : '',
        ringed: ring !== null && ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 2,
        drawn: (inner?.getBoundingClientRect().height ?? 0) > 0,
      };
    });

  it('is walked through by Tab from end to end, every stop is seen, and the page goes on behind it', async () => {
    await visit(plainUrl, 'en');
    await toggle.click();
    await eventually(() => lists().count()).toBe(2);
    await guide.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    const focusable = await guide.evaluate(
      (one) =>
        [...one.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea')].filter(
          // Of a group of choices, one is a stop.
          (each) => !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked),
        ).length,
    );
    await page.locator('.print a').focus();
    const stops: Awaited<ReturnType<typeof focus>>[] = [];
    for (let i = 0; i <= focusable; i += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focus());
    }
    const [behind] = stops.slice(-1);
    const ours = stops.slice(0, -1);
    expect(focusable).toBeGreaterThan(25);
    expect(ours.filter((stop) => stop.in !== GUIDE || !stop.drawn || !stop.ringed)).toEqual([]);
    expect(behind!.in).toBe('a');
    await page.keyboard.press('Shift+Tab');
    expect((await focus()).name).toBe(ours.at(-1)!.name);
  });

  it('is used from beginning to end by keyboard alone, and focus is never lost', async () => {
    await visit(plainUrl, 'en');
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    /** Tabs on to a part of ours; it must come within as many stops as the guide has. */
    const tabTo = async (part: Locator, back = false): Promise<void> => {
      const isThere = (): Promise<boolean> =>
        part.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one);
      for (let i = 0; i < 60; i += 1) {
        if (await isThere()) return;
        await press(back ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`Tab does not come to ${part.toString()}`);
    };
    await page.locator('.print a').focus();
    await tabTo(toggle);
    await press('Enter');
    await eventually(isOpen).toBe('true');
    expect((await focus()).name).toContain('Close');

    const somebody = guide.locator('.somebody input');
    await tabTo(somebody);
    await press('Space');
    await guide.locator('.somebody select').waitFor();
    expect((await focus()).name).toContain('input');
    await press('Space');
    await eventually(() => guide.locator('.somebody select').count()).toBe(0);

    const tick = guide.locator('.bring input').first();
    await tabTo(tick);
    await press('Space');
    expect(await tick.isChecked()).toBe(true);

    await eventually(() => lists().count()).toBe(2);
    for (const i of [0, 1]) {
      await tabTo(lists().nth(i).locator('summary'));
      await press('Enter');
      await press('Tab');
      const before = await focus();
      await press('Enter');
      await dialog().waitFor();
      expect((await focus()).in).toBe(WORD);
      await press('Tab');
      expect((await focus()).name).toContain('button');
      await press('Enter');
      await eventually(() => dialog().count()).toBe(0);
      expect((await focus()).name).toBe(before.name);
    }

    await tabTo(guide.locator('.wrong summary'));
    await press('Enter');
    await tabTo(guide.locator('.wrong input'));
    await press('Space');
    expect(await guide.locator('textarea').inputValue()).toContain(plainUrl);

    const language = guide.locator('.tools select');
    await tabTo(language, true);
    await press('ArrowDown');
    await eventually(() => guide.getAttribute('lang')).toBe('ja');
    expect((await focus()).name).toMatch(/^select/);
    await press('Escape');
    await eventually(isOpen).toBe('false');
    expect((await focus()).in).toBe(GUIDE);
    await press('Tab');
    expect((await focus()).in).not.toBe(GUIDE);
  });

  it('is used from beginning to end by keyboard alone where there is no guide', async () => {
    await visitOther(otherUrl, 'en');
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    await page.locator('footer').evaluate((one) => {
      one.tabIndex = -1;
      one.focus();
    });
    await press('Tab');
    expect(await focus()).toMatchObject({ in: GUIDE, ringed: true, drawn: true });
    expect((await focus()).name).toMatch(/\d words on this page$/);
    await press('Enter');
    await eventually(isOpen).toBe('true');
    expect((await focus()).name).toContain('Close');

    const buttons = guide.locator('.word-button');
    const names = await buttons.allTextContents();
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) {
      await press('Tab');
      expect(await focus()).toMatchObject({ in: GUIDE, name: `button ${name}`, ringed: true, drawn: true });
    }
    // The last one is the date that is still to come: its explanation, a reminder of it, and back.
    await press('Enter');
    await dialog().waitFor();
    expect((await focus()).in).toBe(WORD);
    await press('Tab');
    await press('Tab');
    expect((await focus()).name).toMatch(/^button Remind me/);
    await press('Space');
    await eventually(() => dialog().getByRole('status').textContent()).toContain('✓');
    expect(await focus()).toMatchObject({ in: WORD, ringed: true });
    await press('Escape');
    await eventually(() => dialog().count()).toBe(0);
    expect((await focus()).name).toBe(`button ${names.at(-1)}`);

    await press('Shift+Tab');
    const before = await focus();
    await press('Enter');
    await dialog().waitFor();
    await press('Tab');
    expect((await focus()).name).toMatch(/^button Close/);
    await press('Enter');
    await eventually(() => dialog().count()).toBe(0);
    expect((await focus()).name).toBe(before.name);

    await press('Escape');
    await eventually(isOpen).toBe('false');
    expect(await focus()).toMatchObject({ in: GUIDE, drawn: true });
    expect((await focus()).name).toMatch(/words on this page$/);
    await press('Tab');
    expect((await focus()).in).not.toBe(GUIDE);
  });

  it('moves nothing by itself', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await visit(plainUrl, 'en');
    await toggle.click();
    const moving = () =>
      guide.evaluate((one) => one.shadowRoot!.getAnimations().length + document.getAnimations().length);
    expect(await moving()).toBe(0);
    await eventually(() => lists().count()).toBe(2);
    expect(await moving()).toBe(0);
  });
});

/** Asks the worker to explain the page, as the popup does. */
const explain = (browser: Chromium, page: Page): Promise<unknown> =>
  browser.inExtension((tabId) => chrome.runtime.sendMessage({ type: 'page:explain', tabId }), browser.tabOf(page));

describe('as it is released', () => {
  // A page of the kind that a person meets, on a host where the released version works.
  const url = 'https://www.kojinbango-card.go.jp/tetsuzuki/1002345.html';
  const other = 'https://www.kojinbango-card.go.jp/tetsuzuki/1002346.html';
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium({
      build: 'release',
      viewport,
      hosts: ['www.kojinbango-card.go.jp'],
      serve: (address) =>
        new Map([
          [url, answerOf(html)],
          [other, answerOf(otherHtml)],
        ]).get(address),
    });
  });
  afterAll(() => browser?.close());

  const speak = (language: string): Promise<void> =>
    browser.inExtension(async (language) => {
      const settings = { version: 1, language, sitesOff: [], hover: true, places: [] };
      await chrome.storage.local.set({ settings });
    }, language);
  /** Every control of the guide has a name, and every text is in the language that it is said to be in. */
  async function expectSpoken(page: Page, language: string, least: { controls: number; texts: number }): Promise<void> {
    const parts = await spokenParts(page, GUIDE);
    const controls = parts.filter(({ role }) =>
      /^(?:button|checkbox|radio|combobox|link|DisclosureTriangle)$/.test(role),
    );
    expect(controls.length).toBeGreaterThan(least.controls);
    expect(controls.filter(({ name }) => name === '')).toEqual([]);
    const texts = parts.filter(({ role }) => role === 'StaticText');
    expect(texts.length).toBeGreaterThan(least.texts);
    const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    expect(texts.filter(({ name, lang }) => japanese.test(name) && !lang.startsWith('ja'))).toEqual([]);
    if (language === 'en') expect(texts.filter(({ name, lang }) => /[a-z]{2}/.test(name) && lang !== 'en')).toEqual([]);
  }

  it.each(LANGUAGES)('every part has a name and is spoken in its language, in %s', async (language) => {
    await speak(language);
    const page = await browser.page(url);
    expect((await browser.conclusionOf(page)).procedures).toContain('foreign-extend');
    const ofGuide = (role: string, name: RegExp) =>
      waitForNode(page, (node) => node.role === role && name.test(node.name), `${role} ${name}`);
    await clickNode(page, await ofGuide('button', /: .*(?:Madoguchi|窓口|まどぐち)/i));
    await ofGuide('checkbox', /./);
    await expectSpoken(page, language, { controls: 8, texts: 40 });

    // The page stays Japanese, and says nothing twice.
    const names = (await accessibilityTree(page)).filter(({ role }) => role === 'region').map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
    await page.close();
  });

  it.each(LANGUAGES)('so has every word and date of a page without a guide, in %s', async (language) => {
    await speak(language);
    const page = await browser.page(other);
    await explain(browser, page);
    const isEdge = ({ role, properties }: TreeNode) => role === 'button' && properties['expanded'] === false;
    await clickNode(page, await waitForNode(page, isEdge, 'the button at the edge'));
    // Beside the button that closes it: words, then dates, the second of which is still to come.
    await waitForNode(page, ({ role, name }) => role === 'button' && /令和9年/.test(name), 'the last date');
    await expectSpoken(page, language, { controls: 4, texts: 8 });
    await page.close();
  });
});
