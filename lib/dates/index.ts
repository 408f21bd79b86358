/** Dates as Japan counts them. */
export {
  addDays,
  countingFrom,
  daysBetween,
  earlier,
  endOfMonth,
  later,
  legalMonths,
  sameDayMonths,
  toCivil,
  toPlain,
  weekday,
} from './arithmetic.ts';
export { ageOn, isBirthday, nthBirthdayAfter } from './birthdays.ts';
export { fromEra, toEra } from './eras.ts';
export {
  isBankClosedDay,
  isClosedDay,
  isPublicHoliday,
  lastBankDayOnOrBefore,
  lastOpenDayBefore,
  lastOpenDayOnOrBefore,
  nextBankDayOnOrAfter,
  nextOpenDayOnOrAfter,
} from './open-days.ts';
export { todayInJapan } from './today.ts';
