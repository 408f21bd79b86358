import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { cardExpress } from '../../../lib/rules/express-issue.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { life, only, type Happened } from '../../fixtures/life.ts';
import { person, told, type Told as Event } from '../../fixtures/people.ts';

const express = (...events: (Event<'card-lost'> | Event<'born'> | Event<'card-issued'>)[]) =>
  cardExpress({ person: person({}), events: told(events), facts: FACTS, today: civil('2026-11-24') });

describe('express issue', () => {
  it.each([
    ['2026-12-01', '2026-12-31', '2026-12-28', 'derived: the thirtieth day is closed, the open day before'],
    ['2026-11-24', '2026-12-24', '2026-12-24', 'an open day'],
    ['2024-12-02', '2025-01-01', '2024-12-27', 'the first day of express issue'],
  ])('lost %s: by %s, advised %s (%s)', (on, last, advised) => {
    expect(express({ kind: 'card-lost', on })).toMatchObject([
      { id: `p1/card-express/${on}`, opens: on, last, advised, moved: null, certainty: 'derived' },
    ]);
  });

  it.each([
    ['2026-08-03', '2027-08-02', 'derived: the day before the first birthday'],
    ['2028-02-29', '2029-02-27', 'a leap-day child'],
  ])('born %s: by %s (%s)', (on, last) => {
    expect(express({ kind: 'born', on })).toMatchObject([{ last }]);
  });

  it.each<[string, Happened[], string | null, string]>([
    [
      'the day of filing was not told: from the first day at the address',
      [['moved', '2026-11-02', { from: 'abroad' }]],
      '2026-12-02',
      'cautious',
    ],
    [
      'from the filing',
      [
        ['moved', '2026-11-02', { from: 'abroad' }],
        ['move-filed', '2026-11-10'],
      ],
      '2026-12-10',
      'derived',
    ],
    ['from another town: no', [['moved', '2026-11-02', { from: 'other-municipality' }]], null, ''],
    [
      'had left Japan before and may hold a card',
      [
        ['leaving-japan', '2025-01-10'],
        ['moved', '2026-11-02', { from: 'abroad' }],
      ],
      null,
      '',
    ],
    [
      'a card was made',
      [
        ['moved', '2026-11-02', { from: 'abroad' }],
        ['card-issued', '2026-11-20'],
      ],
      null,
      '',
    ],
  ])('coming from abroad, %s', (_, events, last, certainty) => {
    const found = only(cardExpress, life({}, ...events));
    expect(found && { id: found.id, last: found.last, certainty: found.certainty }).toEqual(
      last && { id: 'p1/card-express/2026-11-02', last, certainty },
    );
  });

  it('did not exist before', () => {
    expect(express({ kind: 'card-lost', on: '2024-12-01' })).toEqual([]);
    expect(express({ kind: 'born', on: '2024-12-01' })).toEqual([]);
  });

  it('is over once a card was made', () => {
    expect(express({ kind: 'card-issued', on: '2026-12-10' }, { kind: 'card-lost', on: '2026-12-01' })).toEqual([]);
    expect(express({ kind: 'card-issued', on: '2026-11-10' }, { kind: 'card-lost', on: '2026-12-01' })).toHaveLength(1);
    expect(express({ kind: 'born', on: '2026-08-03' }, { kind: 'card-issued', on: '2026-08-25' })).toEqual([]);
  });
});
