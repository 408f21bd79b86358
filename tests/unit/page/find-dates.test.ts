import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEra } from '../../../lib/dates/index.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { fold } from '../../../lib/page/block-text.ts';
import {
  findDates,
  MAX_DATE_LENGTH,
  textOfDate,
  type FoundDate,
  type WrittenDate,
} from '../../../lib/page/find-dates.ts';

const DIGITS = '〇一二三四五六七八九';
const two = (n: number): string => String(n).padStart(2, '0');

/** 2026-05-01, ????-05-01, 2026-05, 2026, FY2026, with the weekday the page writes. */
function written(date: WrittenDate): string {
  if (date.unit === 'fiscal') return `FY${date.year}`;
  const year = date.year === null ? '????' : String(date.year);
  if (date.unit === 'year') return year;
  if (date.unit === 'month') return `${year}-${two(date.month)}`;
  const weekday = date.weekday === null ? '' : ` ${'月火水木金土日'[date.weekday - 1]}`;
  return `${year}-${two(date.month)}-${two(date.day)}${weekday}`;
}

function shown({ from, until, dayAfter, within, yearsDiffer }: FoundDate): string {
  return [
    written(from),
    until && `..${written(until)}`,
    dayAfter && ' +1',
    within && ` ${within.n} ${within.unit}${within.firstCounts ? ', first counts' : ''}`,
    yearsDiffer && ' years differ',
  ]
    .filter(Boolean)
    .join('');
}
const found = (text: string): string[] => findDates(fold(text)).map(shown);

