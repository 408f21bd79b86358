/**
 * What a person answers to a notice, in a worker that did not show it. The browser's own event is given to the
 * listeners that the built worker registered; that a real click starts a dead worker and delivers this event was
 * measured in a headed Chromium 156, for a browser without a screen draws no notification to click.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Household } from '../../lib/household/schema.ts';
import { withoutFurigana } from '../../lib/knowledge/furigana.ts';
import { createPackaged } from '../../lib/knowledge/packaged.ts';
import { STATUSES } from '../../lib/knowledge/vocabulary.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import { household, lifeOf, type Said } from '../fixtures/people.ts';
import { buildFolder, openChromium, type Chromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';

/** The browser API, where the functions given to `inExtension` run. */
declare const chrome: Browser;

// Days after any build day, and no day on which something falls due: that happens at nine in the morning.
const TODAY = '2030-03-04';
const TOMORROW = '2030-03-05';
const one: Said[] = [{ status: 'limited-stay', card: '2030-03-28' }];
const many: Said[] = ['2030-03-25', '2030-03-26', '2030-03-27', '2030-03-28'].map((card, i) => ({
  id: `p${i + 1}`,
  status: 'limited-stay',
  card,
}));

type Shown = { id: string; title: string; message: string; buttons: { title: string }[] };

