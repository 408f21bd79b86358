import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/dates/arithmetic.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { birthRegistration, childAllowance, newbornRecord, newbornStatus } from '../../../lib/rules/birth.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';
import type { Said } from '../../fixtures/people.ts';

const foreign = { foreignParents: true };

describe('birth registration', () => {
  // Matsumoto City, Iwakuni City: within 14 days, the day of birth is the first; a closed last day moves. Dates derived.
  it.each<[string, string, string, string | null, string, string]>([
    ['2026-11-02', '2026-11-15', '2026-11-13', '2026-11-16', '2026-11-17', 'birth + 13, a Sunday'],
    ['2026-11-03', '2026-11-16', '2026-11-16', null, '2026-11-17', 'a Monday'],
    ['2026-12-16', '2026-12-29', '2026-12-28', '2027-01-04', '2027-01-05', 'year-end closing'],
    ['2026-12-20', '2027-01-02', '2026-12-28', '2027-01-04', '2027-01-05', 'closed on both sides of New Year'],
    ['2028-02-17', '2028-03-01', '2028-03-01', null, '2028-03-02', 'over a leap day'],
    ['2028-02-29', '2028-03-13', '2028-03-13', null, '2028-03-14', 'born on a leap day'],
  ])('born %s: last %s, advised %s, by law moved to %s, late on %s (%s)', (on, last, advised, moved, follows) => {
    expect(only(birthRegistration, life({}, ['born', on]))).toMatchObject({
      id: `p1/birth-registration/${on}`,
      opens: on,
      last,
      advised,
      moved,
      follows,
      certainty: 'derived',
      facts: ['birth-registration', 'counting-rules'],
    });
  });

  it('goes by the typed date of birth and says that they contradict each other', () => {
    expect(only(birthRegistration, life({ birth: '2026-11-01' }, ['born', '2026-11-02']))).toMatchObject({
      last: '2026-11-14',
      certainty: 'cautious',
      missing: ['birth', 'born'],
    });
    expect(only(birthRegistration, life({ birth: '2026-11-02' }, ['born', '2026-11-02']))?.certainty).toBe('derived');
  });

  it('needs the event, for a date of birth alone may be anybody’s', () => {
    expect(birthRegistration(life({ birth: '2026-11-02' }))).toEqual([]);
  });
});

describe('a newborn without a status of residence', () => {
  it('is given the strict count first, the ordinary one beside it', () => {
    const child = life({}, ['born', '2026-11-02', foreign]);
    expect(only(newbornStatus, child)).toMatchObject({
      id: 'p1/newborn-status/2026-11-02',
      opens: '2026-11-02',
      advised: '2026-12-01',
      last: '2026-12-01',
      moved: null,
      otherwise: ['2026-12-02'],
      facts: ['newborn-status-30-60', 'newborn-status-apply', 'counting-rules'],
    });
    expect(only(newbornRecord, child)).toMatchObject({
      id: 'p1/newborn-record/2026-11-02',
      advised: '2026-12-28', // the year-end closing begins on the 29th
      last: '2026-12-31',
      moved: null,
      follows: '2027-01-01',
      otherwise: ['2027-01-01'],
    });
  });

  it('moves a filing on a closed day and never the end of the record', () => {
    const child = life({}, ['born', '2026-10-31', foreign]); // + 29 is Sunday 29 November, + 59 is 29 December
    expect(only(newbornStatus, child)).toMatchObject({
      last: '2026-11-29',
      advised: '2026-11-27',
      moved: '2026-11-30',
      otherwise: [],
    });
    expect(only(newbornRecord, child)).toMatchObject({ last: '2026-12-29', moved: null, otherwise: ['2026-12-30'] });
  });

  it('has 60 days at the municipality where a parent is a special permanent resident', () => {
    const child = life({}, ['born', '2026-11-02', { ...foreign, specialPermanentParent: true }]);
    expect(only(newbornStatus, child)).toMatchObject({
      last: '2026-12-31',
      moved: '2027-01-04',
      otherwise: ['2027-01-01'],
      facts: ['newborn-status-30-60', 'newborn-status-special-permanent', 'counting-rules'],
    });
  });

  it.each<[string, Said, Happened[], number, number]>([
    ['a Japanese parent', {}, [['born', '2026-11-02']], 0, 0],
    [
      'left within the days that need none',
      {},
      [
        ['born', '2026-11-02', foreign],
        ['leaving-japan', '2026-12-31'],
      ],
      0,
      0,
    ],
    [
      'left later',
      {},
      [
        ['born', '2026-11-02', foreign],
        ['leaving-japan', '2027-01-01'],
      ],
      1,
      1,
    ],
    [
      'applied for',
      {},
      [
        ['born', '2026-11-02', foreign],
        ['stay-applied', '2026-11-20'],
      ],
      0,
      1,
    ],
    ['has a stay', { stay: '2027-11-02' }, [['born', '2026-11-02', foreign]], 0, 0],
    [
      'the new card came',
      {},
      [
        ['born', '2026-11-02', foreign],
        ['stay-extended', '2026-11-20'],
      ],
      0,
      0,
    ],
    [
      'permanent',
      {},
      [
        ['born', '2026-11-02', foreign],
        ['status-granted', '2026-11-20'],
      ],
      0,
      0,
    ],
    [
      'the status of the parents, typed for the child',
      { status: 'limited-stay' },
      [['born', '2026-11-02', foreign]],
      1,
      1,
    ],
  ])('%s', (_, said, told, status, record) => {
    expect(newbornStatus(life(said, ...told))).toHaveLength(status);
    expect(newbornRecord(life(said, ...told))).toHaveLength(record);
  });

  it('names the contradiction of a national with two foreign parents', () => {
    expect(only(newbornStatus, life({ status: 'national' }, ['born', '2026-11-02', foreign]))).toMatchObject({
      certainty: 'cautious',
      missing: ['status', 'born'],
    });
  });
});

