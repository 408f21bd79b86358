import { describe, expect, it } from 'vitest';
import { moveIn } from '../../../lib/rules/move-in.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { person } from '../../fixtures/people.ts';

describe('move-in notification', () => {
  it.each<[string, string, string, string | null, string]>([
    ['2026-11-10', '2026-11-24', '2026-11-24', null, 'the day of moving is not counted'],
    ['2026-11-01', '2026-11-15', '2026-11-13', '2026-11-16', 'a Sunday moves to Monday; we advise Friday'],
    ['2026-11-09', '2026-11-23', '2026-11-20', '2026-11-24', 'a holiday beside a weekend'],
    ['2026-12-16', '2026-12-30', '2026-12-28', '2027-01-04', 'year-end closing'],
    ['2028-02-15', '2028-02-29', '2028-02-29', null, 'a leap day'],
  ])('moved %s: last %s, advised %s, by law moved to %s (%s)', (moved, last, advised, byLaw) => {
    expect(moveIn(person({ moved }), FACTS)).toEqual([
      {
        id: `p1/move-in/${moved}`,
        kind: 'move-in',
        person: 'p1',
        procedure: 'move-in',
        opens: moved,
        advised,
        last,
        moved: byLaw,
        certainty: 'derived',
        missing: [],
        facts: ['move-in-14-days', 'counting-rules'],
      },
    ]);
  });

  it('takes the number from the fact and keeps its id', () => {
    const facts = factsWith('move-in-14-days', { periods: [{ from: null, until: null, value: 7 }] });
    expect(moveIn(person({ moved: '2026-11-10' }), facts)).toMatchObject([
      { id: 'p1/move-in/2026-11-10', last: '2026-11-17' },
    ]);
  });

  it('says nothing without a day, or where the limit is not known for it', () => {
    expect(moveIn(person({}), FACTS)).toEqual([]);
    expect(moveIn(person({ moved: '2019-04-01' }), FACTS)).toEqual([]);
  });
});
