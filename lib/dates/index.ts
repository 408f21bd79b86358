/** Dates as Japan counts them. */
export { addDays, addMonths, daysBetween, earlier, later, toCivil, toPlain, weekday } from './arithmetic.ts';
export { isBirthday, nthBirthdayAfter } from './birthdays.ts';
export { isClosedDay, isPublicHoliday, lastOpenDayOnOrBefore, nextOpenDayOnOrAfter } from './open-days.ts';
export { todayInJapan } from './today.ts';
