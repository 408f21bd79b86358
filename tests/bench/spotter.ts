/** A page that the spotter covers and that is about nothing we know. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfBuild, type Chromium } from '../browser/harness/chromium.ts';
import { pairwise, interleaved, type Benchmark, type Circumstances, type Row } from './benchmark.ts';
import { COVERED, openBench, UNCOVERED, type RealClass } from './site.ts';
import { recordTasks, total, type Task } from './trace.ts';

const QUIET_MS = 700;
const SIZES = ['median', 'largest'] as const;
const BUDGET_MS: Readonly<Record<RealClass, number>> = { median: 2, largest: 5 };

/** What the main thread does for each address of `urls`, by name: loaded from an empty page, once a round. */
async function loads<Name extends string>(
  browser: Chromium,
  urls: Readonly<Record<Name, string>>,
  circumstances: Circumstances,
): Promise<Record<Name, Task[][]>> {
  const page = await browser.page();
  const load = (url: string) => async (): Promise<Task[]> => {
    await page.goto('about:blank');
    return recordTasks(page, browser.id, { from: 'load', quiet: QUIET_MS, action: () => page.goto(url) });
  };
  const entries = Object.entries<string>(urls).map(([name, url]) => [name, load(url)] as const);
  const measured = await interleaved(Object.fromEntries(entries) as Record<Name, () => Promise<Task[]>>, circumstances);
  await page.close();
  return measured;
}

/** Of each load what our tasks took. */
function own(loads: readonly Task[][]): number[] {
  const samples = loads.map((tasks) => total(tasks.filter((task) => task.ours)));
  if (samples.includes(0)) throw new Error('The script left no task in the trace');
  return samples;
}

/** The extension with another script in the spotter's place. */
function withScript(script: string): { folder: string; remove(): void } {
  const copy = copyOfBuild('test');
  writeFileSync(join(copy.folder, 'spotter.js'), script);
  return copy;
}

/** Rows of the least that a script can do with a page. By itself, for a second browser beside it slows the first one down. */
async function leastRows(circumstances: Circumstances): Promise<Row[]> {
  const reading = withScript('void document.body.textContent.length;');
  const browser = await openBench(reading);
  try {
    const rows: Row[] = [];
    for (const size of SIZES) {
      const { read } = await loads(browser, { read: `${COVERED}/${size}-unknown` }, circumstances);
      rows.push({ what: `${size} real, a script that reads textContent`, unit: 'ms', samples: own(read) });
    }
    return rows;
  } finally {
    await browser.close();
    reading.remove();
  }
}

export const spotter: Benchmark = {
  name: 'spotter',
  says:
    'A covered page that is not recognised. "tasks of ours": every task of the main thread in which our script ran, ' +
    'whole, with making its world and whatever it forced. "a script that reads textContent": the same of an extension ' +
    'whose script does nothing but that, once, with the body. "difference": everything that the main thread does for ' +
    'the page, less the same for the same page where the extension may not run, in the same browser.',
  async run(circumstances) {
    const rows: Row[] = [];
    const browser = await openBench();
    try {
      for (const size of SIZES) {
        const covered = `${COVERED}/${size}-unknown`;
        const page = await browser.page();
        const { spotter } = await browser.visit(page, covered);
        if (spotter !== 'silent') throw new Error(`The spotter is "${spotter}" on ${covered}, which is about nothing`);
        await page.close();
        const urls = { with: covered, without: `${UNCOVERED}/${size}-unknown` };
        const { with: ours, without } = await loads(browser, urls, circumstances);
        rows.push(
          { what: `${size} real, tasks of ours`, unit: 'ms', samples: own(ours), budget: BUDGET_MS[size] },
          {
            what: `${size} real, difference`,
            unit: 'ms',
            samples: pairwise(ours.map(total), without.map(total), (a, b) => a - b),
          },
        );
      }
    } finally {
      await browser.close();
    }
    return [...rows, ...(await leastRows(circumstances))];
  },
};
