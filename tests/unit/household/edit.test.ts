import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import {
  addEvent,
  addPerson,
  editEvent,
  type EventDraft,
  NICKNAME_MAX,
  nextPersonId,
  removeEvent,
  removePerson,
  restoreEvent,
  restorePerson,
  setDate,
  setNickname,
  setStatus,
  toggleSituation,
} from '../../../lib/household/edit.ts';
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

const lost = (person: string, on = '2026-11-01'): EventDraft => ({ kind: 'card-lost', person, on: civil(on) });
const born = (person: string, on: string): EventDraft => ({
  kind: 'born',
  person,
  on: civil(on),
  foreignParents: true,
  specialPermanentParent: false,
});

describe('the people of a household', () => {
  it('come with nothing known about them, under an id that nobody had', () => {
    const three = addPerson(two, nextPersonId(two));
    expect(three.people.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(Household.parse(three)).toEqual(three);
    expect(nextPersonId(removePerson(three, 'p2'))).toBe('p4');
    expect(nextPersonId(two, ['p7/move-in/2026-11-01', 'p12/card-renew/self', 'aside:p99'])).toBe('p13');
    expect(() => addPerson(two, 'p2')).toThrow(RangeError);
  });

  it('go with what happened to them, and come back with it in their old place', () => {
    const told = addEvent(addEvent(addEvent(two, lost('p1')), lost('p2')), lost('p1', '2026-11-05'));
    const gone = removePerson(told, 'p1');
    expect(gone.people.map(({ id }) => id)).toEqual(['p2']);
    expect(gone.events.map(({ id }) => id)).toEqual(['e2']);
    const back = restorePerson(gone, told, 'p1');
    expect(back.people).toEqual(told.people);
    expect(back.events.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(told.events);
  });

  it('come back beside what was entered meanwhile', () => {
    const told = addEvent(addEvent(two, lost('p2')), lost('p1'));
    const meanwhile = addEvent(removePerson(told, 'p1'), lost('p2', '2026-11-09'));
    const back = restorePerson(meanwhile, told, 'p1');
    expect(back.events.map(({ id, person, on }) => [id, person, on])).toEqual([
      ['e1', 'p2', '2026-11-01'],
      ['e2', 'p2', '2026-11-09'],
      ['e3', 'p1', '2026-11-01'],
    ]);
    expect(() => restorePerson(back, told, 'p1')).toThrow(RangeError);
  });

  it('are at least one', () => {
    expect(() => removePerson(EMPTY_HOUSEHOLD, 'p1')).toThrow(RangeError);
    expect(() => removePerson(two, 'p9')).toThrow(RangeError);
  });
});

describe('what happened', () => {
  it('is added, put right and taken away; the rest stays as it is', () => {
    const told = addEvent(addEvent(two, lost('p1')), lost('p2'));
    expect(told.events.map(({ id }) => id)).toEqual(['e1', 'e2']);
    const right = editEvent(told, 'e2', lost('p2', '2026-10-31'));
    expect(right.events[1]).toEqual({ ...lost('p2', '2026-10-31'), id: 'e2' });
    expect(right.events[0]).toBe(told.events[0]);
    expect(right.people).toBe(told.people);
    expect(removeEvent(right, 'e2').events).toEqual([told.events[0]]);
    expect(restoreEvent(removeEvent(told, 'e2'), told.events[1]!)).toEqual(told);
    expect(Household.parse(right)).toEqual(right);
  });

  it('starts the ladder of a newborn with the birth', () => {
    const child = addEvent(addPerson(two, 'p3'), born('p3', '2026-11-02'));
    expect(child.people[2]?.dates.birth).toBe('2026-11-02');
    const moved = editEvent(child, 'e1', born('p3', '2026-11-03'));
    expect(moved.people[2]?.dates.birth).toBe('2026-11-03');
  });

  it('leaves a birth that was typed', () => {
    const typed = setDate(two, 'p2', 'birth', civil('2026-11-01'));
    const child = addEvent(typed, born('p2', '2026-11-02'));
    expect(child.people[1]?.dates.birth).toBe('2026-11-01');
    expect(editEvent(child, 'e1', born('p2', '2026-11-03')).people[1]?.dates.birth).toBe('2026-11-01');
  });

  it('is never lost in silence', () => {
    expect(() => addEvent(two, lost('p9'))).toThrow(RangeError);
    expect(() => editEvent(two, 'e9', lost('p1'))).toThrow(RangeError);
    const told = addEvent(two, lost('p2'));
    expect(() => editEvent(told, 'e1', lost('p9'))).toThrow(RangeError);
    expect(() => restoreEvent(removePerson(told, 'p2'), told.events[0]!)).toThrow(RangeError);
    expect(() => removeEvent(two, 'e9')).toThrow(RangeError);
  });
});
