/**
 * Civil dates and how they are moved. Whole days only; no clock, no time zone, no `Date`. Nothing here throws on a
 * `CivilDate`, except where the answer would leave the years 0000–9999.
 */
import type { CivilDate } from './civil-date.ts';

/**
 * Brings a `Temporal.PlainDate`, which is a real day by itself, back into our type. Without the schema, because this
 * runs in pages too, where zod would be most of the script.
 *
 * @throws RangeError outside the years 0000–9999
 */
export function toCivil(date: Temporal.PlainDate): CivilDate {
  if (date.year < 0 || date.year > 9999) throw new RangeError(`The year ${date.year} is not written in four digits`);
  return date.toString({ calendarName: 'never' }) as CivilDate;
}

/** The same day as a `Temporal.PlainDate`. */
export const toPlain = (day: CivilDate): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** `days` later, or earlier when negative. The first day is not counted: 1 November + 14 is the 15th. */
export const addDays = (day: CivilDate, days: number): CivilDate => toCivil(toPlain(day).add({ days }));

/**
 * The `n`-th day of a count in which `day` itself is the first: 2 November, 14 is the 15th. Births are counted so.
 */
export const countingFrom = (day: CivilDate, n: number): CivilDate => addDays(day, n - 1);

/**
 * The same day `months` later, or earlier when negative; where that month has no such day, its last day:
 * 31 May − 3 months is 28 (or 29) February. Of two ways to count forward this is the earlier, careful one.
 */
export const sameDayMonths = (day: CivilDate, months: number): CivilDate =>
  toCivil(toPlain(day).add({ months }, { overflow: 'constrain' }));

/** The last day of the month of `day`. */
export const endOfMonth = (day: CivilDate): CivilDate => {
  const plain = toPlain(day);
  return toCivil(plain.with({ day: plain.daysInMonth }));
};

/**
 * The end of a legal period of `months` after `day`, which is not counted itself (Civil Code art. 140, 143): the same
 * day, but a period that starts from a month end runs to a month end: 30 June + 2 is 31 August.
 */
export const legalMonths = (day: CivilDate, months: number): CivilDate => {
  const same = sameDayMonths(day, months);
  return day === endOfMonth(day) ? endOfMonth(same) : same;
};

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number =>
  toPlain(a).until(toPlain(b), { largestUnit: 'day' }).days;

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: CivilDate): number => toPlain(day).dayOfWeek;

/** The earlier of two days. Civil dates sort like their text. */
export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** The later of two days. */
export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
