import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { NICKNAME_MAX, setDate, setNickname, setStatus, toggleSituation } from '../../../lib/household/edit.ts';
import { EMPTY_HOUSEHOLD, Household } from '../../../lib/household/schema.ts';
import { household } from '../../fixtures/people.ts';

const two = household({ card: '2027-05-06' }, { id: 'p2', card: '2028-05-06' });

describe('editing a household', () => {
  it('sets and clears one date of one person and leaves the rest as it is', () => {
    const set = setDate(two, 'p2', 'stay', civil('2028-01-01'));
    expect(set.people[1]?.dates).toEqual({ ...two.people[1]?.dates, stay: '2028-01-01' });
    expect(set.people[0]).toBe(two.people[0]);
    expect(two.people[1]?.dates.stay).toBeNull();
    expect(setDate(set, 'p2', 'stay', null)).toEqual(two);
  });

  it('sets a status and takes it back', () => {
    const set = setStatus(two, 'p1', 'permanent');
    expect(set.people[0]?.status).toBe('permanent');
    expect(setStatus(set, 'p1', null)).toEqual(two);
  });

  it('ticks situations in any order with the same result', () => {
    const a = toggleSituation(toggleSituation(two, 'p1', 'patient'), 'p1', 'employee');
    const b = toggleSituation(toggleSituation(two, 'p1', 'employee'), 'p1', 'patient');
    expect(a).toEqual(b);
    expect(a.people[0]?.situations).toEqual(['employee', 'patient']);
    expect(toggleSituation(toggleSituation(a, 'p1', 'employee'), 'p1', 'patient')).toEqual(two);
  });

  it.each([
    ['  Mira ', 'Mira', 'spaces around it'],
    ['x'.repeat(40), 'x'.repeat(NICKNAME_MAX), 'too long'],
    ['👪'.repeat(20), '👪'.repeat(NICKNAME_MAX / 2), 'no half of an emoji'],
    ['', '', 'back to "you"'],
  ])('a nickname %j is kept as %j (%s)', (typed, kept) => {
    const named = setNickname(setNickname(two, 'p1', 'before'), 'p1', typed);
    expect(named.people[0]?.nickname).toBe(kept);
    expect(Household.parse(named)).toEqual(named);
  });

  it('gives the same object when nothing changes', () => {
    expect(setDate(two, 'p1', 'card', civil('2027-05-06'))).toBe(two);
    expect(setStatus(two, 'p1', null)).toBe(two);
    expect(setNickname(two, 'p1', '  ')).toBe(two);
  });

  it('never loses a change to a person who is not there', () => {
    expect(() => setDate(EMPTY_HOUSEHOLD, 'p9', 'card', null)).toThrow(RangeError);
    expect(() => toggleSituation(EMPTY_HOUSEHOLD, 'p9', 'driver')).toThrow(RangeError);
  });
});
