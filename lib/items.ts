/** Everything we store, in one list: the desk shows it, the backup holds it, erase empties it. */
import { series } from './calendar/series.ts';
import { NO_SAVES, Saves } from './household/offer-backup.ts';
import { EMPTY_HOUSEHOLD, type Household } from './household/schema.ts';
import { upgradeHousehold } from './household/upgrade.ts';
import type { Who } from './knowledge/vocabulary.ts';
import { type Deliveries, EMPTY_DELIVERIES, upgradeDeliveries } from './reminders/deliveries.ts';
import { EMPTY_WISHES, Wishes } from './reminders/wishes.ts';
import type { Item } from './store.ts';
import { z } from './zod.ts';

const Settings = z.strictObject({
  version: z.literal(1),
  /** id of a language under `data/languages/` */
  language: z.string(),
  /** hosts on which the person switched us off */
  sitesOff: z.array(z.string()),
  /** explain a word when the pointer rests on it */
  hover: z.boolean(),
  /** ids of the places that the person chose; see lib/sites/places.ts */
  places: z.array(z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** Ticks of the checklists: `person/procedure/who` → ids of the things that are ready. */
const Checklists = z.strictObject({ version: z.literal(1), ticks: z.record(z.string(), z.array(z.string())) });
export type Checklists = z.infer<typeof Checklists>;

export const tickKey = (person: string, procedure: string, who: Who): string => `${person}/${procedure}/${who}`;

/** The checklists with one thing ready, or not ready again. */
export function withTick(before: Checklists, key: string, item: string, on: boolean): Checklists {
  const others = (before.ticks[key] ?? []).filter((id) => id !== item);
  return { ...before, ticks: { ...before.ticks, [key]: on ? [...others, item] : others } };
}

export const household: Item<Household> = {
  key: 'household',
  read: upgradeHousehold,
  empty: EMPTY_HOUSEHOLD,
};
export const deliveries: Item<Deliveries> = {
  key: 'deliveries',
  read: upgradeDeliveries,
  empty: EMPTY_DELIVERIES,
};
export const settings: Item<Settings> = {
  key: 'settings',
  read: (stored) => Settings.parse(stored),
  empty: { version: 1, language: 'en', sitesOff: [], hover: true, places: [] },
};
export const checklists: Item<Checklists> = {
  key: 'checklists',
  read: (stored) => Checklists.parse(stored),
  empty: { version: 1, ticks: {} },
};
export const reminders: Item<Wishes> = {
  key: 'reminders',
  read: (stored) => Wishes.parse(stored),
  empty: EMPTY_WISHES,
};
export const saves: Item<Saves> = {
  key: 'saves',
  read: (stored) => Saves.parse(stored),
  empty: NO_SAVES,
};
export const ITEMS = { household, deliveries, settings, checklists, calendar: series, reminders, saves } as const;
