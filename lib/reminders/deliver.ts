/**
 * Carries `reconcile` out: stores what it intends, shows it, and notes that it was shown. Called by whatever
 * might make a notice due (install, start-up, a change, an alarm, every start of the worker); calls that come
 * while one runs wait for it, and the last one sees the newest data.
 */
import type { Moment } from '../clock.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { typedIn } from '../household/typed.ts';
import { deliveries, household, reminders } from '../items.ts';
import { deadlinesOf } from '../rules/index.ts';
import type { ClockNote } from '../notes.ts';
import type { Locks, Store } from '../store.ts';
import type { Deliveries } from './deliveries.ts';
import { markShown, openNotices, reconcile, type Notice } from './index.ts';
import type { NoticeText } from './notice-text.ts';

export type DeliverPorts = {
  store: Store;
  locks: Locks;
  now: () => Promise<Moment>;
  buildDay: CivilDate;
  facts: () => Promise<FactRecords>;
  /** Words for a notice, in the language chosen, without the status of residence. */
  compose: (notice: Notice, today: CivilDate) => Promise<NoticeText>;
  show: (id: string, text: NoticeText) => Promise<void>;
  close: (id: string) => Promise<void>;
  /** Sets the one alarm, or clears it. It is a hint only: whatever it misses, the next call finds. */
  alarm: (at: Moment | null) => Promise<void>;
  /** The clock is wrong, or was: told in the popup. `seen`: the last day on which we ran. */
  noteClock: (note: ClockNote) => Promise<void>;
  /** How many notices are open; `problem`: stored data cannot be read. */
  badge: (state: { open: number; problem: boolean }) => Promise<void>;
};

/**
 * Brings notices, alarm and badge to where data and moment say they belong. Never throws for unreadable data; wishes
 * that cannot be read count as none, for notices matter more. `start`: the browser was just started.
 */
export async function deliver(ports: DeliverPorts, { start = false } = {}): Promise<void> {
  await ports.locks.request('deliver', async () => {
    try {
      await deliverAlone(ports, start);
    } catch (error) {
      await ports.badge({ open: 0, problem: true });
      console.error('Reminders stopped', error);
    }
  });
}

async function deliverAlone(ports: DeliverPorts, start: boolean): Promise<void> {
  const { store } = ports;
  const people = await store.get(household);
  const wishes = await store.getOrEmpty(reminders);
  const nothing = typedIn(people) === 0;
  const facts: FactRecords = nothing ? {} : await ports.facts();
  const now = await ports.now();
  const deadlines = nothing ? [] : deadlinesOf(people, facts, now.day);

  const work = (before: Deliveries) =>
    reconcile({ deadlines, deliveries: before, now, buildDay: ports.buildDay, wishes, start });
  // Told before the new day is stored: a worker that dies in between would not notice the leap again.
  const before = await store.get(deliveries);
  const { clock } = work(before);
  if (clock !== 'fine') await ports.noteClock({ kind: clock, seen: before.seen });

  let result: ReturnType<typeof reconcile> | undefined;
  const stored = await store.update(deliveries, (newest) => {
    result = work(newest);
    return result.deliveries;
  });
  if (!result) return;

  for (const id of result.close) await ports.close(id);
  for (const notice of result.show) {
    await ports.show(notice.id, await ports.compose(notice, now.day));
    await store.update(deliveries, (before) => markShown(before, notice.id));
  }
  await ports.alarm(result.next);
  await ports.badge({ open: openNotices(stored, deadlines).length, problem: false });
}
