/** The page of 20,000 text nodes and a million characters. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fold } from '../../lib/page/block-text.ts';
import type { WordRule } from '../../lib/knowledge/compiled.ts';
import { buildFolder, type Chromium } from '../browser/harness/chromium.ts';
import { bundled } from '../../scripts/bundled.ts';
import { interleaved, pairwise, type Benchmark, type Circumstances, type Row } from './benchmark.ts';
import { recogniseAtRest } from './recognised.ts';
import { COVERED, openBench, UNCOVERED } from './site.ts';
import { BEGIN_HERE, longest, recordTasks, total } from './trace.ts';

const LONGEST_MS = 50;
const FLOORS = 2;
const CUT_OFF_MS = 60_000;
const AT_REST = { rest: 1_500, quiet: 4_000 };
/** What others paint or wrap later is none of their search. */
const QUIET_MS = 50;

export const stress: Benchmark = {
  name: 'stress',
  says:
    'A recognised page of 20,000 text nodes and a million characters. "as shipped": as for "recognised"; ' +
    'the search ends at 150 marks. "search": every word in the whole page, by the same code without that limit. ' +
    '"floor": one tree walk and one regular expression over the same text. mark.js 8.11.1 and advanced-mark.js 2.7.1 ' +
    'get the same words and look across elements as we do, once marking and once only searching; cut off at 60 s.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      return [...(await asShipped(browser, circumstances)), ...(await searches(browser, circumstances))];
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
    { what: 'as shipped, main thread', unit: 'ms', samples: settled.map(total) },
    { what: 'as shipped, of this tasks of ours', unit: 'ms', samples: script.map(total) },
    { what: 'as shipped, longest task of any kind', unit: 'ms', samples: settled.map(longest), budget: LONGEST_MS },
  ];
}

/** Words as the extension ships them, and one pattern of all their surfaces, longest first. */
function words(): { rules: readonly WordRule[]; surfaces: string[]; pattern: string } {
  const file = join(buildFolder('test'), 'knowledge', 'words.json');
  const rules = JSON.parse(readFileSync(file, 'utf8')) as readonly WordRule[];
  const surfaces = [...new Set(rules.flatMap((rule) => rule.surfaces.map(fold)))].toSorted(
    (a, b) => b.length - a.length,
  );
  return { rules, surfaces, pattern: surfaces.map((surface) => RegExp.escape(surface)).join('|') };
}

const require = createRequire(import.meta.url);
/** Both libraries call themselves `Mark`. */
const library = (path: string): string => readFileSync(require.resolve(path), 'utf8');
const MARK = library('mark.js/dist/mark.min.js');
const ADVANCED = library('advanced-mark.js/dist/mark.min.js');

async function searches(browser: Chromium, circumstances: Circumstances): Promise<Row[]> {
  const { rules, surfaces, pattern } = words();
  // `lib/page/find-words.ts` and the floor.
  const ours = await bundled(join(import.meta.dirname, 'finder.ts'), 'bench');
  const others = { separateWordSearch: false, diacritics: false, acrossElements: true };
  const mark = (options: object, filter: boolean): string =>
    `new Promise((done) => new Mark(document.body).mark(${JSON.stringify(surfaces)}, {
      ...${JSON.stringify(options)}, ${filter ? 'filter: () => false,' : ''} done }))`;
  const run = (script: string, call: string) => () => timed(browser, script, call);
  const advanced = { ...others, combinePatterns: 1_000 };
  const samples = await interleaved(
    {
      ours: run(ours, `bench.find(${JSON.stringify(rules)})`),
      floor: run(ours, `bench.floor(${JSON.stringify(pattern)})`),
      advanced: run(ADVANCED, mark(advanced, false)),
      advancedSearch: run(ADVANCED, mark(advanced, true)),
    },
    circumstances,
  );
  // Once is enough for what takes so long.
  const slow = await interleaved(
    { mark: run(MARK, mark(others, false)), markSearch: run(MARK, mark(others, true)) },
    { ...circumstances, runs: 1 },
    false,
  );

  const of = (found: readonly Search[]): number[] => found.map(({ cpu }) => cpu);
  const over = (a: readonly number[], b: readonly number[]): number[] => pairwise(a, b, (x, y) => x / y);
  const cut = (found: readonly Search[]): string => (found.some(({ ended }) => !ended) ? ', cut off' : '');
  const own = of(samples.ours);
  const first = own.slice(0, 1);
  return [
    { what: 'search', unit: 'ms', samples: own },
    {
      what: 'search, longest task',
      unit: 'ms',
      samples: samples.ours.map(({ longest }) => longest),
      budget: LONGEST_MS,
    },
    { what: 'floor', unit: 'ms', samples: of(samples.floor) },
    { what: 'search / floor', unit: '×', samples: over(own, of(samples.floor)), budget: FLOORS },
    { what: 'advanced-mark.js, marking', unit: 'ms', samples: of(samples.advanced) },
    { what: 'advanced-mark.js, searching only', unit: 'ms', samples: of(samples.advancedSearch) },
    {
      what: 'search / advanced-mark.js searching only',
      unit: '×',
      samples: over(own, of(samples.advancedSearch)),
      budget: 1,
    },
    { what: `mark.js, marking${cut(slow.mark)}`, unit: 'ms', samples: of(slow.mark) },
    { what: `mark.js, searching only${cut(slow.markSearch)}`, unit: 'ms', samples: of(slow.markSearch) },
    { what: 'search / mark.js searching only', unit: '×', samples: over(first, of(slow.markSearch)), budget: 0.1 },
  ];
}

type Search = { cpu: number; longest: number; ended: boolean };

/** Processor time of one search in a fresh page that is at rest. Cut off, it counts for the time it had. */
async function timed(browser: Chromium, script: string, call: string): Promise<Search> {
  const page = await browser.page(`${UNCOVERED}/stress`);
  const session = await page.context().newCDPSession(page);
  let ended = true;
  const cut = setTimeout(() => {
    ended = false;
    void session.send('Runtime.terminateExecution');
  }, CUT_OFF_MS);
  try {
    await page.evaluate(script);
    await page.waitForTimeout(500);
    cut.refresh();
    const action = (): Promise<unknown> => page.evaluate(`(${BEGIN_HERE}, ${call})`);
    const tasks = await recordTasks(page, browser.id, { from: 'begin', quiet: QUIET_MS, action });
    return { cpu: total(tasks), longest: longest(tasks), ended };
  } catch (error) {
    if (ended) throw error;
    return { cpu: CUT_OFF_MS, longest: CUT_OFF_MS, ended };
  } finally {
    clearTimeout(cut);
    await page.close();
  }
}
