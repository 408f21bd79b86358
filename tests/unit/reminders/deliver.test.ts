/** Delivery by a worker that can die at every single step, before and after it took effect. */
import { describe, expect, it, vi } from 'vitest';
import { deliveries, household as householdItem } from '../../../lib/items.ts';
import { deliver, type DeliverPorts } from '../../../lib/reminders/deliver.ts';
import { Deliveries } from '../../../lib/reminders/deliveries.ts';
import { markDone } from '../../../lib/reminders/index.ts';
import { createStore, type Locks } from '../../../lib/store.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { household, type Said } from '../../fixtures/people.ts';
import { at, BUILD, type Display } from './world.ts';

/** One worker at a time, as everywhere here. */
const locks: Locks = { request: (async (_name: string, work: () => unknown) => work()) as Locks['request'] };

class Dead extends Error {}

/** What outlives a worker: storage, the screen, the alarm, the badge. */
class Device {
  readonly stored = new Map<string, unknown>();
  readonly displays: Omit<Display, 'day'>[] = [];
  readonly screen = new Set<string>();
  clock: unknown = 'fine';
  alarm: unknown = 'never set';
  badge: unknown = 'never set';

  /** A run of a worker that dies at a step (from 1 on); resolves with how many steps there were, or throws `Dead`. */
  async run(now = at('2027-04-20'), dyingAt = Infinity): Promise<number> {
    let steps = 0;
    const step = (): void => {
      steps++;
      if (steps >= dyingAt) throw new Dead(); // and whatever comes after is not done either
    };
    const port =
      <A extends unknown[], R>(effect: (...args: A) => R) =>
      async (...args: A): Promise<Awaited<R>> => {
        step();
        const result = await effect(...args);
        step();
        return result;
      };
    const items = {
      get: port((key: string): unknown => structuredClone(this.stored.get(key))),
      set: port((key: string, value: unknown): void => void this.stored.set(key, structuredClone(value))),
      remove: port((key: string): void => void this.stored.delete(key)),
    };
    const ports: DeliverPorts = {
      store: createStore(items, locks),
      locks,
      now: port(() => now),
      buildDay: BUILD,
      facts: FACTS,
      compose: port(({ notices }) => ({ title: notices.join(' '), message: '', buttons: [] })),
      show: port((notification, { title }) => {
        this.displays.push({ notification, notices: title.split(' ') });
        this.screen.add(notification);
      }),
      onScreen: port(() => [...this.screen]),
      close: port((id) => void this.screen.delete(id)),
      alarm: port((moment) => void (this.alarm = moment)),
      noteClock: port((note) => void (this.clock = note)),
      badge: port((state) => void (this.badge = state)),
    };
    await deliver(ports);
    return steps;
  }

  deliveries(): Deliveries {
    return Deliveries.parse(this.stored.get(deliveries.key) ?? deliveries.empty);
  }

  /** Everything that must be the same however often a worker died. */
  outcome() {
    const { alarm, badge, clock } = this;
    return { deliveries: this.deliveries(), screen: [...this.screen].toSorted(), alarm, badge, clock };
  }
}

const one: Said[] = [{ card: '2027-05-06' }];
const three: Said[] = [{ card: '2027-05-06' }, { id: 'p2', card: '2027-05-08' }, { id: 'p3', card: '2027-05-13' }];
const many: Said[] = [...three, { id: 'p4', card: '2027-05-14' }, { id: 'p5', card: '2027-05-15' }];

const device = (people: Said[]): Device => {
  const made = new Device();
  made.stored.set(householdItem.key, household(...people));
  return made;
};
/** Shown a month ago, and one of them done meanwhile: its notification must go. */
const answered = async (): Promise<Device> => {
  const made = device(three);
  await made.run(at('2027-03-25'));
  const { [0]: first } = Object.values(made.deliveries().notices);
  made.stored.set(deliveries.key, markDone(made.deliveries(), first?.deadline ?? '', at('2027-03-26').day));
  return made;
};

const SCENES: Record<string, { start: () => Device | Promise<Device>; shown: number }> = {
  'one notice': { start: () => device(one), shown: 1 },
  'three notices': { start: () => device(three), shown: 3 },
  'a digest of five': { start: () => device(many), shown: 1 },
  'two more, and one to take away': { start: answered, shown: 2 },
};

describe.each(Object.entries(SCENES))('%s', (_name, { start, shown }) => {
  /** The same without any death. */
  const undisturbed = async (): Promise<{ steps: number; device: Device; before: number }> => {
    const well = await start();
    const before = well.displays.length;
    const steps = await well.run();
    return { steps, device: well, before };
  };

  it('is shown once, and not again by the next run', async () => {
    const { device, before } = await undisturbed();
    expect(device.displays.slice(before)).toHaveLength(shown);
    await device.run();
    expect(device.displays.slice(before)).toHaveLength(shown);
  });

  it('is shown at least once, under one id, whichever step a worker dies at', async () => {
    const { steps, device: well, before } = await undisturbed();
    expect(steps).toBeGreaterThan(10);
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    for (let dyingAt = 1; dyingAt <= steps; dyingAt++) {
      for (const again of [Infinity, dyingAt, 1 + (steps % dyingAt)]) {
        const ill = await start();
        await expect(ill.run(undefined, dyingAt), `step ${dyingAt}`).rejects.toThrow(Dead);
        const intended = ill.deliveries();
        // What is on the screen was in the store before.
        for (const { notices } of ill.displays) for (const id of notices) expect(intended.notices[id]).toBeDefined();
        if (again !== Infinity) {
          await ill.run(undefined, again).catch((error: unknown) => expect(error).toBeInstanceOf(Dead));
          ill.deliveries();
        }
        await ill.run();
        expect(ill.outcome(), `step ${dyingAt}`).toEqual(well.outcome());
        // Each notice once at least, and whenever it came, in the same place.
        const places = (of: Device) =>
          new Set(
            of.displays.slice(before).map(({ notification, notices }) => `${notification}: ${notices.join(' ')}`),
          );
        expect(places(ill), `step ${dyingAt}`).toEqual(places(well));
      }
    }
    logged.mockRestore();
  });
});
