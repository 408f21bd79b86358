/**
 * A real Firefox with the built extension, driven by WebDriver BiDi over a plain WebSocket. Sample pages are answered
 * from `tests/pages`; every other request is recorded and refused.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../../scripts/browsers.mjs';
import { findPythonWithIcalendar } from '../../../scripts/python.mjs';
import { sampleHosts, serve, type Served } from '../../pages/pages.ts';
import { buildFolder, type Build } from './chromium.ts';
import { startRecorder, type Attempt, type Recorder } from './recorder.ts';

const UUID = '11111111-2222-4333-8444-555555555555';

export type FirefoxOptions = {
  build: Build | { folder: string };
  /** answers further addresses, asked before the sample pages */
  serve?: (url: string) => Served | undefined;
  headless?: boolean;
  /** As from a store: installed until it is removed, where the browser can be closed and opened again (Firefox ESR). */
  permanent?: boolean;
  /** ms after which an idle background page is stopped; the browser's own rule is 30 s */
  idle?: number;
};

/** As WebDriver writes them. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' } as const;

type Json = Record<string, unknown>;
type Message = { id?: number; type: string; method?: string; message?: string; result?: Json; params?: Json };

/** One field of what the protocol answers, as text; '' where there is none. */
function text(answer: unknown, ...path: readonly string[]): string {
  let value = answer;
  for (const name of path) value = value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined;
  return typeof value === 'string' ? value : '';
}

/** For requests of a page that was left meanwhile: there is nobody to answer. */
const ignoreGone = (): void => undefined;

/** Opens Firefox with one extension. Throws when browser or build is missing. */
export async function openFirefox(options: FirefoxOptions): Promise<Firefox> {
  const folder = typeof options.build === 'string' ? buildFolder(options.build, 'firefox') : options.build.folder;
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`There is no extension in ${folder}; build it first (MADOGUCHI_BUILD=… npm run build:firefox)`);
  }
  const firefox = new Firefox(options, folder, await startRecorder(sampleHosts()));
  try {
    await firefox.start();
  } catch (error) {
    await firefox.close();
    throw error;
  }
  return firefox;
}

export class Firefox {
  readonly #options: FirefoxOptions;
  readonly #folder: string;
  readonly #recorder: Recorder;
  readonly #profile = mkdtempSync(join(tmpdir(), 'madoguchi-firefox-'));
  readonly #waiting = new Map<number, { done: (value: Json) => void; failed: (error: Error) => void }>();
  #process: ChildProcess | undefined;
  #socket: WebSocket | undefined;
  #last = 0;

  constructor(options: FirefoxOptions, folder: string, recorder: Recorder) {
    this.#options = options;
    this.#folder = folder;
    this.#recorder = recorder;
  }

