/**
 * The one layer between our own pages and the browser: reads everything in parallel, keeps it as a `View`,
 * follows what other windows and the worker change, and carries out what the person asks for. Popup, desk and
 * welcome page use it; components get its view and its actions through props.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Moment } from '../../lib/clock.ts';
import type { ItemPort } from '../../lib/browser.ts';
import { SavedDataUnreadable } from '../../lib/errors.ts';
import { ITEMS } from '../../lib/items.ts';
import type { CivilDate } from '../../lib/dates/civil-date.ts';
import { formatter } from '../../lib/knowledge/format.ts';
import { languageOf } from '../../lib/knowledge/language-of.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import type { Notes } from '../../lib/notes.ts';
import { createStore, type Item, type Locks } from '../../lib/store.ts';
import { createActions, type Actions } from './actions.ts';
import { composeView } from './compose.ts';
import type { Said, StoredView, View } from './view.ts';

export type ModelPorts = {
  items: ItemPort;
  /** everything stored on this device, as it is */
  all: () => Promise<Readonly<Record<string, unknown>>>;
  /** calls back after anything stored has changed, until `signal` aborts */
  onChanged: (listener: () => void, signal: AbortSignal) => void;
  locks?: Locks;
  packaged: Packaged;
  now: () => Promise<Moment>;
  notes: () => Promise<Notes>;
  /** whether the browser hides our notices */
  noticesDenied: () => Promise<boolean>;
};

export type Model = {
  /** `undefined` until the first reading is done */
  view: ReadonlySignal<View | undefined>;
  /** what was just done, until the next thing is */
  said: ReadonlySignal<Said | undefined>;
  actions: Actions;
  /** resolves when everything known at the call is in `view`; rejects when packaged files are missing */
  refresh(): Promise<void>;
};

/**
 * `explain`: also sources, facts in words, the word list and what is stored, which only the desk shows; the popup
 * does not wait for them.
 */
export function createModel(ports: ModelPorts, { explain }: { explain: boolean }, abort: AbortSignal): Model {
  const store = createStore(ports.items, ports.locks);
  const view = signal<View>();
  const said = signal<Said>();
  let looking: string | null = null;

  /** The item, or its empty value and the problem. */
  const readItem = async <T>(item: Item<T>): Promise<{ value: T; problem: StoredView[] }> => {
    try {
      return { value: await store.get(item), problem: [] };
    } catch (error) {
      if (!(error instanceof SavedDataUnreadable)) throw error;
      return { value: item.empty, problem: [storedView(item.key, await store.raw(item.key))] };
    }
  };

  const load = async (): Promise<void> => {
    const { packaged } = ports;
    const reading = {
      settings: readItem(ITEMS.settings),
      household: readItem(ITEMS.household),
      deliveries: readItem(ITEMS.deliveries),
      checklists: readItem(ITEMS.checklists),
      calendar: readItem(ITEMS.calendar),
      wishes: readItem(ITEMS.reminders),
      saves: readItem(ITEMS.saves),
      now: ports.now(),
      notes: ports.notes(),
      denied: ports.noticesDenied(),
      all: explain ? ports.all() : Promise.resolve({}),
      sources: explain ? packaged.sources() : null,
    };
    const settings = await reading.settings;
    const { languages } = packaged;
    const language = languageOf(languages, settings.value.language);
    const [texts, benefits, factTexts, terms, truth] = await Promise.all([
      packaged.interface(language.id),
      packaged.benefits(language.id),
      explain ? packaged.factTexts(language.id) : null,
      explain ? packaged.terms(language.id) : null,
      explain ? packaged.truth(language.id) : null,
    ]);
    const sources = await reading.sources;
    const [household, deliveries, checklists, calendar, wishes, saves] = await Promise.all([
      reading.household,
      reading.deliveries,
      reading.checklists,
      reading.calendar,
      reading.wishes,
      reading.saves,
    ]);
    const all = await reading.all;
    view.value = composeView({
      today: (await reading.now).day,
      languages,
      language,
      texts,
      benefits,
      facts: packaged.facts,
      settings: settings.value,
      household: household.value,
      looking,
      deliveries: deliveries.value,
      wishes: wishes.value,
      saves: saves.value,
      problems: [household, deliveries, settings, checklists, calendar, wishes, saves].flatMap((read) => read.problem),
      stored: Object.entries(all)
        .map(([key, value]) => storedView(key, value))
        .toSorted((a, b) => Number(b.known) - Number(a.known) || a.key.localeCompare(b.key)),
      noticesDenied: await reading.denied,
      notes: await reading.notes,
      explain: sources && factTexts && terms && truth && { sources, factTexts, terms, truth },
    });
  };

  // Changes come in bursts (one key each): the one that comes while a reading runs asks for one more reading.
  let running: Promise<void> | undefined;
  let again = false;
  const refresh = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      try {
        do {
          again = false;
          await load();
        } while (again && !abort.aborted);
      } finally {
        running = undefined;
      }
    })();
    return running;
  };
  ports.onChanged(() => void refresh().catch((error: unknown) => console.error('Could not read again', error)), abort);

  const inWords = (day: CivilDate): string => {
    const { language, texts } = view.value ?? {};
    return language && texts ? formatter(language.locale, language.id, texts).longDate(day) : day;
  };
  return {
    view,
    said,
    refresh,
    actions: createActions({
      store,
      items: ports.items,
      all: ports.all,
      now: ports.now,
      inWords,
      said,
      refresh,
      lookAt: (person) => {
        looking = person;
      },
    }),
  };
}

const known: ReadonlySet<string> = new Set(Object.values(ITEMS).map((item) => item.key));

function storedView(key: string, value: unknown): StoredView {
  const json = JSON.stringify(value, null, 2) ?? '';
  return { key, known: known.has(key), bytes: new TextEncoder().encode(JSON.stringify(value) ?? '').length, json };
}
