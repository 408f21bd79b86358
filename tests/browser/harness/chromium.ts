/**
 * A real Chromium with the built extension, for tests and for the demonstration. Sample pages are answered from
 * `tests/pages`; every other request is recorded and refused, unless real sites were asked for.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
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

/** A copy of a build in a folder of its own, which may be changed; `remove` when no browser uses it any more. */
export function copyOfBuild(build: Build, browser?: 'chrome' | 'firefox'): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-build-'));
  cpSync(buildFolder(build, browser), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export type Options = {
  /** one of the builds, or the folder of another extension */
  build: Build | { folder: string };
  /**
   * `later`: the browser starts without the extension, so that pages can be open before `install`. Such an extension
   * can be updated, switched off and removed as a person does it, and is gone when the browser closes.
   */
  installed?: 'at-start' | 'later';
  /** keep pages that were left, as a person's browser does and the driver by itself forbids */
  backForwardCache?: boolean;
  /** a profile folder to keep; without one a fresh folder is made and removed on `close` */
  profile?: string;
  headless?: boolean;
  /** match patterns that the person has granted beside those of the manifest */
  grants?: readonly string[];
  /** answers further addresses, asked before the sample pages */
  serve?: (url: string) => Served | undefined;
  /** hosts of those addresses, to which a connection in advance is no attempt */
  hosts?: readonly string[];
  /** true: what is not a sample page really goes out (only for a page that the person named) */
  network?: boolean;
  args?: readonly string[];
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /** device pixels for a CSS pixel, for pictures */
  scale?: number;
  /** device language of the browser, for example `ja-JP` */
  locale?: string;
};

/** What the worker concluded about the page in a tab, as it is kept for the popup. */
export type RecordedVerdict = { url: string; host: string; procedures: { id: string }[]; siteOff: boolean };

/**
 * What was concluded about the page in a tab. `spotter` is its own word: `silent` (none of our words where it
 * counts, the worker was not asked), `unsure` (the worker found nothing sure), `recognised`, or `absent` (not
 * granted here, so it does not run). `procedures`: best first.
 */
export type Conclusion = { spotter: 'silent' | 'unsure' | 'recognised' | 'absent'; procedures: string[] };

/** Opens Chromium with one extension. Throws with the command to run when browser or build is missing. */
export async function openChromium(options: Options): Promise<Chromium> {
  const folder = typeof options.build === 'string' ? buildFolder(options.build) : options.build.folder;
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`There is no extension in ${folder}; build it first (MADOGUCHI_BUILD=… npm run build)`);
  }
  const recorder = await startRecorder([...sampleHosts(), ...(options.hosts ?? [])]);
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

/** The same browser without any extension, to see what sample pages are when nobody touches them. */
export async function openPlain(viewport: {
  width: number;
  height: number;
}): Promise<{ page: Page; close(): Promise<void> }> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !runsAsRoot() });
  const context = await browser.newContext({ viewport });
  await context.route(/^https?:/, async (route) => {
    const answer = serve(route.request().url());
    if (answer) await route.fulfill({ status: answer.status, headers: answer.headers, body: answer.body });
    else await route.abort();
  });
  return { page: await context.newPage(), close: () => browser.close() };
}

