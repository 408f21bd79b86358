/**
 * Birthdays as the card counts them: someone born on 29 February has the birthday on 28 February in a common year.
 * Rule: data/facts/card-validity-leap-day.yaml
 */
import { toCivil, toPlain } from './arithmetic.ts';
import { type CivilDate, civil } from './civil-date.ts';

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));

// Only a leap day needs a calendar; every other birthday is the same text in another year.
const birthdayIn = (birth: CivilDate, year: number): CivilDate =>
  birth.endsWith('-02-29')
    ? toCivil(toPlain(birth).with({ year }, { overflow: 'constrain' }))
    : civil(`${String(year).padStart(4, '0')}${birth.slice(4)}`);

/**
 * The `n`-th birthday (1, 2, …) after `day`. A birthday on `day` itself is not counted, nor is the day of birth.
 * Throws a `RangeError` unless `n` is a whole number of at least 1.
 */
export function nthBirthdayAfter(birth: CivilDate, day: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`There is no birthday number ${n}`);
  const start = Math.max(yearOf(day), yearOf(birth) + 1);
  const first = birthdayIn(birth, start) > day ? start : start + 1;
  return birthdayIn(birth, first + n - 1);
}

/** Whether `day` is a birthday of somebody born on `birth`; the day of birth is none. */
export const isBirthday = (birth: CivilDate, day: CivilDate): boolean =>
  day > birth && birthdayIn(birth, yearOf(day)) === day;

/** Full years of somebody born on `birth`, on `day`: how many birthdays there were. 0 on any day before the first. */
export function ageOn(birth: CivilDate, day: CivilDate): number {
  const year = yearOf(day);
  const years = year - yearOf(birth);
  return Math.max(0, birthdayIn(birth, year) > day ? years - 1 : years);
}
