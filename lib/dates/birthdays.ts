/**
 * Birthdays as the card counts them: someone born on 29 February has the birthday on 28 February in a common year.
 * Rule: data/facts/card-validity-leap-day.yaml
 */
import { toCivil, toPlain } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';

const birthdayIn = (birth: CivilDate, year: number): CivilDate =>
  toCivil(toPlain(birth).with({ year }, { overflow: 'constrain' }));

/**
 * The `n`-th birthday (1, 2, …) after `day`. A birthday on `day` itself is not counted, nor is the day of birth.
 * Throws a `RangeError` unless `n` is a whole number of at least 1.
 */
export function nthBirthdayAfter(birth: CivilDate, day: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`There is no birthday number ${n}`);
  const start = Math.max(toPlain(day).year, toPlain(birth).year + 1);
  const first = birthdayIn(birth, start) > day ? start : start + 1;
  return birthdayIn(birth, first + n - 1);
}

/** Whether `day` is a birthday of somebody born on `birth`; the day of birth is none. */
export const isBirthday = (birth: CivilDate, day: CivilDate): boolean =>
  day > birth && birthdayIn(birth, toPlain(day).year) === day;
