/** What a person can do on our own pages. Every action is saved at once, says so, and can be taken back. */
import type { Signal } from '@preact/signals';
import type { ItemPort } from '../../lib/browser.ts';
import type { Moment } from '../../lib/clock.ts';
import { addDays } from '../../lib/dates/arithmetic.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { noteSave } from '../../lib/household/offer-backup.ts';
import { BackupRefused, exportBackup, readBackupText, type BackupProblem } from '../../lib/household/backup.ts';
import {
  addEvent,
  addPerson,
  editEvent,
  type EventDraft,
  nextPersonId,
  removeEvent,
  removePerson,
  restoreEvent,
  restorePerson,
  setDate,
  setNickname,
  setStatus,
  toggleSituation,
} from '../../lib/household/edit.ts';
import type { DateField, Household, Person } from '../../lib/household/schema.ts';
import { ITEMS, type Settings } from '../../lib/items.ts';
import type { DeadlineKind, Situation, Status } from '../../lib/knowledge/vocabulary.ts';
import type { Deliveries } from '../../lib/reminders/deliveries.ts';
import {
  acknowledge,
  markDone,
  markNotMine,
  postpone,
  setMuted,
  undoDone,
  undoNotMine,
} from '../../lib/reminders/index.ts';
import { setRungs, type RungId, type Wishes } from '../../lib/reminders/wishes.ts';
import type { Item, Store } from '../../lib/store.ts';
import { ASIDE, type Later, type Said } from './view.ts';

/** A birth before the child has an id. */
export type Birth = Omit<Extract<EventDraft, { kind: 'born' }>, 'person'>;

/** None of them rejects: what could not be saved is said. Titles are for the sentence that says what was done. */
export type Actions = {
  setLanguage(id: string): Promise<void>;
  setHover(on: boolean): Promise<void>;
  switchSite(host: string, off: boolean): Promise<void>;
  markDone(deadline: string, title: string): Promise<void>;
  undoDone(deadline: string, title: string): Promise<void>;
  /** The date does not concern the person: out of the list, and no notices. */
  markNotMine(deadline: string, title: string): Promise<void>;
  undoNotMine(deadline: string, title: string): Promise<void>;
  /** hides the deadline's notices until tomorrow, for a week or until a day */
  later(deadline: string, until: Later): Promise<void>;
  seen(notices: readonly string[]): Promise<void>;
  setMuted(deadline: string, muted: boolean): Promise<void>;
  /** When dates of this kind speak; null: as we propose. */
  setRungs(kind: DeadlineKind, rungs: readonly RungId[] | null): Promise<void>;
  setWish<K extends 'hours' | 'openDays' | 'discreet'>(name: K, value: Wishes[K]): Promise<void>;
  /** Shows another person of the household. Not saved: it is where one stands, not what one said. */
  lookAt(person: string): Promise<void>;
  /** Adds somebody and looks at them. */
  addPerson(): Promise<void>;
  /** Adds a child with its birth, from which its first deadlines follow. */
  addNewborn(birth: Birth): Promise<void>;
  removePerson(person: string): Promise<void>;
  setNickname(person: string, nickname: string): Promise<void>;
  setDate(person: string, field: DateField, date: CivilDate | null): Promise<void>;
  setStatus(person: string, status: Status | null): Promise<void>;
  toggleSituation(person: string, situation: Situation): Promise<void>;
  addEvent(draft: EventDraft): Promise<void>;
  editEvent(id: string, draft: EventDraft): Promise<void>;
  removeEvent(id: string): Promise<void>;
  /** The text of a backup file; it is remembered that one was given out. */
  backup(): Promise<string>;
  /** Puts the offer of a backup file aside. */
  declineBackup(): Promise<void>;
  /** Puts a backup file in place of what is stored; says so if it is none. */
  restore(file: string, text: string): Promise<void>;
  erase(): Promise<void>;
  /** Keeps an unreadable item under another name and starts it anew. */
  setAside(key: string): Promise<void>;
  undo(): Promise<void>;
};

/** Everything that is replaced at once. */
const KEYS = Object.values(ITEMS).map(({ key }) => key);

type Parts = {
  store: Store;
  items: ItemPort;
  all: () => Promise<Readonly<Record<string, unknown>>>;
  now: () => Promise<Moment>;
  /** a day in the language of the view */
  inWords: (day: CivilDate) => string;
  said: Signal<Said | undefined>;
  refresh: () => Promise<void>;
  /** Whom the next reading looks at. */
  lookAt: (person: string) => void;
};

