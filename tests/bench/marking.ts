/** Finding and underlining every word, per class of pages: ours, the least that a search must do, and others. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import wordTable from '../../.data/words.json' with { type: 'json' };
import type { WordRule } from '../../lib/knowledge/compiled.ts';
import { bundled } from '../../scripts/bundled.ts';
import type { Chromium } from '../browser/harness/chromium.ts';
import { interleaved, pairwise, type Benchmark, type Circumstances, type Row } from './benchmark.ts';
import { openBench, UNCOVERED } from './site.ts';
import { BEGIN_HERE, longest, recordTasks, total } from './trace.ts';

const LONGEST_MS = 50;
const FLOORS = 2;
const CUT_OFF_MS = 60_000;
/** In which marks are painted; what comes later is none of ours and none of theirs. */
const QUIET_MS = 150;

const CLASSES = { median: 'median-unknown', largest: 'largest-unknown', stress: 'stress' } as const;
type PageClass = keyof typeof CLASSES;

const SAYS =
  'Every word in the whole page, at rest, where the extension does not run. "search" and "mark": our code alone, without ' +
  'the limit of 150 marks. "floor": one tree walk and one regular expression over the same text. mark.js 8.11.1 and ' +
  'advanced-mark.js 2.7.1 get the same words and look across elements as we do; mark.js once, cut off at 60 s. Heap and ' +
  'nodes: what the page holds more once marked, after a collection of garbage.';

/** `marking-median`, `marking-largest`, `marking-stress`. */
export const markings: readonly Benchmark[] = (Object.keys(CLASSES) as PageClass[]).map((of) => ({
  name: `marking-${of}`,
  says: SAYS,
  async run(circumstances) {
    const browser = await openBench();
    try {
      return await compare(browser, of, circumstances);
    } finally {
      await browser.close();
    }
  },
}));

/** Words as the extension ships them, their spellings, and one pattern of all of these, longest first. */
function words(): { rules: readonly WordRule[]; surfaces: string[]; pattern: string } {
  const rules = wordTable as readonly WordRule[];
  const surfaces = [...new Set(rules.flatMap((rule) => rule.surfaces))].toSorted((a, b) => b.length - a.length);
  return { rules, surfaces, pattern: surfaces.map((surface) => RegExp.escape(surface)).join('|') };
}

const require = createRequire(import.meta.url);
/** Both libraries call themselves `Mark`. */
const library = (path: string): string => readFileSync(require.resolve(path), 'utf8');
const MARK = library('mark.js/dist/mark.min.js');
const ADVANCED = library('advanced-mark.js/dist/mark.min.js');

