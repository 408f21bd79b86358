/**
 * A computer on which the worker and two windows run over one storage. Whatever they ask of the browser waits until it
 * is let through, so that any of them can be overtaken, fail or die at every `await`; what they run is the real code.
 */
import { vi } from 'vitest';
import { createActions, type Actions } from '../../../components/ui/actions.ts';
import type { Said } from '../../../components/ui/view.ts';
import type { ItemPort } from '../../../lib/browser.ts';
import { instantOf, now, type Moment } from '../../../lib/clock.ts';
import type { ClockNote } from '../../../lib/notes.ts';
import { deliver } from '../../../lib/reminders/deliver.ts';
import type { NoticeText } from '../../../lib/reminders/notice-text.ts';
import type { Notice } from '../../../lib/reminders/index.ts';
import { createStore, DELIVERY_LOCK, type Locks } from '../../../lib/store.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { BUILD } from './world.ts';

/** Something asked of the browser that it has not done yet. */
export type Call = {
  by: Process;
  /** for example `set deliveries` or `show` */
  name: string;
  effect: () => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** What the browser does with a call. `dies`: whoever asked is gone, before or after the call took effect. */
export type Fate = 'done' | 'fails' | 'dies before' | 'dies after';

/** A worker or a window. One that is dead is told nothing any more, so that its code goes no further. */
export class Process {
  alive = true;
  /** how many calls of it were let through */
  calls = 0;
  /** which version of an item it saw last */
  readonly saw = new Map<string, number>();
  readonly is: 'worker' | 'window';
  readonly #computer: Computer;

  constructor(computer: Computer, is: 'worker' | 'window') {
    this.#computer = computer;
    this.is = is;
  }

  /** A function of the browser, as this process may call it. `effect` is what it does once it is let through. */
  port<A extends readonly unknown[], R>(name: string, effect: (...args: A) => R): (...args: A) => Promise<Awaited<R>> {
    return (...args) =>
      new Promise<Awaited<R>>((resolve, reject) => {
        if (!this.alive) return;
        this.#computer.calls.push({
          by: this,
          name: typeof args[0] === 'string' ? `${name} ${args[0]}` : name,
          effect: () => effect(...args),
          resolve: resolve as Call['resolve'],
          reject,
        });
      });
  }

  readonly locks: Locks = {
    request: ((name: string, work: () => unknown) => this.#computer.request(this, name, work)) as Locks['request'],
  };

  items(): ItemPort {
    const computer = this.#computer;
    return {
      get: this.port('get', (key: string) => {
        this.saw.set(key, computer.versionOf(key));
        return computer.read(key);
      }),
      set: this.port('set', (key: string, value: unknown) => computer.write(this, key, value)),
      remove: this.port('remove', (key: string) => computer.write(this, key, undefined)),
    };
  }
}

/** What a run of the worker found when it began. */
export type Run = { began: number; before: unknown };
/** `blind`: put in place of everything, as by an import. `stale`: without having seen the change before. */
export type Writing = { by: Process; key: string; before: unknown; after: unknown; blind: boolean; stale: boolean };
export type Display = { by: Process; run: Run; id: string; notices: readonly string[]; deadlines: readonly string[] };

/** Told at once, while everything is as it was in that moment. */
export type Watcher = { wrote: (writing: Writing) => void; showed: (display: Display) => void };

/** The real clock of the product (lib/clock.ts) reads the clock of this computer. */
export const useClockOf = (computer: () => Computer): void =>
  void vi
    .spyOn(Temporal.Now, 'instant')
    .mockImplementation(() => Temporal.Instant.fromEpochMilliseconds(computer().clock));

const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const alarmAt = new Map<string, number>();

/** An alarm's instant; the same few days are asked for again and again. */
function instantOnce(moment: Moment): number {
  const key = `${moment.day} ${moment.hour}`;
  const known = alarmAt.get(key) ?? instantOf(moment);
  alarmAt.set(key, known);
  return known;
}

