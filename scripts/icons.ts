/**
 * Draws the icons: 窓 in white on the purple of the look. A word, and no crest or mascot. Run by hand when the look
 * changes (`node scripts/icons.ts`); needs a Chromium and a Japanese font, and is no part of a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, runsAsRoot } from './browsers.mjs';

const KEY = '#5109ad';
const FOLDER = join(import.meta.dirname, '../public/icon');

/** `middle` puts the word's ink, not its box, in the middle. */
const SIZES = [
  { size: 16, inset: 0, radius: 3, word: 14, middle: 7.2 },
  { size: 32, inset: 0, radius: 6, word: 25, middle: 15.5 },
  { size: 48, inset: 0, radius: 9, word: 36, middle: 23.5 },
  { size: 128, inset: 8, radius: 24, word: 82, middle: 63 },
];

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium found; set CHROMIUM to its path');
const browser = await chromium.launch({ executablePath, args: runsAsRoot() ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
mkdirSync(FOLDER, { recursive: true });
for (const { size, inset, radius, word, middle } of SIZES) {
  const side = size - 2 * inset;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<!doctype html><style>html,body{margin:0;background:transparent}svg{display:block}</style>
    <svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" lang="ja">
      <rect x="${inset}" y="${inset}" width="${side}" height="${side}" rx="${radius}" fill="${KEY}"/>
      <text x="50%" y="${middle}" text-anchor="middle" dominant-baseline="central" fill="#fff" font-size="${word}" font-weight="700"
        font-family="'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic UI',sans-serif">窓</text>
    </svg>`);
  await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
}
await browser.close();