async function compare(browser: Chromium, of: PageClass, circumstances: Circumstances): Promise<Row[]> {
  const { rules, surfaces, pattern } = words();
  const own = await bundled(join(import.meta.dirname, 'finder.ts'), 'bench');
  const ruled = JSON.stringify(rules);
  const others = { separateWordSearch: false, diacritics: false, acrossElements: true };
  const theirs = (options: object, filter = false): string =>
    `new Promise((done) => (globalThis.marker = new Mark(document.body)).mark(${JSON.stringify(surfaces)}, {
      ...${JSON.stringify(options)}, ${filter ? 'filter: () => false,' : ''} done }))`;
  const unmark = 'new Promise((done) => marker.unmark({ done }))';
  const run = (script: string, mark: string, unmark?: string) => () => measured(browser, of, { script, mark, unmark });
  const advanced = { ...others, combinePatterns: 1_000 };
  const samples = await interleaved(
    {
      search: run(own, `bench.find(${ruled})`),
      floor: run(own, `bench.floor(${JSON.stringify(pattern)})`),
      mark: run(own, `bench.mark(${ruled})`, 'bench.unmark()'),
      advanced: run(ADVANCED, theirs(advanced), unmark),
      advancedSearch: run(ADVANCED, theirs(advanced, true)),
    },
    circumstances,
  );
  // Once is enough for what takes so long.
  const { mark } = await interleaved({ mark: run(MARK, theirs(others), unmark) }, { ...circumstances, runs: 1 }, false);

  const row = (what: string, found: readonly Measured[], figure: keyof Measured, budget?: number): Row => ({
    what,
    unit: figure === 'heap' ? 'KB' : figure === 'nodes' ? '#' : 'ms',
    samples: found.map((sample) => Number(sample[figure])),
    ...(budget !== undefined && { budget }),
  });
  const ratio = (what: string, a: readonly Measured[], b: readonly Measured[], budget?: number): Row => ({
    what,
    unit: '×',
    samples: pairwise(
      a.slice(0, b.length).map(({ cpu }) => cpu),
      b.map(({ cpu }) => cpu),
      (x, y) => x / y,
    ),
    ...(budget !== undefined && { budget }),
  });
  const all = (name: string, found: readonly Measured[]): Row[] =>
    found.some(({ ended }) => !ended)
      ? [row(`${name} (cut off)`, found, 'cpu')]
      : [
          row(name, found, 'cpu'),
          row(`${name}: longest task`, found, 'longest', name === 'mark' ? LONGEST_MS : undefined),
          row(`${name}: heap`, found, 'heap'),
          row(`${name}: nodes`, found, 'nodes'),
          row(`${name}: taken away again`, found, 'unmark'),
        ];
  return [
    row('search', samples.search, 'cpu'),
    row('search: longest task', samples.search, 'longest', LONGEST_MS),
    row('floor', samples.floor, 'cpu'),
    // Where pages are small, making the pattern ready is most of it, on both sides: the budget is for long texts.
    ratio('search / floor', samples.search, samples.floor, of === 'stress' ? FLOORS : undefined),
    ...all('mark', samples.mark),
    ...all('advanced-mark.js', samples.advanced),
    ratio('mark / advanced-mark.js', samples.mark, samples.advanced, 1),
    ratio('search / advanced-mark.js searching only', samples.search, samples.advancedSearch, 1),
    ...all('mark.js', mark),
    ratio('mark / mark.js', samples.mark, mark, 0.1),
  ];
}

type Measured = {
  /** processor time in ms until everything is marked and painted; cut off, the time it had */
  cpu: number;
  longest: number;
  /** processor time in ms until nothing is marked any more */
  unmark: number;
  /** KB */
  heap: number;
  nodes: number;
  ended: boolean;
};

/** One search, or one marking and its end, in a fresh page that is at rest. */
async function measured(
  browser: Chromium,
  of: PageClass,
  { script, mark, unmark }: { script: string; mark: string; unmark: string | undefined },
): Promise<Measured> {
  const page = await browser.page(`${UNCOVERED}/${CLASSES[of]}`);
  const session = await page.context().newCDPSession(page);
  let ended = true;
  const cut = setTimeout(() => {
    ended = false;
    void session.send('Runtime.terminateExecution');
  }, CUT_OFF_MS);
  const timed = async (call: string): Promise<{ cpu: number; longest: number }> => {
    const action = (): Promise<unknown> => page.evaluate(`(${BEGIN_HERE}, ${call})`);
    const tasks = await recordTasks(page, browser.id, { from: 'begin', quiet: QUIET_MS, action });
    return { cpu: total(tasks), longest: longest(tasks) };
  };
  try {
    await page.evaluate(script);
    await page.waitForTimeout(300);
    const before = await holds(session);
    cut.refresh();
    const marked = await timed(mark);
    const after = await holds(session);
    const undone = unmark === undefined ? NaN : (await timed(unmark)).cpu;
    return { ...marked, unmark: undone, heap: after.heap - before.heap, nodes: after.nodes - before.nodes, ended };
  } catch (error) {
    if (ended) throw error;
    return { cpu: CUT_OFF_MS, longest: CUT_OFF_MS, unmark: NaN, heap: NaN, nodes: NaN, ended };
  } finally {
    clearTimeout(cut);
    await page.close();
  }
}

/** What the page holds after a collection of garbage, with detached nodes. */
async function holds(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / 1024, nodes };
}
