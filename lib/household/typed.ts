import type { Household } from './schema.ts';

/** How many dates and events the person typed in, of everybody in the household: what would be lost with the device. */
export const typedIn = ({ people, events }: Household): number =>
  events.length + people.flatMap(({ dates }) => Object.values(dates).filter((day) => day !== null)).length;
