import { describe, expect, it } from 'vitest';
import { pensionJoin, pensionPayment } from '../../../lib/rules/pension.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';

const birth = '1990-06-15';

describe('joining the national pension', () => {
  it('counts from the last day at work, and names the reading that is a day later', () => {
    expect(only(pensionJoin, life({ birth }, ['job-left', '2026-11-30']))).toMatchObject({
      id: 'p1/pension-join/2026-11-30',
      opens: '2026-12-01',
      last: '2026-12-14',
      advised: '2026-12-14',
      moved: null,
      otherwise: ['2026-12-15'],
      certainty: 'derived',
      facts: ['pension-14-days', 'pension-age-from', 'pension-age-to', 'counting-rules'],
    });
  });

  it('moves over the New Year closing', () => {
    expect(only(pensionJoin, life({ birth }, ['job-left', '2026-12-15']))).toMatchObject({
      last: '2026-12-29',
      advised: '2026-12-28',
      moved: '2027-01-04',
    });
  });

  it('has one count for arrivals', () => {
    const arrived = life({ birth, situations: ['student'] }, ['moved', '2026-11-10', { from: 'abroad' }]);
    expect(only(pensionJoin, arrived)).toMatchObject({
      last: '2026-11-24',
      otherwise: [],
      certainty: 'cautious',
      missing: ['situations'],
    });
  });

  it.each<[string, string | null, string[]]>([
    ['the day before turning 20', '2006-12-02', []],
    ['turns 20 on the first day without cover', '2006-12-01', ['2026-12-14']],
    ['59 until the day after', '1966-12-02', ['2026-12-14']],
    ['turns 60 on the first day without cover', '1966-12-01', []],
    ['born on a leap day', '1988-02-29', ['2026-12-14']],
  ])('%s', (_, born, expected) => {
    expect(lasts(pensionJoin, life(born === null ? {} : { birth: born }, ['job-left', '2026-11-30']))).toEqual(
      expected,
    );
  });

  it('asks for the birth', () => {
    expect(only(pensionJoin, life({}, ['job-left', '2026-11-30']))).toMatchObject({
      certainty: 'cautious',
      missing: ['birth'],
    });
  });

  it.each<[string, Happened[]]>([
    [
      'the next job begins the next day',
      [
        ['job-left', '2026-11-30'],
        ['job-started', '2026-12-01'],
      ],
    ],
    ['a job without insurance', [['job-left', '2026-11-30', { insured: false }]]],
    ['a move inside Japan', [['moved', '2026-11-10']]],
    [
      'arrived for a job',
      [
        ['job-started', '2026-11-10'],
        ['moved', '2026-11-10', { from: 'abroad' }],
      ],
    ],
  ])('does not concern: %s', (_, told) => {
    expect(pensionJoin(life({ birth }, ...told))).toEqual([]);
  });
});

describe('the first contribution', () => {
  it.each<[string, string, string, string | null, string, string]>([
    ['2026-10-15', '2026-11-30', '2026-11-30', null, '2026-12-01', 'the end of the next month'],
    [
      '2026-10-31',
      '2026-12-31',
      '2026-12-30',
      '2027-01-04',
      '2027-01-05',
      'banks work on 30 December, not on the 31st',
    ],
    ['2026-12-15', '2027-01-31', '2027-01-29', '2027-02-01', '2027-02-02', 'a Sunday'],
    ['2026-12-31', '2027-02-28', '2027-02-26', '2027-03-01', '2027-03-02', 'the month of the first day without cover'],
    ['2028-01-10', '2028-02-29', '2028-02-29', null, '2028-03-01', 'a leap day'],
  ])('left work %s: last %s, advised %s, moved to %s, late on %s (%s)', (left, last, advised, moved, follows) => {
    expect(only(pensionPayment, life({ birth }, ['job-left', left]))).toMatchObject({
      opens: null,
      last,
      advised,
      moved,
      follows,
      certainty: 'derived',
      facts: ['pension-payment', 'pension-payment-closed-day', 'pension-age-from', 'pension-age-to', 'counting-rules'],
    });
  });

  it.each<[string, string, number]>([
    ['covered again in the same month', '2026-10-31', 0],
    ['covered again in the next month', '2026-11-01', 1],
  ])('%s', (_, started, count) => {
    const told = life({ birth }, ['job-left', '2026-10-15'], ['job-started', started]);
    expect(pensionPayment(told)).toHaveLength(count);
  });
});
