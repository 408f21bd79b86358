import { beforeAll, describe, expect, it } from 'vitest';
import { easyDayUnit } from '../../../lib/knowledge/easy-readings.ts';
import { formatter, type Formatter } from '../../../lib/knowledge/format.ts';
import { UNITS, type Unit } from '../../../lib/knowledge/vocabulary.ts';
import { packaged } from './compiled.ts';

const formats: Record<string, Formatter> = {};
beforeAll(async () => {
  for (const { id, locale } of packaged.languages) formats[id] = formatter(locale, id, await packaged.interface(id));
});
const format = (language: string): Formatter => {
  const found = formats[language];
  if (!found) throw new Error(`no language ${language}`);
  return found;
};

describe('values of facts', () => {
  const rows: readonly [unit: Unit, value: number | string, en: string, ja: string, easy: string][] = [
    ['yen', 1000, '1,000 yen', '1,000円', '1,000｜円《えん》'],
    ['yen', 0, '0 yen', '0円', '0｜円《えん》'],
    ['days', 1, '1 day', '1日', '｜1日《いちにち》'],
    ['days', 14, '14 days', '14日', '｜14日《じゅうよっか》'],
    ['days', 30, '30 days', '30日', '30｜日《にち》'],
    ['months', 1, '1 month', '1か月', '1か｜月《げつ》'],
    ['months', 3, '3 months', '3か月', '3か｜月《げつ》'],
    ['years', 2, '2 years', '2年', '2｜年《ねん》'],
    ['birthdays', 5, '5th birthday', '5回目の誕生日', '5｜回目《かいめ》の ｜誕生日《たんじょうび》'],
    ['birthdays', 11, '11th birthday', '11回目の誕生日', '11｜回目《かいめ》の ｜誕生日《たんじょうび》'],
    ['birthdays', 21, '21st birthday', '21回目の誕生日', '21｜回目《かいめ》の ｜誕生日《たんじょうび》'],
    ['birthdays', 2, '2nd birthday', '2回目の誕生日', '2｜回目《かいめ》の ｜誕生日《たんじょうび》'],
    ['birthdays', 3, '3rd birthday', '3回目の誕生日', '3｜回目《かいめ》の ｜誕生日《たんじょうび》'],
    ['tries', 3, '3 tries', '3回', '3｜回《かい》'],
    ['characters', 16, '16 characters', '16文字', '16｜文字《もじ》'],
    ['digits', 4, '4 digits', '4桁', '4けた'],
    ['minutes', 15, '15 minutes', '15分', '15｜分《ふん》'],
    ['minutes', 30, '30 minutes', '30分', '30｜分《ぷん》'],
    ['percent', 63, '63 percent', '63パーセント', '63パーセント'],
    ['phone', '0120-95-0178', '0120-95-0178', '0120-95-0178', '0120-95-0178'],
    ['time', '6:30', '6:30', '6:30', '6:30'],
    ['date', '2027-03-31', '31 March 2027', '2027年3月31日', '2027｜年《ねん》3｜月《がつ》31｜日《にち》'],
    ['none', 75, '75', '75', '75'],
  ];
  it.each(rows)('%s %s', (unit, value, en, ja, easy) => {
    expect(format('en').fact({ unit }, value)).toBe(en);
    expect(format('ja').fact({ unit }, value)).toBe(ja);
    expect(format('ja-easy').fact({ unit }, value)).toBe(easy);
  });

  it('covers every unit', () => {
    expect(new Set(rows.map(([unit]) => unit))).toEqual(new Set(UNITS));
  });

  it('gives nothing for a bare rule', () => {
    expect(format('en').fact({ unit: 'none' }, null)).toBe('');
  });
});

