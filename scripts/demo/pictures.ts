/** Walks the three jobs as a person would and takes a picture at each step. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { clickNode, waitForNode, type TreeNode } from '../../tests/browser/harness/accessibility.ts';
import { buildFolder, type Chromium } from '../../tests/browser/harness/chromium.ts';
import { marksOf } from '../../tests/browser/harness/marks.ts';
import { samplePage } from '../../tests/pages/pages.ts';
import type { Household } from '../../lib/household/schema.ts';
import { firstDate } from './household.ts';
import { noticePage } from './start-page.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

type Stored = { household: Household } & Record<string, unknown>;
type Options = { folder: string; stored: Stored; /** instead of a sample page */ page: string | undefined };
type Notice = { title: string; message: string; buttons: string[] };

const POPUP = { width: 400, height: 600 };
/** The toggle of the guide, open or closed, at its place or at the edge. */
const isToggle = ({ role, properties }: TreeNode): boolean => role === 'button' && 'expanded' in properties;

/** Saves the pictures and gives their paths. What is stored is put there while it walks, as a person would. */
export async function savePictures(browser: Chromium, { folder, stored, page: named }: Options): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  const save = async (page: Page, name: string): Promise<void> => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    paths.push(path);
  };

  const { household, ...rest } = stored;
  await browser.inExtension((items) => chrome.storage.local.set(items), rest);
  const welcome = await browser.extensionPage('welcome.html');
  await waitForNode(welcome, ({ role }) => role === 'heading', 'the heading of the welcome page');
  await save(welcome, 'welcome');
  await welcome.close();

  const type = (item: Household): Promise<void> =>
    browser.inExtension((value) => chrome.storage.local.set({ household: value }), item);
  const notices = await whatNotificationsSay(browser, () => type(firstDate(household)));
  await type(household);
  const notice = await browser.context.newPage();
  const icon = readFileSync(join(buildFolder('demo'), 'icon/128.png')).toString('base64');
  await notice.setViewportSize({ width: 520, height: 120 + 150 * notices.length });
  await notice.setContent(noticePage(notices, `data:image/png;base64,${icon}`));
  await save(notice, 'notice');
  await notice.close();

  const page = await browser.page(named ?? samplePage('article-foreign-extend').url);
  const { spotter } = await browser.conclusionOf(page);
  if (spotter === 'recognised') {
    const toggle = await waitForNode(page, isToggle, 'the guide');
    const [word] = await marksOf(page);
    if (!word) throw new Error('No word is underlined in the window');
    await save(page, 'guide-closed');
    await page.mouse.move(word.x, word.y);
    await waitForNode(page, ({ role }) => role === 'dialog', 'the explanation of a word');
    await save(page, 'word');
    await page.mouse.move(2, 2);
    await clickNode(page, toggle);
    await waitForNode(page, (node) => isToggle(node) && node.properties['expanded'] === true, 'the open guide');
    await page.mouse.move(2, 2);
    // As tall as it needs, so that the picture has all of it.
    const box = await page.locator('madoguchi-guide').boundingBox();
    await page.setViewportSize({ width: 1120, height: Math.ceil(box ? box.y + box.height + 80 : 1600) });
    await page.evaluate(() => scrollTo(0, 0));
    await save(page, 'guide-open');
    await page.setViewportSize({ width: 1120, height: 820 });
  } else {
    console.log(`Nothing was recognised on ${page.url()} (${spotter}); its guide and words have no pictures.`);
  }

  // A popup is about the tab behind it: as a tab of its own it is loaded while that one is in front.
  const popup = await browser.extensionPage('popup.html');
  await popup.setViewportSize(POPUP);
  await page.bringToFront();
  await popup.reload();
  await waitForNode(popup, ({ role }) => role === 'heading', 'the heading of the popup');
  await save(popup, 'popup');
  await popup.close();

  const desk = await browser.extensionPage('desk.html');
  await waitForNode(desk, ({ role }) => role === 'heading', 'the heading of the desk');
  await save(desk, 'desk');
  await desk.close();
  return paths;
}

/** What the worker hands to the browser as notifications while `cause` does its work; waits for the first one. */
async function whatNotificationsSay(browser: Chromium, cause: () => Promise<unknown>): Promise<Notice[]> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const { notifications } = chrome;
    const create = notifications.create.bind(notifications) as (...args: unknown[]) => Promise<string>;
    const said: Notice[] = [];
    Object.assign(globalThis, { said });
    const recording = (...args: unknown[]): Promise<string> => {
      const options = args.at(-1) as { title: string; message: string; buttons?: { title: string }[] };
      said.push({
        title: options.title,
        message: options.message,
        buttons: (options.buttons ?? []).map((one) => one.title),
      });
      return create(...args);
    };
    for (const api of [chrome, (globalThis as { browser?: Browser }).browser]) {
      if (api) api.notifications.create = recording as typeof api.notifications.create;
    }
  });
  await cause();
  return worker.evaluate(async () => {
    const { said } = globalThis as unknown as { said: Notice[] };
    for (let waited = 0; said.length === 0; waited += 50) {
      if (waited > 10_000) throw new Error('No notification was due');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return said;
  });
}
