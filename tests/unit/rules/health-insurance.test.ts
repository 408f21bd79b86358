import { describe, expect, it } from 'vitest';
import type { Situation } from '../../../lib/knowledge/vocabulary.ts';
import {
  healthInsuranceContinue,
  healthInsuranceJoin,
  healthInsuranceLeave,
} from '../../../lib/rules/health-insurance.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';

describe('joining the national health insurance', () => {
  it.each<[string, string, string, string, string | null, string]>([
    ['2026-11-30', '2026-12-01', '2026-12-15', '2026-12-15', null, 'counted from the day after leaving work'],
    ['2026-12-15', '2026-12-16', '2026-12-30', '2026-12-28', '2027-01-04', 'year-end closing'],
    ['2026-12-31', '2027-01-01', '2027-01-15', '2027-01-15', null, 'from one year to the next'],
    ['2028-02-14', '2028-02-15', '2028-02-29', '2028-02-29', null, 'a leap day'],
  ])(
    'left work %s: cover lost %s, last %s, advised %s, by law moved to %s (%s)',
    (left, lost, last, advised, moved) => {
      expect(only(healthInsuranceJoin, life({}, ['job-left', left]))).toMatchObject({
        id: `p1/health-insurance-join/${lost}`,
        opens: lost, // it cannot be filed before
        last,
        advised,
        moved,
        certainty: 'derived',
        facts: ['nhi-14-days', 'counting-rules'],
      });
    },
  );

  it.each<[string, Happened[], string[]]>([
    ['a job without insurance', [['job-left', '2026-11-30', { insured: false }]], []],
    [
      'the next job begins the next day',
      [
        ['job-left', '2026-11-30'],
        ['job-started', '2026-12-01'],
      ],
      [],
    ],
    [
      'the next job begins without insurance',
      [
        ['job-left', '2026-11-30'],
        ['job-started', '2026-12-01', { insured: false }],
      ],
      ['2026-12-15'],
    ],
    [
      'a gap of a day',
      [
        ['job-left', '2026-11-30'],
        ['job-started', '2026-12-02'],
      ],
      ['2026-12-15'],
    ],
    [
      'the job that was left had begun before',
      [
        ['job-started', '2020-04-01'],
        ['job-left', '2026-11-30'],
      ],
      ['2026-12-15'],
    ],
    ['a move inside the municipality', [['moved', '2026-11-10', { from: 'same-municipality' }]], []],
    [
      'moved on the day cover was lost: one notice',
      [
        ['job-left', '2026-11-30'],
        ['moved', '2026-12-01'],
      ],
      ['2026-12-15'],
    ],
  ])('%s', (_, told, expected) => {
    expect(lasts(healthInsuranceJoin, life({}, ...told))).toEqual(expected);
    expect(lasts(healthInsuranceJoin, life({}, ...told.toReversed()))).toEqual(expected);
  });

  it.each<[string, Situation[], Happened[], string[] | null]>([
    ['nothing known about cover', [], [['moved', '2026-11-10']], ['situations']],
    ['self-employed', ['self-employed'], [['moved', '2026-11-10']], []],
    ['employed', ['employee'], [['moved', '2026-11-10']], null],
    [
      'began a job',
      [],
      [
        ['job-started', '2026-10-01'],
        ['moved', '2026-11-10', { from: 'abroad' }],
      ],
      null,
    ],
    [
      'is to leave a job after it',
      [],
      [
        ['moved', '2026-11-10'],
        ['job-left', '2026-11-10'],
      ],
      null,
    ],
  ])('after moving in: %s', (_, situations, told, missing) => {
    const found = healthInsuranceJoin(life({ situations }, ...told)).filter(({ opens }) => opens === '2026-11-10');
    expect(found.map((deadline) => deadline.missing)).toEqual(missing === null ? [] : [missing]);
  });

  it('asks about the family of a newborn', () => {
    expect(only(healthInsuranceJoin, life({}, ['born', '2026-11-02']))).toMatchObject({
      last: '2026-11-16',
      certainty: 'cautious',
      missing: ['situations'],
    });
  });
});

describe('leaving the national health insurance', () => {
  it.each<[string, Situation[], Happened[], string | null, string[]]>([
    ['self-employed before', ['self-employed'], [['job-started', '2026-12-01']], '2026-12-15', []],
    [
      'after a gap',
      [],
      [
        ['job-left', '2026-10-31'],
        ['job-started', '2026-12-01'],
      ],
      '2026-12-15',
      [],
    ],
    ['nothing known of before', [], [['job-started', '2026-12-01']], '2026-12-15', ['job-left']],
    ['an employee because of this job', ['employee'], [['job-started', '2026-12-01']], '2026-12-15', ['job-left']],
    [
      'from one job to the next',
      [],
      [
        ['job-left', '2026-11-30'],
        ['job-started', '2026-12-01'],
      ],
      null,
      [],
    ],
    ['a job without insurance', [], [['job-started', '2026-12-01', { insured: false }]], null, []],
  ])('%s', (_, situations, told, last, missing) => {
    const found = only(healthInsuranceLeave, life({ situations }, ...told));
    expect(found?.last ?? null).toBe(last);
    expect(found?.missing ?? []).toEqual(missing);
  });

  it('is not forgotten when leaving Japan, and does not end by itself', () => {
    const input = life({ situations: ['self-employed'] }, ['leaving-japan', '2026-12-20']);
    expect(only(healthInsuranceLeave, input)).toMatchObject({
      id: 'p1/health-insurance-leave/2026-12-20',
      advised: '2026-12-18',
      last: '2026-12-20',
      moved: null,
      otherwise: ['2027-01-03'],
      follows: '2027-01-05',
      certainty: 'derived',
    });
    expect(healthInsuranceLeave(life({ situations: ['employee'] }, ['leaving-japan', '2026-12-20']))).toEqual([]);
    expect(healthInsuranceLeave(life({}, ['leaving-japan', '2026-12-20', { moveOut: false }]))).toEqual([]);
  });
});

describe('staying in the old company’s insurance', () => {
  it.each<[string, string, string, string[], string]>([
    ['2026-11-30', '2026-12-20', '2026-12-18', ['2026-12-21'], 'a Sunday'],
    ['2026-12-10', '2026-12-30', '2026-12-28', ['2026-12-31', '2027-01-04'], 'year-end closing'],
    ['2026-11-05', '2026-11-25', '2026-11-25', ['2026-11-26'], 'the day after leaving is the first'],
  ])('left work %s: last %s, advised %s, other readings %s (%s)', (left, last, advised, otherwise) => {
    expect(only(healthInsuranceContinue, life({}, ['job-left', left]))).toMatchObject({
      id: `p1/health-insurance-continue/${left}`,
      last,
      advised,
      moved: null,
      otherwise,
      certainty: 'derived',
      facts: ['insurance-continuation-20-days', 'counting-rules'],
    });
  });

  it('is not offered where a new job covers', () => {
    expect(healthInsuranceContinue(life({}, ['job-left', '2026-11-30'], ['job-started', '2026-12-01']))).toEqual([]);
  });
});
