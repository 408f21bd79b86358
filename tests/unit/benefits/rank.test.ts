import { describe, expect, it } from 'vitest';
import { available, concerns, rankBenefits, type Ranked } from '../../../lib/benefits/rank.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { BenefitRecord } from '../../../lib/knowledge/compiled.ts';
import { STATUSES } from '../../../lib/knowledge/vocabulary.ts';

const today = civil('2026-11-26');
const benefit = (id: string, more: Partial<BenefitRecord> = {}): BenefitRecord => ({
  id,
  ja: '例',
  category: 'identity',
  status: 'active',
  from: '2016-01',
  until: null,
  title: { text: id },
  what: { text: id },
  worth: { text: id },
  facts: [],
  statuses: STATUSES,
  situations: [],
  only: false,
  weight: 3,
  needs: [],
  limits: [],
  start: null,
  publisher: 'Example',
  checked: '2026-11-24',
  ...more,
});
const ids = (benefits: BenefitRecord[], person: Ranked | null, day = today) =>
  rankBenefits(benefits, person, day).map((r) => r.benefit.id);

describe('which benefits are shown', () => {
  it.each<[string, Partial<BenefitRecord>, string, boolean]>([
    ['active since a month', { from: '2016-01' }, '2026-11-26', true],
    ['partial counts as to be had', { status: 'partial' }, '2026-11-26', true],
    ['planned does not', { status: 'planned' }, '2026-11-26', false],
    ['ended does not', { status: 'ended', until: '2024' }, '2026-11-26', false],
    ['the day before it begins', { from: '2026-11-27' }, '2026-11-26', false],
    ['the day it begins', { from: '2026-11-26' }, '2026-11-26', true],
    ['the month it begins, day unknown', { from: '2026-11' }, '2026-11-01', true],
    ['the month before', { from: '2026-12' }, '2026-11-30', false],
    ['its last day', { until: '2027-03-31' }, '2027-03-31', true],
    ['the day after its last day', { until: '2027-03-31' }, '2027-04-01', false],
    ['the last month, day unknown', { until: '2027-03' }, '2027-03-31', true],
    ['the last year, day unknown', { until: '2027' }, '2027-12-31', true],
    ['the year after', { until: '2027' }, '2028-01-01', false],
    ['begin not known', { from: null }, '2026-11-26', true],
  ])('%s', (_why, more, day, expected) => {
    expect(available(benefit('b', more), civil(day))).toBe(expected);
    expect(ids([benefit('b', more)], null, civil(day))).toEqual(expected ? ['b'] : []);
  });

  it.each<[string, Partial<BenefitRecord>, Ranked | null, boolean]>([
    [
      'nothing entered: everything is offered',
      { statuses: ['national'], situations: ['driver'], only: true },
      null,
      true,
    ],
    ['status not said', { statuses: ['national'] }, { status: null, situations: [] }, true],
    ['another status', { statuses: ['national'] }, { status: 'limited-stay', situations: [] }, false],
    ['the same status', { statuses: ['limited-stay'] }, { status: 'limited-stay', situations: [] }, true],
    [
      'only for drivers, no tick at all',
      { situations: ['driver'], only: true },
      { status: null, situations: [] },
      true,
    ],
    [
      'only for drivers, other ticks',
      { situations: ['driver'], only: true },
      { status: null, situations: ['parent'] },
      false,
    ],
    [
      'only for drivers, a driver',
      { situations: ['driver'], only: true },
      { status: null, situations: ['driver', 'parent'] },
      true,
    ],
    ['best for drivers, other ticks', { situations: ['driver'] }, { status: null, situations: ['parent'] }, true],
  ])('%s', (_why, more, person, expected) => {
    expect(concerns(benefit('b', more), person)).toBe(expected);
    expect(ids([benefit('b', more)], person)).toEqual(expected ? ['b'] : []);
  });
});

describe('in which order', () => {
  it('by weight while nothing is known, and what is for some statuses only stands lower', () => {
    const all = [
      benefit('low', { weight: 2 }),
      benefit('some', { weight: 5, statuses: ['national'] }),
      benefit('high', { weight: 5 }),
    ];
    expect(ids(all, null)).toEqual(['high', 'some', 'low']);
    expect(rankBenefits(all, null, today).map((r) => r.forStatuses)).toEqual([null, ['national'], null]);
  });

  it('a ticked situation lifts over the next higher weight, not over two', () => {
    const all = [
      benefit('three', { weight: 3 }),
      benefit('four', { weight: 4 }),
      benefit('five', { weight: 5 }),
      benefit('drive', { weight: 3, situations: ['driver'] }),
    ];
    expect(ids(all, { status: null, situations: ['driver'] })).toEqual(['five', 'drive', 'four', 'three']);
    expect(rankBenefits(all, { status: null, situations: ['driver'] }, today)[1]?.because).toEqual(['driver']);
    expect(ids(all, { status: null, situations: [] })).toEqual(['five', 'four', 'drive', 'three']);
  });

  it('what is made for the status of the person rises, and is then not labelled', () => {
    const all = [benefit('five', { weight: 5 }), benefit('stay', { weight: 4, statuses: ['limited-stay'] })];
    const person: Ranked = { status: 'limited-stay', situations: [] };
    expect(ids(all, person)).toEqual(['stay', 'five']);
    expect(rankBenefits(all, person, today)[0]?.forStatuses).toBeNull();
  });

  it('what works in some places only stands below the same that works everywhere', () => {
    expect(ids([benefit('a', { status: 'partial' }), benefit('b')], null)).toEqual(['b', 'a']);
  });

  it('is the same however the records are shuffled, and leaves them alone', () => {
    const all = ['c', 'a', 'd', 'b'].map((id) => benefit(id));
    const before = structuredClone(all);
    expect(ids(all, null)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(all.toReversed(), null)).toEqual(['a', 'b', 'c', 'd']);
    expect(all).toEqual(before);
  });
});
