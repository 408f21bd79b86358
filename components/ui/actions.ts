/** What a person can do on our own pages. Every action is saved at once, says so, and can be taken back. */
import type { Signal } from '@preact/signals';
import type { ItemPort } from '../../lib/browser.ts';
import type { Moment } from '../../lib/clock.ts';
import { addDays } from '../../lib/dates/arithmetic.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { BackupRefused, exportBackup, readBackupText, type BackupProblem } from '../../lib/household/backup.ts';
import { setDate, setStatus, toggleSituation } from '../../lib/household/edit.ts';
import type { DateField } from '../../lib/household/schema.ts';
import { ITEMS, type Settings } from '../../lib/items.ts';
import type { Situation, Status } from '../../lib/knowledge/vocabulary.ts';
import { acknowledge, markDone, postpone, setMuted, undoDone } from '../../lib/reminders/index.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import type { Item, Store } from '../../lib/store.ts';
import { firstPerson } from './compose.ts';
import { ASIDE, type Said } from './view.ts';

/** None of them rejects: what could not be saved is said. Titles are for the sentence that says what was done. */
export type Actions = {
  setLanguage(id: string): Promise<void>;
  setHover(on: boolean): Promise<void>;
  switchSite(host: string, off: boolean): Promise<void>;
  markDone(deadline: string, title: string): Promise<void>;
  undoDone(deadline: string, title: string): Promise<void>;
  /** hides the deadline's notices until tomorrow or for a week */
  later(deadline: string, until: 'tomorrow' | 'week'): Promise<void>;
  seen(notices: readonly string[]): Promise<void>;
  setMuted(deadline: string, muted: boolean): Promise<void>;
  setDate(field: DateField, date: CivilDate | null): Promise<void>;
  setStatus(status: Status | null): Promise<void>;
  toggleSituation(situation: Situation): Promise<void>;
  /** the text of a backup file */
  backup(): Promise<string>;
  /** Puts a backup file in place of what is stored; says so if it is none. */
  restore(file: string, text: string): Promise<void>;
  erase(): Promise<void>;
  /** Keeps an unreadable item under another name and starts it anew. */
  setAside(key: string): Promise<void>;
  undo(): Promise<void>;
};

type Parts = {
  store: Store;
  items: ItemPort;
  all: () => Promise<Readonly<Record<string, unknown>>>;
  now: () => Promise<Moment>;
  /** a day in the language of the view */
  inWords: (day: CivilDate) => string;
  said: Signal<Said | undefined>;
  refresh: () => Promise<void>;
};

