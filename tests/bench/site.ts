/** The pages of the bench at two hosts: one that the extension covers and one that it does not. */
import { openChromium, type Build, type Chromium } from '../browser/harness/chromium.ts';
import { COVERED_HOST, type Served } from '../pages/pages.ts';
import { largestPage, medianPage, stressPage, untitled } from './page.ts';

export const COVERED = `https://${COVERED_HOST}/bench`;
/** Nothing is granted here: the same page in the same browser, without us. */
export const UNCOVERED = 'https://bench.example.jp/bench';

const pages = {
  '/median-known': () => medianPage('known'),
  '/median-unknown': () => medianPage('unknown'),
  '/median-untitled': () => untitled(medianPage('known', 'unknown')),
  '/largest-known': () => largestPage('known'),
  '/largest-unknown': () => largestPage('unknown'),
  '/largest-untitled': () => untitled(largestPage('known', 'unknown')),
  '/stress': () => stressPage(),
  '/stress-untitled': () => untitled(stressPage()),
} as const;

/** A class of real pages, as the budgets name them. */
export type RealClass = 'median' | 'largest';

function serveBench(url: string): Served | undefined {
  const place = [COVERED, UNCOVERED].find((host) => url.startsWith(host));
  const page = place && Object.entries(pages).find(([path]) => url === place + path);
  if (!page) return undefined;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(page[1]()) };
}

export const VIEWPORT = { width: 1100, height: 900 };

/** The test build, whose only difference is an open root and the sample host, with the pages of the bench. */
export const openBench = (build: Build | { folder: string } = 'test'): Promise<Chromium> =>
  openChromium({ build, viewport: VIEWPORT, serve: serveBench, hosts: [new URL(UNCOVERED).host] });
