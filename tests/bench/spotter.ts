/** A page that the spotter covers and that is about nothing we know. */
import { pairwise, interleaved, type Benchmark, type Row } from './benchmark.ts';
import { COVERED, openBench, UNCOVERED, type RealClass } from './site.ts';
import { recordTasks, total, type Task } from './trace.ts';

const QUIET_MS = 700;
const BUDGET_MS: Readonly<Record<RealClass, number>> = { median: 2, largest: 5 };

export const spotter: Benchmark = {
  name: 'spotter',
  says:
    'A covered page that is not recognised. "tasks of ours": every task of the main thread in which our script ran, ' +
    'whole, with making its world and whatever it forced. "difference": everything that the main thread does for ' +
    'the page, less the same for the same page where the extension may not run, in the same browser.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      const page = await browser.page();
      const load = (url: string) => async (): Promise<Task[]> => {
        await page.goto('about:blank');
        return recordTasks(page, browser.id, { from: 'load', quiet: QUIET_MS, action: () => page.goto(url) });
      };
      const rows: Row[] = [];
      for (const size of ['median', 'largest'] as const) {
        const covered = `${COVERED}/${size}-unknown`;
        const { spotter } = await browser.visit(page, covered);
        if (spotter !== 'silent') throw new Error(`The spotter is "${spotter}" on ${covered}, which is about nothing`);
        const { with: ours, without } = await interleaved(
          { with: load(covered), without: load(`${UNCOVERED}/${size}-unknown`) },
          circumstances,
        );
        const own = ours.map((tasks) => total(tasks.filter((task) => task.ours)));
        if (own.includes(0)) throw new Error('The spotter left no task in the trace');
        rows.push(
          { what: `${size} real, tasks of ours`, unit: 'ms', samples: own, budget: BUDGET_MS[size] },
          {
            what: `${size} real, difference`,
            unit: 'ms',
            samples: pairwise(ours.map(total), without.map(total), (a, b) => a - b),
          },
        );
      }
      return rows;
    } finally {
      await browser.close();
    }
  },
};
