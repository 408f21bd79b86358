import { Household } from './schema.ts';

/**
 * What was stored, in today's shape. Pure: reading and writing belong to the store. Throws on a shape that no
 * version of ours wrote, also on one from a newer version; the store then leaves it as it is.
 */
export const upgradeHousehold = (stored: unknown): Household => Household.parse(stored);
