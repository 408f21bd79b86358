import { describe, expect, it } from 'vitest';
import {
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
} from '../../../lib/dates/index.ts';
import { civil } from '../../../lib/dates/civil-date.ts';

describe('days', () => {
  it.each([
    ['2026-11-01', 14, '2026-11-15', 'the first day is not counted'],
    ['2026-12-25', 14, '2027-01-08', 'over the new year'],
    ['2027-02-22', 14, '2027-03-08', 'common February'],
    ['2028-02-22', 14, '2028-03-07', 'leap February'],
    ['2027-03-01', -1, '2027-02-28', 'backwards'],
    ['2027-03-01', 0, '2027-03-01', 'no day at all'],
  ])('%s + %i days is %s (%s)', (day, days, expected) => {
    expect(addDays(civil(day), days)).toBe(expected);
    expect(daysBetween(civil(day), civil(expected))).toBe(days);
  });
});

describe('counting with the first day', () => {
  it.each([
    ['2026-11-02', 14, '2026-11-15', 'a birth: its day is the first'],
    ['2026-11-02', 1, '2026-11-02', 'the day itself'],
  ])('%s, day %i is %s (%s)', (day, n, expected) => {
    expect(countingFrom(civil(day), n)).toBe(expected);
  });
});

describe('months', () => {
  it.each([
    ['2027-05-31', -3, '2027-02-28', 'there is no 31 February'],
    ['2028-05-31', -3, '2028-02-29', 'nor in a leap year'],
    ['2023-07-07', -3, '2023-04-07', 'plain'],
    ['2026-12-31', 2, '2027-02-28', 'forward over the new year'],
    ['2027-02-28', 2, '2027-04-28', 'a month end stays on its number'],
    ['2027-01-15', -3, '2026-10-15', 'backwards over the new year'],
  ])('%s + %i months is %s (%s)', (day, months, expected) => {
    expect(sameDayMonths(civil(day), months)).toBe(expected);
  });

  it.each([
    ['2026-05-28', 2, '2026-07-28', 'the same day'],
    ['2023-02-28', 2, '2023-04-30', 'National Tax Agency: from the end of February to the end of April'],
    ['2024-02-28', 2, '2024-04-28', 'not a month end in a leap year'],
    ['2024-02-29', 2, '2024-04-30', 'the month end of a leap year'],
    ['2026-06-30', 2, '2026-08-31', 'from a month end to a month end'],
    ['2027-02-28', 2, '2027-04-30', 'the end of February'],
    ['2026-12-31', 2, '2027-02-28', 'February is short'],
    ['2026-12-30', 2, '2027-02-28', 'no 30 February: its last day'],
    ['2026-12-29', 2, '2027-02-28', 'no 29 February 2027'],
  ])('a legal period of %s + %i months ends on %s (%s)', (day, months, expected) => {
    expect(legalMonths(civil(day), months)).toBe(expected);
    expect(sameDayMonths(civil(day), months) <= legalMonths(civil(day), months)).toBe(true);
  });

  it.each([
    ['2027-02-01', '2027-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('the month of %s ends on %s', (day, expected) => {
    expect(endOfMonth(civil(day))).toBe(expected);
  });
});

describe('weekday', () => {
  it.each([
    ['2026-11-23', 1, 'Monday'],
    ['2026-11-28', 6, 'Saturday'],
    ['2026-11-29', 7, 'Sunday'],
    ['2028-02-29', 2, 'a leap day, Tuesday'],
  ])('%s is %i (%s)', (day, expected) => {
    expect(weekday(civil(day))).toBe(expected);
  });
});

describe('civil dates and plain dates', () => {
  it('go there and back', () => {
    expect(toCivil(toPlain(civil('2028-02-29')))).toBe('2028-02-29');
    expect(toCivil(Temporal.PlainDate.from('2027-05-01').withCalendar('japanese'))).toBe('2027-05-01');
  });
  it('refuse a year that has no four digits', () => {
    expect(() => addDays(civil('9999-12-31'), 1)).toThrow();
  });
  it('compare', () => {
    expect(earlier(civil('2027-02-01'), civil('2026-12-31'))).toBe('2026-12-31');
    expect(later(civil('2027-02-01'), civil('2026-12-31'))).toBe('2027-02-01');
  });
});
