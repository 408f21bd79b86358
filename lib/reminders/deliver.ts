/**
 * Carries `reconcile` out: stores what it intends, shows it, and notes that it was shown. Called by whatever
 * might make a notice due (install, start-up, a change, an alarm, every start of the worker); calls that come
 * while one runs wait for it, and the last one sees the newest data.
 */
import type { Moment } from '../clock.ts';
import { addDays } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';
import { SavedDataUnreadable } from '../errors.ts';
import type { FactRecords } from '../knowledge/compiled.ts';
import { typedIn } from '../household/typed.ts';
import { deliveries, household, reminders } from '../items.ts';
import { deadlinesOf } from '../rules/index.ts';
import type { ClockNote } from '../notes.ts';
import { DELIVERY_LOCK, type Locks, type Store } from '../store.ts';
import type { Deliveries } from './deliveries.ts';
import { markShown, openNotices, reconcile, type Notice } from './index.ts';
import type { NoticeText } from './notice-text.ts';

export type DeliverPorts = {
  store: Store;
  locks: Locks;
  now: () => Promise<Moment>;
  buildDay: CivilDate;
  facts: FactRecords;
  /** Words for a notice, in the language chosen, without the status of residence. */
  compose: (notice: Notice, today: CivilDate) => Promise<NoticeText>;
  show: (id: string, text: NoticeText) => Promise<void>;
  /** ids of the notifications that the browser still has on the screen */
  onScreen: () => Promise<readonly string[]>;
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
  await ports.locks.request(DELIVERY_LOCK, async () => {
    try {
      await deliverAlone(ports, start);
    } catch (error) {
      await ports.badge({ open: 0, problem: true });
      // What cannot be read waits for a change, which calls us. Whatever else failed may work later, and the alarm that
      // called us is used up.
      if (!(error instanceof SavedDataUnreadable)) await ports.alarm(anHourAfter(await ports.now()));
      console.error('Reminders stopped', error);
    }
  });
}

const anHourAfter = ({ day, hour }: Moment): Moment =>
  hour < 23 ? { day, hour: hour + 1 } : { day: addDays(day, 1), hour: 0 };

async function deliverAlone(ports: DeliverPorts, start: boolean): Promise<void> {
  const { store } = ports;
  const people = await store.get(household);
  const wishes = await store.getOrEmpty(reminders);
  const nothing = typedIn(people) === 0;
  const now = await ports.now();
  const deadlines = nothing ? [] : deadlinesOf(people, ports.facts, now.day);

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

  // Asked of the browser: after an erase or an import the store knows nothing of what stands there.
  const wanted = new Set(result.open.map(({ notification }) => notification));
  for (const id of await ports.onScreen()) if (!wanted.has(id)) await ports.close(id);

  // What was answered or deleted since this run began is not shown: that change has a run of its own, which waits.
  const stillOpen = async ({ id, deadlines: carried }: Notice): Promise<boolean> => {
    if (JSON.stringify(await store.get(household)) !== JSON.stringify(people)) return false;
    const open = openNotices(await store.get(deliveries), deadlines);
    return open.filter(({ notification }) => notification === id).length === carried.length;
  };
  for (const notice of result.show) {
    const text = await ports.compose(notice, now.day);
    if (!(await stillOpen(notice))) continue;
    await ports.show(notice.id, text);
    await store.update(deliveries, (before) => markShown(before, notice));
  }
  await ports.alarm(result.next);
  await ports.badge({ open: openNotices(stored, deadlines).length, problem: false });
}
