import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { cardExpress } from '../../../lib/rules/lost-card.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { person, told, type Told } from '../../fixtures/people.ts';

const express = (...events: (Told<'card-lost'> | Told<'born'> | Told<'card-issued'>)[]) =>
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
