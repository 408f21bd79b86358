import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { type DateReading, explainDate, wholeDay } from '../../../lib/dates/explain-date.ts';
import { fold } from '../../../lib/page/block-text.ts';
import { findDates, type FoundDate } from '../../../lib/page/find-dates.ts';

const TODAY = civil('2026-04-20');
const only = (text: string): FoundDate => findDates(fold(text))[0]!;
const read = (text: string, written: string | null = null, today = TODAY): DateReading =>
  explainDate(only(text), today, written === null ? null : civil(written));

describe('one day', () => {
  it('has its Western and era date, weekday, distance', () => {
    expect(read('令和8年5月1日（金）')).toEqual({
      unit: 'day',
      first: {
        day: '2026-05-01',
        era: { era: '令和', year: 8 },
        weekday: 5,
        distance: 11,
        openBefore: null,
        wrongWeekday: null,
      },
      last: expect.objectContaining({ day: '2026-05-01' }),
      today: 'before',
      yearRead: false,
      count: null,
      yearsDiffer: false,
    });
  });

  it.each<[string, string | null, string]>([
    ['令和8年5月2日', '2026-05-01', 'a Saturday'],
    ['令和8年5月6日', '2026-05-01', 'the last of the holidays in May'],
    ['令和8年12月31日', '2026-12-28', 'the end of the year'],
    ['令和8年5月7日', null, 'an open day'],
  ])('%s: offices are open on %s before it (%s)', (text, open) => {
    expect(read(text).first.openBefore).toBe(open);
  });

  it('notes a weekday that is wrong', () => {
    expect(read('令和8年5月1日（月）').first.wrongWeekday).toBe(1);
    expect(read('令和8年5月1日（金）').first.wrongWeekday).toBe(null);
  });

  it.each([
    ['平成33年12月31日', '2021-12-31', '令和', 3, 'printed before the era ended'],
    ['平成31年4月30日', '2019-04-30', '平成', 31, 'the last day of an era'],
  ])('%s is %s, %s%i (%s)', (text, day, era, year) => {
    expect(read(text).first).toMatchObject({ day, era: { era, year } });
  });

  it.each([
    ['令和8年4月20日', 'in'],
    ['令和8年4月21日', 'before'],
    ['令和8年4月19日', 'after'],
  ])('%s: today is %s it', (text, today) => {
    expect(read(text).today).toBe(today);
  });
});

describe('a day without a year', () => {
  it.each<[string, string | null, string, string]>([
    ['5月1日', null, '2026-05-01', 'nearest to today'],
    ['12月1日', null, '2025-12-01', 'nearest to today, which is before it'],
    ['1月10日', '2026-12-20', '2027-01-10', 'nearest to the day of the page'],
    ['5月1日', '2024-06-01', '2024-05-01', 'on an old page'],
    ['5月1日(木)', null, '2025-05-01', 'its weekday fits last year'],
    ['5月1日(水)', null, '2024-05-01', 'its weekday fits two years ago'],
    ['5月1日(月)', '2026-04-01', '2026-05-01', 'its weekday fits no year near that of the page'],
    ['2月29日', null, '2028-02-29', 'only leap years have it'],
    ['4月1日から5月31日まで', null, '2026-04-01', 'a range'],
    ['12月29日から令和8年1月3日まで', null, '2025-12-29', 'the other end has its year'],
  ])('%s on a page of %s begins on %s (%s)', (text, written, day) => {
    expect(read(text, written)).toMatchObject({ first: { day }, yearRead: true });
  });

  it('goes over the end of the year', () => {
    expect(read('12月29日から1月3日まで', '2026-12-01').last.day).toBe('2027-01-03');
  });
});

describe('more than one day', () => {
  it.each([
    ['令和8年度', 'fiscal', '2026-04-01', '2027-03-31', 'in'],
    ['令和7年度', 'fiscal', '2025-04-01', '2026-03-31', 'after'],
    ['令和8年', 'year', '2026-01-01', '2026-12-31', 'in'],
    ['令和6年2月', 'month', '2024-02-01', '2024-02-29', 'after'],
    ['令和8年5月1日から31日まで', 'range', '2026-05-01', '2026-05-31', 'before'],
    ['令和8年4月～6月', 'range', '2026-04-01', '2026-06-30', 'in'],
    ['令和7年度～令和9年度', 'range', '2025-04-01', '2028-03-31', 'in'],
  ])('%s (%s) is %s to %s; today is %s it', (text, unit, first, last, today) => {
    const reading = read(text);
    expect([reading.unit, reading.first.day, reading.last.day, reading.today]).toEqual([unit, first, last, today]);
  });
});

describe('a count', () => {
  it.each([
    ['令和8年5月1日の翌日から', 'day-after', '2026-05-02', undefined],
    ['令和8年5月1日から14日以内', 'first-not-counted', '2026-05-02', '2026-05-15'],
    ['令和8年5月1日の翌日から14日以内', 'day-after', '2026-05-02', '2026-05-15'],
    ['令和8年5月1日から起算して14日以内', 'first-counted', '2026-05-01', '2026-05-14'],
    ['令和8年5月1日から2週間以内', 'first-not-counted', '2026-05-02', '2026-05-15'],
    ['令和8年5月31日の翌日から起算して3か月以内', 'day-after', '2026-06-01', '2026-08-31'],
    ['令和8年5月1日から起算して3か月以内', 'first-counted', '2026-05-01', '2026-07-31'],
    ['令和8年8月31日から6か月以内', 'first-not-counted', '2026-09-01', '2027-02-28'],
    ['令和8年5月1日から1年以内', 'first-not-counted', '2026-05-02', '2027-05-01'],
  ])('%s: %s, from %s to %s', (text, rule, first, last) => {
    const { count } = read(text);
    expect([count?.rule, count?.first.day, count?.last?.day]).toEqual([rule, first, last]);
  });

  it('says on which open day its last day has to be kept', () => {
    expect(read('令和8年4月18日から14日以内').count?.last).toMatchObject({
      day: '2026-05-02',
      openBefore: '2026-05-01',
    });
  });
});

describe('the whole day of a page', () => {
  it.each([
    ['更新日：2026年5月1日', '2026-05-01'],
    ['5月1日', null],
    ['2026年5月', null],
  ])('%s is %s', (text, day) => {
    expect(wholeDay(only(text))).toBe(day);
  });
});

it('reads whatever is found', () => {
  const pieces = fc.constantFrom(
    ...'令和|明治|H|元|8|2199|年|年度|月|日|2|29|31|~|から|の翌日|999|年以内|日以内'.split('|'),
    ...'起算して|(金)|翌年|.|/|2月29日|12月31日'.split('|'),
  );
  const days = fc
    .date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2060-12-31T00:00Z'), noInvalidDate: true })
    .map((date) => civil(date.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), days, fc.option(days), (parts, today, written) => {
      for (const found of findDates(parts.join(''))) {
        const { first, last, count } = explainDate(found, today, written);
        expect(first.day <= last.day).toBe(true);
        if (count?.last) expect(count.last.day >= first.day || found.within!.n === 0).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
