/**
 * When public offices are closed: Saturdays, Sundays, public holidays of that year, 29 December to 3 January.
 * Single offices open on some weekends; that is never counted on.
 * Rule: data/facts/counting-rules.yaml
 */
import JapaneseHolidays from 'japanese-holidays';
import { addDays, weekday } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';

const SATURDAY = 6;

/** `MM-DD` of each public holiday of a year, computed once. */
const years = new Map<number, ReadonlySet<string>>();

const two = (n: number): string => String(n).padStart(2, '0');

// The library's other functions take a `Date` and answer by the zone of the device; the list of a year is
// the same in every zone (tests/unit/dates/open-days.test.ts asks in six).
function holidaysOf(year: number): ReadonlySet<string> {
  const known = years.get(year);
  if (known) return known;
  const found = new Set(
    JapaneseHolidays.getHolidaysOf(year, true).map(({ month, date }) => `${two(month)}-${two(date)}`),
  );
  years.set(year, found);
  return found;
}

const isYearEnd = (monthDay: string): boolean => monthDay >= '12-29' || monthDay <= '01-03';

/** Whether `day` is a public holiday (国民の祝日), a substitute or a day between two of them. */
export const isPublicHoliday = (day: CivilDate): boolean => holidaysOf(Number(day.slice(0, 4))).has(day.slice(5));

/** Whether public offices are closed on `day`. */
export const isClosedDay = (day: CivilDate): boolean =>
  weekday(day) >= SATURDAY || isYearEnd(day.slice(5)) || isPublicHoliday(day);

/** `day` itself when offices are open, else the nearest open day before it: what we advise. */
export function lastOpenDayOnOrBefore(day: CivilDate): CivilDate {
  let open = day;
  while (isClosedDay(open)) open = addDays(open, -1);
  return open;
}

/** `day` itself when offices are open, else the nearest open day after it: where the law moves some last days. */
export function nextOpenDayOnOrAfter(day: CivilDate): CivilDate {
  let open = day;
  while (isClosedDay(open)) open = addDays(open, 1);
  return open;
}
