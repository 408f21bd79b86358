import { describe, expect, it } from 'vitest';
import { cardContinuation, moveIn, moveOut, moveSpecialLimit } from '../../../lib/rules/moving.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';

describe('move-in notification', () => {
  it.each<[string, string, string, string | null, string, string]>([
    ['2026-11-10', '2026-11-24', '2026-11-24', null, '2026-11-25', 'the day of moving is not counted'],
    [
      '2026-11-01',
      '2026-11-15',
      '2026-11-13',
      '2026-11-16',
      '2026-11-17',
      'a Sunday moves to Monday; we advise Friday',
    ],
    ['2026-11-09', '2026-11-23', '2026-11-20', '2026-11-24', '2026-11-25', 'a holiday beside a weekend'],
    ['2026-12-16', '2026-12-30', '2026-12-28', '2027-01-04', '2027-01-05', 'year-end closing'],
    ['2026-12-19', '2027-01-02', '2026-12-28', '2027-01-04', '2027-01-05', 'year-end closing, a Saturday and a Sunday'],
    ['2026-12-26', '2027-01-09', '2027-01-08', '2027-01-12', '2027-01-13', 'a Saturday before a holiday on Monday'],
    ['2027-03-20', '2027-04-03', '2027-04-02', '2027-04-05', '2027-04-06', 'a Saturday'],
    ['2028-02-15', '2028-02-29', '2028-02-29', null, '2028-03-01', 'a leap day'],
  ])('moved %s: last %s, advised %s, by law moved to %s, late on %s (%s)', (on, last, advised, moved, follows) => {
    expect(moveIn(life({}, ['moved', on]))).toEqual([
      {
        id: `p1/move-in/${on}`,
        kind: 'move-in',
        person: 'p1',
        opens: on,
        advised,
        last,
        moved,
        follows,
        otherwise: [],
        certainty: 'derived',
        missing: [],
        facts: ['move-in-14-days', 'counting-rules'],
      },
    ]);
  });

  it.each<[string, Happened[], string[]]>([
    ['the same inside one municipality', [['moved', '2026-11-10', { from: 'same-municipality' }]], ['2026-11-24']],
    ['from abroad, counted from living at the address', [['moved', '2026-11-10', { from: 'abroad' }]], ['2026-11-24']],
    ['a move that lies ahead', [['moving', '2027-03-20']], ['2027-04-03']],
    ['a move abroad has none', [['moving', '2027-03-20', { to: 'abroad' }]], []],
    [
      'filed',
      [
        ['moved', '2026-11-10'],
        ['move-filed', '2026-11-12'],
      ],
      [],
    ],
    [
      'filed on the day of moving',
      [
        ['moved', '2026-11-10'],
        ['move-filed', '2026-11-10'],
      ],
      [],
    ],
    [
      'filed, entered first',
      [
        ['move-filed', '2026-11-12'],
        ['moved', '2026-11-10'],
      ],
      [],
    ],
    [
      'filed for an earlier move',
      [
        ['move-filed', '2026-11-01'],
        ['moved', '2026-11-10'],
      ],
      ['2026-11-24'],
    ],
    [
      'moved as planned',
      [
        ['moving', '2026-11-10'],
        ['moved', '2026-11-10'],
      ],
      ['2026-11-24'],
    ],
    [
      'moved earlier than planned',
      [
        ['moving', '2026-11-12'],
        ['moved', '2026-11-10', { planned: '2026-11-12' }],
      ],
      ['2026-11-24'],
    ],
    [
      'moved later than planned',
      [
        ['moving', '2026-11-09'],
        ['moved', '2026-11-10'],
      ],
      ['2026-11-24'],
    ],
    [
      'moved on: filed at the newest address only',
      [
        ['moved', '2026-11-10'],
        ['moved', '2026-11-17'],
      ],
      ['2026-12-01'],
    ],
    [
      'the next move lies ahead',
      [
        ['moved', '2026-11-10'],
        ['moving', '2026-12-20'],
      ],
      ['2026-11-24', '2027-01-03'],
    ],
  ])('%s', (_, told, expected) => {
    expect(lasts(moveIn, life({}, ...told))).toEqual(expected);
    expect(lasts(moveIn, life({}, ...told.toReversed()))).toEqual(expected);
  });

  it('takes the number from the fact and keeps its id', () => {
    const facts = factsWith('move-in-14-days', { periods: [{ from: null, until: null, value: 7 }] });
    expect(moveIn({ ...life({}, ['moved', '2026-11-10']), facts })).toMatchObject([
      { id: 'p1/move-in/2026-11-10', last: '2026-11-17' },
    ]);
  });

  it('says nothing where the limit is not known for the day of moving', () => {
    expect(moveIn(life({}, ['moved', '2019-04-01']))).toEqual([]);
  });

  it('is one for two events of one day', () => {
    const two = life({}, ['moved', '2026-11-10', { from: 'abroad' }], ['moved', '2026-11-10']);
    expect(only(moveIn, two)).toMatchObject({ certainty: 'derived', last: '2026-11-24' });
  });
});

