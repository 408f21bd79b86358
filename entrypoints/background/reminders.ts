/** Reminders as the browser shows them. What is due when is decided in `lib/reminders`. */
import { browser, sessionItems, type Notifications } from '../../lib/browser.ts';
import { BUILD_DAY, instantOf, type Moment } from '../../lib/clock.ts';
import { addDays } from '../../lib/dates/index.ts';
import { deliveries, household, reminders, settings } from '../../lib/items.ts';
import { languageOf } from '../../lib/knowledge/language-of.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { noteClock, type ClockNote } from '../../lib/notes.ts';
import { deliver } from '../../lib/reminders/deliver.ts';
import { acknowledge, lastDayToTell, markDone, postpone, type Notice } from '../../lib/reminders/index.ts';
import { type NoticeText, noticeText } from '../../lib/reminders/notice-text.ts';
import { Wishes } from '../../lib/reminders/wishes.ts';
import { deadlinesOf } from '../../lib/rules/index.ts';
import type { Store } from '../../lib/store.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { openDesk } from './tabs.ts';

const ALARM = 'reminders';
/**
 * In session storage, which the end of the browser empties: whether we ran since it started. The browser's own event
 * for its start does not tell: it can come after the worker has run, and did not come at all in a test's restart.
 */
const RAN = 'reminders-ran';
const BADGE_COLOUR = '#5109ad';

type Ports = { store: Store; packaged: Packaged; now: () => Promise<Moment> };

export function createReminders({ store, packaged, now }: Ports) {
  async function compose(notice: Notice, today: CivilDate): Promise<NoticeText> {
    const [{ language: chosen }, wishes, people] = await Promise.all([
      store.getOrEmpty(settings),
      store.getOrEmpty(reminders),
      store.getOrEmpty(household),
    ]);
    const language = languageOf(packaged.languages, chosen);
    const texts = await packaged.interface(language.id);
    return noticeText(notice, { language, texts, household: people, wishes, today });
  }

  async function show(id: string, { title, message, buttons }: NoticeText): Promise<void> {
    const options: Notifications.CreateNotificationOptions = {
      type: 'basic',
      iconUrl: browser.runtime.getURL('icon/128.png'),
      title,
      message,
    };
    // Firefox refuses the whole notification for a property it does not know (measured in 153).
    if (!import.meta.env.FIREFOX) {
      Object.assign(options, { requireInteraction: true, buttons: buttons.map((button) => ({ title: button })) });
    }
    await browser.notifications.create(id, options);
  }

  const onScreen = async (): Promise<string[]> => Object.keys(await browser.notifications.getAll());
  const close = async (id: string): Promise<void> => void (await browser.notifications.clear(id));

  async function alarm(at: Moment | null): Promise<void> {
    const existing = await browser.alarms.get(ALARM);
    const when = at && instantOf(at);
    if (when === null) {
      if (existing) await browser.alarms.clear(ALARM);
    } else if (existing?.scheduledTime !== when) await browser.alarms.create(ALARM, { when });
  }

  async function badge({ open, problem }: { open: number; problem: boolean }): Promise<void> {
    await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
    await browser.action.setBadgeText({ text: problem ? '!' : open ? String(open) : '' });
  }

  async function run(): Promise<void> {
    const start = !(await sessionItems.get(RAN));
    const ports = {
      store,
      locks: navigator.locks,
      now,
      buildDay: BUILD_DAY,
      facts: packaged.facts,
      compose,
      show,
      onScreen,
      close,
      alarm,
      badge,
      noteClock: (note: ClockNote) => noteClock(sessionItems, note),
    };
    await deliver(ports, { start });
    if (start) await sessionItems.set(RAN, true);
  }

  /**
   * The wishes changed. Once the person wants nothing named on the screen, what stands there goes; it stays open in
   * badge and popup.
   */
  async function wishesChanged(before: unknown, after: unknown): Promise<void> {
    if (isDiscreet(after) && !isDiscreet(before)) await Promise.all((await onScreen()).map(close));
    await run();
  }

  /**
   * Notices and deadlines that a notification carries; read from the store, for the worker that showed it may be dead.
   */
  async function carriedBy(id: string): Promise<{ notices: string[]; deadlines: string[] }> {
    const { notices } = await store.get(deliveries);
    const carried = Object.entries(notices).filter(([, { notification }]) => notification === id);
    return {
      notices: carried.map(([notice]) => notice),
      deadlines: [...new Set(carried.map(([, { deadline }]) => deadline))],
    };
  }

  async function clicked(id: string): Promise<void> {
    const carried = await carriedBy(id);
    const [only] = carried.deadlines;
    await openDesk(
      only !== undefined && carried.deadlines.length === 1 ? `dates?show=${encodeURIComponent(only)}` : 'dates',
    );
    await store.update(deliveries, (before) => acknowledge(before, carried.notices));
    await close(id);
  }

  /**
   * The last button is later, which is tomorrow. Done comes before it where the notice is about one date: one click
   * must not call several things done. What cannot wait until tomorrow stays open, in badge and popup.
   */
  async function buttonClicked(id: string, button: number): Promise<void> {
    const carried = await carriedBy(id);
    const done = carried.deadlines.length === 1 && button === 0;
    const { day } = await now();
    const tomorrow = addDays(day, 1);
    const answered = done ? carried.deadlines : await waiting(carried.deadlines, day);
    await store.update(deliveries, (before) =>
      answered.reduce(
        (state, deadline) => (done ? markDone(state, deadline, day) : postpone(state, deadline, tomorrow)),
        before,
      ),
    );
    await close(id);
  }

  /** Those of these deadlines that can be put off until tomorrow. */
  async function waiting(ids: readonly string[], today: CivilDate): Promise<string[]> {
    const deadlines = deadlinesOf(await store.get(household), packaged.facts, today);
    return deadlines
      .filter((deadline) => ids.includes(deadline.id) && lastDayToTell(deadline, today) > today)
      .map(({ id }) => id);
  }

  return { run, clicked, buttonClicked, wishesChanged };
}

/** In a stored value; one that cannot be read wants nothing. */
const isDiscreet = (stored: unknown): boolean => Wishes.safeParse(stored).data?.discreet ?? false;
