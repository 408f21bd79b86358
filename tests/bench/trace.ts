/**
 * What the main thread of a page does, from the browser's own tracing. Times are processor time of that thread: on a
 * machine that others use too, the wall clock also counts the time in which the thread waited for a core.
 */
import type { CDPSession, Page } from 'playwright-core';

/** One task of the main thread, from the event loop and back to it: what "long task" is counted in. */
export type Task = {
  /** processor time in ms */
  cpu: number;
  /** whether scripts or messages of the extension took part in it; it then counts whole */
  ours: boolean;
  /** the longest thing in it beside the task itself, for example `Layout`; for looking into it */
  mostly: string;
};

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'loading', 'blink.user_timing', '__metadata'];
const BEGIN = 'bench:begin';
const END = 'bench:end';

/** The part of a trace event that is read here; times in microseconds. */
type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: unknown;
};

/**
 * Records the tasks of the page's main thread while `action` runs and for `quiet` ms after it. `from: 'begin'`: from
 * when the action calls `begin` in the page (see `BEGIN_HERE`); `'load'`: from when the browser hands a new document
 * over. Rejects when there is nothing to find, or with what the action rejects with.
 */
export async function recordTasks(
  page: Page,
  extension: string,
  { from, quiet, action }: { from: 'begin' | 'load'; quiet: number; action: () => Promise<unknown> },
): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Event[])));
  await startTracing(session);
  try {
    await action();
    await new Promise((resolve) => setTimeout(resolve, quiet));
    await page.evaluate((name) => void performance.mark(name), END);
  } finally {
    await stopTracing(session);
    await session.detach();
  }
  return tasksIn(events, extension, from);
}

/** In the page, within an action: counting starts with the task that runs this. */
export const BEGIN_HERE = `performance.mark(${JSON.stringify(BEGIN)})`;

async function startTracing(session: CDPSession): Promise<void> {
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: [...CATEGORIES, 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
}

async function stopTracing(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

/** Pure. Throws when the marks are not there, or when the browser gave no processor time. */
function tasksIn(events: readonly Event[], extension: string, from: 'begin' | 'load'): Task[] {
  const end = events.findLast(({ name }) => name === END);
  if (!end) throw new Error('The trace does not contain its own end');
  const thread = events.filter(({ pid, tid }) => pid === end.pid && tid === end.tid).toSorted((a, b) => a.ts - b.ts);
  const begin = thread.findLast(({ name }) => name === (from === 'begin' ? BEGIN : 'CommitLoad'));
  if (!begin) throw new Error(`The trace does not contain its ${from}`);
  const whole = thread.filter(
    (event) => event.ph === 'X' && event.ts + (event.dur ?? 0) > begin.ts && event.ts < end.ts,
  );
  const tasks = whole.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && end.ts > ts + dur);
  return tasks.map((task) => {
    if (task.tdur === undefined) throw new Error('This browser measures no processor time of threads');
    const parts = whole.filter(
      (part) => part !== task && part.ts >= task.ts && part.ts + (part.dur ?? 0) <= task.ts + (task.dur ?? 0),
    );
    return { cpu: task.tdur / 1000, ours: parts.some((part) => isOurs(part, extension)), mostly: longestOf(parts) };
  });
}

function isOurs({ args }: Event, extension: string): boolean {
  const said = JSON.stringify(args ?? null);
  return said.includes(`chrome-extension://${extension}/`) || said.includes('"extensions.mojom.');
}

const FRAMES: ReadonlySet<string> = new Set(['ThreadControllerImpl::RunTask', 'Receive mojo message']);
const longestOf = (parts: readonly Event[]): string =>
  parts.filter(({ name }) => !FRAMES.has(name)).toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))[0]?.name ?? 'other';

/** Processor time of all tasks, in ms. */
export const total = (tasks: readonly Task[]): number => tasks.reduce((sum, { cpu }) => sum + cpu, 0);
/** The longest task, in ms. */
export const longest = (tasks: readonly Task[]): number => Math.max(0, ...tasks.map(({ cpu }) => cpu));
