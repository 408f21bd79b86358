/**
 * The only place that asks what time it is. Everything else gets the moment as a parameter. Days are days in
 * Japan, wherever the device is.
 */
import type { ItemPort } from './browser.ts';
import { civil, type CivilDate } from './dates/civil-date.ts';
import { todayInJapan, type Moment } from './dates/today.ts';

export type { Moment };

/** Where the builds for demonstration and tests keep the day they are shown at. */
const OVERRIDE = 'demo-today';

/**
 * Now, in Japan. Builds for demonstration and tests can be set to another day; the released build has no such
 * door, for the branch below is cut out of it (tests/browser/release.test.ts looks for it there).
 */
export async function now(items: ItemPort): Promise<Moment> {
  const moment = todayInJapan(Temporal.Now.instant().epochMilliseconds);
  if (!__DAY_OVERRIDE__) return moment;
  const override = await items.get(OVERRIDE);
  return typeof override === 'string' ? { ...moment, day: civil(override) } : moment;
}

/** The device's own instant in milliseconds, for time stamps of files; also where the day is another one. */
export const instant = (): number => Temporal.Now.instant().epochMilliseconds;

/** The instant, in milliseconds, at which this day and hour begin in Japan: for alarms. */
export const instantOf = ({ day, hour }: Moment): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: { hour } }).epochMilliseconds;

/** The day for which this build was made; a clock before it is wrong. */
export const BUILD_DAY: CivilDate = civil(__BUILD_DAY__);