describe('one day', () => {
  it.each([
    ['令和8年5月1日', '2026-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['大正15年12月24日', '1926-12-24'],
    ['明治45年7月29日', '1912-07-29'],
    ['令和08年05月01日', '2026-05-01'],
    ['令和 8 年 5 月 1 日', '2026-05-01'],
    ['令和　８　年　５　月　１　日', '2026-05-01'],
    ['平成２９年４月１日', '2017-04-01'],
    ['㋿8年5月1日', '2026-05-01'],
    ['令和8年\u200b5月1日', '2026-05-01'],
    ['平成33年12月31日', '2021-12-31'],
    ['令和8(2026)年5月11日（月曜日）', '2026-05-11 月'],
    ['令和８年（２０２６年）５月１日', '2026-05-01'],
    ['2026年(令和8年)5月1日', '2026-05-01'],
    ['2026（令和8）年5月1日', '2026-05-01'],
    ['令和8(2025)年5月1日', '2026-05-01 years differ'],
    ['2026年5月1日', '2026-05-01'],
    ['２０２６年５月１日', '2026-05-01'],
    ['2026 年 5 月 1 日', '2026-05-01'],
    ['2026年05月08日', '2026-05-08'],
    ['2026/5/1', '2026-05-01'],
    ['2026/05/01', '2026-05-01'],
    ['２０２６／５／１', '2026-05-01'],
    ['2026.05.01', '2026-05-01'],
    ['2026.5.1', '2026-05-01'],
    ['2026. 5. 1', '2026-05-01'],
    ['2026-04-27', '2026-04-27'],
    ['2026‐04‐27', '2026-04-27'],
    ['R8.5.1', '2026-05-01'],
    ['Ｒ８．５．１', '2026-05-01'],
    ['R8/5/1', '2026-05-01'],
    ['R8年5月1日', '2026-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['H29.4.1', '2017-04-01'],
    ['S63.2.29', '1988-02-29'],
    ['T15.12.24', '1926-12-24'],
    ['令和8.5.1', '2026-05-01'],
    ['5月1日', '????-05-01'],
    ['５月１日（金）', '????-05-01 金'],
    ['5/1(金)', '????-05-01 金'],
    ['5月1日金曜日', '????-05-01 金'],
    ['5月4日（月・祝）', '????-05-04 月'],
    ['5月6日（水曜日、振替休日）', '????-05-06 水'],
    ['2月29日', '????-02-29'],
    ['今年の5月1日', '????-05-01'],
    ['更新日：2026年5月1日', '2026-05-01'],
    ['更新日 令和8年5月13日', '2026-05-13'],
    ['(2022年9月28日更新)', '2022-09-28'],
    ['平成5年4月2日生まれ', '1993-04-02'],
    ['令和八年四月一日', '2026-04-01'],
    ['令和元年五月一日', '2019-05-01'],
    ['昭和六十三年十二月三十一日', '1988-12-31'],
    ['平成二十九年十月二十日', '2017-10-20'],
    ['令和八年一二月二五日', '2026-12-25'],
    ['令和一〇年一月二〇日', '2028-01-20'],
    ['二〇二六年四月一日', '2026-04-01'],
    ['一九九八年十一月三日（火）', '1998-11-03 火'],
    ['令和八年4月1日', '2026-04-01'],
    ['四月一日', '????-04-01'],
    ['十月二十日（火）', '????-10-20 火'],
    ['十二月二十八日', '????-12-28'],
  ])('%s is %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
    expect(found(`お知らせは${text}。`)).toEqual([expected]);
  });
});

describe('a month, a year, a fiscal year', () => {
  it.each([
    ['令和8年5月', '2026-05'],
    ['2026年5月号', '2026-05'],
    ['H29.4', '2017-04'],
    ['R8.4', '2026-04'],
    ['令和8年', '2026'],
    ['2026年中', '2026'],
    ['令和8年前半', '2026'],
    ['令和7年分の確定申告', '2025'],
    ['令和元年', '2019'],
    ['令和8年度', 'FY2026'],
    ['平成２９年度', 'FY2017'],
    ['2026年度', 'FY2026'],
    ['令和8(2026)年度', 'FY2026'],
    ['R8年度', 'FY2026'],
    ['令和元年度', 'FY2019'],
    ['令和八年度', 'FY2026'],
    ['令和八年四月', '2026-04'],
    ['令和十年', '2028'],
  ])('%s is %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('from one to another', () => {
  it.each([
    ['令和8年4月1日から令和8年5月31日まで', '2026-04-01..2026-05-31'],
    ['令和8年4月1日から5月31日まで', '2026-04-01..2026-05-31'],
    ['令和8年4月1日（水）から5月31日（日）まで', '2026-04-01 水..2026-05-31 日'],
    ['令和8年12月28日から1月3日まで', '2026-12-28..2027-01-03'],
    ['令和8年4月1日から翌年3月31日まで', '2026-04-01..2027-03-31'],
    ['令和8年4月1日〜4月30日', '2026-04-01..2026-04-30'],
    ['令和8年4月1日～4月30日', '2026-04-01..2026-04-30'],
    ['令和8年4月1日－30日', '2026-04-01..2026-04-30'],
    ['令和8年4月1日から30日まで', '2026-04-01..2026-04-30'],
    ['4月1日から5月31日まで', '????-04-01..????-05-31'],
    ['4月1日～10日', '????-04-01..????-04-10'],
    ['12月29日から1月3日', '????-12-29..????-01-03'],
    ['2026/4/1~4/30', '2026-04-01..2026-04-30'],
    ['2026.4.1-2026.5.31', '2026-04-01..2026-05-31'],
    ['2026-04-01 ~ 2026-05-31', '2026-04-01..2026-05-31'],
    ['R8.4.1～R9.3.31', '2026-04-01..2027-03-31'],
    ['5/1(金)～5/3(日)', '????-05-01 金..????-05-03 日'],
    ['5月1日（金）午前9時から5月3日（日）午後5時まで', '????-05-01 金..????-05-03 日'],
    ['令和8年4月から令和9年3月まで', '2026-04..2027-03'],
    ['令和8年4月から6月まで', '2026-04..2026-06'],
    ['令和8年11月～2月', '2026-11..2027-02'],
    ['令和7年度から令和9年度まで', 'FY2025..FY2027'],
    ['2024年～2026年', '2024..2026'],
    ['令和8年5月1日の翌日から令和8年5月20日まで', '2026-05-01..2026-05-20 +1'],
    ['4月1日〜7日', '????-04-01..????-04-07'],
    ['令和8年4月28日〜5月7日', '2026-04-28..2026-05-07'],
    ['7/1（水）～7/7', '????-07-01 水..????-07-07'],
    ['7/1～7/7（火）', '????-07-01..????-07-07 火'],
    ['令和八年四月一日から五月三十一日まで', '2026-04-01..2026-05-31'],
    ['四月一日から三十日まで', '????-04-01..????-04-30'],
  ])('%s is %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['令和8年5月31日から令和8年4月1日', ['2026-05-31', '2026-04-01'], 'backwards'],
    ['5月1日から10日ほど', ['????-05-01'], 'a length'],
    ['5月1日～10日間', ['????-05-01'], 'a length'],
    ['5月1日 9時から17時まで', ['????-05-01'], 'hours'],
    ['令和8年5月1日から2月30日まで', ['2026-05-01'], 'the other end is no day'],
    ['5月1日、5月8日', ['????-05-01', '????-05-08'], 'a list'],
  ])('%s is %j (%s)', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('counted from a day', () => {
  it.each([
    ['令和8年5月1日の翌日から', '2026-05-01 +1'],
    ['令和8年5月1日から14日以内', '2026-05-01 14 days'],
    ['令和8年5月1日（金）から１４日以内', '2026-05-01 金 14 days'],
    ['令和8年5月1日の翌日から14日以内', '2026-05-01 +1 14 days'],
    ['令和8年5月1日の翌日から起算して3か月以内', '2026-05-01 +1 3 months'],
    ['令和8年5月1日の翌日から起算して３ヶ月以内', '2026-05-01 +1 3 months'],
    ['令和8年5月1日から起算して15日以内', '2026-05-01 15 days, first counts'],
    ['5月1日から2週間以内', '????-05-01 2 weeks'],
    ['令和8年5月1日から1年以内', '2026-05-01 1 years'],
    ['令和八年五月一日の翌日から起算して十四日以内', '2026-05-01 +1 14 days'],
    ['令和8年5月1日の翌日から起算して14日目まで', '2026-05-01 +1 14 days'],
    ['令和8年5月1日から起算して8日目', '2026-05-01 8 days, first counts'],
  ])('%s is %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('what is no date', () => {
  it.each([
    '令和8年2月30日',
    '令和8年2月29日',
    '2026年13月1日',
    '令和8年5月32日',
    '2026/2/30',
    '13月1日',
    '4月31日',
    '令和0年5月1日',
    '0120年',
    '9999年12月31日',
    '03-1234-5678',
    '０７９５－３２－１２３４',
    '1960-12-3456',
    '〒100-0001',
    '1/2',
    '5/1',
    '24/7',
    'R8',
    'A4',
    '5月',
    '5月上旬',
    '1日',
    '3か月',
    '14日以内',
    '10年間',
    '2000年代',
    '2000年以上',
    '平成25年法律第27号',
    'version 2.10.3',
    'v2026.5.1',
    '2026.5.1.4',
    '192.168.1.1',
    '第2026-01-02号',
    '2026-01-02号',
    '大字中2010-1-2',
    'ページ番号1004883',
    'ID:604',
    '202301160840',
    '20260501',
    '毎年5月1日',
    '翌年5月1日',
    '8年5月1日',
    '毎月1日',
    '令和　年　月　日',
    'マグニチュードM3.5',
    'R1.5%',
    'H2.5m',
    '12026年',
    '1-2-3',
    '千代田1-2-3',
    '霞が関2-1-1',
    '03-5253-2111',
    '(03)5253-2111',
    '0570-783-578',
    '5,000円',
    '2026円',
    '1:3',
    '3対1',
    '16/9',
    '4/1',
    '7/1～7/7',
    'Ver.8.4.1',
    '8.4.1',
    'iOS 18.4.1以降',
    '1.5/2.0',
    '四月',
    '二十日',
    '三十日間',
    '十年',
    '八年度',
    '一日一回',
    '毎年四月一日',
    '翌年四月一日',
    '八年四月一日',
    '第三日曜日',
    '四月上旬',
    '三月末日',
    '二月三十日',
    '十三月一日',
    '四月三十一日',
    '昭和二十二年法律第六十七号',
    '七五三',
    '一丁目二番地三号',
    '四月一日間',
    '二、三日',
    '1,2026年',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the year of a list', () => {
  it.each([
    ['令和8年5月1日、5月8日', ['令和8年5月1日', '2026年5月8日'], 'the year of the one before'],
    [
      '令和8年5月1日(金)・8月7日(金)、11月6日(金)',
      ['令和8年5月1日(金)', '2026年8月7日(金)', '2026年11月6日(金)'],
      'all',
    ],
    ['令和8年12月25日、1月8日', ['令和8年12月25日', '2027年1月8日'], 'over the end of the year'],
    ['令和8年5月8日、5月1日', ['令和8年5月8日', '2026年5月1日'], 'out of order'],
    [
      '令和8年4月1日から4月5日まで、5月1日から5月3日まで',
      ['令和8年4月1日から4月5日まで', '2026年5月1日から5月3日まで'],
      'ranges',
    ],
    ['2026/7/1(水)、7/7(火)', ['2026/7/1(水)', '2026/7/7(火)'], 'slashes'],
    ['令和八年五月一日及び五月八日', ['令和八年五月一日', '2026年五月八日'], 'kanji'],
    ['令和8年5月1日に申請し、5月8日', ['令和8年5月1日', '5月8日'], 'a sentence goes on'],
    ['5月1日、5月8日', ['5月1日', '5月8日'], 'no year at all'],
    ['令和8年5月、5月8日', ['令和8年5月', '5月8日'], 'after a month'],
    ['令和8年5月1日、2月29日', ['令和8年5月1日', '2月29日'], 'no day of that year'],
  ])('%s is %j (%s)', (text, expected) => {
    const folded = fold(text);
    const read = findDates(folded).map((date) => textOfDate(folded, date));
    expect(read).toEqual(expected);
    for (const alone of read) expect(findDates(alone)).toMatchObject([{ start: 0, end: alone.length }]);
  });
});

describe('whole texts', () => {
  it('says where each date stands', () => {
    const text = fold('受付は令和８年４月１日（水）から５月31日まで、年金は2026/6/1です。');
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '令和8年4月1日(水)から5月31日まで',
      '2026/6/1',
    ]);
  });

  it.each([
    ['更新日:2026年5月1日', true],
    ['最終更新日 2026年5月1日', true],
    ['[公開日:2026年5月1日]', true],
    ['(2022年9月28日更新)', true],
    ['2022年9月28日に掲載', true],
    ['2022年9月28日までに更新', false],
    ['電子証明書の更新は2026年5月1日から', false],
  ])('%s: whether it is the day of the page: %s', (text, expected) => {
    expect(findDates(text).map(({ ofPage }) => ofPage)).toEqual([expected]);
  });

  const day = fc
    .date({ min: new Date('1926-12-25T00:00Z'), max: new Date('2099-12-31T00:00Z'), noInvalidDate: true })
    .map((date) => civil(date.toISOString().slice(0, 10)));
  const forms: readonly ((day: string) => string)[] = [
    (iso) => iso,
    (iso) => iso.replaceAll('-', '/'),
    (iso) => iso.split('-').map(Number).join('.'),
    (iso) => iso.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日'),
    (iso) => {
      const { era, year } = toEra(civil(iso))!;
      return `${era}${year === 1 ? '元' : year}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`;
    },
    (iso) => {
      const { era, year } = toEra(civil(iso))!;
      const kanji = (n: number): string =>
        `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}${n < 10 ? '' : '十'}${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
      const [month, day] = [Number(iso.slice(5, 7)), Number(iso.slice(8))];
      return `${era}${year === 1 ? '元' : kanji(year)}年${kanji(month)}月${kanji(day)}日`;
    },
    (iso) => {
      const { era, year } = toEra(civil(iso))!;
      const letter = { 明治: 'M', 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' }[era];
      return `${letter}${year}.${Number(iso.slice(5, 7))}.${Number(iso.slice(8))}`;
    },
  ];

  it('finds again every day in every form', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (iso, form) => {
        expect(found(`申請は${form(iso)}です`)).toEqual([iso]);
      }),
    );
  });

  const pieces = fc.constantFrom(
    ...'令和|平成|R|H|元|8|2026|年|年度|月|日|5|12|31|.|/|-|~|(|)|(金)| '.split('|'),
    ...'から|まで|の翌日|以内|起算して|翌年|か月|午前|時|更新日|。|、|八|十|二〇二六|日目'.split('|'),
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('never overlaps, and reads a date alone as it reads it in its text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const date of findDates(text)) {
          expect(date.start).toBeGreaterThanOrEqual(last);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end - date.start).toBeLessThanOrEqual(MAX_DATE_LENGTH);
          last = date.end;
          const alone = findDates(text.slice(date.start, date.end));
          const end = date.end - date.start;
          expect(alone).toEqual([{ ...date, start: 0, end, ofPage: false, yearBefore: null }]);
          expect(findDates(textOfDate(text, date))).toHaveLength(1);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(findDates(text))));
  });

  // The runner stops a test after five seconds; what grows with the square of the length would take hours.
  it.each([
    '令和',
    '2026年',
    '1',
    '5月1日から',
    '(',
    ' ',
    '2026/5/1',
    '令和8年5月1日 ',
    'R8.',
    '5月1日(月・祝',
    '\n',
    'あ',
    '十',
    '二〇二六年',
    '5月1日、',
  ])('reads a million characters of "%s"', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(findDates(text).length).toBeLessThanOrEqual(text.length);
  });
});
