/** What the welcome page knows, and what it does when the person chooses. The browser comes in as ports. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { languageOf } from '../../lib/knowledge/language-of.ts';
import { SavedDataUnreadable } from '../../lib/errors.ts';
import { settings, type Settings } from '../../lib/items.ts';
import type { InterfaceTexts, LanguageRecord, RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { addPlace, dropPlace, type ChoosePorts, type PermissionPorts } from '../../lib/sites/choose.ts';
import {
  copiesPlace,
  copiesState,
  missingAccess,
  placeById,
  withheldAccess,
  type CopiesPlace,
  type CopiesState,
  type Place,
  placeTables,
} from '../../lib/sites/places.ts';
import type { Store } from '../../lib/store.ts';

export type WelcomePorts = {
  store: Pick<Store, 'get' | 'update'>;
  packaged: Pick<Packaged, 'languages' | 'interface' | 'register' | 'portals' | 'sites'>;
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
  copies: { place: CopiesPlace; state: CopiesState };
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
  drop(chosen: Pick<ChosenPlace, 'id' | 'place'>): Promise<void>;
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
    const { languages, portals, sites } = packaged;
    const [{ value, unreadable }, register, granted] = await Promise.all([
      stored(),
      packaged.register(),
      permissions.granted(),
    ]);
    const language = languageOf(languages, value.language);
    const texts = await packaged.interface(language.id);
    const tables = { register, sites };
    const missing = new Set(missingAccess(value.places, tables, granted).map(({ id }) => id));
    const copies = copiesPlace(sites);
    view.value = {
      language,
      languages,
      texts,
      register,
      covered: portals.reduce((sum, { covered }) => sum + covered.length, 0),
      withheld: withheldAccess(permissions.required, granted),
      places: value.places
        .filter((id) => id !== copies.id) // has its own part of the page
        .map((id) => ({ id, place: placeById(id, tables), missing: missing.has(id) })),
      copies: { place: copies, state: copiesState(copies, value.places, granted) },
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

  const choose: ChoosePorts = {
    store,
    permissions,
    tables: () => placeTables(packaged),
  };

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
      const answer = addPlace(place, choose);
      return tell(place, async () => ((await answer) ? 'added' : 'refused'));
    },
    allowAgain: () => {
      const answer = permissions.request([...(view.value?.withheld ?? [])]);
      return tell(undefined, async () => ((await answer) ? 'allowed' : 'refused'));
    },
    drop: ({ id, place }) =>
      tell(place, async () => {
        await dropPlace(id, choose);
        return 'dropped';
      }),
  };
}