describe('move-out notification', () => {
  it('is filed before the move; online also afterwards, and there is a last chance', () => {
    expect(moveOut(life({ card: '2030-05-01' }, ['moving', '2027-03-20']))).toEqual([
      {
        id: 'p1/move-out/2027-03-20',
        kind: 'move-out',
        person: 'p1',
        opens: '2027-02-18',
        advised: '2027-03-19',
        last: '2027-03-20',
        moved: null,
        follows: '2027-04-04',
        otherwise: ['2027-03-30', '2027-04-03'],
        certainty: 'derived',
        missing: [],
        facts: [
          'move-out',
          'move-online-window',
          'move-online-window-before',
          'move-online-window-after',
          'move-out-late',
          'counting-rules',
        ],
      },
    ]);
  });

  it('does not promise the online window to somebody without a card', () => {
    expect(only(moveOut, life({}, ['moving', '2027-03-20']))).toMatchObject({
      certainty: 'cautious',
      missing: ['card'],
    });
  });

  it.each<[string, Happened[], string | null, string | null]>([
    ['a Monday: the Friday before', [['moving', '2027-03-29']], '2027-03-29', '2027-03-26'],
    ['a day of the New Year closing', [['moving', '2027-01-02']], '2027-01-02', '2026-12-28'],
    ['the first open day of the year', [['moving', '2027-01-04']], '2027-01-04', '2026-12-28'],
    ['abroad', [['moving', '2027-04-01', { to: 'abroad' }]], '2027-04-01', '2027-03-31'],
    ['a departure with a move-out', [['leaving-japan', '2027-04-01']], '2027-04-01', '2027-03-31'],
    [
      'told twice',
      [
        ['leaving-japan', '2027-04-01'],
        ['moving', '2027-04-01', { to: 'abroad' }],
      ],
      '2027-04-01',
      '2027-03-31',
    ],
    ['a journey', [['leaving-japan', '2027-04-01', { moveOut: false }]], null, null],
    ['inside one municipality', [['moving', '2027-03-29', { to: 'same-municipality' }]], null, null],
    [
      'moved meanwhile',
      [
        ['moving', '2027-03-29'],
        ['moved', '2027-03-30'],
      ],
      null,
      null,
    ],
  ])('%s', (_, told, last, advised) => {
    expect(only(moveOut, life({}, ...told))?.last ?? null).toBe(last);
    expect(only(moveOut, life({}, ...told))?.advised ?? null).toBe(advised);
  });

  it('opens on no named day for a move abroad, which is not filed online', () => {
    const abroad = only(moveOut, life({}, ['leaving-japan', '2027-04-01']));
    expect(abroad).toMatchObject({
      opens: null,
      otherwise: [],
      follows: '2027-04-02',
      facts: ['move-out', 'counting-rules'],
    });
  });

  it('had no online window before it began', () => {
    expect(only(moveOut, life({ card: '2030-05-01' }, ['moving', '2022-06-01']))).toMatchObject({
      opens: null,
      otherwise: ['2022-06-15'],
      facts: ['move-out', 'move-out-late', 'counting-rules'],
    });
  });
});

