/** Our own pages over a browser that is a few lines: stored items in a map, the packaged knowledge, a fixed day. */
import { effect } from '@preact/signals';
import { render, type VNode } from 'preact';
import { createModel, type Model } from '../../../components/ui/model.ts';
import { followTheme, speak } from '../../../components/ui/theme.ts';
import type { Said, View } from '../../../components/ui/view.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { emptyPerson, type Event, type Household, type Person } from '../../../lib/household/schema.ts';
import { settings, type Settings } from '../../../lib/items.ts';
import { createPackaged } from '../../../lib/knowledge/packaged.ts';
import type { Notes } from '../../../lib/notes.ts';
import '../../../components/tokens.css';
import '../../../components/page.css';

const files = import.meta.glob<string>('/.data/knowledge/**/*.json', {
  query: '?raw',
  import: 'default',
  exhaustive: true,
});
export const packaged = createPackaged(async (path) => {
  const read = files[`/.data/${path}`];
  if (!read) throw new Error(`No packaged file "${path}"`);
  return read();
});

export const TODAY = civil('2026-11-26');

type Told = Partial<Omit<Person, 'dates'>> & { dates?: Partial<Person['dates']> };
const somebody = (told: Told, id: string): Person => {
  const empty = emptyPerson(id);
  return { ...empty, ...told, dates: { ...empty.dates, ...told.dates } };
};
export const home = (person: Told, events: readonly Event[] = []): Household => ({
  version: 2,
  people: [somebody(person, 'p1')],
  events: [...events],
});
export const moved = (on: string, person = 'p1', id = 'e1'): Event => ({
  id,
  person,
  on: civil(on),
  kind: 'moved',
  from: 'other-municipality',
  planned: null,
  withCard: false,
});
/** A person with a limited stay who just moved: something is due tomorrow, something in spring. */
export const LIMITED = home(
  {
    status: 'limited-stay',
    situations: ['driver'],
    dates: { birth: civil('1990-05-31'), card: civil('2027-05-01'), stay: civil('2027-05-01') },
  },
  [moved('2026-11-15')],
);
/** The same person, and a child who moved with them. */
export const FAMILY: Household = {
  ...LIMITED,
  people: [...LIMITED.people, somebody({ nickname: 'Mila', dates: { birth: civil('2020-02-29') } }, 'p2')],
  events: [...LIMITED.events, moved('2026-11-15', 'p2', 'e2')],
};
export const speaking = (language: string, more: Partial<Settings> = {}): { settings: Settings } => ({
  settings: { ...settings.empty, language, ...more },
});

export type Fake = {
  model: Model;
  stored: Map<string, unknown>;
  container: HTMLElement;
  denied: { yes: boolean };
  end: () => void;
};

/** Shows `page` over stored items; what another window writes with `write` reaches it like in the browser. */
export async function show(
  stored: Readonly<Record<string, unknown>>,
  options: { explain: boolean; surface: 'popup' | 'desk'; denied?: boolean; notes?: Notes },
  page: (view: View, said: Said | undefined, model: Model) => VNode,
): Promise<Fake> {
  const kept = new Map<string, unknown>(Object.entries(stored).map(([key, value]) => [key, structuredClone(value)]));
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());
  const abort = new AbortController();
  const denied = { yes: options.denied ?? false };
  const model = createModel(
    {
      items: {
        get: async (key) => kept.get(key),
        set: async (key, value) => {
          kept.set(key, value);
          changed();
        },
        remove: async (key) => {
          kept.delete(key);
          changed();
        },
      },
      all: async () => Object.fromEntries(kept),
      onChanged: (listener, signal) => {
        listeners.add(listener);
        signal.addEventListener('abort', () => listeners.delete(listener));
      },
      packaged,
      now: async () => ({ day: TODAY, hour: 10 }),
      notes: async () => options.notes ?? { clock: null, access: null },
      noticesDenied: async () => denied.yes,
    },
    { explain: options.explain },
    abort.signal,
  );
  followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'), abort.signal);
  document.body.className = options.surface;
  const container = document.createElement('div');
  document.body.append(container);
  await model.refresh();
  const stop = effect(() => {
    const view = model.view.value;
    const said = model.said.value;
    if (!view) return;
    speak(document.documentElement, view.language);
    render(page(view, said, model), container);
  });
  return {
    model,
    stored: kept,
    container,
    denied,
    end: () => {
      stop();
      abort.abort();
      render(null, container);
      container.remove();
      document.body.className = '';
    },
  };
}