describe('dates', () => {
  it('are written day first in English, and with year, month and day in Japanese', () => {
    expect(format('en').date('2027-05-01')).toBe('1 May 2027');
    expect(format('ja').date('2027-05-01')).toBe('2027年5月1日');
    expect(format('ja-easy').date('2027-05-01')).toBe('2027｜年《ねん》5｜月《がつ》｜1日《ついたち》');
  });

  it('with a weekday', () => {
    expect(format('en').longDate('2027-05-01')).toMatch(/^Saturday,? 1 May 2027$/);
    expect(format('ja').longDate('2027-05-01')).toBe('2027年5月1日(土)');
    expect(format('ja-easy').longDate('2027-05-01')).toBe(
      '2027｜年《ねん》5｜月《がつ》｜1日《ついたち》（｜土曜日《どようび》）',
    );
    expect(format('ja-easy').longDate('2027-05-02')).toContain('｜日曜日《にちようび》');
  });

  it('of a month or a year alone', () => {
    expect(['2016-01', '2016'].map((day) => format('en').date(day))).toEqual(['January 2016', '2016']);
    expect(['2016-01', '2016'].map((day) => format('ja').date(day))).toEqual(['2016年1月', '2016年']);
    expect(['2016-01', '2016'].map((day) => format('ja-easy').date(day))).toEqual([
      '2016｜年《ねん》1｜月《がつ》',
      '2016｜年《ねん》',
    ]);
  });

  it('of every year, 29 February among them', () => {
    expect(['01-10', '02-29'].map((day) => format('en').date(day))).toEqual(['10 January', '29 February']);
    expect(['01-10', '02-29'].map((day) => format('ja').date(day))).toEqual(['1月10日', '2月29日']);
    expect(['01-10', '02-29'].map((day) => format('ja-easy').date(day))).toEqual([
      '1｜月《がつ》｜10日《とおか》',
      '2｜月《がつ》29｜日《にち》',
    ]);
  });

  it('do not move with the time zone of the device', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env['TZ'] = other;
        expect(format('en').date('2027-01-01'), other).toBe('1 January 2027');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('that are none throw', () => {
    expect(() => format('en').date('soon')).toThrow('"soon" is not a day');
  });

  const readings: readonly [day: number, reading: string | null][] = [
    [1, 'ついたち'],
    [2, 'ふつか'],
    [3, 'みっか'],
    [4, 'よっか'],
    [5, 'いつか'],
    [6, 'むいか'],
    [7, 'なのか'],
    [8, 'ようか'],
    [9, 'ここのか'],
    [10, 'とおか'],
    [11, null],
    [14, 'じゅうよっか'],
    [19, null],
    [20, 'はつか'],
    [24, 'にじゅうよっか'],
    [31, null],
  ];
  it.each(readings)('the %sth of a month is read as people say it', (day, reading) => {
    const text = format('ja-easy').date(`2027-01-${String(day).padStart(2, '0')}`);
    expect(text.slice('2027｜年《ねん》1｜月《がつ》'.length)).toBe(
      reading === null ? `${day}｜日《にち》` : `｜${day}日《${reading}》`,
    );
  });
});

describe('日 that stands apart from its number', () => {
  it('is read as in the whole', () => {
    const ka = Array.from({ length: 40 }, (_, i) => i + 1).filter((n) => easyDayUnit(n) === 'か');
    expect(ka).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24, 34]);
  });
});

describe('how far a day is away', () => {
  const rows: readonly [n: number, en: string, ja: string, easy: string][] = [
    [225, '225 days left', 'あと225日', 'あと 225｜日《にち》'],
    [234, '234 days left', 'あと234日', 'あと ｜234日《にひゃくさんじゅうよっか》'],
    [104, '104 days left', 'あと104日', 'あと ｜104日《ひゃくよっか》'],
    [314, '314 days left', 'あと314日', 'あと ｜314日《さんびゃくじゅうよっか》'],
    [1004, '1,004 days left', 'あと1,004日', 'あと 1,004｜日《にち》'],
    [1, '1 day left', 'あと1日', 'あと ｜1日《いちにち》'],
    [0, 'today is the last day', '今日が最後の日', '｜今日《きょう》が ｜最後《さいご》の ｜日《ひ》'],
    [-1, '1 day ago', '1日前', '｜1日《いちにち》 ｜前《まえ》'],
    [-14, '14 days ago', '14日前', '｜14日《じゅうよっか》 ｜前《まえ》'],
  ];
  it('says of a day that we advise, and that is not the last one, no more than that', () => {
    expect(format('en').left(0, true)).toBe('best done today');
    expect(format('en').left(1, true)).toBe('1 day left');
  });
  it.each(rows)('%s', (n, en, ja, easy) => {
    expect([format('en').left(n), format('ja').left(n), format('ja-easy').left(n)]).toEqual([en, ja, easy]);
  });
});
