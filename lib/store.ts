/**
 * Reading and changing what is stored. One writer at a time: every change of an item runs under a lock of its
 * name, which worker, popup and desk share because they have one origin, so that two windows cannot overwrite
 * each other's change. Values are checked when read; what cannot be read is never written over.
 */
import type { ItemPort } from './browser.ts';
import { SavedDataUnreadable } from './errors.ts';

export type Locks = Pick<LockManager, 'request'>;

export type Item<T> = {
  key: string;
  /** Today's shape of what was stored, or throws; `undefined` never reaches it. Pure. */
  read: (stored: unknown) => T;
  /** What holds while nothing is stored. */
  empty: T;
};

export type Store = {
  /** The item, or its empty value. Throws `SavedDataUnreadable`. */
  get<T>(item: Item<T>): Promise<T>;
  /** The item, or its empty value also where it cannot be read: for what can go on without it, and never writes. */
  getOrEmpty<T>(item: Item<T>): Promise<T>;
  /**
   * Applies `change` to the newest stored value and writes the result; nothing is written when `change` returns
   * its input. Resolves with the value that holds afterwards. Throws `SavedDataUnreadable` without writing, also where
   * what `change` returns could not be read again.
   */
  update<T>(item: Item<T>, change: (value: T) => T): Promise<T>;
  /**
   * Runs `work` while nobody changes what is stored under these keys and no notices are delivered: for import and
   * erase and what takes them back, which put something in place of everything. A delivery that had begun before would
   * go on with people who are gone. `work` reads and writes items itself; changing them through the store would wait
   * for ever.
   */
  alone<R>(keys: readonly string[], work: () => Promise<R>): Promise<R>;
  /** What is stored as it is, for a backup or to be shown as a problem. */
  raw(key: string): Promise<unknown>;
};

/** Held by a run that delivers notices (lib/reminders/deliver.ts). */
export const DELIVERY_LOCK = 'deliver';
const lockOf = (key: string): string => `store:${key}`;

function parse<T>(item: Item<T>, stored: unknown): T {
  if (stored === undefined) return item.empty;
  try {
    return item.read(stored);
  } catch (error) {
    throw new SavedDataUnreadable(item.key, error);
  }
}

export function createStore(items: ItemPort, locks: Locks = navigator.locks): Store {
  /** Runs `work` while it holds all of these locks. */
  const holding = <R>([name, ...others]: readonly string[], work: () => Promise<R>): Promise<R> =>
    name === undefined ? work() : (locks.request(name, () => holding(others, work)) as Promise<R>);
  return {
    get: async (item) => parse(item, await items.get(item.key)),
    getOrEmpty: async (item) => {
      try {
        return parse(item, await items.get(item.key));
      } catch (error) {
        if (error instanceof SavedDataUnreadable) return item.empty;
        throw error;
      }
    },
    update: (item, change) =>
      holding([lockOf(item.key)], async () => {
        const before = parse(item, await items.get(item.key));
        const after = change(before);
        if (after === before) return before;
        parse(item, after);
        await items.set(item.key, after);
        return after;
      }),
    // In one order everywhere: two who wait for each other would wait for ever.
    alone: (keys, work) => holding([DELIVERY_LOCK, ...keys.map(lockOf).toSorted()], work),
    raw: (key) => items.get(key),
  };
}
