/**
 * When public offices are closed: Saturdays, Sundays, public holidays of that year, 29 December to 3 January.
 * Single offices open on some weekends; that is never counted on. Banks work until 30 December.
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

/** Whether `day` is a public holiday (国民の祝日), a substitute or a day between two of them. */
export const isPublicHoliday = (day: CivilDate): boolean => holidaysOf(Number(day.slice(0, 4))).has(day.slice(5));

const closedFrom =
  (yearEnd: string) =>
  (day: CivilDate): boolean =>
    weekday(day) >= SATURDAY || day.slice(5) >= yearEnd || day.slice(5) <= '01-03' || isPublicHoliday(day);

/** Whether public offices are closed on `day`. */
export const isClosedDay = closedFrom('12-29');

/** Whether banks are closed on `day`: what counts for payments. */
export const isBankClosedDay = closedFrom('12-31');

const nearest =
  (isClosed: (day: CivilDate) => boolean, step: 1 | -1) =>
  (day: CivilDate): CivilDate => {
    let open = day;
    while (isClosed(open)) open = addDays(open, step);
    return open;
  };

/** `day` itself when offices are open, else the nearest open day before it: what we advise. */
export const lastOpenDayOnOrBefore = nearest(isClosedDay, -1);

/** `day` itself when offices are open, else the nearest open day after it: where the law moves some last days. */
export const nextOpenDayOnOrAfter = nearest(isClosedDay, 1);

/** The nearest open day before `day`, which is itself too late. */
export const lastOpenDayBefore = (day: CivilDate): CivilDate => lastOpenDayOnOrBefore(addDays(day, -1));

/** `day` itself when banks are open, else the nearest day before it on which they are. */
export const lastBankDayOnOrBefore = nearest(isBankClosedDay, -1);

/** `day` itself when banks are open, else the nearest day after it on which they are. */
export const nextBankDayOnOrAfter = nearest(isBankClosedDay, 1);