describe('child allowance', () => {
  /** The last application by all the readings together: what offices print. */
  const applyBy = (...told: Happened[]): string => {
    const found = only(childAllowance, life({}, ...told));
    if (!found) throw new Error('no deadline');
    const days = [found.moved ?? found.last, ...found.otherwise].toSorted();
    expect(found.follows).toBe(addDays(civil(days.at(-1)!), 1));
    return days.at(-1)!;
  };

  // Stated by the office: 「年末年始のご出生・ご転入の方は申請期限にご注意ください」.
  it.each<[string, string, string]>([
    ['2017-12-01', '2017-12-13', '2017-12-28'],
    ['2017-12-14', '2017-12-20', '2018-01-04'],
    ['2017-12-21', '2017-12-21', '2018-01-05'],
    ['2017-12-22', '2017-12-25', '2018-01-09'],
    ['2017-12-26', '2017-12-26', '2018-01-10'],
    ['2017-12-27', '2017-12-27', '2018-01-11'],
    ['2017-12-28', '2017-12-28', '2018-01-12'],
    ['2017-12-29', '2017-12-31', '2018-01-15'],
    ['2018-01-01', '2018-01-16', '2018-01-31'],
    ['2018-01-17', '2018-01-17', '2018-02-01'],
  ])('Kizugawa City: born %s to %s, apply by %s', (from, until, by) => {
    for (let day = civil(from); day <= until; day = addDays(day, 1)) expect(applyBy(['born', day]), day).toBe(by);
  });

  // Stated by the office for the long holidays of 2019.
  it.each<[string, string, string]>([
    ['2019-04-01', '2019-04-11', '2019-04-26'],
    ['2019-04-12', '2019-04-22', '2019-05-07'],
    ['2019-04-23', '2019-04-23', '2019-05-08'],
    ['2019-04-24', '2019-04-24', '2019-05-09'],
    ['2019-04-25', '2019-04-25', '2019-05-10'],
    ['2019-04-26', '2019-04-28', '2019-05-13'],
    ['2019-04-29', '2019-04-29', '2019-05-14'],
    ['2019-04-30', '2019-04-30', '2019-05-15'],
  ])('Sakura City: born %s to %s, apply by %s', (from, until, by) => {
    for (let day = civil(from); day <= until; day = addDays(day, 1)) expect(applyBy(['born', day]), day).toBe(by);
  });

  it('Ikeda City: born 12 April 2019, the 15th day is 27 April, applied for by 7 May, late on 8 May', () => {
    expect(only(childAllowance, life({}, ['born', '2019-04-12']))).toMatchObject({
      last: '2019-04-27',
      advised: '2019-04-26',
      moved: '2019-05-07',
      follows: '2019-05-08',
    });
  });

  it('Edogawa City: born 30 April, by 15 May (the year is ours)', () => {
    expect(only(childAllowance, life({}, ['born', '2024-04-30']))).toMatchObject({
      id: 'p1/child-allowance/2024-04-30',
      last: '2024-05-15',
      moved: null,
      otherwise: [],
      follows: '2024-05-16',
    });
    expect(only(childAllowance, life({}, ['born', '2027-04-30']))).toMatchObject({
      last: '2027-05-15', // a Saturday
      advised: '2027-05-14',
      moved: '2027-05-17',
    });
  });

  it('advises the earlier of the two counts', () => {
    expect(only(childAllowance, life({}, ['born', '2026-12-03']))).toMatchObject({
      last: '2026-12-18',
      advised: '2026-12-18',
      otherwise: ['2026-12-28'],
      follows: '2026-12-29',
      facts: ['child-allowance-15-days', 'child-allowance-month', 'counting-rules'],
    });
  });

  it('counts for a parent from the planned day of moving, from abroad from the day itself', () => {
    const parent = (more: object) => {
      const input = life({ situations: ['parent'] }, ['moved', '2026-11-21', more]);
      return only(childAllowance, input);
    };
    expect(parent({ planned: '2026-11-20' })).toMatchObject({
      id: 'p1/child-allowance/2026-11-20',
      opens: '2026-11-21',
      last: '2026-12-05',
      certainty: 'derived',
    });
    expect(parent({})).toMatchObject({ last: '2026-12-06', certainty: 'cautious', missing: ['moved'] });
    expect(parent({ from: 'abroad', planned: '2026-11-01' })).toMatchObject({
      last: '2026-12-06',
      certainty: 'derived',
    });
    expect(parent({ from: 'same-municipality' })).toBeNull();
    expect(lasts(childAllowance, life({}, ['moved', '2026-11-21']))).toEqual([]);
  });
});
