import { toCivil } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';

/** A day and an hour (0–23) in Japan. */
export type Moment = { day: CivilDate; hour: number };

/** Day and hour in Japan at an instant in milliseconds since 1970 UTC, wherever the device is. Pure. */
export function todayInJapan(instantMs: number): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO('Asia/Tokyo');
  return { day: toCivil(zoned.toPlainDate()), hour: zoned.hour };
}
