/**
 * A real Chromium with the built extension, for tests and for the demonstration. Sample pages are answered from
 * `tests/pages`; every other request is recorded and refused, unless real sites were asked for.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { findChromium, runsAsRoot } from '../../../scripts/browsers.mjs';
import { sampleHosts, serve, type Served } from '../../pages/pages.ts';
import { startRecorder, type Attempt, type Recorder } from './recorder.ts';

// Without this the driver does not report what service workers request. Read when the driver is loaded.
process.env['PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS'] = '1';
const { chromium } = await import('playwright-core');

/** The browser API in pages of the extension, where functions given to `inExtension` run. */
declare const chrome: Browser;

export type Build = 'test' | 'demo' | 'release';

/** Folder of a build, whether it exists or not. */
export const buildFolder = (build: Build, browser: 'chrome' | 'firefox' = 'chrome'): string =>
  resolve('.output', build === 'release' ? '' : build, `${browser}-mv3`);

export type Options = {
  /** one of the builds, or the folder of another extension */
  build: Build | { folder: string };
  /** a profile folder to keep; without one a fresh folder is made and removed on `close` */
  profile?: string;
  headless?: boolean;
  /** match patterns that the person has granted beside those of the manifest */
  grants?: readonly string[];
  /** answers further addresses, asked before the sample pages */
  serve?: (url: string) => Served | undefined;
  /** true: what is not a sample page really goes out (only for a page that the person named) */
  network?: boolean;
  args?: readonly string[];
  viewport?: { width: number; height: number } | null;
  /** device language of the browser, for example `ja-JP` */
  locale?: string;
};

/** What the worker concluded about the page in a tab, as it is kept for the popup. */
export type RecordedVerdict = {
  url: string;
  host: string;
  procedures: { id: string; ja: string }[];
  siteOff: boolean;
  covered: boolean;
};

