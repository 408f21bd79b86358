/**
 * `npm run gallery`: pictures of the guide and of an explanation on eight families of pages, light and dark, on a phone
 * and on a desk, in English and easy Japanese, to be looked at after every change of what people see. Each family also
 * gets one sheet with all of its pictures. Needs the demonstration build, which it makes.
 */
import 'temporal-polyfill/global';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { todayInJapan } from '../lib/dates/index.ts';
import { clickNode, waitForNode, type TreeNode } from '../tests/browser/harness/accessibility.ts';
import { openChromium, type Chromium } from '../tests/browser/harness/chromium.ts';
import { marksOf, type MarkPlace } from '../tests/browser/harness/marks.ts';
import { samplePage } from '../tests/pages/pages.ts';
import { demoHousehold, demoSettings } from './demo/household.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

/** One sample page of each family of real sites (docs and tests/pages/README.md tell them apart). */
const FAMILIES = [
  'article-foreign-extend',
  'banner-cert-renew',
  'date-first-move-in',
  'site-name-first-card-renew',
  'whole-form-pin-reset',
  'builder-move-in',
  'two-headings-pin-reset',
  'dark-pin-reset',
];
const LANGUAGES = ['en', 'ja-easy'];
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 1280];
/** Taller than this no guide is of use in one look; the sheet shows the rest by scrolling the picture. */
const MAX_HEIGHT = 3600;

const isToggle = ({ role, properties }: TreeNode): boolean => role === 'button' && 'expanded' in properties;
const isOpen = (node: TreeNode): boolean => isToggle(node) && node.properties['expanded'] === true;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.output/gallery' },
    only: { type: 'string', default: FAMILIES.join(',') },
  },
});
const families = values.only.split(',');
const unknown = families.filter((name) => !FAMILIES.includes(name));
if (unknown.length > 0) {
  console.error(`--only ${unknown.join(',')}: no such family; there are ${FAMILIES.join(', ')}`);
  process.exit(2);
}
const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });

const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, MADOGUCHI_BUILD: 'demo' },
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);

type Look = { language: string; scheme: (typeof SCHEMES)[number]; width: number };
const looks: readonly Look[] = LANGUAGES.flatMap((language) =>
  SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ language, scheme, width }))),
);

/** What the colour buttons of real sites do: the guide follows the page, not the device. Runs in the page. */
function turnDark(): void {
  addEventListener('DOMContentLoaded', () => {
    const sheet = document.createElement('style');
    sheet.textContent =
      '*, *::before, *::after { background-color: #151515 !important; color: #fff !important; border-color: #666 !important; } a { color: #ffe600 !important; }';
    document.head.append(sheet);
  });
}

/** The last underlined word in the window that a click explains: inside a link the click belongs to the page. */
async function clickableWord(page: Page): Promise<MarkPlace | undefined> {
  for (const place of (await marksOf(page)).toReversed()) {
    const free = await page.evaluate(({ x, y }) => {
      const element = document.elementFromPoint(x, y); // none: beside the window, on pages that are wider than it
      return element !== null && !element.closest('a, button, label, summary, madoguchi-guide');
    }, place);
    if (free) return place;
  }
  return undefined;
}

/** The page at rest, then with a word explained, then with the guide open; gives the names of the pictures. */
async function picture(browser: Chromium, family: string, { language, scheme, width }: Look): Promise<string[]> {
  const names: string[] = [];
  const save = async (page: Page, what: string): Promise<void> => {
    const name = `${family}.${what}.${language}.${scheme}.${width}.png`;
    await page.screenshot({ path: join(folder, name) });
    names.push(name);
  };
  const height = width < 600 ? 740 : 820;
  const page = await browser.page(samplePage(family).url);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  if (scheme === 'dark') await page.addInitScript(turnDark);
  await page.reload();
  await browser.conclusionOf(page);
  const toggle = await waitForNode(page, isToggle, 'the guide');
  await save(page, 'closed');

  // Under the guide's line, so that the picture has both.
  await page.evaluate(() => document.querySelector('madoguchi-guide')?.scrollIntoView({ block: 'start' }));
  const word = await clickableWord(page);
  if (!word) throw new Error(`${family}: no word is underlined in the window`);
  await page.mouse.click(word.x, word.y);
  await waitForNode(page, ({ role }) => role === 'dialog', 'the explanation of a word');
  await save(page, 'word');
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);

  await clickNode(page, toggle);
  await waitForNode(page, isOpen, 'the open guide');
  await page.mouse.move(2, 2);
  const box = await page.locator('madoguchi-guide').boundingBox();
  const bottom = box ? (await page.evaluate(() => scrollY)) + box.y + box.height + 80 : 1600;
  await page.setViewportSize({ width, height: Math.min(MAX_HEIGHT, Math.max(height, Math.ceil(bottom))) });
  await page.evaluate(() => scrollTo(0, 0));
  await save(page, 'open');
  await page.close();
  return names;
}

/** All pictures of one family beside each other. */
function sheet(family: string, names: readonly string[]): void {
  const figures = names.map(
    (name) =>
      `<figure><img src="${name}" style="width:${name.includes('.360.') ? 240 : 520}px"><figcaption>${name}</figcaption></figure>`,
  );
  const path = join(folder, `${family}.html`);
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>${family}</title>
<style>body{margin:16px;font:12px system-ui;background:#888}div{display:flex;flex-wrap:wrap;gap:12px;align-items:start}figure{margin:0}img{display:block}</style>
<h1>${family}</h1><div>${figures.join('\n')}</div>\n`,
  );
}

const today = todayInJapan(Date.now()).day;
const browser = await openChromium({ build: 'demo', viewport: { width: 1280, height: 820 } });
try {
  for (const family of families) {
    const names: string[] = [];
    for (const look of looks) {
      await browser.inExtension((items) => chrome.storage.local.set(items), {
        settings: demoSettings(look.language),
        household: demoHousehold(today),
      });
      names.push(...(await picture(browser, family, look)));
    }
    sheet(family, names);
    console.log(`${join(values.out, `${family}.html`)}: ${names.length} pictures`);
  }
} finally {
  await browser.close();
}
