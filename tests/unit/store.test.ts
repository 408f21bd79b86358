import { describe, expect, it } from 'vitest';
import type { ItemPort } from '../../lib/browser.ts';
import { SavedDataUnreadable } from '../../lib/errors.ts';
import { createStore, DELIVERY_LOCK, type Item } from '../../lib/store.ts';

type Counter = { version: 1; n: number };
const counter: Item<Counter> = {
  key: 'counter',
  read: (stored) => {
    if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== 1) {
      throw new Error('unknown shape');
    }
    return stored as Counter;
  },
  empty: { version: 1, n: 0 },
};

/** Storage that answers late, so that two unlocked changes would overwrite each other. */
function slowItems(initial: Record<string, unknown> = {}) {
  const stored = new Map(Object.entries(initial));
  const later = () => new Promise((done) => setTimeout(done, 2));
  const port: ItemPort = {
    get: async (key) => (await later(), stored.get(key)),
    set: async (key, value) => (await later(), void stored.set(key, value)),
    remove: async (key) => void stored.delete(key),
  };
  return { port, stored };
}

/** Locks of one origin, as two windows share them. */
function locks() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: (name: string, work: () => Promise<unknown>) => {
      const tail = (tails.get(name) ?? Promise.resolve()).then(work, work);
      tails.set(name, tail);
      return tail;
    },
  } as unknown as Pick<LockManager, 'request'>;
}

const add = (value: Counter): Counter => ({ ...value, n: value.n + 1 });

describe('store', () => {
  it('loses no change when two windows write at once', async () => {
    const { port, stored } = slowItems();
    const shared = locks();
    const windows = [createStore(port, shared), createStore(port, shared)];
    await Promise.all(Array.from({ length: 20 }, (_, i) => windows[i % 2]!.update(counter, add)));
    expect(stored.get('counter')).toEqual({ version: 1, n: 20 });
  });

  it('would lose changes without the lock', async () => {
    const { port, stored } = slowItems();
    const free = { request: (_: string, work: () => Promise<unknown>) => work() } as unknown as Pick<
      LockManager,
      'request'
    >;
    await Promise.all(Array.from({ length: 20 }, () => createStore(port, free).update(counter, add)));
    expect(stored.get('counter')).not.toEqual({ version: 1, n: 20 });
  });

  it('keeps what it cannot read', async () => {
    const strange = { version: 7, secret: 'kept' };
    const { port, stored } = slowItems({ counter: strange });
    const store = createStore(port, locks());
    await expect(store.get(counter)).rejects.toBeInstanceOf(SavedDataUnreadable);
    await expect(store.update(counter, add)).rejects.toBeInstanceOf(SavedDataUnreadable);
    expect(stored.get('counter')).toBe(strange);
  });

  it('writes nothing that it could not read again', async () => {
    const { port, stored } = slowItems({ counter: { version: 1, n: 1 } });
    const store = createStore(port, locks());
    const broken = () => ({ version: 2, n: 1 }) as unknown as Counter;
    await expect(store.update(counter, broken)).rejects.toBeInstanceOf(SavedDataUnreadable);
    expect(stored.get('counter')).toEqual({ version: 1, n: 1 });
  });

  it('alone, nobody changes anything and no notices are delivered', async () => {
    const { port, stored } = slowItems({ counter: { version: 1, n: 1 } });
    const shared = locks();
    const store = createStore(port, shared);
    const order: string[] = [];
    const begun = Promise.withResolvers<void>();
    const erase = store.alone([counter.key], async () => {
      begun.resolve();
      for (let i = 0; i < 3; i++) await port.get('anything');
      await port.remove(counter.key);
      order.push('erased');
    });
    await begun.promise;
    const delivery = shared.request(DELIVERY_LOCK, async () => void order.push('delivered'));
    const added = store.update(counter, add).then(() => order.push('added'));
    await Promise.all([erase, added, delivery]);
    expect(order[0]).toBe('erased');
    expect(order.slice(1).toSorted()).toEqual(['added', 'delivered']);
    expect(stored.get('counter')).toEqual({ version: 1, n: 1 });
  });

  it('goes on after a change that threw', async () => {
    const { port, stored } = slowItems();
    const store = createStore(port, locks());
    await expect(
      store.update(counter, () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await store.update(counter, add);
    expect(stored.get('counter')).toEqual({ version: 1, n: 1 });
  });

  it('writes nothing when nothing changed', async () => {
    const { port, stored } = slowItems();
    await createStore(port, locks()).update(counter, (value) => value);
    expect(stored.has('counter')).toBe(false);
  });
});
