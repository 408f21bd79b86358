/** The page of 20,000 text nodes and a million characters. */
import type { Chromium } from '../browser/harness/chromium.ts';
import { interleaved, type Benchmark, type Circumstances, type Row } from './benchmark.ts';
import { recogniseAtRest } from './recognised.ts';
import { COVERED, openBench } from './site.ts';
import { longest, total } from './trace.ts';

const LONGEST_MS = 50;
const AT_REST = { rest: 1_500, quiet: 4_000 };

export const stress: Benchmark = {
  name: 'stress',
  says:
    'A recognised page of 20,000 text nodes and a million characters, as shipped: as for "recognised"; the search ends ' +
    'at 150 marks.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      return await asShipped(browser, circumstances);
    } finally {
      await browser.close();
    }
  },
};

async function asShipped(browser: Chromium, circumstances: Circumstances): Promise<Row[]> {
  const page = await browser.page();
  const { settled } = await interleaved(
    { settled: () => recogniseAtRest(browser, page, `${COVERED}/stress-untitled`, AT_REST) },
    circumstances,
  );
  await page.close();
  const script = settled.map((tasks) => tasks.filter(({ ours }) => ours));
  return [
    { what: 'main thread', unit: 'ms', samples: settled.map(total) },
    { what: 'of this tasks of ours', unit: 'ms', samples: script.map(total) },
    { what: 'longest task of any kind', unit: 'ms', samples: settled.map(longest), budget: LONGEST_MS },
  ];
}
