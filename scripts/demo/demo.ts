/**
 * The demonstration: builds the extension, opens it with sample pages, and where there is no display (or pictures are
 * asked for) walks the three jobs and saves what a person would see. Run by scripts/start.mjs.
 */
import 'temporal-polyfill/global';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Browser } from 'webextension-polyfill';
import { civil, type CivilDate } from '../../lib/dates/civil-date.ts';
import { todayInJapan } from '../../lib/dates/index.ts';
import { openChromium } from '../../tests/browser/harness/chromium.ts';
import { COVERED_HOST, type Served } from '../../tests/pages/pages.ts';
import { demoHousehold, demoSettings } from './household.ts';
import { readOptions, type DemoOptions } from './options.mjs';
import { savePictures } from './pictures.ts';
import { START_HOST, START_URL, served, startPage } from './start-page.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const PICTURES = '.output/pictures';

/** Builds the demonstration for one browser; ends the process when that fails. */
function build(...args: string[]): void {
  const { status } = spawnSync('npx', ['--no-install', 'wxt', 'build', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, MADOGUCHI_BUILD: 'demo' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The build failed; npm run build says more.');
    process.exit(status ?? 1);
  }
}

function procedureTitles(): Map<string, { en: string; ja: string }> {
  const folder = resolve('data/procedures');
  const records = readdirSync(folder).map((file) => parse(readFileSync(resolve(folder, file), 'utf8')));
  return new Map(records.map((record) => [String(record.id), { en: String(record.title.en), ja: String(record.ja) }]));
}

/** Where the page that the person named is shown, and how it is answered; a real address is not answered by us. */
function namedPage(page: string | undefined): { url: string; file?: Served } | undefined {
  if (page === undefined) return undefined;
  if (/^https?:/.test(page)) return { url: new URL(page).href };
  const url = `https://${COVERED_HOST}/page/${encodeURIComponent(basename(page))}`;
  return { url, file: { status: 200, headers: { 'content-type': 'text/html' }, body: readFileSync(page) } };
}

async function show(options: DemoOptions): Promise<void> {
  const headed = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const walk = !headed || options.pictures !== undefined;
  const today: CivilDate = options.today === undefined ? todayInJapan(Date.now()).day : civil(options.today);
  const named = namedPage(options.page);
  const real = named !== undefined && named.file === undefined;
  const start = startPage(procedureTitles(), today);
  const browser = await openChromium({
    build: 'demo',
    headless: walk,
    network: real,
    grants: real ? [`*://${new URL(named.url).host}/*`] : [],
    hosts: [START_HOST],
    viewport: walk ? { width: 1120, height: 820 } : null,
    serve: (url) => (url === START_URL ? served(start) : url === named?.url ? named.file : undefined),
  });
  try {
    const stored = {
      settings: demoSettings(options.language),
      household: demoHousehold(today),
      ...(options.today !== undefined && { 'demo-today': options.today }),
    };
    if (walk) {
      const folder = resolve(options.pictures ?? PICTURES);
      const paths = await savePictures(browser, { folder, stored, page: named?.url });
      console.log(`As of ${today}, in ${options.language}:`);
      for (const path of paths) console.log(`  ${path}`);
      const outside = browser.requests.map(({ url }) => url);
      if (!real)
        console.log(`Requests to anything but sample pages: ${outside.length === 0 ? 'none' : outside.join(', ')}`);
      if (!headed)
        console.log('There is no display here, so nothing was opened; with one, npm start opens the browser.');
    } else {
      await browser.inExtension((items) => chrome.storage.local.set(items), stored);
      await browser.closeQuiet();
      await browser.page(named?.url ?? START_URL);
      console.log(`Chromium is open, as of ${today}. Close its window to end.`);
      await new Promise((done) => browser.context.once('close', done));
    }
  } finally {
    await browser.close();
  }
}

const args = process.argv.slice(2);
build();
if (args.includes('--build-only')) build('-b', 'firefox');
else await show(readOptions(args));
