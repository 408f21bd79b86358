/**
 * The places a person chose: one body, a whole prefecture, all public bodies, or the services that show translated
 * copies of their pages. Kept in the settings as ids: a code, `prefecture:` and the first two digits of its code, `all`
 * or `copies`. What is granted by the browser is not kept here, for the person can change it there at any time;
 * `missingAccess` compares.
 */
import type { RegisterRecord } from '../knowledge/compiled.ts';
import type { Packaged } from '../knowledge/packaged.ts';
import { allPatterns, copyPatterns, covers, patternsOf, prefecturePatterns } from './patterns.ts';
import type { SiteTables } from './verdict.ts';

export type PublicPlace =
  | { id: string; kind: 'body' | 'prefecture'; record: RegisterRecord; patterns: readonly string[] }
  | { id: 'all'; kind: 'all'; patterns: readonly string[] };
/** `services`: what they are called, and the domain each of them has. */
export type CopiesPlace = {
  id: typeof COPIES;
  kind: 'copies';
  services: readonly { name: string; domain: string }[];
  patterns: readonly string[];
};
export type Place = PublicPlace | CopiesPlace;

/** What places are made of. */
export type PlaceTables = Pick<SiteTables, 'register'> & { sites: Pick<SiteTables['sites'], 'copies'> };
/** The tables, the register read from its file. */
export const placeTables = async (packaged: Pick<Packaged, 'register' | 'sites'>): Promise<PlaceTables> => ({
  register: await packaged.register(),
  sites: packaged.sites,
});

export const COPIES = 'copies';

const PREFECTURE = 'prefecture:';

/** One body by itself. */
export const placeOf = (record: RegisterRecord): PublicPlace => ({
  id: record.code,
  kind: 'body',
  record,
  patterns: patternsOf(record),
});

/** The whole prefecture in which this body lies; `undefined` where the register has no office of that prefecture. */
export function prefecturePlace(record: RegisterRecord, register: readonly RegisterRecord[]): PublicPlace | undefined {
  const office = register.find(({ name, prefecture }) => name === prefecture && prefecture === record.prefecture);
  return (
    office && {
      id: PREFECTURE + office.code.slice(0, 2),
      kind: 'prefecture',
      record: office,
      patterns: prefecturePatterns(office.prefecture, register),
    }
  );
}

/** Every local government. */
export const allPlace = (register: readonly RegisterRecord[]): PublicPlace => ({
  id: 'all',
  kind: 'all',
  patterns: allPatterns(register),
});

/** The services that show translated copies. */
export const copiesPlace = ({ copies }: PlaceTables['sites']): CopiesPlace => ({
  id: COPIES,
  kind: 'copies',
  services: copies.flatMap(({ name, domains }) => (name === null ? [] : domains.map((domain) => ({ name, domain })))),
  patterns: copyPatterns(copies),
});

/** `on`: the browser lets us run there, which decides. `missing`: it was chosen, and the browser does not. */
export type CopiesState = 'off' | 'on' | 'missing';

/**
 * @param places as the settings keep them
 * @param granted `permissions.getAll().origins`
 */
export function copiesState(
  { patterns }: CopiesPlace,
  places: readonly string[],
  granted: readonly string[],
): CopiesState {
  if (patterns.every((pattern) => covers(granted, pattern))) return 'on';
  return places.includes(COPIES) ? 'missing' : 'off';
}

/** The place of a stored id, or `undefined` where today's register does not know it. */
export function placeById(id: string, { register, sites }: PlaceTables): Place | undefined {
  if (id === 'all') return allPlace(register);
  if (id === COPIES) return copiesPlace(sites);
  if (!id.startsWith(PREFECTURE)) {
    const record = register.find(({ code }) => code === id);
    return record && placeOf(record);
  }
  const digits = id.slice(PREFECTURE.length);
  const office = register.find(({ code, name, prefecture }) => name === prefecture && code.slice(0, 2) === digits);
  return office && prefecturePlace(office, register);
}

/**
 * The chosen places that the browser does not let us reach: access was withdrawn, or the body moved to a host
 * that came with an update. One request for their `patterns` mends it.
 *
 * @param granted `permissions.getAll().origins`
 */
export function missingAccess(places: readonly string[], tables: PlaceTables, granted: readonly string[]): Place[] {
  const exact = new Set(granted);
  return places
    .map((id) => placeById(id, tables))
    .filter((place) => place !== undefined)
    .filter(({ patterns }) => !patterns.every((pattern) => exact.has(pattern) || covers(granted, pattern)));
}

/**
 * Patterns of the manifest that the browser does not let us reach: both browsers let a person withdraw them.
 *
 * @param required the manifest's `host_permissions`
 * @param granted `permissions.getAll().origins`
 */
export function withheldAccess(required: readonly string[], granted: readonly string[]): string[] {
  return required.filter((pattern) => !covers(granted, pattern));
}

/**
 * What to give back when `dropped` is no longer wanted: its patterns without those that the places still chosen,
 * or the manifest, need.
 */
export function patternsToDrop(
  dropped: Place,
  kept: readonly string[],
  tables: PlaceTables,
  required: readonly string[],
): string[] {
  const needed = new Set([...required, ...kept.flatMap((id) => placeById(id, tables)?.patterns ?? [])]);
  return dropped.patterns.filter((pattern) => !needed.has(pattern));
}
