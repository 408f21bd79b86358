/**
 * What makes the entries of this household's calendar files its own. Ids of deadlines are the same in every household
 * (`p1/card-renewal/2027-05-01`), and calendars are shared: without it, one family's entry would replace another's.
 */
import type { Item, Store } from '../store.ts';
import { z } from '../zod.ts';

const Series = z.strictObject({
  version: z.literal(1),
  /** random, so that it says nothing about anybody; null until the first calendar file */
  id: z.nullable(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
});
export type Series = z.infer<typeof Series>;

/** Part of the backup, so that a household that was put back elsewhere updates the entries it made before. */
export const series: Item<Series> = {
  key: 'calendar',
  read: (stored) => Series.parse(stored),
  empty: { version: 1, id: null },
};

/** The id of the series, made and stored where there is none. Throws `SavedDataUnreadable`. */
export async function seriesId(store: Store, newId: () => string = () => crypto.randomUUID()): Promise<string> {
  // Two windows can ask at once: the store lets one of them make it.
  const stored = await store.update(series, (before) => (before.id === null ? { ...before, id: newId() } : before));
  if (stored.id === null) throw new Error('The calendar has no id');
  return stored.id;
}
