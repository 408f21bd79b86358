import { describe, expect, it } from 'vitest';
import { consumptionTax, furusatoOnestop, taxBeforeLeaving, taxReturn } from '../../../lib/rules/tax.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';

describe('the income tax return', () => {
  it.each<[string, string, string, string, string | null, string]>([
    ['2026-05-01', '2027-02-16', '2027-03-15', '2027-03-15', null, 'Tuesday to Monday'],
    ['2024-12-31', '2025-02-17', '2025-03-15', '2025-03-14', '2025-03-17', 'a Sunday and a Saturday: both ends move'],
    ['2025-01-01', '2026-02-16', '2026-03-15', '2026-03-13', '2026-03-16', 'a Sunday: the last day moves'],
    ['2027-06-30', '2028-02-16', '2028-03-15', '2028-03-15', null, 'over a leap day'],
  ])('income of %s: from %s, last %s, advised %s, by law moved to %s (%s)', (on, opens, last, advised, moved) => {
    expect(only(taxReturn, life({}, ['income', on]))).toMatchObject({
      id: `p1/tax-return/${last}`,
      opens,
      last,
      advised,
      moved,
      certainty: 'derived',
      facts: ['tax-return-opens', 'tax-return-closes', 'tax-return-closed-day', 'counting-rules'],
    });
  });

  it('is one for a year', () => {
    const told: Happened[] = [
      ['income', '2026-05-01'],
      ['income', '2026-09-01', { business: true }],
      ['income', '2025-09-01'],
    ];
    expect(lasts(taxReturn, life({}, ...told))).toEqual(['2026-03-15', '2027-03-15']);
  });

  it.each<[string, object, string, string[]]>([
    ['left in the year of the income', {}, '2026-12-20', []],
    ['left before the return was due', {}, '2027-03-15', []],
    ['left after it', {}, '2027-03-16', ['2027-03-15']],
    ['with a tax agent', { taxAgent: true }, '2026-12-20', ['2027-03-15']],
    ['a journey', { moveOut: false, returns: 'special-re-entry' }, '2026-12-20', ['2027-03-15']],
    ['left before the income', {}, '2026-04-30', ['2027-03-15']],
  ])('%s', (_, more, on, expected) => {
    expect(lasts(taxReturn, life({}, ['income', '2026-05-01'], ['leaving-japan', on, more]))).toEqual(expected);
  });

  it('says nothing for a year of which the dates are not known', () => {
    expect(taxReturn(life({}, ['income', '2016-05-01']))).toEqual([]);
  });
});

describe('the consumption tax return', () => {
  it.each<[string, boolean, string | null, string | null]>([
    ['2026-05-01', true, '2027-03-31', null],
    ['2028-05-01', true, '2029-03-31', '2029-04-02'], // a Saturday
    ['2026-05-01', false, null, null],
  ])('income of %s, business %s: last %s, by law moved to %s', (on, business, last, moved) => {
    const found = only(consumptionTax, life({}, ['income', on, { business }]));
    expect(found?.last ?? null).toBe(last);
    expect(found?.moved ?? null).toBe(moved);
  });

  it('names two that contradict each other', () => {
    const both = life({}, ['income', '2026-05-01', { business: false }], ['income', '2026-05-01', { business: true }]);
    expect(only(consumptionTax, both)).toMatchObject({ certainty: 'cautious', missing: ['income'] });
  });
});

describe('tax before leaving Japan', () => {
  it('is due by the departure', () => {
    expect(only(taxBeforeLeaving, life({}, ['income', '2026-05-01'], ['leaving-japan', '2027-01-04']))).toMatchObject({
      id: 'p1/tax-before-leaving/2027-01-04',
      advised: '2026-12-28',
      last: '2027-01-04',
      moved: null,
      follows: '2027-01-05',
      certainty: 'derived',
      facts: ['tax-when-leaving-japan', 'counting-rules'],
    });
  });

  it.each<[string, Happened[], string[][]]>([
    ['asks for an income', [['leaving-japan', '2027-04-01']], [['income']]],
    [
      'an income whose return is over',
      [
        ['income', '2025-05-01'],
        ['leaving-japan', '2026-12-20'],
      ],
      [['income']],
    ],
    ['with a tax agent', [['leaving-japan', '2026-12-20', { taxAgent: true }]], []],
    ['a journey', [['leaving-japan', '2026-12-20', { moveOut: false, returns: 're-entry-permit' }]], []],
    ['for good without a move-out', [['leaving-japan', '2026-12-20', { moveOut: false }]], [['income']]],
  ])('%s', (_, told, missing) => {
    expect(taxBeforeLeaving(life({}, ...told)).map((found) => found.missing)).toEqual(missing);
  });
});

describe('the one-stop form', () => {
  it.each<[string, string, string, string[], string]>([
    ['2026-07-01', '2027-01-10', '2027-01-08', ['2027-01-12'], 'a Sunday before a holiday: go by Friday'],
    ['2025-12-31', '2026-01-10', '2026-01-09', ['2026-01-13'], 'a Saturday before a long weekend'],
    ['2028-02-29', '2029-01-10', '2029-01-10', [], 'a Wednesday'],
  ])('donated %s: last %s, advised %s, perhaps %s (%s)', (on, last, advised, otherwise) => {
    expect(only(furusatoOnestop, life({}, ['donated', on]))).toMatchObject({
      id: `p1/furusato-onestop/${last}`,
      last,
      advised,
      moved: null,
      otherwise,
      certainty: 'derived',
      facts: ['furusato-onestop', 'counting-rules'],
    });
  });

  it('is one for a year, and none for a year with a return', () => {
    expect(lasts(furusatoOnestop, life({}, ['donated', '2026-07-01'], ['donated', '2026-12-31']))).toEqual([
      '2027-01-10',
    ]);
    expect(furusatoOnestop(life({}, ['donated', '2026-07-01'], ['income', '2026-12-31']))).toEqual([]);
    expect(furusatoOnestop(life({}, ['donated', '2026-07-01'], ['income', '2025-12-31']))).toHaveLength(1);
  });
});
