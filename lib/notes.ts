/**
 * What the worker found out and the popup tells. Kept in session storage: when the browser starts again, it is found
 * out again.
 */
import type { ItemPort } from './browser.ts';
import { CivilDate } from './dates/civil-date.ts';
import { z } from './zod.ts';

const ClockNote = z.strictObject({ kind: z.enum(['before-build', 'went-back', 'leapt']), seen: z.nullable(CivilDate) });
/** The device's clock shows a day that cannot be, or is far from where it was on `seen`. */
export type ClockNote = z.infer<typeof ClockNote>;

const AccessNote = z.strictObject({
  /** Japanese names of chosen places; null: all public bodies; `COPIES`: translated copies */
  places: z.array(z.nullable(z.string())),
  /** one request for these mends it */
  patterns: z.array(z.string()),
});
/** Places that the person chose and where the browser does not let us run any more. */
export type AccessNote = z.infer<typeof AccessNote>;

export type Notes = { clock: ClockNote | null; access: AccessNote | null };

const CLOCK = 'note:clock';
const ACCESS = 'note:access';

/** Whether a change of this key of session storage is a change of the notes. */
export const isNote = (key: string): boolean => key === CLOCK || key === ACCESS;

/** The notes as they stand; one that cannot be read is no note. */
export async function readNotes(session: ItemPort): Promise<Notes> {
  const [clock, access] = await Promise.all([session.get(CLOCK), session.get(ACCESS)]);
  return {
    clock: ClockNote.safeParse(clock).data ?? null,
    access: AccessNote.safeParse(access).data ?? null,
  };
}

export const noteClock = (session: ItemPort, note: ClockNote): Promise<void> => session.set(CLOCK, note);

/** `null`: nothing is missing any more. */
export const noteAccess = (session: ItemPort, note: AccessNote | null): Promise<void> =>
  note ? session.set(ACCESS, note) : session.remove(ACCESS);