export class Computer {
  readonly calls: Call[] = [];
  readonly screen = new Set<string>();
  /** what the device's clock shows, in milliseconds since 1970 */
  clock: number;
  alarm: number | null = null;
  badge: { open: number; problem: boolean } | null = null;
  note: ClockNote | null = null;
  worker: Process | null = null;
  /** how often the worker was asked to look */
  runs = 0;
  /** grows with everything that a run has to look at again */
  tick = 0;
  /** the run that ended last, and whether it said that all went well */
  last: { began: number; well: boolean } | null = null;
  watcher: Watcher = { wrote: () => undefined, showed: () => undefined };
  /** says that a write is done before it is: only for a broken one */
  lazy = false;
  /** says that a write is done when it failed: only for a broken one */
  deaf = false;
  /** locks that keep nobody out: only for a broken one */
  unlocked = false;
  readonly #stored = new Map<string, string>();
  readonly #looked = new Map<string, unknown>();
  readonly #versions = new Map<string, number>();
  /** which call of the worker came last when an item was changed */
  readonly #changedAt = new Map<string, number>();
  readonly #queues = new Map<string, { by: Process; start: () => void }[]>();
  #waiting = 0;

  constructor(clock: number) {
    this.clock = clock;
  }

  read(key: string): unknown {
    const text = this.#stored.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** The same, read once and shared: to be looked at only. */
  look(key: string): unknown {
    if (!this.#looked.has(key)) this.#looked.set(key, this.read(key));
    return this.#looked.get(key);
  }

  all(): Record<string, unknown> {
    return Object.fromEntries([...this.#stored].map(([key, text]) => [key, JSON.parse(text)]));
  }

  isEmpty(): boolean {
    return this.#stored.size === 0;
  }

  versionOf(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  /** How many calls the worker has made since this item was last changed by somebody else. */
  callsSince(key: string, worker: Process): number {
    return worker.calls - (this.#changedAt.get(key) ?? -Infinity);
  }

  write(by: Process, key: string, value: unknown): void {
    const before = this.look(key);
    const version = this.versionOf(key);
    const saw = by.saw.get(key) ?? version;
    const blind = by.is === 'window' && this.#queues.get(DELIVERY_LOCK)?.[0]?.by === by;
    if (value === undefined) this.#stored.delete(key);
    else this.#stored.set(key, JSON.stringify(value));
    this.#looked.delete(key);
    this.#versions.set(key, version + 1);
    by.saw.delete(key);
    if (by !== this.worker && this.worker) this.#changedAt.set(key, this.worker.calls);
    this.tick++;
    this.watcher.wrote({
      by,
      key,
      before,
      after: this.look(key),
      blind,
      stale: !blind && saw !== version,
    });
    if (key === 'household' || key === 'deliveries' || key === 'settings') this.hint();
  }

  /** An event for the worker, which starts one if there is none. */
  hint(): void {
    this.worker ??= new Process(this, 'worker');
    // A run that waits sees all that has happened before it begins.
    if (this.#waiting > 0) return;
    this.#waiting++;
    void this.#run(this.worker);
  }

  async #run(worker: Process): Promise<void> {
    this.runs++;
    const items = worker.items();
    let run: Run | undefined;
    const begun = (): Run => {
      if (run) return run;
      throw new Error('The worker showed something before it asked what is stored');
    };
    const clock = { get: async () => undefined, set: async () => undefined, remove: async () => undefined };
    await deliver({
      store: createStore(items, worker.locks),
      // What is asked for under the lock is the beginning of a run.
      locks: {
        request: ((name: string, work: () => unknown) =>
          worker.locks.request(name, () => {
            this.#waiting--;
            run = { began: this.tick, before: this.look('deliveries') };
            return work();
          })) as Locks['request'],
      },
      now: worker.port('now', () => now(clock)),
      buildDay: BUILD,
      facts: FACTS,
      compose: worker.port('compose', ({ notices, deadlines }: Notice) => ({
        title: notices.join(' '),
        message: deadlines.map(({ id }) => id).join(' '),
        buttons: [],
      })),
      show: worker.port('show', (id: string, { title, message }: NoticeText) => {
        this.screen.add(id);
        this.watcher.showed({ by: worker, run: begun(), id, notices: title.split(' '), deadlines: message.split(' ') });
      }),
      onScreen: worker.port('onScreen', () => [...this.screen]),
      close: worker.port('close', (id: string) => void this.screen.delete(id)),
      alarm: worker.port('alarm', (moment: Moment | null) => void (this.alarm = moment && instantOnce(moment))),
      noteClock: worker.port('noteClock', (note: ClockNote) => void (this.note = note)),
      badge: worker.port('badge', (state: { open: number; problem: boolean }) => {
        this.badge = state;
        this.last = { began: begun().began, well: !state.problem };
      }),
    });
  }

  /** A window of ours. `said`: what it told the person last. */
  open(): { process: Process; actions: Actions; said: { value: Said | undefined } } {
    const process = new Process(this, 'window');
    const items = process.items();
    const said: { value: Said | undefined } = { value: undefined };
    const clock = { get: async () => undefined, set: async () => undefined, remove: async () => undefined };
    const actions = createActions({
      store: createStore(items, process.locks),
      items,
      all: process.port('all', () => this.all()),
      now: () => now(clock),
      inWords: (day) => day,
      said: said as Parameters<typeof createActions>[0]['said'],
      refresh: async () => undefined,
      lookAt: () => undefined,
    });
    return { process, actions, said };
  }

  /** As the browser's own locks: one holder, the others wait in turn; who dies holds and waits for nothing. */
  request(by: Process, name: string, work: () => unknown): Promise<unknown> {
    if (this.unlocked) return Promise.resolve().then(work);
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      const request = {
        by,
        start: () =>
          void Promise.resolve()
            .then(work)
            .then(resolve, reject)
            .finally(() => this.#leave(queue, (one) => one === request)),
      };
      queue.push(request);
      if (queue[0] === request) request.start();
    });
  }

  #leave<T extends { start: () => void }>(queue: T[], leaves: (request: T) => boolean): void {
    const [holder] = queue;
    queue.splice(0, queue.length, ...queue.filter((one) => !leaves(one)));
    if (queue[0] !== holder) queue[0]?.start();
  }

  kill(process: Process): void {
    process.alive = false;
    if (process === this.worker) {
      this.worker = null;
      this.#waiting = 0;
    }
    this.calls.splice(0, this.calls.length, ...this.calls.filter(({ by }) => by !== process));
    for (const queue of this.#queues.values()) this.#leave(queue, ({ by }) => by === process);
  }

  /** Lets calls through, one at a time, until nobody asks for anything. `choose` picks one of so many. */
  async work(choose: (count: number) => number, fateOf: (call: Call) => Fate): Promise<void> {
    for (;;) {
      await flush();
      const [call] = this.calls.splice(choose(this.calls.length), 1);
      if (!call) return;
      const fate = fateOf(call);
      call.by.calls++;
      if (this.lazy && call.name === 'set deliveries' && call.by === this.worker && fate === 'done') {
        call.resolve(undefined);
        this.calls.push({ ...call, name: 'at last set deliveries', resolve: () => undefined });
      } else if (fate === 'dies before') this.kill(call.by);
      else if (fate === 'fails') {
        if (this.deaf) call.resolve(undefined);
        else call.reject(new Error(`The browser could not ${call.name}`));
      } else {
        const answer = await call.effect();
        if (fate === 'dies after') this.kill(call.by);
        else call.resolve(answer);
      }
    }
  }

  /** Something happened that no process did: whoever looked before has to look again. */
  changed(): void {
    this.tick++;
  }
}
