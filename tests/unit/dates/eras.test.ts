import { describe, expect, it } from 'vitest';
import { fromEra, toEra } from '../../../lib/dates/index.ts';
import type { Era } from '../../../lib/dates/eras.ts';
import { civil } from '../../../lib/dates/civil-date.ts';

describe('Japanese years', () => {
  it.each<[Era, number, number, number, string, string]>([
    ['令和', 9, 4, 1, '2027-04-01', 'plain'],
    ['令和', 1, 5, 1, '2019-05-01', 'the first day of 令和元年'],
    ['平成', 31, 4, 30, '2019-04-30', 'the last day of 平成'],
    ['平成', 1, 1, 8, '1989-01-08', 'the first day of 平成'],
    ['昭和', 64, 1, 7, '1989-01-07', 'the last day of 昭和'],
    ['昭和', 1, 12, 25, '1926-12-25', 'the first day of 昭和'],
    ['大正', 15, 12, 24, '1926-12-24', 'the last day of 大正'],
    ['昭和', 63, 2, 29, '1988-02-29', 'a leap day'],
  ])('%s%i年%i月%i日 is %s (%s)', (era, year, month, day, expected) => {
    expect(fromEra(era, year, month, day)).toBe(expected);
    expect(toEra(civil(expected))).toEqual({ era, year });
  });

  it.each<[Era, number, number, number, string]>([
    ['平成', 31, 5, 1, 'the era was over'],
    ['令和', 1, 4, 30, 'the era had not begun'],
    ['令和', 9, 2, 29, 'no leap year'],
    ['令和', 9, 13, 1, 'no such month'],
    ['令和', 0, 1, 1, 'eras begin with year 1'],
  ])('%s%i年%i月%i日 is no day (%s)', (era, year, month, day) => {
    expect(fromEra(era, year, month, day)).toBe(null);
  });

  it('has no name for a day before Meiji', () => {
    expect(toEra(civil('1850-01-01'))).toBe(null);
  });
});