describe('notices', () => {
  let browser: Chromium;
  beforeEach(async () => {
    await browser?.close();
    browser = await openChromium({ build: 'test' });
  });
  afterAll(() => browser?.close());

  /** Stores people and waits until their notices are shown; gives the ids of the notifications. */
  const due = async (people: Household): Promise<string[]> => {
    await browser.inExtension(({ day, people }) => chrome.storage.local.set({ 'demo-today': day, household: people }), {
      day: TODAY,
      people,
    });
    await eventually(async () => (await shown()).length).toBeGreaterThan(0);
    await eventually(async () => Object.values((await deliveries()).notices).some((each) => !each.shown)).toBe(false);
    return shown();
  };
  const shown = (): Promise<string[]> =>
    browser.inExtension(async () => Object.keys(await chrome.notifications.getAll()));
  const badge = (): Promise<string> => browser.inExtension(() => chrome.action.getBadgeText({}));
  const deliveries = (): Promise<Deliveries> =>
    browser.inExtension(async () => {
      const { deliveries } = (await chrome.storage.local.get('deliveries')) as { deliveries: Deliveries };
      return deliveries;
    });
  /** What the browser is asked to show from now on; it does not tell the words afterwards. */
  const record = async (): Promise<() => Promise<Shown[]>> => {
    const worker = await browser.worker();
    await worker.evaluate(() => {
      const { create } = chrome.notifications;
      const asked: object[] = [];
      Object.assign(globalThis, { asked });
      chrome.notifications.create = ((id: string, options: object) => {
        asked.push({ id, ...options });
        return (create as (id: string, options: object) => Promise<string>).call(chrome.notifications, id, options);
      }) as unknown as typeof create;
    });
    return () => worker.evaluate(() => Reflect.get(globalThis, 'asked') as Shown[]);
  };
  /** Kills the worker, and gives what the person does to the one that comes after it. */
  const answer = async (event: 'onClicked' | 'onButtonClicked', ...args: (string | number)[]): Promise<void> => {
    await browser.killWorker();
    await browser.inExtension(() => chrome.runtime.sendMessage({ type: 'nobody' }).catch(() => undefined));
    const heard = await (
      await browser.worker()
    ).evaluate(
      ({ event, args }) => {
        // In the bindings of Chromium, though not in their documentation.
        const target = chrome.notifications[event] as unknown as {
          hasListeners(): boolean;
          dispatch(...args: (string | number)[]): void;
        };
        target.dispatch(...args);
        return target.hasListeners();
      },
      { event, args },
    );
    expect(heard).toBe(true);
  };
  const desks = (): string[] =>
    browser.context
      .pages()
      .map((page) => page.url())
      .filter((url) => url.includes('/desk.html'));

  it('open the desk at their date, and are seen then', async () => {
    const [id] = await due(household(...one));
    await answer('onClicked', id!);
    await eventually(desks).toHaveLength(1);
    const desk = browser.context.pages().find((page) => page.url().includes('/desk.html'))!;
    expect(desk.url()).toMatch(/#dates\?show=p1%2F[a-z-]+%2F2030-03-28$/);
    const date = desk.locator('.date-detail.shown');
    await date.waitFor();
    expect(await date.textContent()).toContain('28 Mar');
    await eventually(badge).toBe('');
    await eventually(shown).toEqual([]);
    expect(Object.values((await deliveries()).notices).every(({ acknowledged }) => acknowledged)).toBe(true);
  });

  it('use the desk that is open already', async () => {
    const [id] = await due(household(...one));
    const desk = await browser.extensionPage('desk.html#trust');
    await answer('onClicked', id!);
    await eventually(() => desk.url()).toContain('#dates?show=');
    await desk.locator('.date-detail.shown').waitFor();
    expect(desks()).toHaveLength(1);
  });

  it('are done with by their first button', async () => {
    const [id] = await due(household(...one));
    const deadline = Object.values((await deliveries()).notices).find((each) => each.notification === id)!.deadline;
    await answer('onButtonClicked', id!, 0);
    await eventually(async () => (await deliveries()).done).toEqual({ [deadline]: TODAY });
    await eventually(badge).toBe('');
    await eventually(shown).toEqual([]);
    expect(desks()).toEqual([]);
  });

  it('come again tomorrow after their second button', async () => {
    const [id] = await due(household(...one));
    const deadline = Object.values((await deliveries()).notices).find((each) => each.notification === id)!.deadline;
    await answer('onButtonClicked', id!, 1);
    await eventually(async () => (await deliveries()).later).toEqual({ [deadline]: TOMORROW });
    await eventually(badge).toBe('');
    await eventually(shown).toEqual([]);
    await browser.killWorker();
    await browser.inExtension(async () => {
      await chrome.storage.local.set({ 'demo-today': '2030-03-06' });
      await chrome.runtime.sendMessage({ type: 'nobody' }).catch(() => undefined);
    });
    await eventually(badge).toBe('1');
    await eventually(shown).toHaveLength(1);
  });

  it('that come together are one, whose only button is later: one click calls no four things done', async () => {
    const ids = await due(household(...many));
    expect(ids).toEqual([`digest/${TODAY}`]);
    expect(await badge()).toBe('4');
    await answer('onButtonClicked', ids[0]!, 0);
    await eventually(async () => Object.values((await deliveries()).later)).toEqual(Array(4).fill(TOMORROW));
    expect((await deliveries()).done).toEqual({});
    await eventually(badge).toBe('');
  });

  it.each([
    ['en', /\b28 (Mar|March) 2030\b/, ['Done', 'Tomorrow']],
    ['ja', /2030年3月28日/, ['済み', '明日']],
    ['ja-easy', /2030年 ?3月 ?28日/, ['できました', '明日']],
  ])('say what to do and by when in %s, and nothing about the person', async (language, date, buttons) => {
    const asked = await record();
    await browser.inExtension(async (language) => {
      await chrome.storage.local.set({ settings: { version: 1, language, sitesOff: [], hover: true, places: [] } });
    }, language);
    const [id] = await due(household(...one));
    const [only, ...more] = await asked();
    expect([only?.id, more.length]).toEqual([id, 0]);
    const { title, message, buttons: offered } = only!;
    const text = `${title} ${message}`;
    expect(text).toMatch(date);
    expect(text).not.toMatch(/p1|[{｜《]/);
    expect(offered.map((each) => each.title)).toEqual(buttons);
  });

  it('of a date that the person noted use their words', async () => {
    const asked = await record();
    await due(lifeOf({}, { kind: 'noted', on: '2030-03-11', text: '児童手当：現況届' }));
    const [{ title, message } = { title: '', message: '' }] = await asked();
    expect(title).toMatch(/^児童手当：現況届: by .*11 Mar/);
    expect(message).toBe('A date you noted yourself: 7 days left.');
  });
});

describe('the words of notices', () => {
  it.each(['en', 'ja', 'ja-easy'])('name no status of residence in %s, whatever they say', async (language) => {
    const packaged = createPackaged(async (path) => readFileSync(join(buildFolder('test'), path), 'utf8'));
    const texts = Object.entries(await packaged.interface(language));
    const textsOf = (keys: readonly string[]) =>
      texts.filter(([key]) => keys.includes(key)).map(([, text]) => withoutFurigana(text).replaceAll(' ', ''));
    const statuses = STATUSES.filter((status) => status !== 'national');
    const names = textsOf(statuses.flatMap((status) => [`status.${status}`, `compose.status-${status}`]));
    const notices = textsOf(texts.flatMap(([key]) => (key.startsWith('notice.') ? [key] : [])));
    expect(names).toHaveLength(2 * statuses.length);
    expect(notices.length).toBeGreaterThan(20);
    for (const notice of notices) for (const name of names) expect(notice).not.toContain(name);
  });
});
