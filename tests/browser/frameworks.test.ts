/** Pages that React and Vue draw: they go on drawing around our guide, and it goes with their routes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameworkUrl, serveFrameworks } from '../pages/frameworks.ts';
import { openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

type App = {
  change(part: { round?: number; waiting?: number | null; note?: boolean }): void;
  takeOver(): void;
  errors: string[];
  recovered: string[];
};
/** The application, where the functions given to `evaluate` run. */
declare const app: App;

let browser: Chromium;
let page: Page;
beforeAll(async () => {
  browser = await openChromium({ build: 'test', serve: serveFrameworks, viewport: { width: 900, height: 800 } });
  page = await browser.page();
});
afterAll(() => browser?.close());

const change = (part: Parameters<App['change']>[0]): Promise<void> => page.evaluate((part) => app.change(part), part);
/** The guide stands in the region that the application draws, and is the same one as long as it is branded. */
const inMain = (): Promise<number> => page.locator('main > madoguchi-guide').count();
const brand = (): Promise<void> => page.locator('madoguchi-guide').evaluate((one) => one.setAttribute('data-same', ''));
const same = (): Promise<number> => page.locator('madoguchi-guide[data-same]').count();
const words = (): Promise<number> => page.evaluate(() => CSS.highlights.get('madoguchi-term')?.size ?? 0);
const main = (): Promise<string> => page.locator('main').evaluate((one) => one.textContent);
const errors = (): Promise<string[]> => page.evaluate(() => app.errors);

describe.each(['react', 'vue'] as const)('%s', (framework) => {
  it('draws anew, takes away beside us, and opens and closes portals', async () => {
    expect((await browser.visit(page, frameworkUrl(framework, 'fresh'))).procedures).toEqual(['move-in']);
    await eventually(inMain).toBe(1);
    await eventually(words).toBeGreaterThan(2);
    const painted = await words();
    await brand();
    await change({ waiting: 5 });
    await eventually(main).toContain('待ち人数 5');
    await change({ note: true });
    await page.locator('body > #note').waitFor();
    await change({ note: false, waiting: null });
    await eventually(() => page.locator('#note, #waiting').count()).toBe(0);
    await change({ waiting: 7 });
    await eventually(main).toContain('待ち人数 7');
    expect([await inMain(), await same()]).toEqual([1, 1]);

    // The whole region goes, and us with it: the guide and the words come back.
    await change({ round: 1 });
    await eventually(same).toBe(0);
    await eventually(inMain).toBe(1);
    await eventually(words).toBe(painted);
    expect(await errors()).toEqual([]);
  });

  it('goes to other routes and back, and the guide with it', async () => {
    await page.getByRole('link', { name: '図書館の利用案内' }).click();
    await eventually(async () => (await browser.conclusionOf(page)).spotter).toBe('silent');
    await eventually(() => page.locator('madoguchi-guide').count()).toBe(0);
    expect(await main()).toBe('図書館の利用案内待ち人数 7本は2週間借りられます。');
    await page.getByRole('link', { name: '転入届の手続き' }).click();
    await eventually(inMain).toBe(1);
    await page.goBack();
    await eventually(() => page.locator('madoguchi-guide').count()).toBe(0);
    expect(await page.title()).toBe('図書館の利用案内 | みほん市');
    expect(await errors()).toEqual([]);
  });

  it('takes over what the server sent, after our guide was put into it', async () => {
    await browser.visit(page, frameworkUrl(framework, 'hydrated'));
    await eventually(inMain).toBe(1);
    await page.evaluate(() => app.takeOver());
    await change({ waiting: 3 });
    await eventually(main).toContain('待ち人数 3');
    await eventually(inMain).toBe(1);
    await change({ round: 1, waiting: null });
    await eventually(main).not.toContain('待ち人数');
    await eventually(inMain).toBe(1);
    expect(await page.locator('main > p').count()).toBe(3);
    expect(await errors()).toEqual([]);
    // React takes an element that it did not send for a mistake of the server and draws its root anew, once.
    expect((await page.evaluate(() => app.recovered)).length).toBe(framework === 'react' ? 1 : 0);
  });
});
