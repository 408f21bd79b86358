import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, type CivilDate } from '../../../lib/dates/civil-date.ts';
import { addDays, isClosedDay } from '../../../lib/dates/index.ts';
import { emptyPerson, type Household, type Person } from '../../../lib/household/schema.ts';
import { DEADLINE_KINDS, STATUSES } from '../../../lib/knowledge/vocabulary.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { household, person } from '../../fixtures/people.ts';

const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const START = civil('2015-01-01');
const day = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(START, n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyPerson = (id: string) =>
  fc
    .record({
      status: maybe(fc.constantFrom(...STATUSES)),
      dates: fc.record({
        birth: maybe(day),
        card: maybe(day),
        certificate: maybe(day),
        stay: maybe(day),
        moved: maybe(day),
      }),
    })
    .map((said): Person => Object.assign(emptyPerson(id), said));
const anyHousehold = fc.tuple(anyPerson('p1'), anyPerson('p2')).map((people): Household => ({ version: 1, people }));

describe('the deadlines of a household', () => {
  it('come in the order of their last days, for every person', () => {
    const found = deadlinesOf(
      household(
        { status: 'limited-stay', stay: '2027-05-06', card: '2027-05-06', certificate: '2027-03-01' },
        { id: 'p2', status: 'national', card: '2027-04-01', moved: '2026-11-20' },
      ),
      FACTS,
      civil('2026-11-24'),
    );
    expect(found.map(({ id }) => id)).toEqual([
      'p2/move-in/2026-11-20',
      'p1/certificate-renewal/2027-03-01',
      'p2/card-renewal/2027-04-01',
      'p1/stay-renewal/2027-05-06', // the same day: immigration comes before the counter
      'p1/card-extension/2027-05-06',
    ]);
  });

  it('hold for every household and day', () => {
    fc.assert(
      fc.property(anyHousehold, day, (people: Household, today: CivilDate) => {
        const found = deadlinesOf(people, FACTS, today);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { id, person: who, kind, opens, advised, last, moved, certainty, missing, facts } of found) {
          expect(id).toMatch(/^p\d+\/[a-z-]+\/\d{4}-\d{2}-\d{2}$/);
          expect(advised <= last && !isClosedDay(advised)).toBe(true);
          expect(opens === null || opens <= last).toBe(true);
          expect(moved === null || (moved > last && !isClosedDay(moved))).toBe(true);
          expect(facts.filter((fact) => !FACTS[fact])).toEqual([]);
          if (certainty === 'derived') expect(kind).toBe('move-in');
          if (missing.includes('status')) expect(certainty).toBe('cautious');
          expect(people.people.some(({ id: known }) => known === who)).toBe(true);
        }
        // A card is renewed or extended, never both, and always one of them.
        for (const { id, dates } of people.people) {
          const cards = found.filter(
            (d) => d.person === id && (d.kind === 'card-renewal' || d.kind === 'card-extension'),
          );
          expect(cards.length).toBeLessThanOrEqual(1);
          if (dates.card !== null) expect(cards).toHaveLength(1);
        }
        // The order in which people were entered does not matter.
        expect(deadlinesOf({ ...people, people: people.people.toReversed() }, FACTS, today)).toEqual(found);
      }),
      { seed: SEED, numRuns: 300 },
    );
  }, 30_000);

  it('are listed in docs/deadlines.md with every fact and procedure they name', () => {
    const document = readFileSync('docs/deadlines.md', 'utf8');
    const everybody = fc.sample(anyHousehold, { seed: 1, numRuns: 400 }).flatMap((h) => deadlinesOf(h, FACTS, START));
    expect(new Set(everybody.map(({ kind }) => kind))).toEqual(new Set(DEADLINE_KINDS));
    for (const { kind, facts, procedure } of everybody)
      for (const name of [kind, ...facts, ...(procedure === null ? [] : [procedure])])
        expect(document).toContain(`\`${name}\``);
  });

  it('lead only to guides that exist', () => {
    const guides = readdirSync('data/procedures').map((file) => file.replace('.yaml', ''));
    const said = person({ status: 'limited-stay', stay: '2027-05-06', certificate: '2027-05-06', moved: '2026-11-24' });
    const found = deadlinesOf(
      {
        version: 1,
        people: [said, { ...said, id: 'p2', status: 'national', dates: { ...said.dates, card: civil('2027-05-06') } }],
      },
      FACTS,
      START,
    );
    expect(found.length).toBeGreaterThan(5);
    for (const { procedure } of found) if (procedure !== null) expect(guides).toContain(procedure);
  });
});
