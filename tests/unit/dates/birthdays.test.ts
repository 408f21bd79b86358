import { describe, expect, it } from 'vitest';
import { ageOn, isBirthday, nthBirthdayAfter } from '../../../lib/dates/index.ts';
import { civil } from '../../../lib/dates/civil-date.ts';

describe('n-th birthday after a day', () => {
  it.each([
    [
      '1990-10-10',
      '2020-05-15',
      10,
      '2029-10-10',
      'government example, quoted by a blog: made 15 May, ends on the tenth birthday',
    ],
    ['1988-02-29', '2026-11-10', 10, '2036-02-29', 'derived: ends in a leap year'],
    ['1988-02-29', '2024-03-10', 10, '2034-02-28', 'derived: ends in a common year'],
    ['1988-02-29', '2027-02-28', 5, '2032-02-29', 'derived: 28 February 2027 is the birthday and does not count'],
    ['2020-02-29', '2026-05-01', 5, '2031-02-28', 'derived: a child'],
    ['1990-10-10', '2026-10-10', 1, '2027-10-10', 'the day itself does not count'],
    ['1990-10-10', '2026-10-09', 1, '2026-10-10', 'the day before the birthday'],
    ['2026-08-01', '2026-08-01', 1, '2027-08-01', 'the day of birth is no birthday'],
    ['2026-08-01', '2020-01-01', 1, '2027-08-01', 'counted from before the birth'],
  ])('born %s, after %s, number %i: %s (%s)', (birth, day, n, expected) => {
    expect(nthBirthdayAfter(civil(birth), civil(day), n)).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN])('there is no birthday number %d', (n) => {
    expect(() => nthBirthdayAfter(civil('1990-10-10'), civil('2026-01-01'), n)).toThrow(RangeError);
  });
});

describe('is a birthday', () => {
  it.each([
    ['1990-10-10', '2027-10-10', true, 'plain'],
    ['1990-10-10', '2027-10-11', false, 'the day after'],
    ['1988-02-29', '2027-02-28', true, 'common year'],
    ['1988-02-29', '2028-02-28', false, 'leap year: not yet'],
    ['1988-02-29', '2028-02-29', true, 'leap year'],
    ['1990-10-10', '1990-10-10', false, 'the day of birth'],
    ['1990-10-10', '1989-10-10', false, 'before the birth'],
  ])('born %s, %s: %s (%s)', (birth, day, expected) => {
    expect(isBirthday(civil(birth), civil(day))).toBe(expected);
  });
});

describe('age', () => {
  it.each([
    ['2009-01-20', '2027-01-19', 17, 'the eve'],
    ['2009-01-20', '2027-01-20', 18, 'the birthday'],
    ['2008-02-29', '2026-02-27', 17, 'a leap-day child, the eve in a common year'],
    ['2008-02-29', '2026-02-28', 18, 'and the birthday'],
    ['2008-02-29', '2028-02-28', 19, 'not yet in a leap year'],
    ['2026-08-03', '2026-08-03', 0, 'the day of birth'],
    ['2026-08-03', '2020-01-01', 0, 'before it'],
  ])('born %s, on %s: %i (%s)', (birth, day, expected) => {
    expect(ageOn(civil(birth), civil(day))).toBe(expected);
  });
});
