/**
 * When a backup file is worth offering. There is no sync: without the file, what was typed in is lost with the device.
 */
import { daysBetween } from '../dates/arithmetic.ts';
import { CivilDate } from '../dates/civil-date.ts';
import { z } from '../zod.ts';
import type { Household } from './schema.ts';
import { typedIn } from './typed.ts';

/** A day, and a mark of the household as it was then. */
const Then = z.strictObject({ day: CivilDate, of: z.string() });
export const Saves = z.strictObject({
  version: z.literal(1),
  /** the last backup file that was given out */
  saved: z.nullable(Then),
  /** the last time that the offer was put aside */
  declined: z.nullable(Then),
});
export type Saves = z.infer<typeof Saves>;
export const NO_SAVES: Saves = { version: 1, saved: null, declined: null };

/** Fewer dates and events than this are typed in again in a minute. */
const WORTH_A_FILE = 3;
/** In days: so long after a file nothing is offered, whatever changed, and so long after the offer was put aside. */
const AFTER = { saved: 30, declined: 90 } as const;

/** FNV-1a, 32 bits, over the JSON: tells whether something changed, and says nothing about what. */
function markOf(household: Household): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(household)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16);
}

/** Notes that a file was given out, or that the offer was put aside. */
export const noteSave = (saves: Saves, what: keyof typeof AFTER, household: Household, day: CivilDate): Saves => ({
  ...saves,
  [what]: { day, of: markOf(household) },
});

/** Whether to offer a backup file: there is something to lose that is in no file, and nobody was asked lately. */
export function offersBackup(household: Household, saves: Saves, today: CivilDate): boolean {
  if (typedIn(household) < WORTH_A_FILE) return false;
  const mark = markOf(household);
  return (['saved', 'declined'] as const).every((what) => {
    const before = saves[what];
    return before === null || (before.of !== mark && daysBetween(before.day, today) >= AFTER[what]);
  });
}
