import { z } from '../zod.ts';

/**
 * A day in Japan, `YYYY-MM-DD`: no time, no zone. Only comes out of this schema or of `toCivil`, so it is a real day.
 */
export const CivilDate = z.iso.date().brand<'CivilDate'>();
export type CivilDate = z.infer<typeof CivilDate>;

/** Reads a civil date from a literal or from checked input; throws on anything that is not a real day. */
export function civil(text: string): CivilDate {
  return CivilDate.parse(text);
}
