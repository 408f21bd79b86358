/** What the extension adds to every start of the browser. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { findChromium, runsAsRoot } from '../../scripts/browsers.mjs';
import { allPatterns } from '../../lib/sites/patterns.ts';
import { registerRecords } from '../../scripts/data/register.ts';
import { buildFolder, openChromium } from '../browser/harness/chromium.ts';
import { interleaved, type Benchmark, type Circumstances, type Row } from './benchmark.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

const ONE_MUNICIPALITY = ['*://www.city.sapporo.jp/*'];
/** What the welcome page asks for as "all public bodies": exact hosts. */
const EVERYTHING = allPatterns(registerRecords(false));
const EVERYTHING_MS = 50;
/** A start takes little time, and differs more from the next one than anything else here. */
const STARTS = 3;
/** "Nothing" in milliseconds: less than starts of the same browser differ among each other. */
const NOTHING_MS = 15;

export const start: Benchmark = {
  name: 'start',
  says:
    'Wall clock from starting the process until the first page has asked for its picture; no driver is connected. ' +
    'Every extension is loaded from a folder at each start, as no real one is; so the budgets count from a start with ' +
    'an extension that is a manifest and nothing else, quickest against quickest. Released build, on a profile that ' +
    'has run it before.',
  async run(circumstances) {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-start-'));
    try {
      const empty = join(folder, 'empty');
      mkdirSync(empty);
      writeFileSync(join(empty, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Empty', version: '1' }));
      const profile = (name: string): string => join(folder, `profile-${name}`);
      await prepare(profile('installed'), []);
      await prepare(profile('one'), ONE_MUNICIPALITY);
      await prepare(profile('everything'), EVERYTHING);
      return await measure(circumstances, (name) => profile(name), empty);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Runs the released build once on this profile, until it has registered its scripts, with these hosts granted. */
async function prepare(profile: string, grants: readonly string[]): Promise<void> {
  const browser = await openChromium({ build: 'release', profile, grants });
  try {
    const state = await browser.inExtension(async (origins) => {
      const until = performance.now() + 10_000;
      for (;;) {
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        if (scripts.length > 0) return { granted: await chrome.permissions.contains({ origins: [...origins] }) };
        if (performance.now() > until) return { granted: false };
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }, grants);
    if (!state.granted) throw new Error(`Not granted, or nothing was registered: ${grants.join(' ')}`);
  } finally {
    await browser.close();
  }
}

async function measure(circumstances: Circumstances, profile: (name: string) => string, empty: string): Promise<Row[]> {
  const server = await listen();
  try {
    const load = (folder: string): string[] => [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
    const ours = load(buildFolder('release'));
    const started = await interleaved(
      {
        none: () => startOnce(server, profile('none'), []),
        empty: () => startOnce(server, profile('empty'), load(empty)),
        installed: () => startOnce(server, profile('installed'), ours),
        one: () => startOnce(server, profile('one'), ours),
        everything: () => startOnce(server, profile('everything'), ours),
      },
      { ...circumstances, runs: circumstances.runs * STARTS },
    );
    // Of the quickest starts: a start is short and asks for every core, so a busy machine can only lengthen it.
    const more = (samples: readonly number[]): number[] => [Math.min(...samples) - Math.min(...started.empty)];
    return [
      { what: 'no extension', unit: 'ms', samples: started.none },
      { what: 'an empty extension', unit: 'ms', samples: started.empty },
      { what: 'with install-time hosts', unit: 'ms', samples: started.installed },
      { what: 'with one municipality', unit: 'ms', samples: started.one },
      { what: 'with everything granted', unit: 'ms', samples: started.everything },
      { what: 'install-time hosts add', unit: 'ms', samples: more(started.installed), budget: NOTHING_MS },
      { what: 'with one municipality it adds', unit: 'ms', samples: more(started.one), budget: NOTHING_MS },
      { what: 'with everything granted it adds', unit: 'ms', samples: more(started.everything), budget: EVERYTHING_MS },
    ];
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

async function listen(): Promise<Server> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': request.url === '/' ? 'text/html' : 'image/png' });
    response.end(request.url === '/' ? '<!DOCTYPE html><title>Start</title><img src="/picture.png" alt="">' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** ms from starting the browser until its first page asks for its picture; then the browser is closed in order. */
async function startOnce(server: Server, profile: string, args: readonly string[]): Promise<number> {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
  const { port } = server.address() as AddressInfo;
  const loaded = new Promise<number>((resolve) => {
    server.on('request', function asked({ url }: { url?: string }) {
      if (url !== '/picture.png') return;
      server.off('request', asked);
      resolve(performance.now());
    });
  });
  const began = performance.now();
  const browser = spawn(
    path,
    [
      '--headless=new',
      ...(runsAsRoot() ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${profile}`,
      ...args,
      `http://127.0.0.1:${port}/`,
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise((resolve) => browser.once('exit', resolve));
  const early = gone.then(() => Promise.reject(new Error('The browser ended before its first page')));
  try {
    return (await Promise.race([loaded, early])) - began;
  } finally {
    early.catch(() => undefined);
    // It writes its profile some moments after the first page; killed before, the next start would repair it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    browser.kill('SIGTERM');
    await gone;
  }
}
