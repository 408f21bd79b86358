/** Reminders as the browser shows them. What is due when is decided in `lib/reminders`. */
import { browser, sessionItems, type Notifications } from '../../lib/browser.ts';
import { BUILD_DAY, instantOf, type Moment } from '../../lib/clock.ts';
import { addDays, daysBetween } from '../../lib/dates/index.ts';
import { deliveries, household, settings } from '../../lib/items.ts';
import { formatter } from '../../lib/knowledge/format.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { surfaceTexts } from '../../lib/knowledge/say.ts';
import { noteClock } from '../../lib/notes.ts';
import { deliver, type NoticeText } from '../../lib/reminders/deliver.ts';
import { acknowledge, markDone, postpone, type Notice } from '../../lib/reminders/index.ts';
import type { Store } from '../../lib/store.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { openDesk } from './tabs.ts';

const ALARM = 'reminders';
const BADGE_COLOUR = '#5109ad';

type Ports = { store: Store; packaged: Packaged; now: () => Promise<Moment> };

export function createReminders({ store, packaged, now }: Ports) {
  async function compose(notice: Notice, today: CivilDate): Promise<NoticeText> {
    const { language } = await store.getOrEmpty(settings);
    const [texts, languages] = await Promise.all([packaged.interface(language), packaged.languages()]);
    const locale = languages.find(({ id }) => id === language)?.locale ?? 'en';
    const format = formatter(locale, language, texts);
    const text = surfaceTexts(texts, 'notice', format, locale);
    const say = (...of: Parameters<typeof text>): string => withoutFurigana(text(...of));
    const [deadline] = notice.deadlines;
    if (!deadline || notice.deadlines.length > 1) {
      const values = { n: notice.deadlines.length };
      return { title: say('digest-title', values), message: say('digest-message', values), buttons: [say('later')] };
    }
    const past = deadline.advised < today;
    const day = past ? deadline.last : deadline.advised;
    const key = deadline.last < today ? `past-${deadline.kind}` : deadline.kind;
    const values = {
      date: format.longDate(day),
      left: format.left(daysBetween(today, day)),
      what: deadline.note?.text ?? '',
    };
    const { people } = await store.getOrEmpty(household);
    const who = people.length > 1 ? people.find(({ id }) => id === deadline.person)?.nickname : undefined;
    const title = say(`${key}-title`, values);
    return {
      title: who ? `${who}: ${title}` : title,
      message: say(`${key}-message`, values),
      buttons: [say('done'), say('later')],
    };
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

  const run = (): Promise<void> =>
    deliver({
      store,
      locks: navigator.locks,
      now,
      buildDay: BUILD_DAY,
      facts: packaged.facts,
      compose,
      show,
      onScreen: async () => Object.keys(await browser.notifications.getAll()),
      close: async (id) => {
        await browser.notifications.clear(id);
      },
      alarm,
      badge,
      noteClock: (note) => noteClock(sessionItems, note),
    });

  /** Notices and deadlines that a notification carries; read from the store, for the worker that showed it may be dead. */
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
    await browser.notifications.clear(id);
  }

  /**
   * The last button is later, which is tomorrow. Done comes before it where the notice is about one date: one click
   * must not call several things done.
   */
  async function buttonClicked(id: string, button: number): Promise<void> {
    const carried = await carriedBy(id);
    const done = carried.deadlines.length === 1 && button === 0;
    const { day } = await now();
    await store.update(deliveries, (before) =>
      carried.deadlines.reduce(
        (state, deadline) => (done ? markDone(state, deadline, day) : postpone(state, deadline, addDays(day, 1))),
        before,
      ),
    );
    await browser.notifications.clear(id);
  }

  return { run, clicked, buttonClicked };
}
