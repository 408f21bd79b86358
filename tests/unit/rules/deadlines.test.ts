/** What holds for every household, whatever it told: properties over random people, events and days. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { isBankClosedDay, isClosedDay } from '../../../lib/dates/index.ts';
import type { Household } from '../../../lib/household/schema.ts';
import { Household as HouseholdSchema } from '../../../lib/household/schema.ts';
import type { FactRecord } from '../../../lib/knowledge/compiled.ts';
import { valueOn } from '../../../lib/knowledge/value-on.ts';
import { DEADLINE_KINDS, EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { loadData } from '../../../scripts/data/load.ts';
import { PROCEDURE_OF } from '../../../lib/rules/procedure-of.ts';
import { anyDay, anyHousehold, SEED } from '../../fixtures/any-household.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { household, told } from '../../fixtures/people.ts';

const TODAY = civil('2026-11-24');
const FIELDS = ['birth', 'card', 'certificate', 'stay', 'residenceCard', 'licence', 'status', 'situations'];
/** Counted from what the household told, and so the same whatever the day is. */
const everybody = (numRuns: number) =>
  fc.sample(anyHousehold, { seed: 1, numRuns }).flatMap((h) => deadlinesOf(h, FACTS, TODAY));

describe('the deadlines of a household', () => {
  it('come in the order of their last days, for every person', () => {
    const said: Household = {
      ...household(
        { status: 'limited-stay', stay: '2027-05-06', card: '2027-05-06', certificate: '2027-03-01' },
        { id: 'p2', status: 'national', card: '2027-04-01' },
      ),
      events: told([{ kind: 'moved', on: '2026-11-20', from: 'same-municipality' }], 'p2'),
    };
    expect(deadlinesOf(said, FACTS, TODAY).map(({ id }) => id)).toEqual([
      'p2/move-in/2026-11-20',
      'p1/certificate-renewal/2027-03-01',
      'p2/card-renewal/2027-04-01',
      'p1/stay-renewal/2027-05-06', // the same day: immigration comes before the counter
      'p1/card-extension/2027-05-06',
      'p1/insurance-grace/2027-03-01',
    ]);
  });

  it('hold for every household and day', () => {
    fc.assert(
      fc.property(anyHousehold, anyDay, (said, today) => {
        const found = deadlinesOf(said, FACTS, today);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const one of found) {
          const { id, person, kind, opens, advised, last, moved, follows, otherwise, certainty, missing, facts } = one;
          const where = JSON.stringify(one);
          expect(id, where).toMatch(
            new RegExp(`^${person}/${kind}/${kind === 'own-date' ? '[0-9a-f]{8}/' : ''}\\d{4}-\\d{2}-\\d{2}$`),
          );
          expect(advised <= last && last < follows, where).toBe(true);
          // Payments go by the calendar of banks. One day alone may be all there is.
          const closed = kind === 'pension-payment' ? isBankClosedDay(advised) : isClosedDay(advised);
          expect(closed && advised !== opens, where).toBe(false);
          expect(opens === null || opens <= last, where).toBe(true);
          expect(moved === null || (moved > last && !isClosedDay(moved)), where).toBe(true);
          expect(otherwise.every((day) => day > last) && otherwise.join() === otherwise.toSorted().join(), where).toBe(
            true,
          );
          // Facts that people may see, and that say something on the last day or on the one it is counted from.
          const basis = civil(id.slice(-10));
          const says = (fact: FactRecord | undefined) =>
            fact !== undefined && (valueOn(fact, last).known || valueOn(fact, basis).known);
          expect(
            facts.filter((fact) => !says(FACTS[fact])),
            where,
          ).toEqual([]);
          expect(new Set(facts).size, where).toBe(facts.length);
          expect(new Set(missing).size, where).toBe(missing.length);
          expect(
            missing.filter((name) => ![...FIELDS, ...EVENT_KINDS].includes(name)),
            where,
          ).toEqual([]);
          if (missing.includes('status')) expect(certainty, where).toBe('cautious');
        }
        // A card is renewed or extended, never both, and always one of them.
        for (const { id, dates } of said.people) {
          const cards = found.filter(
            (d) => d.person === id && (d.kind === 'card-renewal' || d.kind === 'card-extension'),
          );
          expect(cards.length).toBeLessThanOrEqual(1);
          const another = said.events.some(
            ({ person, kind }) => person === id && (kind === 'card-issued' || kind === 'specified-card-received'),
          );
          if (dates.card !== null && !another) expect(cards).toHaveLength(1);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  }, 60_000);

  it('do not depend on the order in which people and events were entered', () => {
    fc.assert(
      fc.property(
        anyHousehold.chain((said) =>
          fc.record({
            said: fc.constant(said),
            people: fc.shuffledSubarray(said.people, { minLength: said.people.length }),
            events: fc.shuffledSubarray(said.events, { minLength: said.events.length }),
          }),
        ),
        ({ said, people, events }) => {
          const entered = events.map((event, index) => ({ ...event, id: `e${index + 1}` }));
          expect(deadlinesOf({ ...said, people, events: entered }, FACTS, TODAY)).toEqual(
            deadlinesOf(said, FACTS, TODAY),
          );
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  }, 60_000);

  it('rest on households that could be stored', () => {
    for (const said of fc.sample(anyHousehold, { seed: SEED, numRuns: 50 }))
      expect(HouseholdSchema.safeParse(said).success).toBe(true);
  });
});

// Each runs in a process of its own: a time zone is read once, at the start.
describe('the same in every zone and locale', () => {
  const script = `
    import { Temporal } from 'temporal-polyfill';
    globalThis.Temporal = Temporal;
    const fc = await import('fast-check');
    const { anyHousehold } = await import('./tests/fixtures/any-household.ts');
    const { FACTS } = await import('./tests/fixtures/facts.ts');
    const { deadlinesOf } = await import('./lib/rules/index.ts');
    const found = fc.sample(anyHousehold, { seed: ${SEED}, numRuns: 200 }).map((h) => deadlinesOf(h, FACTS, '2026-11-24'));
    console.log(Intl.DateTimeFormat().resolvedOptions().timeZone + '\\n' + JSON.stringify(found));`;
  const answers = async (zone: string, locale: string): Promise<string | undefined> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '../../..'),
      env: { ...process.env, TZ: zone, LC_ALL: locale },
      maxBuffer: 2 ** 26,
    });
    const [asked, found] = stdout.trim().split('\n');
    expect(asked).toBe(zone);
    return found;
  };

  it('two hundred households', { timeout: 120_000 }, async () => {
    const tokyo = await answers('Asia/Tokyo', 'ja_JP.UTF-8');
    expect(tokyo?.length).toBeGreaterThan(10_000);
    expect(await answers('America/New_York', 'en_US.UTF-8')).toBe(tokyo);
    expect(await answers('Pacific/Kiritimati', 'ar_EG.UTF-8')).toBe(tokyo);
  });
});

describe('what deadlines name', () => {
  it('every kind is found, and listed in docs/deadlines.md with every fact and procedure', () => {
    const document = readFileSync('docs/deadlines.md', 'utf8');
    const found = everybody(3_000);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(DEADLINE_KINDS));
    const names = new Set(
      found.flatMap(({ kind, facts, procedure }) => [kind, ...facts, ...(procedure === null ? [] : [procedure])]),
    );
    expect([...names].filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  }, 60_000);

  it('guides that exist and name the deadline in return', () => {
    const { procedures } = loadData();
    const named = Object.entries(PROCEDURE_OF).filter(([, id]) => id !== null);
    expect(named.length).toBeGreaterThan(20);
    const silent = named.filter(([kind, id]) => !procedures.get(id!)?.value.by.deadlines.some((of) => of === kind));
    expect(silent).toEqual([]);
  });
});
