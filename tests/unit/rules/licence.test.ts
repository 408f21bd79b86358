import { describe, expect, it } from 'vitest';
import { licenceRenewal } from '../../../lib/rules/licence.ts';
import { life, only } from '../../fixtures/life.ts';

describe('driving licence', () => {
  it('Oita Prefectural Police: birthday 1 April, from 1 March to 1 May (the year is ours)', () => {
    expect(licenceRenewal(life({ birth: '1990-04-01', licence: '2027-05-01' }))).toEqual([
      {
        id: 'p1/licence-renewal/2027-05-01',
        kind: 'licence-renewal',
        person: 'p1',
        opens: '2027-03-01',
        advised: '2027-04-30',
        last: '2027-05-01', // a Saturday, then a Sunday and three holidays
        moved: '2027-05-06',
        follows: '2027-05-07',
        otherwise: [],
        certainty: 'printed',
        missing: [],
        facts: [
          'driving-licence-renewal',
          'driving-licence-renewal-opens',
          'driving-licence-renewal-closes',
          'counting-rules',
        ],
      },
    ]);
  });

  it.each<[string, string, string, string | null, string, string | null, string]>([
    ['1990-12-01', '2027-01-01', '2026-11-01', '2026-12-28', '2027-01-01', '2027-01-04', 'over New Year'],
    ['1990-11-26', '2027-12-26', '2027-10-26', '2027-12-24', '2027-12-26', '2027-12-27', 'a Sunday'],
    [
      '1990-11-29',
      '2024-12-29',
      '2024-10-29',
      '2024-12-27',
      '2024-12-29',
      '2025-01-06',
      'a Sunday, the closing, a Saturday and a Sunday',
    ],
    [
      '1988-02-29',
      '2027-03-28',
      '2027-01-28',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      'born on a leap day, common year',
    ],
    ['1988-02-29', '2028-03-29', '2028-01-29', '2028-03-29', '2028-03-29', null, 'born on a leap day, leap year'],
    ['1990-01-31', '2027-02-28', '2026-12-31', '2027-02-26', '2027-02-28', '2027-03-01', 'a month without the day'],
    [
      '1990-01-28',
      '2027-02-28',
      '2026-12-28',
      '2027-02-26',
      '2027-02-28',
      '2027-03-01',
      'the same last day, another birthday',
    ],
  ])(
    'born %s, licence to %s: opens %s, advised %s, last %s, by law moved to %s (%s)',
    (birth, licence, opens, advised, last, moved) => {
      expect(only(licenceRenewal, life({ birth, licence }))).toMatchObject({
        opens,
        advised,
        last,
        moved,
        certainty: 'printed',
        missing: [],
      });
    },
  );

  it('does not guess the window without the birth', () => {
    expect(only(licenceRenewal, life({ licence: '2027-05-01' }))).toMatchObject({
      opens: null,
      last: '2027-05-01',
      certainty: 'printed',
      missing: ['birth'],
    });
  });

  it('names the contradiction of a birthday in another month', () => {
    expect(only(licenceRenewal, life({ birth: '1990-08-01', licence: '2027-05-01' }))).toMatchObject({
      opens: null,
      certainty: 'cautious',
      missing: ['birth', 'licence'],
    });
  });

  it('says nothing without a licence, and is cautious where the window is not known', () => {
    expect(licenceRenewal(life({ birth: '1990-04-01' }))).toEqual([]);
    expect(only(licenceRenewal, life({ birth: '1990-04-01', licence: '2020-05-01' }))).toMatchObject({
      opens: null,
      certainty: 'cautious',
      facts: ['counting-rules'],
    });
  });
});
