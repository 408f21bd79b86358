import { describe, expect, it } from 'vitest';
import { ownDate } from '../../../lib/rules/own-date.ts';
import { life, type Happened } from '../../fixtures/life.ts';

const PAGE = 'https://www.city.example.lg.jp/a';
const found = (...told: Happened[]) => ownDate(life({}, ...told));

describe('a date of one’s own', () => {
  it.each([
    ['2026-12-18', '2026-12-18', 'a Friday'],
    ['2026-12-20', '2026-12-18', 'a Sunday'],
    ['2027-01-02', '2026-12-28', 'while offices rest'],
  ])('on %s is advised for %s (%s), and never moves', (on, advised) => {
    expect(found(['noted', on, { text: '現況届', page: PAGE }])).toMatchObject([
      {
        last: on,
        advised,
        opens: null,
        moved: null,
        facts: [],
        certainty: 'noted',
        note: { text: '現況届', page: PAGE },
      },
    ]);
  });

  it('stands beside another of the same day', () => {
    const both = found(['noted', '2026-12-18', { text: 'a' }], ['noted', '2026-12-18', { text: 'b' }]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });

  it('of a page keeps its id when the words are put right; a typed one is known by its words', () => {
    const id = (more: object) => found(['noted', '2026-12-18', more])[0]?.id;
    expect(id({ text: 'a', page: PAGE })).toBe(id({ text: 'b', page: PAGE }));
    expect(id({ text: 'a' })).not.toBe(id({ text: 'b' }));
    expect(id({ text: 'a' })).toMatch(/^p1\/own-date\/[0-9a-f]{8}\/2026-12-18$/);
  });
});
