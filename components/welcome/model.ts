/** What the welcome page knows, and what it does when the person chooses. The browser comes in as ports. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { languageOf } from '../../lib/knowledge/language-of.ts';
import { SavedDataUnreadable } from '../../lib/errors.ts';
import { settings, type Settings } from '../../lib/items.ts';
import type { InterfaceTexts, LanguageRecord, RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { missingAccess, patternsToDrop, placeById, withheldAccess, type Place } from '../../lib/sites/places.ts';
import type { Store } from '../../lib/store.ts';

/** Origins as match patterns. */
export type PermissionPorts = {
  /** Asks the person; must be called while their click is being handled. Resolves false when they say no. */
  request(origins: string[]): Promise<boolean>;
  remove(origins: string[]): Promise<boolean>;
  granted(): Promise<readonly string[]>;
  /** what the manifest asked for at install */
  required: readonly string[];
};

export type WelcomePorts = {
  store: Pick<Store, 'get' | 'update'>;
  packaged: Pick<Packaged, 'languages' | 'interface' | 'register' | 'portals'>;
  permissions: PermissionPorts;
  /** calls back after settings or permissions changed, until `signal` aborts */
  onChanged(listener: () => void, signal: AbortSignal): void;
};

/** `place` is `undefined` where today's register does not know the id. */
export type ChosenPlace = { id: string; place: Place | undefined; missing: boolean };
export type WelcomeView = {
  language: LanguageRecord;
  languages: readonly LanguageRecord[];
  texts: InterfaceTexts;
  register: readonly RegisterRecord[];
  /** how many national hosts are covered since install */
  covered: number;
  /** patterns asked for at install that were withdrawn since */
  withheld: readonly string[];
  places: readonly ChosenPlace[];
  /** the settings cannot be read: nothing can be chosen, nothing is written over */
  unreadable: boolean;
};
export type Said = 'added' | 'allowed' | 'dropped' | 'refused' | 'failed';

export type WelcomeModel = {
  /** `undefined` until the first reading is done */
  view: ReadonlySignal<WelcomeView | undefined>;
  said: ReadonlySignal<{ what: Said; place: Place | undefined } | undefined>;
  /** Rejects when packaged files are missing, which is a broken package. */
  refresh(): Promise<void>;
  setLanguage(id: string): Promise<void>;
  /** Asks the browser for a place, and keeps it when the person agrees. Call it directly in the click. */
  add(place: Place): Promise<void>;
  /** Asks for what was granted at install again. Call it directly in the click. */
  allowAgain(): Promise<void>;
  /** Forgets a place and gives its access back, but for what other places or the manifest need. */
  drop(chosen: ChosenPlace): Promise<void>;
};

export function createWelcome(ports: WelcomePorts, abort: AbortSignal): WelcomeModel {
  const { store, packaged, permissions } = ports;
  const view = signal<WelcomeView>();
  const said = signal<{ what: Said; place: Place | undefined }>();

  const stored = async (): Promise<{ value: Settings; unreadable: boolean }> => {
    try {
      return { value: await store.get(settings), unreadable: false };
    } catch (error) {
      if (!(error instanceof SavedDataUnreadable)) throw error;
      return { value: settings.empty, unreadable: true };
    }
  };

  const refresh = async (): Promise<void> => {
    const [{ value, unreadable }, languages, register, portals, granted] = await Promise.all([
      stored(),
      packaged.languages(),
      packaged.register(),
      packaged.portals(),
      permissions.granted(),
    ]);
    const language = languageOf(languages, value.language);
    const texts = await packaged.interface(language.id);
    const missing = new Set(missingAccess(value.places, register, granted).map(({ id }) => id));
    view.value = {
      language,
      languages,
      texts,
      register,
      covered: portals.reduce((sum, { covered }) => sum + covered.length, 0),
      withheld: withheldAccess(permissions.required, granted),
      places: value.places.map((id) => ({ id, place: placeById(id, register), missing: missing.has(id) })),
      unreadable,
    };
  };

  /** Says what came of it; a failed write is said too, and logged. */
  const tell = async (place: Place | undefined, work: () => Promise<Said>): Promise<void> => {
    let what: Said;
    try {
      what = await work();
    } catch (error) {
      console.error('The choice could not be saved', error);
      what = 'failed';
    }
    await refresh();
    said.value = { what, place };
  };

  const change = (edit: (places: readonly string[]) => string[]): Promise<Settings> =>
    store.update(settings, (before) => ({ ...before, places: edit(before.places) }));

  ports.onChanged(() => void refresh().catch((error: unknown) => console.error('Could not read again', error)), abort);

  return {
    view,
    said,
    refresh,
    setLanguage: async (id) => {
      said.value = undefined;
      try {
        await store.update(settings, (before) => (before.language === id ? before : { ...before, language: id }));
      } catch (error) {
        console.error('The language could not be saved', error);
        said.value = { what: 'failed', place: undefined };
      }
      await refresh();
    },
    add: (place) => {
      // First of all, and not awaited: Firefox accepts the request only while the click itself is handled.
      const answer = permissions.request([...place.patterns]);
      return tell(place, async () => {
        if (!(await answer)) return 'refused';
        await change((places) => (places.includes(place.id) ? [...places] : [...places, place.id]));
        return 'added';
      });
    },
    allowAgain: () => {
      const answer = permissions.request([...(view.value?.withheld ?? [])]);
      return tell(undefined, async () => ((await answer) ? 'allowed' : 'refused'));
    },
    drop: ({ id, place }) =>
      tell(place, async () => {
        const { places } = await change((before) => before.filter((each) => each !== id));
        const origins = place ? patternsToDrop(place, places, await packaged.register(), permissions.required) : [];
        if (origins.length > 0) await permissions.remove(origins);
        return 'dropped';
      }),
  };
}
