import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  isBankClosedDay,
  isClosedDay,
  isPublicHoliday,
  lastBankDayOnOrBefore,
  lastOpenDayBefore,
  lastOpenDayOnOrBefore,
  nextBankDayOnOrAfter,
  nextOpenDayOnOrAfter,
} from '../../../lib/dates/index.ts';
import { civil } from '../../../lib/dates/civil-date.ts';

describe('closed days of public offices', () => {
  it.each([
    ['2026-11-24', false, 'an ordinary Tuesday'],
    ['2026-11-28', true, 'Saturday'],
    ['2026-11-29', true, 'Sunday'],
    ['2026-11-23', true, 'Labour Thanksgiving Day, a Monday'],
    ['2026-12-28', false, 'the last day of the year on which offices work'],
    ['2026-12-29', true, 'year-end closing begins'],
    ['2027-01-03', true, 'year-end closing ends'],
    ['2027-01-04', false, 'the first Monday of the year'],
    ['2018-12-24', true, 'substitute for the Emperor’s birthday on Sunday 23 December'],
    ['2019-12-23', false, 'no holiday since 2019'],
    ['2019-05-01', true, 'enthronement'],
    ['2019-04-30', true, 'a day between two holidays'],
    ['2020-07-24', true, 'moved for the Games'],
    ['2020-10-12', false, 'the second Monday of October, moved away that year'],
    ['2026-09-22', true, 'between Respect for the Aged Day and the equinox'],
    ['2027-03-22', true, 'substitute: the equinox is a Sunday'],
  ])('%s: closed is %s (%s)', (day, closed) => {
    expect(isClosedDay(civil(day))).toBe(closed);
  });

  it('tells a public holiday from a weekend', () => {
    expect(isPublicHoliday(civil('2026-11-23'))).toBe(true);
    expect(isPublicHoliday(civil('2026-11-29'))).toBe(false);
  });

  it.each([
    ['2026-11-24', '2026-11-24', '2026-11-24', 'an open day stays'],
    ['2026-11-15', '2026-11-13', '2026-11-16', 'Sunday'],
    ['2026-11-23', '2026-11-20', '2026-11-24', 'a holiday beside a weekend'],
    ['2026-12-30', '2026-12-28', '2027-01-04', 'the new year'],
    ['2026-05-05', '2026-05-01', '2026-05-07', 'Golden Week with a substitute'],
    ['2019-05-01', '2019-04-26', '2019-05-07', 'the ten days of 2019'],
  ])('%s: before %s, after %s (%s)', (day, before, after) => {
    expect(lastOpenDayOnOrBefore(civil(day))).toBe(before);
    expect(nextOpenDayOnOrAfter(civil(day))).toBe(after);
  });

  it.each([
    ['2027-04-01', '2027-03-31', 'the eve'],
    ['2027-04-05', '2027-04-02', 'a Monday: the Friday before'],
    ['2027-01-04', '2026-12-28', 'the first Monday of the year'],
  ])('the last open day before %s is %s (%s)', (day, before) => {
    expect(lastOpenDayBefore(civil(day))).toBe(before);
  });
});

describe('closed days of banks', () => {
  it.each([
    ['2026-12-29', false, 'offices are closed, banks are not'],
    ['2026-12-30', false, 'their last day of the year'],
    ['2026-12-31', true, 'closed'],
    ['2025-01-02', true, 'a Thursday, still New Year'],
    ['2027-01-04', false, 'the first Monday of the year'],
    ['2026-11-23', true, 'a public holiday'],
    ['2026-11-28', true, 'Saturday'],
  ])('%s: closed is %s (%s)', (day, closed) => {
    expect(isBankClosedDay(civil(day))).toBe(closed);
  });

  it.each([
    ['2026-12-31', '2026-12-30', '2027-01-04', 'the end of the year'],
    ['2027-01-31', '2027-01-29', '2027-02-01', 'a month end on Sunday'],
    ['2026-11-30', '2026-11-30', '2026-11-30', 'an open month end'],
  ])('%s: before %s, after %s (%s)', (day, before, after) => {
    expect(lastBankDayOnOrBefore(civil(day))).toBe(before);
    expect(nextBankDayOnOrAfter(civil(day))).toBe(after);
  });
});

// The holiday library is asked about instants. Zones with their clock change near Japan's midnight are the hardest.
describe('the same in every zone', () => {
  const script = `
    import { Temporal } from 'temporal-polyfill';
    globalThis.Temporal = Temporal;
    const { addDays, isPublicHoliday } = await import('./lib/dates/index.ts');
    let found = '';
    for (let day = '2019-01-01'; day < '2051'; day = addDays(day, 1)) if (isPublicHoliday(day)) found += day + '\\n';
    console.log(Intl.DateTimeFormat().resolvedOptions().timeZone + '\\n' + found);`;
  const holidays = async (zone: string): Promise<string[]> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '../../..'),
      env: { ...process.env, TZ: zone },
    });
    const [asked, ...days] = stdout.trim().split('\n');
    expect(asked).toBe(zone);
    return days;
  };

  it('public holidays of 2019 to 2050', { timeout: 60_000 }, async () => {
    const tokyo = await holidays('Asia/Tokyo');
    // How many the Cabinet Office's list has in each year, substitutes included.
    const counted = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(
      (year) => tokyo.filter((day) => day.startsWith(`${year}`)).length,
    );
    expect(counted).toEqual([22, 18, 17, 16, 17, 21, 19, 18]);
    expect(tokyo.at(-1)).toBe('2050-11-23');
    for (const zone of [
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
      'America/Asuncion',
    ])
      expect(await holidays(zone), zone).toEqual(tokyo);
  });
});
