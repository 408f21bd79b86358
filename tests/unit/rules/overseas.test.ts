import { describe, expect, it } from 'vitest';
import { cardReturnedAbroad, overseasUse, reEntry } from '../../../lib/rules/overseas.ts';
import { life, only, type Happened } from '../../fixtures/life.ts';
import type { Said } from '../../fixtures/people.ts';

describe('keeping the card abroad', () => {
  it.each<[string, string, string, string[], string]>([
    ['2027-04-01', '2027-03-31', '2027-04-01', [], 'by the day before the departure'],
    ['2027-03-29', '2027-03-26', '2027-03-29', ['2027-03-28'], 'a Monday: the limit moves back to Friday'],
    ['2027-01-04', '2026-12-28', '2027-01-04', ['2027-01-03'], 'back over the New Year closing'],
    ['2028-03-01', '2028-02-29', '2028-03-01', [], 'a leap day'],
  ])('leaving %s: last %s, too late on %s', (on, last, follows, otherwise) => {
    expect(only(overseasUse, life({ status: 'national' }, ['leaving-japan', on]))).toMatchObject({
      id: `p1/overseas-use/${on}`,
      opens: null,
      advised: last,
      last,
      moved: null,
      follows,
      otherwise,
      certainty: 'derived',
      facts: ['move-abroad-nationals', 'counting-rules'],
    });
  });

  it.each<[string, Said, Happened[], number]>([
    ['a move abroad that lies ahead', { status: 'national' }, [['moving', '2027-04-01', { to: 'abroad' }]], 1],
    ['a journey', { status: 'national' }, [['leaving-japan', '2027-04-01', { moveOut: false }]], 0],
    ['before the law', { status: 'national' }, [['leaving-japan', '2024-05-26']], 0],
    ['the first day of the law', { status: 'national' }, [['leaving-japan', '2024-05-27']], 1],
    ['a permanent resident', { status: 'permanent' }, [['leaving-japan', '2027-04-01']], 0],
    ['a stay that was typed', { stay: '2027-08-01' }, [['leaving-japan', '2027-04-01']], 0],
    [
      'naturalised since',
      { status: 'limited-stay' },
      [
        ['status-granted', '2026-12-01', { status: 'national' }],
        ['leaving-japan', '2027-04-01'],
      ],
      1,
    ],
    [
      'naturalised later',
      { status: 'limited-stay' },
      [
        ['status-granted', '2027-12-01', { status: 'national' }],
        ['leaving-japan', '2027-04-01'],
      ],
      0,
    ],
  ])('%s', (_, said, told, count) => {
    expect(overseasUse(life(said, ...told))).toHaveLength(count);
  });

  it('asks for the status', () => {
    expect(only(overseasUse, life({}, ['leaving-japan', '2027-04-01']))).toMatchObject({
      certainty: 'cautious',
      missing: ['status'],
    });
  });
});

describe('handing back the card', () => {
  it('ends on the day of departure for a foreign resident (Ritto City; the dates are derived)', () => {
    expect(only(cardReturnedAbroad, life({ status: 'limited-stay' }, ['leaving-japan', '2027-04-01']))).toMatchObject({
      id: 'p1/card-returned-abroad/2027-04-01',
      advised: '2027-03-31',
      last: '2027-04-01',
      moved: null,
      certainty: 'derived',
      facts: ['move-abroad-foreign', 'counting-rules'],
    });
  });

  it.each<[string, Said, object, number]>([
    ['a trip with a re-entry permit', { status: 'permanent' }, { moveOut: false, returns: 're-entry-permit' }, 0],
    ['a national', { status: 'national' }, {}, 0],
    ['nobody knows', {}, {}, 0],
    ['a stay that was typed', { stay: '2027-08-01' }, {}, 1],
    ['a special permanent resident', { status: 'special-permanent' }, {}, 1],
  ])('%s', (_, said, more, count) => {
    expect(cardReturnedAbroad(life(said, ['leaving-japan', '2027-04-01', more]))).toHaveLength(count);
  });
});

describe('coming back', () => {
  const trip = (returns: string, on = '2026-12-20'): Happened => ['leaving-japan', on, { moveOut: false, returns }];
  it.each<[string, Said, Happened, string, string[]]>([
    ['the stay ends first', { status: 'limited-stay', stay: '2027-08-01' }, trip('special-re-entry'), '2027-08-01', []],
    ['one year', { status: 'limited-stay', stay: '2029-08-01' }, trip('special-re-entry'), '2027-12-20', []],
    ['one year', { status: 'permanent' }, trip('special-re-entry'), '2027-12-20', []],
    ['two years', { status: 'special-permanent' }, trip('special-re-entry'), '2028-12-20', []],
    ['a leap day', { status: 'permanent' }, trip('special-re-entry', '2028-02-29'), '2029-02-28', []],
    ['a permit', { status: 'permanent' }, trip('re-entry-permit'), '2031-12-20', ['leaving-japan']],
    ['a permit', { status: 'special-permanent' }, trip('re-entry-permit'), '2032-12-20', ['leaving-japan']],
    [
      'never past the stay',
      { status: 'limited-stay', stay: '2029-08-01' },
      trip('re-entry-permit'),
      '2029-08-01',
      ['leaving-japan'],
    ],
    ['a stay that is not known', { status: 'limited-stay' }, trip('special-re-entry'), '2027-12-20', ['stay']],
    [
      'a stay that was over',
      { status: 'limited-stay', stay: '2026-12-19' },
      trip('special-re-entry'),
      '2027-12-20',
      ['stay'],
    ],
    ['no status', {}, trip('special-re-entry'), '2027-12-20', ['status']],
  ])('%s', (_, said, told, last, missing) => {
    expect(only(reEntry, life(said, told))).toMatchObject({
      id: `p1/re-entry/${told[1]}`,
      last,
      moved: null,
      missing,
      certainty: missing.length > 0 ? 'cautious' : 'derived',
    });
  });

  it('takes the stay that was extended meanwhile', () => {
    const said = { status: 'limited-stay', stay: '2027-01-10' } as const;
    const told = life(said, ['stay-extended', '2026-12-01', { until: '2030-01-10' }], trip('special-re-entry'));
    expect(only(reEntry, told)?.last).toBe('2027-12-20');
  });

  it.each<[string, Said, Happened[]]>([
    ['a national', { status: 'national' }, [trip('special-re-entry')]],
    ['who does not come back', { status: 'permanent' }, [trip('no')]],
    ['who is back', { status: 'permanent' }, [trip('special-re-entry'), ['moved', '2027-02-01', { from: 'abroad' }]]],
  ])('does not concern %s', (_, said, told) => {
    expect(reEntry(life(said, ...told))).toEqual([]);
  });
});
