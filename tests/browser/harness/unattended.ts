/**
 * A Chromium whose pages no debugger is attached to, for what browsers do not do under one: prerendering. Pages come
 * from a server of the test over http, and no other address is found.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { findChromium, runsAsRoot } from '../../../scripts/browsers.mjs';
import { buildFolder } from './chromium.ts';

type Evaluated = { result?: { value?: unknown }; exceptionDetails?: { exception?: unknown } };
type Target = { type: string; url: string; webSocketDebuggerUrl: string };

export type Unattended = {
  /** Opens an address in a new tab. */
  open(url: string): Promise<void>;
  /** The value, or that of the promise, of an expression in the page or worker whose address contains `part`. */
  evaluate(part: string, expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/** Starts the browser with the test build, which may run on `host` over http too; `port` is where its pages come from. */
export async function openUnattended(host: string, port: number): Promise<Unattended> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found; install it or set CHROMIUM to its path');
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-unattended-'));
  const [build, profile] = [join(folder, 'build'), join(folder, 'profile')];
  cpSync(buildFolder('test'), build, { recursive: true });
  const manifest = join(build, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(`https://${host}/`, `*://${host}/`));
  const browser = spawn(
    executablePath,
    [
      '--headless=new',
      ...(runsAsRoot() ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const close = async (): Promise<void> => {
    browser.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const ask = async (path: string, method = 'GET'): Promise<unknown> => {
    const [debugging] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    return (await fetch(`http://127.0.0.1:${debugging}/json/${path}`, { method })).json();
  };
  const target = async (part: string): Promise<Target> => {
    const found = ((await ask('list')) as Target[]).find(({ url }) => url.includes(part));
    if (!found) throw new Error(`There is nothing at ${part}`);
    return found;
  };
  try {
    // Its welcome page comes to the front, and a page in the background prerenders nothing.
    await vi.waitFor(() => target('/welcome.html'), { timeout: 20_000, interval: 50 });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    open: async (url) => void (await ask(`new?${url}`, 'PUT')),
    evaluate: async (part, expression) => {
      const socket = new WebSocket((await target(part)).webSocketDebuggerUrl);
      await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
      const answered = new Promise<{ result?: Evaluated }>((resolve) =>
        socket.addEventListener('message', ({ data }) => {
          const message = JSON.parse(String(data));
          if (message.id === 1) resolve(message);
        }),
      );
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
      const { result } = await answered;
      socket.close();
      if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails.exception));
      return result?.result?.value;
    },
    close,
  };
}
