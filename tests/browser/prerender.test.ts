/** A page that the browser makes before anyone opens it: nobody sees it, so nothing of ours may happen there yet. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samplePage, serve } from '../pages/pages.ts';
import { eventually } from './harness/eventually.ts';
import { openUnattended, type Unattended } from './harness/unattended.ts';

const { url } = samplePage('article-foreign-extend');
const { host, pathname } = new URL(url);

const START = `<!doctype html><title>みほん市</title>
<script type="speculationrules">{"prerender":[{"urls":["${pathname}"],"eagerness":"immediate"}]}</script>
<script>fetch('/go').then(() => { location.href = '${pathname}' })</script>`;
/** In the sample page: tells the server when it is complete, and what stood in it when it was opened. */
const WATCH = `<script>
if (document.prerendering) {
  addEventListener('load', () => setTimeout(() => fetch('/complete'), 1000));
  document.addEventListener('prerenderingchange', () => {
    globalThis.guidesBefore = document.querySelectorAll('madoguchi-guide').length;
  });
}
</script>`;

let server: Server;
let browser: Unattended;
/** Lets the start page go on to the page that was made in advance. */
let go: (() => void) | undefined;
let complete = false;
const purposes: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/start.html') response.setHeader('content-type', 'text/html; charset=utf-8').end(START);
    else if (path === '/go') go = () => response.end();
    else if (path === '/complete') {
      complete = true;
      response.end();
    } else {
      const answer = serve(`https://${host}${path}`);
      if (path === pathname) purposes.push(request.headers['sec-purpose']?.toString());
      const body = String(answer?.body).replace('<head>', `<head>${WATCH}`);
      response.writeHead(answer?.status ?? 404, answer?.headers).end(path === pathname ? body : answer?.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openUnattended(host, (server.address() as AddressInfo).port);
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** The addresses about which the worker has concluded something. */
const verdicts = (): Promise<unknown> =>
  browser.evaluate(
    '/background.js',
    `chrome.storage.session.get().then((all) => Object.keys(all).flatMap((key) => (key.startsWith('verdict:') && all[key] ? [all[key].url] : [])))`,
  );

it('is silent until somebody opens it, and then has one verdict and one guide', async () => {
  await browser.open(`http://${host}/start.html`);
  await eventually(() => complete).toBe(true);
  expect(purposes).toEqual(['prefetch;prerender']);
  expect(await verdicts()).toEqual([]);

  go?.();
  const guides = "document.querySelectorAll('madoguchi-guide').length";
  await eventually(() => browser.evaluate(pathname, guides)).toBe(1);
  expect(purposes, 'the page that was made in advance is the one shown').toHaveLength(1);
  expect(await browser.evaluate(pathname, 'globalThis.guidesBefore')).toBe(0);
  expect(await verdicts()).toEqual([`http://${host}${pathname}`]);
});