  /** Where files go that a page gives to the person. */
  get downloads(): string {
    return join(this.#profile, 'downloads');
  }

  /** Every request to anything but sample pages and packaged files. */
  get requests(): readonly Attempt[] {
    return this.#recorder.attempts;
  }

  /** Starts Firefox on its profile and, but for a permanent one that is there, installs the extension. */
  async start({ installed = false } = {}): Promise<void> {
    const manifest = JSON.parse(readFileSync(join(this.#folder, 'manifest.json'), 'utf8'));
    const id = String(manifest.browser_specific_settings.gecko.id);
    const [host, port] = this.#recorder.address.split(':');
    const preferences: Json = {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'extensions.background.idle.timeout': this.#options.idle ?? 2000,
      'extensions.webextOptionalPermissionPrompts': false,
      'xpinstall.signatures.required': false,
      'services.settings.server': 'data:,#dummy',
      'browser.download.folderList': 2,
      'browser.download.dir': this.downloads,
      'app.update.disabledForTesting': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.proxy.type': 1,
      'network.proxy.http': host,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': host,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'datareporting.policy.dataSubmissionEnabled': false,
    };
    writeFileSync(
      join(this.#profile, 'user.js'),
      Object.entries(preferences)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
        .join('\n'),
    );
    const executable = findFirefox();
    if (executable === undefined) throw new Error('No Firefox found; install it or set FIREFOX to its path');
    const headless = this.#options.headless ?? true;
    const child = spawn(
      executable,
      [
        '--remote-debugging-port=0',
        '--no-remote',
        '--profile',
        this.#profile,
        '--remote-allow-system-access',
        ...(headless ? ['--headless'] : []),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#process = child;
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      child.stderr.on('data', (data: Buffer) => {
        output += data.toString();
        const found = /BiDi listening on (ws:\S+)/.exec(output)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${output}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`Firefox refused the connection to ${address}`)));
    });
    socket.addEventListener('message', ({ data }) => this.#read(String(data)));
    await this.command('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await this.command('session.subscribe', { events: ['network.beforeRequestSent'] });
    await this.command('network.addIntercept', { phases: ['beforeRequestSent'] });
    if (!installed) await this.install();
  }

  /** Installs the extension, or updates it to what its folder holds now. */
  async install(): Promise<void> {
    if (!this.#options.permanent) {
      await this.command('webExtension.install', { extensionData: { type: 'path', path: this.#folder } });
      return;
    }
    const path = join(this.#profile, 'extension.xpi');
    // The tests need Python anyway, to read calendar files by another program than ours.
    const python = findPythonWithIcalendar();
    if (python === undefined) throw new Error('No Python found to pack the extension with');
    execFileSync(python, ['-m', 'zipfile', '-c', path, '.'], { cwd: this.#folder });
    const extensionData = { type: 'archivePath', path };
    await this.command('webExtension.install', { extensionData, 'moz:permanent': true });
  }

  /** Closes Firefox and opens it again on the same profile; only with `permanent`. */
  async restart(): Promise<void> {
    await this.#quit();
    await this.start({ installed: true });
  }

  #read(data: string): void {
    const message = JSON.parse(data) as Message;
    if (message.id === undefined) {
      if (message.method === 'network.beforeRequestSent' && message.params?.['isBlocked']) this.#answer(message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'error') waiting?.failed(new Error(message.message));
    else waiting?.done(message.result ?? {});
  }

  #answer(params: Json): void {
    const request = text(params, 'request', 'request');
    const url = text(params, 'request', 'url');
    const own = !/^https?:/.test(url);
    const answer = own ? undefined : (this.#options.serve?.(url) ?? serve(url));
    if (own) {
      this.command('network.continueRequest', { request }).catch(ignoreGone);
    } else if (answer) {
      const headers = Object.entries(answer.headers).map(([name, value]) => ({
        name,
        value: { type: 'string', value },
      }));
      this.command('network.provideResponse', {
        request,
        statusCode: answer.status,
        reasonPhrase: 'OK',
        headers,
        body: { type: 'base64', value: answer.body.toString('base64') },
      }).catch(ignoreGone);
    } else {
      this.#recorder.attempts.push({ url, from: 'page' });
      this.command('network.failRequest', { request }).catch(ignoreGone);
    }
  }

  /** One command of the protocol; rejects with the browser's own message. */
  command(method: string, params: Json = {}): Promise<Json> {
    const socket = this.#socket;
    if (!socket) throw new Error('Firefox is not running');
    return new Promise((done, failed) => {
      this.#waiting.set(++this.#last, { done, failed });
      socket.send(JSON.stringify({ id: this.#last, method, params }));
    });
  }

  /** Opens an address in a new tab. */
  async page(url: string): Promise<FirefoxPage> {
    const page = new FirefoxPage(this, text(await this.command('browsingContext.create', { type: 'tab' }), 'context'));
    await page.goto(url);
    return page;
  }

  /** Opens a page of the extension, for example `popup.html`, in a tab. */
  extensionPage(path: string): Promise<FirefoxPage> {
    return this.page(`moz-extension://${UUID}/${path}`);
  }

  async #quit(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (this.#socket?.readyState === WebSocket.OPEN) await this.command('browser.close').catch(() => child.kill());
    else child.kill();
    await ended;
  }

  async close(): Promise<void> {
    await this.#quit();
    await this.#recorder.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One tab. */
export class FirefoxPage {
  readonly #firefox: Firefox;
  readonly #context: string;

  constructor(firefox: Firefox, context: string) {
    this.#firefox = firefox;
    this.#context = context;
  }

  /** Goes to an address and waits until it has loaded. */
  async goto(url: string): Promise<void> {
    await this.#firefox.command('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  /** Runs an expression in the page and gives what it comes to as JSON; a promise is awaited. Rejects if it throws. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.#firefox.command('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (answer['type'] === 'exception') throw new Error(text(answer, 'exceptionDetails', 'text'));
    return JSON.parse(text(answer, 'result', 'value')) as T;
  }

  /** Waits until an expression is neither false nor null, and gives its value; `timeout` in ms. */
  async waitFor<T>(expression: string, timeout = 10_000): Promise<T> {
    const until = performance.now() + timeout;
    for (;;) {
      const value = await this.evaluate<T | null | false>(expression);
      if (value !== null && value !== false) return value;
      if (performance.now() > until) throw new Error(`Not true after ${timeout} ms: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until the element that an expression gives is drawn, and clicks into its middle in view, as a person would. */
  async clickOn(element: string): Promise<void> {
    const { x, y } = await this.waitFor<{ x: number; y: number }>(`(() => {
      const element = ${element};
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    })()`);
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#firefox.command('input.performActions', {
      context: this.#context,
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  /** Presses and releases a key, as a person would. */
  async press(key: keyof typeof KEYS): Promise<void> {
    const value = KEYS[key];
    await this.#firefox.command('input.performActions', {
      context: this.#context,
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ],
        },
      ],
    });
  }

  /** A picture of the viewport, PNG. */
  async screenshot(): Promise<Buffer> {
    const answer = await this.#firefox.command('browsingContext.captureScreenshot', { context: this.#context });
    return Buffer.from(text(answer, 'data'), 'base64');
  }

  async close(): Promise<void> {
    await this.#firefox.command('browsingContext.close', { context: this.#context });
  }
}