/** What the browser's own page of extensions may do, as far as `manage` uses it. */
type BrowserPages = {
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  developerPrivate: {
    updateExtensionConfiguration(update: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
};

/** Pages may have service workers too. */
const isOurs = (worker: Worker): boolean => worker.url().startsWith('chrome-extension://');

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
    const { headless = true, network = false, args = [], viewport, locale, colorScheme, scale } = this.#options;
    const later = this.#options.installed === 'later';
    if (later) this.#allowUnpacked();
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless,
      chromiumSandbox: !runsAsRoot(),
      ...(viewport !== undefined && { viewport }),
      ...(locale !== undefined && { locale }),
      ...(colorScheme !== undefined && { colorScheme }),
      ...(scale !== undefined && { deviceScaleFactor: scale }),
      ignoreDefaultArgs: [
        ...(later ? ['--disable-extensions'] : []),
        ...(this.#options.backForwardCache ? ['--disable-back-forward-cache'] : []),
      ],
      args: [
        ...(later
          ? ['--enable-unsafe-extension-debugging']
          : [`--disable-extensions-except=${this.#folder}`, `--load-extension=${this.#folder}`]),
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
    if (!later) this.id = new URL((await this.worker()).url()).host;
  }

  /** Chromium runs an extension from a folder only for developers, but for one named on the command line. */
  #allowUnpacked(): void {
    const path = join(this.profile, 'Default', 'Preferences');
    if (existsSync(path)) return;
    mkdirSync(join(this.profile, 'Default'), { recursive: true });
    writeFileSync(path, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  }

  /**
   * Installs the extension, or updates it to what its folder holds now. Resolves once its worker runs. Only with
   * `installed: 'later'`.
   */
  async install(): Promise<void> {
    const started = this.context.waitForEvent('serviceworker', { predicate: isOurs });
    const session = await this.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('The driver gives no session with the browser');
    this.id = (await session.send('Extensions.loadUnpacked', { path: this.#folder })).id;
    await session.detach();
    await started;
  }

  /**
   * Presses our button in the toolbar while this tab is in front: the popup opens, and the browser lets us read this one
   * page. Only with `installed: 'later'`.
   */
  async pressButton(page: Page): Promise<void> {
    await page.bringToFront();
    const session = await this.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('The driver gives no session with the browser');
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error(`The browser knows no tab at ${page.url()}`);
    // Not yet among the commands that the driver knows.
    const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    await session.detach();
  }

  /** Does with the extension what a person does on the browser's own page of extensions. */
  async manage(change: 'disable' | 'enable' | 'allow-private'): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    const started = change === 'disable' ? undefined : this.worker({ anew: true });
    await page.evaluate(
      async ({ change, id }) => {
        const { management, developerPrivate } = (globalThis as unknown as { chrome: BrowserPages }).chrome;
        if (change === 'allow-private')
          await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
        else await management.setEnabled(id, change === 'enable');
      },
      { change, id: this.id },
    );
    await started;
    await page.close();
  }

  /** The background worker as the driver knows it; waits for the first one. `inExtension` is surer after a kill. */
  async worker({ anew = false } = {}): Promise<Worker> {
    const running = anew ? undefined : this.context.serviceWorkers().find(isOurs);
    return running ?? this.context.waitForEvent('serviceworker', { predicate: isOurs });
  }

  /** Opens an address in a private window; its pages are the person's, and numbered, as those of `page`. */
  async privatePage(url: string): Promise<Page> {
    await this.inExtension(() => undefined); // or its own page would be taken for the new one
    const opened = this.context.waitForEvent('page');
    const id = await this.inExtension(async () => {
      const { tabs } = await chrome.windows.create({ incognito: true, url: 'about:blank' });
      return tabs?.[0]?.id;
    });
    const page = await opened;
    if (id === undefined) throw new Error('The browser gave the tab no number');
    this.#tabs.set(page, id);
    await page.goto(url);
    return page;
  }

  /** Opens an address in a new tab and waits until it has loaded; without an address the tab stays empty. */
  async page(url = 'about:blank'): Promise<Page> {
    const page = await this.extensionPage('manifest.json');
    const id = await page.evaluate(async () => (await chrome.tabs.getCurrent())?.id);
    if (id === undefined) throw new Error('The browser gave the tab no number');
    this.#tabs.set(page, id);
    await page.goto(url);
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

  /** Closes the page that `inExtension` works in; the next call opens another. */
  async closeQuiet(): Promise<void> {
    await this.#quiet?.close();
  }

  /** Learns the number of a tab that was open before the extension was installed, and shows an address of its own. */
  async adopt(page: Page): Promise<void> {
    const id = await this.inExtension(async (url) => (await chrome.tabs.query({ url }))[0]?.id, page.url());
    if (id === undefined) throw new Error(`The extension sees no tab at ${page.url()}`);
    this.#tabs.set(page, id);
  }

  /** The browser's number of a tab that `page` opened. */
  tabOf(page: Page): number {
    const id = this.#tabs.get(page);
    if (id === undefined) throw new Error('This tab was not opened by page()');
    return id;
  }

  /** Waits until the worker has recorded what it concluded about this address in this tab; rejects after `timeout` ms. */
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

  /**
   * Waits until the spotter has come to a conclusion about the address that the tab shows. That nothing appears can
   * be asserted once this resolves; it rejects after `timeout` ms, also where the spotter should run and does not.
   */
  async conclusionOf(page: Page, timeout = 10_000): Promise<Conclusion> {
    const address = page.url().replace(/#.*$/, '');
    const here = { origins: [`${new URL(address).origin}/*`] };
    if (!(await this.inExtension((origins) => chrome.permissions.contains(origins), here))) {
      return { spotter: 'absent', procedures: [] };
    }
    const until = performance.now() + timeout;
    for (;;) {
      const spotter = await this.#spotted(page, address);
      if (spotter === 'silent' || spotter === 'unsure') return { spotter, procedures: [] };
      if (spotter === 'recognised') {
        const { procedures } = await this.verdictOf(page, address);
        return { spotter, procedures: procedures.map(({ id }) => id) };
      }
      if (performance.now() > until) throw new Error(`No conclusion about ${address} in ${timeout} ms (${spotter})`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** The spotter's word about this address, read in its own world, which the page cannot see. */
  async #spotted(page: Page, address: string): Promise<string | undefined> {
    const session = await this.context.newCDPSession(page);
    const worlds: number[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${this.id}`) worlds.push(context.id);
    });
    try {
      const { frameTree } = await session.send('Page.getFrameTree');
      if (frameTree.frame.url.replace(/#.*$/, '') !== address) return undefined;
      await session.send('Runtime.enable'); // tells of the worlds that are there already
      for (const contextId of worlds) {
        const expression = `globalThis.madoguchi?.url === ${JSON.stringify(address)} ? madoguchi.verdict : undefined`;
        const { result } = await session.send('Runtime.evaluate', { expression, contextId });
        if (typeof result.value === 'string') return result.value;
      }
      return undefined;
    } catch {
      return undefined; // the page went on meanwhile
    } finally {
      await session.detach().catch(() => undefined);
    }
  }

  /** Goes to an address by a full load and waits for the conclusion about it. */
  async visit(page: Page, url: string): Promise<Conclusion> {
    await page.goto('about:blank');
    await this.inExtension((key) => chrome.storage.session.remove(key), `verdict:${this.tabOf(page)}`);
    // A tab behind another (our own pages open in front) draws one frame a second, and a click waits for two.
    await page.bringToFront();
    await page.goto(url);
    return this.conclusionOf(page);
  }

  /**
   * Kills the background worker as a crash or the browser's idle rule would, and waits until it is gone. Not by closing
   * its target, as `endWorker` does: in a full run that left a browser (Chromium 156) in which no event started the
   * worker again.
   */
  async killWorker(): Promise<void> {
    await this.inExtension(() => undefined);
    // A page of the same origin is enough for the domain, and manifest.json is one that starts nothing.
    const session = await this.context.newCDPSession(this.#quiet as Page);
    const stop = () => session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
    const heard: string[] = [];
    const stopped = new Promise<true>((done) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        heard.push(versions.map(({ status, runningStatus }) => `${status}, ${runningStatus}`).join(' and ') || 'none');
        if (versions.length > 0 && versions.every(({ runningStatus }) => runningStatus === 'stopped')) done(true);
        // Not while it is being installed, which would fail for good. An event that it did not live to hear starts it again.
        else if (versions.some((version) => version.status === 'activated' && version.runningStatus === 'running'))
          void stop();
      });
    });
    for (let left = 12; ; left -= 1) {
      if (left === 0) throw new Error(`The worker does not stop: ${heard.join('; ')}`);
      // The browser tells everything anew to who asks anew, should one of its events not come.
      await session.send('ServiceWorker.enable');
      if (await Promise.race([stopped, delay(1000, false)])) break;
      await session.send('ServiceWorker.disable');
    }
    await session.detach();
  }

  /**
   * Ends the background worker from outside, with no page of the extension for it, and waits until it is gone. With
   * `process` its process goes too, as it does some time after a worker that nobody needs: every page of ours is closed.
   */
  async endWorker({ process }: { process: boolean }): Promise<void> {
    if (process) {
      const ours = this.context.pages().filter((page) => page.url().startsWith(`chrome-extension://${this.id}/`));
      await Promise.all(ours.map((page) => page.close()));
    } else await this.inExtension(() => undefined);
    const browser = this.context.browser();
    if (!browser) throw new Error('The browser was closed');
    const session = await browser.newBrowserCDPSession();
    // Again until it stays away: a closed tab is an event that starts it once more.
    for (let left = 20, gone = false; !gone; left -= 1) {
      if (left === 0) throw new Error('The worker does not end');
      const { targetInfos } = await session.send('Target.getTargets');
      const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(this.id));
      await Promise.all(
        workers.map(({ targetId }) => session.send('Target.closeTarget', { targetId }).catch(() => undefined)),
      );
      gone = workers.length === 0;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
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
    await this.context?.close(); // closing what a person has closed already is no error
    await this.#recorder.close();
    if (this.#options.profile === undefined) rmSync(this.profile, { recursive: true, force: true });
  }
}
