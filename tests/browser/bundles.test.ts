/** The built files themselves: what ships cannot talk to a network, has no back door, and is what the tests ran. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RELEASE = '.output/chrome-mv3';
const FIREFOX = '.output/firefox-mv3';
const DEMO = '.output/demo/chrome-mv3';
const TEST = '.output/test/chrome-mv3';

/** path → text of every file of a build */
function textsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return new Map(
    files
      .filter((path) => statSync(join(folder, path)).isFile() && !path.endsWith('.png'))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

const NETWORK =
  /\b(fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|RTCPeerConnection|requestSubmit|serviceWorker)\b/g;
/** The one reader of packaged files: a fetch of an address that the browser makes for a path inside the package. */
const READER = /fetch\([\w$.]+\.runtime\.getURL\(/g;
/** A packaged file that a page of ours has the browser read ahead. */
const AHEAD = /<link rel="preload" as="fetch" [^>]*href="(\/knowledge\/[a-z/-]+\.json)"[^>]*>/g;

/** Every use of a network API that is not the reader, as `file: API`. */
function networkUses(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path]) => /\.(js|html)$/.test(path))
    .flatMap(([path, text]) =>
      [...text.replace(READER, 'reader(').replace(AHEAD, '').matchAll(NETWORK)].map(([api]) => `${path}: ${api}`),
    );
}

describe('the built files', () => {
  it.each([
    ['fetch("https://a.example/")'],
    ['fetch(address)'],
    ['navigator.sendBeacon(a,b)'],
    ['new WebSocket(`wss://a.example`)'],
    ['globalThis["fetch"](x)'],
    ['<link rel="preload" as="fetch" href="https://a.example/knowledge/x.json">'],
  ])('would find a planted %s', (planted) => {
    expect(networkUses(new Map([['planted.js', planted]]))).toHaveLength(1);
  });

  it.each([[RELEASE], [FIREFOX], [DEMO]])('use no network API but the one reader of packaged files: %s', (folder) => {
    const files = textsOf(folder);
    expect(networkUses(files)).toEqual([]);
    const readers = [...files].filter(([path, text]) => path.endsWith('.js') && text.match(READER));
    expect(readers.length).toBeGreaterThan(0);
    const ahead = [...(files.get('popup.html') ?? '').matchAll(AHEAD)].map(([, path]) => path!.slice(1));
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.filter((path) => !files.has(path))).toEqual([]);
    expect(files.get('helper.js')).not.toMatch(READER);
    expect(files.get('spotter.js')).not.toMatch(READER);
  });

  it.each([[RELEASE], [FIREFOX]])('have no other day and no sample municipality in the release: %s', (folder) => {
    const doors = /demo-today|mihon|みほん|example\.jp/;
    expect([...textsOf(DEMO).values()].some((text) => doors.test(text))).toBe(true);
    for (const [path, text] of textsOf(folder)) expect(doors.test(text), path).toBe(false);
  });

  it('differ between demonstration and tests in the root alone', () => {
    const demo = textsOf(DEMO);
    const test = textsOf(TEST);
    const differing = [...test].filter(([path, text]) => demo.get(path) !== text);
    expect([...test.keys()]).toEqual([...demo.keys()]);
    expect(differing.map(([path]) => path)).toEqual(['helper.js']);
    const [, text] = differing[0]!;
    const open = [...text.matchAll(/mode:([`'"])open\1/g)];
    expect(open).toHaveLength(1);
    expect(text.replace(open[0]![0], open[0]![0].replace('open', 'closed'))).toBe(demo.get('helper.js'));
  });

  it.each([[RELEASE], [FIREFOX]])('ask for what the design says and nothing else: %s', (folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['permissions']).toEqual(['storage', 'alarms', 'notifications', 'scripting', 'activeTab']);
    expect(manifest['web_accessible_resources']).toBeUndefined();
    const hosts = manifest['host_permissions'] as string[];
    expect(hosts.length).toBeGreaterThan(10);
    for (const host of hosts) expect(host).toMatch(/^(\*|https):\/\/[a-z0-9.-]+\/\*$/);
    expect(JSON.stringify(manifest['content_security_policy'])).toContain("default-src 'none'");
  });

  it('run no code from strings and write no markup of their own', () => {
    for (const [path, text] of textsOf(RELEASE)) {
      if (!path.endsWith('.js')) continue;
      expect(text, path).not.toMatch(/\beval\(|new Function\(|document\.write/);
    }
  });
});