export function createActions({ store, items, all, now, inWords, said, refresh }: Parts): Actions {
  /** Runs an action; afterwards the view is new and the person knows what happened. */
  const run = async (work: () => Promise<Said | undefined>): Promise<void> => {
    try {
      const what = await work();
      await refresh();
      said.value = what;
    } catch (error) {
      console.error('Could not be saved', error);
      said.value = { key: 'failed', values: {}, undo: null };
    }
  };
  /**
   * Changes an item. `back` gets the newest value and the one before the change, so that what came meanwhile stays.
   * `day` is today in Japan.
   */
  const change = <T>(
    item: Item<T>,
    apply: (value: T, day: CivilDate) => T,
    back: (newest: T, before: T) => T,
    key: string,
    values: (day: CivilDate) => Said['values'] = () => ({}),
  ) =>
    run(async () => {
      const { day } = await now();
      let before = item.empty;
      await store.update(item, (value) => {
        before = value;
        return apply(value, day);
      });
      return {
        key,
        values: values(day),
        undo: async () => void (await store.update(item, (newest) => back(newest, before))),
      };
    });
  const changeSetting = <K extends keyof Settings>(
    name: K,
    value: (settings: Settings) => Settings[K],
    key: string,
    values: Said['values'] = {},
  ) =>
    change(
      ITEMS.settings,
      (settings) => ({ ...settings, [name]: value(settings) }),
      (newest, before) => ({ ...newest, [name]: before[name] }),
      key,
      () => values,
    );
  const answer = (
    deadline: string,
    apply: (value: Deliveries, day: CivilDate) => Deliveries,
    key: string,
    values?: (day: CivilDate) => Said['values'],
  ) => change(ITEMS.deliveries, apply, answersAgain(deadline), key, values);

  /** Puts everything stored back as it was, readable or not. */
  const putBack = async (before: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const key of Object.keys(await all())) if (!(key in before)) await items.remove(key);
    for (const [key, value] of Object.entries(before)) await items.set(key, value);
  };

  return {
    setLanguage: (id) => changeSetting('language', () => id, 'saved'),
    setHover: (on) => changeSetting('hover', () => on, 'saved'),
    switchSite: (host, off) =>
      changeSetting(
        'sitesOff',
        ({ sitesOff }) => [...sitesOff.filter((h) => h !== host), ...(off ? [host] : [])],
        off ? 'said-site-off' : 'said-site-on',
        { host },
      ),
    markDone: (deadline, title) =>
      answer(
        deadline,
        (value, day) => markDone(value, deadline, day),
        'said-done',
        () => ({ title }),
      ),
    undoDone: (deadline, title) =>
      answer(
        deadline,
        (value) => undoDone(value, deadline),
        'said-not-done',
        () => ({ title }),
      ),
    later: (deadline, until) =>
      answer(
        deadline,
        (value, day) => postpone(value, deadline, addDays(day, LATER[until])),
        'said-later',
        (day) => ({ date: inWords(addDays(day, LATER[until])) }),
      ),
    seen: (notices) =>
      change(
        ITEMS.deliveries,
        (value) => acknowledge(value, notices),
        (newest, before) => ({
          ...newest,
          notices: {
            ...newest.notices,
            ...Object.fromEntries(notices.flatMap((id) => (before.notices[id] ? [[id, before.notices[id]]] : []))),
          },
        }),
        'said-seen',
      ),
    setMuted: (deadline, muted) => answer(deadline, (value) => setMuted(value, deadline, muted), 'saved'),
    setDate: (field, date) =>
      change(
        ITEMS.household,
        (home) => setDate(home, firstPerson(home).id, field, date),
        (newest, before) => setDate(newest, firstPerson(newest).id, field, firstPerson(before).dates[field]),
        'saved',
      ),
    setStatus: (status) =>
      change(
        ITEMS.household,
        (home) => setStatus(home, firstPerson(home).id, status),
        (newest, before) => setStatus(newest, firstPerson(newest).id, firstPerson(before).status),
        'saved',
      ),
    toggleSituation: (situation) =>
      change(
        ITEMS.household,
        (home) => toggleSituation(home, firstPerson(home).id, situation),
        (newest) => toggleSituation(newest, firstPerson(newest).id, situation),
        'saved',
      ),
    backup: async () => {
      const raw = await all();
      const ours = Object.values(ITEMS).flatMap(({ key }) => (key in raw ? [[key, raw[key]]] : []));
      return JSON.stringify(exportBackup(Object.fromEntries(ours)), null, 2);
    },
    restore: (file, text) =>
      run(async () => {
        let restored;
        try {
          restored = readBackupText(text);
        } catch (error) {
          if (!(error instanceof BackupRefused)) throw error;
          return { key: REFUSED[error.reason], values: { file }, undo: null };
        }
        const before = structuredClone(await all());
        await store.replace(ITEMS.household, restored.household);
        await store.replace(ITEMS.deliveries, restored.deliveries);
        await store.replace(ITEMS.settings, restored.settings);
        await store.replace(ITEMS.checklists, restored.checklists);
        return { key: 'said-imported', values: { file }, undo: () => putBack(before) };
      }),
    erase: () =>
      run(async () => {
        const before = structuredClone(await all());
        for (const key of Object.keys(before)) await items.remove(key);
        return { key: 'said-erased', values: {}, undo: () => putBack(before) };
      }),
    setAside: (key) =>
      run(async () => {
        const raw = await store.raw(key);
        const { day } = await now();
        const aside = freeKey(`${ASIDE}${key}:${day}`, await all());
        await items.set(aside, raw);
        await items.remove(key);
        return {
          key: 'said-aside',
          values: {},
          undo: async () => {
            await items.set(key, raw);
            await items.remove(aside);
          },
        };
      }),
    undo: async () => {
      const undo = said.value?.undo;
      if (!undo) return;
      await run(async () => {
        await undo();
        return { key: 'said-undone', values: {}, undo: null };
      });
    },
  };
}

/** Takes a deadline's answers back to what they were; notices of other deadlines stay as they are now. */
const answersAgain =
  (deadline: string) =>
  (newest: Deliveries, before: Deliveries): Deliveries => ({
    ...newest,
    done: withEntry(newest.done, deadline, before.done[deadline]),
    later: withEntry(newest.later, deadline, before.later[deadline]),
    muted: [...newest.muted.filter((id) => id !== deadline), ...before.muted.filter((id) => id === deadline)],
    notices: {
      ...newest.notices,
      ...Object.fromEntries(Object.entries(before.notices).filter(([, notice]) => notice.deadline === deadline)),
    },
  });

const withEntry = <T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> => {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
};

const freeKey = (key: string, taken: Readonly<Record<string, unknown>>): string => {
  let free = key;
  for (let n = 2; free in taken; n += 1) free = `${key}:${n}`;
  return free;
};

/** In days. */
const LATER = { tomorrow: 1, week: 7 } as const;

/** What is said about a file that is not taken. */
const REFUSED: Readonly<Record<BackupProblem, string>> = {
  'too-large': 'import-bad',
  'not-json': 'import-bad',
  'not-a-backup': 'import-bad',
  newer: 'import-newer',
  unreadable: 'import-damaged',
};