/** Opens Chromium with one extension. Throws with the command to run when browser or build is missing. */
export async function openChromium(options: Options): Promise<Chromium> {
  const folder = typeof options.build === 'string' ? buildFolder(options.build) : options.build.folder;
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`There is no extension in ${folder}; build it first (MADOGUCHI_BUILD=… npm run build)`);
  }
  const recorder = await startRecorder(sampleHosts());
  const browser = new Chromium(options, folder, recorder);
  try {
    await browser.start();
    if (options.grants?.length) await browser.grant(options.grants);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

export class Chromium {
  context!: BrowserContext;
  /** id of the extension */
  id!: string;
  readonly profile: string;
  readonly #options: Options;
  readonly #folder: string;
  readonly #recorder: Recorder;
  /** an own page of the extension that runs no script of it: asks the browser API, keeps nothing awake */
  #quiet: Page | undefined;
  readonly #tabs = new WeakMap<Page, number>();

  constructor(options: Options, folder: string, recorder: Recorder) {
    this.#options = options;
    this.#folder = folder;
    this.#recorder = recorder;
    this.profile = options.profile ?? mkdtempSync(join(tmpdir(), 'madoguchi-'));
  }

  /** Every request to anything but sample pages and packaged files since the last `forgetRequests`. */
  get requests(): readonly Attempt[] {
    return this.#recorder.attempts;
  }

  forgetRequests(): void {
    this.#recorder.clear();
  }

  async start(): Promise<void> {
    const { headless = true, network = false, args = [], viewport, locale } = this.#options;
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless,
      chromiumSandbox: !runsAsRoot(),
      ...(viewport !== undefined && { viewport }),
      ...(locale !== undefined && { locale }),
      args: [
        `--disable-extensions-except=${this.#folder}`,
        `--load-extension=${this.#folder}`,
        ...(network ? [] : [`--proxy-server=http://${this.#recorder.address}`, '--proxy-bypass-list=<-loopback>']),
        ...args,
      ],
    });
    await this.context.route(/^https?:/, async (route) => {
      const request = route.request();
      const answer = this.#options.serve?.(request.url()) ?? serve(request.url());
      if (answer) {
        await route.fulfill({ status: answer.status, headers: answer.headers, body: answer.body });
      } else if (network) {
        await route.continue();
      } else {
        this.#recorder.attempts.push({ url: request.url(), from: request.serviceWorker() ? 'worker' : 'page' });
        await route.abort();
      }
    });
    this.id = new URL((await this.worker()).url()).host;
  }

  /** The background worker as the driver knows it; waits for the first one. `inExtension` is surer after a kill. */
  async worker(): Promise<Worker> {
    const own = (worker: Worker): boolean => worker.url().startsWith('chrome-extension://');
    return this.context.serviceWorkers().find(own) ?? this.context.waitForEvent('serviceworker', { predicate: own });
  }

  /** Opens an address in a new tab and waits until it has loaded; without an address the tab stays empty. */
  async page(url?: string): Promise<Page> {
    const ids = (): Promise<number[]> =>
      this.inExtension(async () => (await chrome.tabs.query({})).map((tab) => tab.id ?? -1));
    const before = await ids();
    const page = await this.context.newPage();
    const id = (await ids()).find((tab) => !before.includes(tab));
    if (id === undefined) throw new Error('The browser opened no tab');
    this.#tabs.set(page, id);
    if (url !== undefined) await page.goto(url);
    return page;
  }

  /** Opens a page of the extension, for example `popup.html`, in a tab. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/${path}`);
    return page;
  }

  /** Runs a function in a page of the extension where no script of ours runs; `chrome` is there. */
  async inExtension<A, R>(work: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    if (this.#quiet === undefined || this.#quiet.isClosed()) this.#quiet = await this.extensionPage('manifest.json');
    return (await this.#quiet.evaluate(work as (arg: unknown) => unknown, arg)) as R;
  }

  /** The browser's number of a tab that `page` opened. */
  tabOf(page: Page): number {
    const id = this.#tabs.get(page);
    if (id === undefined) throw new Error('This tab was not opened by page()');
    return id;
  }

  /**
   * Waits until the worker has recorded what it concluded about this address in this tab. That nothing appears can
   * be asserted once this resolves; it rejects after `timeout` ms without a verdict.
   */
  async verdictOf(page: Page, url: string = page.url(), timeout = 10_000): Promise<RecordedVerdict> {
    const address = url.replace(/#.*$/, '');
    return this.inExtension(
      async ({ key, address, timeout }) => {
        const until = performance.now() + timeout;
        for (;;) {
          const stored = (await chrome.storage.session.get(key))[key] as RecordedVerdict | undefined;
          if (stored?.url === address) return stored;
          if (performance.now() > until) {
            throw new Error(`No verdict about ${address} in ${timeout} ms; recorded: ${JSON.stringify(stored)}`);
          }
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      },
      { key: `verdict:${this.tabOf(page)}`, address, timeout },
    );
  }

  /** Goes to an address and waits for a verdict that is younger than this call. */
  async visit(page: Page, url: string): Promise<RecordedVerdict> {
    await page.goto('about:blank');
    await this.inExtension((key) => chrome.storage.session.remove(key), `verdict:${this.tabOf(page)}`);
    await page.goto(url);
    return this.verdictOf(page, url);
  }

  /** Kills the background worker as a crash or the browser's idle rule would, and waits until it is gone. */
  async killWorker(): Promise<void> {
    await this.inExtension(() => undefined);
    // A page of the same origin is enough for the domain, and manifest.json is one that starts nothing.
    const session = await this.context.newCDPSession(this.#quiet as Page);
    const stopped = new Promise<void>((done) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.length > 0 && versions.every((version) => version.runningStatus === 'stopped')) done();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await session.detach();
  }

  /** Grants match patterns as if the person had answered the browser's prompt; the browser starts anew. */
  async grant(patterns: readonly string[]): Promise<void> {
    await this.context.close();
    const path = join(this.profile, 'Default', 'Preferences');
    const preferences = JSON.parse(readFileSync(path, 'utf8'));
    const settings = preferences.extensions.settings[this.id];
    for (const kind of ['active_permissions', 'granted_permissions', 'runtime_granted_permissions']) {
      settings[kind] ??= { api: [], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
      settings[kind].explicit_host = [...new Set([...(settings[kind].explicit_host ?? []), ...patterns])];
    }
    writeFileSync(path, JSON.stringify(preferences));
    await this.start();
  }

  /** Closes the browser and opens it again on the same profile; pages of before are gone. */
  async restart(): Promise<void> {
    await this.context.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.context?.close();
    await this.#recorder.close();
    if (this.#options.profile === undefined) rmSync(this.profile, { recursive: true, force: true });
  }
}
