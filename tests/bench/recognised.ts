/** A page that is recognised: guide under the heading, words underlined. */
import type { Page } from 'playwright-core';
import type { Chromium } from '../browser/harness/chromium.ts';
import { interleaved, pairwise, type Benchmark, type Circumstances, type Row } from './benchmark.ts';
import { TITLE } from './page.ts';
import { COVERED, openBench, type RealClass, UNCOVERED } from './site.ts';
import { BEGIN_HERE, longest, recordTasks, total, type Task } from './trace.ts';

const WALL_MS = 300;
const MAIN_MS: Readonly<Record<RealClass, number>> = { median: 20, largest: 50 };
const LONGEST_MS = 50;
const AT_REST = { rest: 1_000, quiet: 2_000 };

export const recognised: Benchmark = {
  name: 'recognised',
  says:
    'A recognised page. "painted": wall clock from the start of the navigation to the frame after guide and marks ' +
    'are there. "main thread": the page is loaded and at rest under another title, then gets its own; everything ' +
    'that the main thread does from then on, less the same for the same page where the extension may not run: scripts, ' +
    'their compilation, garbage, style, layout, paint. "longest task" is the longest of these.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      const page = await browser.page();
      const rows: Row[] = [];
      for (const size of ['median', 'largest'] as const) {
        rows.push(...(await painted(browser, size, circumstances)));
        const { settled, without } = await interleaved(
          {
            settled: () => recogniseAtRest(browser, page, `${COVERED}/${size}-untitled`, AT_REST),
            without: () => titleAtRest(browser, page, `${UNCOVERED}/${size}-untitled`, AT_REST),
          },
          circumstances,
        );
        const main = pairwise(settled.map(total), without.map(total), (ours, theirs) => ours - theirs);
        rows.push(
          { what: `${size} real, main thread`, unit: 'ms', samples: main, budget: MAIN_MS[size] },
          { what: `${size} real, longest task`, unit: 'ms', samples: settled.map(longest), budget: LONGEST_MS },
        );
      }
      return rows;
    } finally {
      await browser.close();
    }
  },
};

async function painted(browser: Chromium, size: RealClass, circumstances: Circumstances): Promise<Row[]> {
  const watched = await browser.page();
  await watched.addInitScript(watchForPaint);
  const { visit } = await interleaved(
    {
      visit: async () => {
        await watched.goto('about:blank');
        await watched.goto(`${COVERED}/${size}-known`);
        return (await watched.waitForFunction(() => (globalThis as Watched).benchPainted)).jsonValue();
      },
    },
    circumstances,
  );
  await watched.close();
  const moments = visit.map((moment) => {
    if (!moment) throw new Error('Nothing was painted');
    return moment;
  });
  const at = moments.map((moment) => moment.painted);
  const ready = moments.map((moment) => moment.ready);
  return [
    { what: `${size} real, navigation to painted`, unit: 'ms', samples: at, budget: WALL_MS },
    { what: `${size} real, of this after the document`, unit: 'ms', samples: pairwise(at, ready, (a, b) => a - b) },
  ];
}

type Watched = typeof globalThis & { benchPainted?: { painted: number; ready: number } };

/** In the page: notes, in ms since the navigation began, when the document was ready and when ours was painted. */
function watchForPaint(): void {
  const look = (): void => {
    if (!document.querySelector('madoguchi-guide') || CSS.highlights.size === 0)
      return void requestAnimationFrame(look);
    // This frame paints them; the next one comes when that is done.
    requestAnimationFrame(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      const ready = (navigation as PerformanceNavigationTiming).domContentLoadedEventStart;
      (globalThis as Watched).benchPainted = { painted: performance.now(), ready };
    });
  };
  look();
}

/** `rest`: ms from the load event; under 4,000, for the spotter waits for late content only so long. `quiet`: ms that are recorded. */
type Pause = { rest: number; quiet: number };

/** Loads a page that is like a recognised one but for its title, lets it come to rest, gives it the title and records what follows. */
async function titleAtRest(browser: Chromium, page: Page, url: string, { rest, quiet }: Pause): Promise<Task[]> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForTimeout(rest);
  return recordTasks(page, browser.id, {
    from: 'begin',
    quiet,
    action: () => page.evaluate(`${BEGIN_HERE}; document.title = ${JSON.stringify(TITLE)}`),
  });
}

/** The same where the extension runs. Rejects when nothing was underlined then. */
export async function recogniseAtRest(browser: Chromium, page: Page, url: string, pause: Pause): Promise<Task[]> {
  const tasks = await titleAtRest(browser, page, url, pause);
  if (!(await page.evaluate(() => CSS.highlights.size)))
    throw new Error(`Nothing was underlined on ${url} in ${pause.quiet} ms`);
  return tasks;
}