export function createActions({ store, items, all, now, inWords, said, refresh, lookAt }: Parts): Actions {
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
   * Changes an item. `back` gets the newest value and those before and after the change, so that what came meanwhile
   * stays.
   * `day` is today in Japan.
   */
  const change = <T>(
    item: Item<T>,
    apply: (value: T, day: CivilDate) => T,
    back: (newest: T, before: T, after: T) => T,
    key: string,
    values: (day: CivilDate) => Said['values'] = () => ({}),
  ) =>
    run(async () => {
      const { day } = await now();
      let before = item.empty;
      const after = await store.update(item, (value) => {
        before = value;
        return apply(value, day);
      });
      return {
        key,
        values: values(day),
        undo: async () => void (await store.update(item, (newest) => back(newest, before, after))),
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

  /** Adds a person under an id that no answer or tick of somebody gone stands under. */
  const addSomebody = (add: (home: Household, id: string) => Household) =>
    run(async () => {
      const answers = await store.getOrEmpty(ITEMS.deliveries);
      const ticks = await store.getOrEmpty(ITEMS.checklists);
      const taken = [answers.notices, answers.done, answers.notMine, answers.later, ticks.ticks].flatMap((record) =>
        Object.keys(record),
      );
      let added = '';
      await store.update(ITEMS.household, (home) => {
        added = nextPersonId(home, [...taken, ...answers.muted]);
        lookAt(added); // before it is written: what is drawn next is theirs already
        return add(home, added);
      });
      return {
        key: 'said-person-added',
        values: {},
        undo: async () => void (await store.update(ITEMS.household, (newest) => removePerson(newest, added))),
      };
    });

  /** Puts everything stored back as it was, readable or not. */
  const putBack = (before: Readonly<Record<string, unknown>>): Promise<void> =>
    store.alone(KEYS, async () => {
      for (const key of Object.keys(await all())) if (!(key in before)) await items.remove(key);
      for (const [key, value] of Object.entries(before)) await items.set(key, value);
    });

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
    markNotMine: (deadline, title) =>
      answer(
        deadline,
        (value, day) => markNotMine(value, deadline, day),
        'remind.said-not-mine',
        () => ({ title }),
      ),
    undoNotMine: (deadline, title) =>
      answer(
        deadline,
        (value) => undoNotMine(value, deadline),
        'remind.said-mine',
        () => ({ title }),
      ),
    later: (deadline, until) =>
      answer(
        deadline,
        (value, day) => postpone(value, deadline, dayOf(until, day)),
        'said-later',
        (day) => ({ date: inWords(dayOf(until, day)) }),
      ),
    seen: (notices) => change(ITEMS.deliveries, (value) => acknowledge(value, notices), unseenAgain, 'said-seen'),
    setMuted: (deadline, muted) => answer(deadline, (value) => setMuted(value, deadline, muted), 'saved'),
    setRungs: (kind, rungs) =>
      change(
        ITEMS.reminders,
        (wishes) => setRungs(wishes, kind, rungs),
        (newest, before) => setRungs(newest, kind, before.rungs[kind] ?? null),
        'saved',
      ),
    setWish: (name, value) =>
      change(
        ITEMS.reminders,
        (wishes) => ({ ...wishes, [name]: value }),
        (newest, before) => ({ ...newest, [name]: before[name] }),
        'saved',
      ),
    lookAt: async (person) => {
      lookAt(person);
      await refresh();
    },
    addPerson: () => addSomebody(addPerson),
    addNewborn: (birth) => addSomebody((home, id) => addEvent(addPerson(home, id), { ...birth, person: id })),
    removePerson: (person) =>
      run(async () => {
        let before = ITEMS.household.empty;
        await store.update(ITEMS.household, (home) => removePerson((before = home), person));
        return {
          key: 'said-person-removed',
          values: {},
          undo: async () => {
            await store.update(ITEMS.household, (newest) => restorePerson(newest, before, person));
            lookAt(person);
          },
        };
      }),
    setNickname: (person, nickname) =>
      change(
        ITEMS.household,
        (home) => setNickname(home, person, nickname),
        (newest, before) => setNickname(newest, person, personIn(before, person).nickname),
        'saved',
      ),
    setDate: (person, field, date) =>
      change(
        ITEMS.household,
        (home) => setDate(home, person, field, date),
        (newest, before) => setDate(newest, person, field, personIn(before, person).dates[field]),
        'saved',
      ),
    setStatus: (person, status) =>
      change(
        ITEMS.household,
        (home) => setStatus(home, person, status),
        (newest, before) => setStatus(newest, person, personIn(before, person).status),
        'saved',
      ),
    toggleSituation: (person, situation) =>
      change(
        ITEMS.household,
        (home) => toggleSituation(home, person, situation),
        (newest) => toggleSituation(newest, person, situation),
        'saved',
      ),
    addEvent: (draft) =>
      change(
        ITEMS.household,
        (home) => addEvent(home, draft),
        (newest, before, after) => {
          const added = after.events.find(({ id }) => !before.events.some((event) => event.id === id));
          return added ? birthAgain(removeEvent(newest, added.id), before, after, draft.person) : newest;
        },
        'said-event-added',
      ),
    editEvent: (id, draft) =>
      change(
        ITEMS.household,
        (home) => editEvent(home, id, draft),
        (newest, before, after) => {
          const old = before.events.find((event) => event.id === id);
          return old ? birthAgain(editEvent(newest, id, old), before, after, draft.person) : newest;
        },
        'saved',
      ),
    removeEvent: (id) =>
      change(
        ITEMS.household,
        (home) => removeEvent(home, id),
        (newest, before) => {
          const old = before.events.find((event) => event.id === id);
          return old ? restoreEvent(newest, old) : newest;
        },
        'said-event-removed',
      ),
    backup: async () => {
      const { day } = await now();
      const home = await store.getOrEmpty(ITEMS.household);
      // Before it is read: the file says of itself that it was saved, so that nothing is offered after it was put back.
      await store
        .update(ITEMS.saves, (before) => noteSave(before, 'saved', home, day))
        .catch((error: unknown) => console.error('It could not be noted that a backup was saved', error));
      const raw = await all();
      const ours = Object.values(ITEMS).flatMap(({ key }) => (key in raw ? [[key, raw[key]]] : []));
      return JSON.stringify(exportBackup(Object.fromEntries(ours)), null, 2);
    },
    declineBackup: () =>
      run(async () => {
        const { day } = await now();
        const home = await store.get(ITEMS.household);
        let before = ITEMS.saves.empty;
        await store.update(ITEMS.saves, (saves) => noteSave((before = saves), 'declined', home, day));
        return {
          key: 'remind.said-not-now',
          values: {},
          undo: async () =>
            void (await store.update(ITEMS.saves, (newest) => ({ ...newest, declined: before.declined }))),
        };
      }),
    restore: (file, text) =>
      run(async () => {
        let restored;
        try {
          restored = readBackupText(text);
        } catch (error) {
          if (!(error instanceof BackupRefused)) throw error;
          return { key: REFUSED[error.reason], values: { file }, undo: null };
        }
        const before = await store.alone(KEYS, async () => {
          const were = structuredClone(await all());
          for (const [key, value] of Object.entries(restored)) await items.set(key, value);
          return were;
        });
        return { key: 'said-imported', values: { file }, undo: () => putBack(before) };
      }),
    erase: () =>
      run(async () => {
        const before = await store.alone(KEYS, async () => {
          const were = structuredClone(await all());
          for (const key of Object.keys(were)) await items.remove(key);
          return were;
        });
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

/** Takes back what was seen; how notices came meanwhile is not the person's answer, and one that is gone stays so. */
const unseenAgain = (newest: Deliveries, before: Deliveries, after: Deliveries): Deliveries => ({
  ...newest,
  notices: Object.fromEntries(
    Object.entries(newest.notices).map(([id, notice]) => {
      const was = before.notices[id]?.acknowledged;
      return [id, was === false && after.notices[id]?.acknowledged ? { ...notice, acknowledged: was } : notice];
    }),
  ),
});

/** Takes a deadline's answers back to what they were. Its notices are the worker's, and stay as they are now. */
const answersAgain =
  (deadline: string) =>
  (newest: Deliveries, before: Deliveries): Deliveries => ({
    ...newest,
    done: withEntry(newest.done, deadline, before.done[deadline]),
    notMine: withEntry(newest.notMine, deadline, before.notMine[deadline]),
    later: withEntry(newest.later, deadline, before.later[deadline]),
    muted: [...newest.muted.filter((id) => id !== deadline), ...before.muted.filter((id) => id === deadline)],
  });

/** The person as they were before a change; throws where a change of theirs could not have happened. */
function personIn({ people }: Household, id: string): Person {
  const person = people.find((of) => of.id === id);
  if (!person) throw new RangeError(`There was no person "${id}"`);
  return person;
}

/** Takes back the birth that an event set; one that was typed since stays. */
function birthAgain(newest: Household, before: Household, after: Household, person: string): Household {
  const [was, set] = [before, after].map((home) => personIn(home, person).dates.birth);
  const now = newest.people.find(({ id }) => id === person)?.dates.birth;
  return was !== undefined && was !== set && now === set ? setDate(newest, person, 'birth', was) : newest;
}

const withEntry = <T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> => {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
};

const freeKey = (key: string, taken: Readonly<Record<string, unknown>>): string => {
  let free = key;
  for (let n = 2; free in taken; n += 1) free = `${key}:${n}`;
  return free;
};

const dayOf = (until: Later, today: CivilDate): CivilDate =>
  until === 'tomorrow' ? addDays(today, 1) : until === 'week' ? addDays(today, 7) : until;

/** What is said about a file that is not taken. */
const REFUSED: Readonly<Record<BackupProblem, string>> = {
  'too-large': 'import-bad',
  'not-json': 'import-bad',
  'not-a-backup': 'import-bad',
  newer: 'import-newer',
  unreadable: 'import-damaged',
};