describe('moving out with the card', () => {
  // Kawaguchi City (2024) and Tsuruoka City (2021): 30 days from the planned day, 14 from moving in. The dates are derived.
  it.each<[string, string, string | null, string, string, string[]]>([
    ['as planned: 14 days come first', '2026-12-26', '2026-12-25', '2027-01-09', '2027-01-08', ['2027-01-12']],
    ['20 days late: 30 days from the plan', '2026-11-20', '2026-10-31', '2026-11-30', '2026-11-30', []],
    ['both at once', '2026-11-17', '2026-11-01', '2026-12-01', '2026-12-01', []],
    ['a plan that is not known: the other limit bounds it', '2026-11-10', null, '2026-11-24', '2026-11-24', []],
    [
      'a closed day never moves, says all but one city',
      '2026-12-19',
      '2026-12-19',
      '2027-01-02',
      '2026-12-28',
      ['2027-01-04'],
    ],
  ])('%s', (_, on, planned, last, advised, otherwise) => {
    expect(only(moveSpecialLimit, life({}, ['moved', on, { planned, withCard: true }]))).toMatchObject({
      id: `p1/move-special-limit/${on}`,
      opens: on,
      last,
      advised,
      moved: null,
      otherwise,
      certainty: planned === null ? 'cautious' : 'derived',
      missing: planned === null ? ['moved'] : [],
    });
  });

  it('is lost at once where the move came more than 30 days late', () => {
    const late = life({}, ['moved', '2026-11-20', { planned: '2026-10-01', withCard: true }]);
    expect(only(moveSpecialLimit, late)).toMatchObject({ opens: null, last: '2026-10-31', follows: '2026-11-01' });
  });

  it.each<[string, Happened[]]>([
    ['with the paper', [['moved', '2026-11-10']]],
    ['inside one municipality', [['moved', '2026-11-10', { withCard: true, from: 'same-municipality' }]]],
    [
      'filed',
      [
        ['moved', '2026-11-10', { withCard: true }],
        ['move-filed', '2026-11-11'],
      ],
    ],
  ])('does not concern a move %s', (_, told) => {
    expect(moveSpecialLimit(life({}, ...told))).toEqual([]);
  });
});

describe('going on with the card', () => {
  it.each<[string, string, string, string[], string]>([
    ['2027-01-05', '2027-04-05', '2027-04-05', [], 'from the filing, not from the move'],
    [
      '2026-10-05',
      '2027-01-03',
      '2026-12-28',
      ['2027-01-04'],
      'a year-end closing never moves it, says all but one city',
    ],
    ['2027-12-01', '2028-02-29', '2028-02-29', [], 'a leap day'],
  ])('filed %s: last %s, advised %s', (on, last, advised, otherwise) => {
    const told: Happened[] = [
      ['moved', '2026-09-30'],
      ['move-filed', on],
    ];
    expect(only(cardContinuation, life({}, ...told))).toMatchObject({
      id: `p1/card-continuation/${on}`,
      last,
      advised,
      moved: null,
      otherwise,
      certainty: 'derived',
    });
  });

  it.each<[string, Happened[]]>([
    [
      'a new card',
      [
        ['move-filed', '2026-11-10'],
        ['card-issued', '2026-12-01'],
      ],
    ],
    [
      'a lost card',
      [
        ['move-filed', '2026-11-10'],
        ['card-lost', '2026-12-01'],
      ],
    ],
    [
      'a move inside the municipality',
      [
        ['moved', '2026-11-09', { from: 'same-municipality' }],
        ['move-filed', '2026-11-10'],
      ],
    ],
  ])('does not concern %s', (_, told) => {
    expect(cardContinuation(life({}, ...told))).toEqual([]);
  });

  it('counts from the newest filing', () => {
    const twice = life({}, ['move-filed', '2026-11-10'], ['move-filed', '2026-12-10']);
    expect(only(cardContinuation, twice)?.last).toBe('2027-03-10');
  });

  it('says nothing where the limit is not known', () => {
    const facts = { ...FACTS };
    delete facts['move-card-continuation'];
    expect(cardContinuation({ ...life({}, ['move-filed', '2026-11-10']), facts })).toEqual([]);
  });
});
