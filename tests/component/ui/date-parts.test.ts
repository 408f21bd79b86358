import { describe, expect, it } from 'vitest';
import { partsOf, readParts, splitDate, yearsFor } from '../../../components/ui/date-parts.ts';
import { civil } from '../../../lib/dates/civil-date.ts';

const today = civil('2026-11-26');
const card = yearsFor('card', today);

describe('reading a date in three parts', () => {
  it.each<[string, [string, string, string], unknown]>([
    ['as printed', ['2029', '5', '1'], { date: '2029-05-01' }],
    ['with zeros', ['2029', '05', '01'], { date: '2029-05-01' }],
    ['full-width digits', ['２０２９', '１２', '３１'], { date: '2029-12-31' }],
    ['with the signs of the card', ['2029年', '5月', '1日'], { date: '2029-05-01' }],
    ['an era year', ['令和11', '5', '1'], { date: '2029-05-01' }],
    ['an era year in short', ['R11', '5', '1'], { date: '2029-05-01' }],
    ['nothing', ['', ' ', ''], { date: null }],
    ['the day is missing', ['2029', '5', ''], { error: 'incomplete', part: 'day' }],
    ['only a day', ['', '', '1'], { error: 'incomplete', part: 'year' }],
    ['a year of two digits is no year', ['29', '5', '1'], { error: 'digits', part: 'year' }],
    ['a month in letters', ['2029', 'May', '1'], { error: 'digits', part: 'month' }],
    ['a day the month does not have', ['2029', '6', '31'], { error: 'no-day', part: 'day' }],
    ['no leap year', ['2029', '2', '29'], { error: 'no-day', part: 'day' }],
    ['a leap year', ['2028', '2', '29'], { date: '2028-02-29' }],
    ['a thirteenth month', ['2029', '13', '1'], { error: 'no-day', part: 'month' }],
    ['before there were cards', ['2015', '5', '1'], { error: 'range', part: 'year' }],
    ['a digit too many', ['2092', '5', '1'], { error: 'range', part: 'year' }],
  ])('%s', (_why, [year, month, day], expected) => {
    expect(readParts({ year, month, day }, card)).toEqual(expected);
  });

  it.each<[string, [string, string, string], unknown]>([
    ['Showa 60', ['昭和60', '1', '8'], { date: '1985-01-08' }],
    ['the first year of Reiwa', ['令和元', '5', '1'], { date: '2019-05-01' }],
    ['born today', ['2026', '11', '26'], { date: '2026-11-26' }],
    ['born tomorrow', ['2026', '11', '27'], { error: 'range', part: 'year' }],
    ['131 years old', ['1895', '11', '26'], { error: 'range', part: 'year' }],
  ])('a birth: %s', (_why, [year, month, day], expected) => {
    expect(readParts({ year, month, day }, yearsFor('birth', today), today)).toEqual(expected);
  });
});

it.each<[string, unknown]>([
  ['2029-05-01', { year: '2029', month: '5', day: '1' }],
  ['2029年5月1日', { year: '2029', month: '5', day: '1' }],
  ['２０２９．０５．０１', { year: '2029', month: '5', day: '1' }],
  ['R11.5.1', { year: '2029', month: '5', day: '1' }],
  ['令和元年5月1日', { year: '2019', month: '5', day: '1' }],
  ['2029', undefined],
  ['2029-05', undefined],
])('a whole date typed into one field: %s', (text, expected) => {
  expect(splitDate(text)).toEqual(expected);
});

it('writes a stored date back as it is typed', () => {
  expect(partsOf(civil('2029-05-01'))).toEqual({ year: '2029', month: '5', day: '1' });
  expect(partsOf(null)).toEqual({ year: '', month: '', day: '' });
});
