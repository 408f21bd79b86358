/** Adding a place and dropping it again, as the welcome page and the desk do it. The browser comes in as ports. */
import { settings } from '../items.ts';
import type { Store } from '../store.ts';
import { patternsToDrop, placeById, type Place, type PlaceTables } from './places.ts';

/** Origins as match patterns. */
export type PermissionPorts = {
  /** Asks the person; must be called while their click is being handled. Resolves false when they say no. */
  request(origins: string[]): Promise<boolean>;
  remove(origins: string[]): Promise<boolean>;
  granted(): Promise<readonly string[]>;
  /** what the manifest asked for at install */
  required: readonly string[];
};

export type ChoosePorts = {
  store: Pick<Store, 'update'>;
  permissions: PermissionPorts;
  tables: () => Promise<PlaceTables>;
};

/**
 * Asks the browser for a place, and keeps it when the person agrees; says whether they did. Call it directly in the
 * click. Rejects when the settings cannot be written.
 */
export async function addPlace(place: Place, { store, permissions }: ChoosePorts): Promise<boolean> {
  // Before anything is awaited: Firefox accepts the request only while the click itself is handled.
  if (!(await permissions.request([...place.patterns]))) return false;
  await store.update(settings, (before) =>
    before.places.includes(place.id) ? before : { ...before, places: [...before.places, place.id] },
  );
  return true;
}

/**
 * Forgets a place and gives its access back, but for what other places or the manifest need. Rejects like `addPlace`.
 */
export async function dropPlace(id: string, { store, permissions, tables }: ChoosePorts): Promise<void> {
  const { places } = await store.update(settings, (before) => ({
    ...before,
    places: before.places.filter((each) => each !== id),
  }));
  const known = await tables();
  const place = placeById(id, known);
  const origins = place ? patternsToDrop(place, places, known, permissions.required) : [];
  if (origins.length > 0) await permissions.remove(origins);
}
