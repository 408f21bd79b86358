import { describe, expect, it } from 'vitest';
import { foldsOf, languageOf, outcome } from '../../../../scripts/recognise/score.ts';

const known = new Set(['move-in', 'birth']);
const judged = (labels: string[], ...procedures: string[]) => ({
  row: { url: '', title: '', breadcrumb: [], headings: [], terms: [], labels, lang: '' },
  verdict: { procedures: procedures.map((procedure) => ({ procedure, score: 9, reasons: [] })) },
});

describe('the outcome of a row', () => {
  it.each([
    [['move-in', 'birth'], ['birth'], 'right'],
    [['translated', 'move-in'], ['move-in'], 'right'],
    [['move-in'], ['birth', 'move-in'], 'wrong'],
    [['move-in'], [], 'missed'],
    [['funeral', 'move-in'], [], 'aside'],
    [['funeral'], [], 'silent'],
    [['none'], [], 'silent'],
    [['none'], ['birth'], 'false'],
    [['none', 'birth'], ['birth'], 'false'],
  ])('labels %s, found %s: %s', (labels, found, expected) => {
    expect(outcome(judged(labels, ...found), known)).toBe(expected);
  });
});

it.each([
  ['ja-easy', '転入届', 'ja-easy'],
  ['', '転入届の手続き', 'ja'],
  ['', '전입신고', 'ko'],
  ['', 'Thẻ mã số cá nhân', 'vi'],
  ['', 'Moving in', 'Latin'],
  ['', '', 'unknown'],
])('language %s, title %s: %s', (lang, title, language) => {
  expect(languageOf(lang, title)).toBe(language);
});

it('puts each host into one of five folds, always the same', () => {
  const hosts = Array.from({ length: 50 }, (_, index) => `www.city.mihon${index}.example.jp`);
  const folds = foldsOf(hosts);
  expect(foldsOf(hosts.toReversed())).toEqual(folds);
  expect([0, 1, 2, 3, 4].map((fold) => [...folds.values()].filter((one) => one === fold).length)).toEqual([
    10, 10, 10, 10, 10,
  ]);
});
