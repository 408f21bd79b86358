/** The chain behind every date: what was typed, and which facts. Held against the rules themselves, for every kind. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { Household } from '../../../lib/household/schema.ts';
import type { FactRecords } from '../../../lib/knowledge/compiled.ts';
import { DEADLINE_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';
import { deadlinesOf, toldBehind } from '../../../lib/rules/index.ts';
import type { Told } from '../../../lib/rules/rests-on.ts';
import { anyHousehold } from '../../fixtures/any-household.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { lifeOf } from '../../fixtures/people.ts';

const TODAY = civil('2026-11-24');
const RUNS = Number(process.env['RUNS'] ?? 120);
/** Households in which every kind occurs, the same ones each time; before those by chance, some that are rare by chance. */
const SAID: readonly Household[] = [
  lifeOf(
    { status: 'limited-stay', stay: '2026-12-20', card: '2026-12-20' },
    { kind: 'stay-applied', on: '2026-11-02' },
  ),
  lifeOf({}, { kind: 'born', on: '2026-11-02', foreignParents: true }),
  lifeOf({ status: 'national', card: '2030-01-10' }, { kind: 'leaving-japan', on: '2026-12-20', moveOut: true }),
  lifeOf(
    { status: 'permanent', residenceCard: '2026-12-20' },
    { kind: 'specified-card-applied', on: '2026-11-10', renews: '2026-12-20' },
  ),
  ...fc.sample(anyHousehold, { seed: 7, numRuns: RUNS }),
];

const name = (told: Told): string => {
  switch (told.kind) {
    case 'date':
      return told.field;
    case 'event':
      return told.event.kind;
    case 'status':
      return told.status;
    case 'situation':
      return told.situation;
  }
};

/** The household with nothing but `told` of one person. */
function only(told: readonly Told[], person: string, { people }: Household): Household {
  const of = people.find(({ id }) => id === person);
  if (!of) throw new Error(`Nobody is "${person}"`);
  const dates = Object.fromEntries(Object.keys(of.dates).map((field) => [field, null])) as typeof of.dates;
  for (const one of told) if (one.kind === 'date') dates[one.field] = one.day;
  return {
    version: 2,
    people: [
      {
        ...of,
        dates,
        status: told.some(({ kind }) => kind === 'status') ? of.status : null,
        situations: told.flatMap((one) => (one.kind === 'situation' ? [one.situation] : [])),
      },
    ],
    events: told.flatMap((one) => (one.kind === 'event' ? [one.event] : [])),
  };
}

describe('what was typed, behind a date', () => {
  it.each([
    [
      'move-in',
      lifeOf({ birth: '1990-05-31', status: 'national' }, { kind: 'moved', on: '2026-11-15' }),
      ['moved'],
      'a move alone: birth and status change nothing',
    ],
    [
      'card-renewal',
      lifeOf({ birth: '1985-08-20', card: '2028-08-20', status: 'national', licence: '2027-01-01' }),
      ['card', 'national'],
      'the printed day, and the status by which it is renewed; no birth and no licence',
    ],
    [
      'certificate-renewal',
      lifeOf({ birth: '1985-08-20', status: 'national' }, { kind: 'card-issued', on: '2024-03-01' }),
      ['birth', 'card-issued', 'national'],
      'counted: from the day the card was made, in birthdays',
    ],
    [
      'stay-renewal',
      lifeOf(
        { stay: '2027-01-10', status: 'limited-stay' },
        { kind: 'stay-extended', on: '2026-11-01', until: '2029-01-10' },
      ),
      ['stay-extended', 'limited-stay'],
      'the new stay, and not the old one that was typed',
    ],
    [
      'birth-registration',
      lifeOf({ birth: '2026-11-20' }, { kind: 'born', on: '2026-11-20' }),
      ['born'],
      'the event sets the birth as well; told once',
    ],
  ])('%s', (kind, said, expected) => {
    const found = deadlinesOf(said, FACTS, TODAY).find((one) => one.kind === kind);
    expect(toldBehind(found!, said, FACTS, TODAY).map(name)).toEqual(expected);
  });

  it('is enough for the same date, and nothing of it can be left out, for every kind', () => {
    const kinds = new Set<string>();
    for (const said of SAID)
      for (const deadline of deadlinesOf(said, FACTS, TODAY)) {
        const told = toldBehind(deadline, said, FACTS, TODAY);
        const answer = (of: readonly Told[]) =>
          deadlinesOf(only(of, deadline.person, said), FACTS, TODAY).find(({ id }) => id === deadline.id);
        kinds.add(deadline.kind);
        expect(told.length, deadline.id).toBeGreaterThan(0);
        expect(answer(told), JSON.stringify(said)).toEqual(deadline);
        for (const one of told)
          expect(answer(told.filter((other) => other !== one)), `${deadline.id} without ${name(one)}`).not.toEqual(
            deadline,
          );
      }
    expect(kinds).toEqual(new Set(DEADLINE_KINDS));
  }, 300_000);

  it('is nothing for a date that does not follow', () => {
    const said = lifeOf({ card: '2028-08-20' });
    expect(toldBehind({ id: 'p1/move-in/2026-11-15', person: 'p1' }, said, FACTS, TODAY)).toEqual([]);
    expect(toldBehind({ id: 'p9/card-renewal/2028-08-20', person: 'p9' }, said, FACTS, TODAY)).toEqual([]);
  });
});

describe('the facts of a date', () => {
  const fewer = new Map<string, FactRecords>();
  const factsWithout = (id: string): FactRecords => {
    const known = fewer.get(id) ?? Object.fromEntries(Object.entries(FACTS).filter(([other]) => other !== id));
    fewer.set(id, known);
    return known;
  };
  /** Everything that a person sees of it. */
  const shown = (deadline: Deadline): string => JSON.stringify({ ...deadline, facts: [] });

  it('name every fact without which the date would be another one, for every kind', () => {
    const kinds = new Set<string>();
    const unnamed = new Set<string>();
    for (const said of SAID) {
      const read = new Set<string>();
      const noted: FactRecords = new Proxy(FACTS, {
        get: (facts, id: string) => {
          read.add(id);
          return facts[id];
        },
      });
      const found = deadlinesOf(said, noted, TODAY);
      for (const id of read) {
        const without = new Map(deadlinesOf(said, factsWithout(id), TODAY).map((one) => [one.id, shown(one)]));
        for (const deadline of found)
          if (!deadline.facts.includes(id) && without.get(deadline.id) !== shown(deadline))
            unnamed.add(`${deadline.kind}: ${id}`);
      }
      for (const { kind } of found) kinds.add(kind);
    }
    expect([...unnamed]).toEqual([]);
    expect(kinds).toEqual(new Set(DEADLINE_KINDS));
  }, 300_000);
});
