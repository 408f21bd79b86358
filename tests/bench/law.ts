/** The law of dates and the reminders for a large household. */
import { join } from 'node:path';
import factTable from '../../.data/facts.json' with { type: 'json' };
import { bundled } from '../../scripts/bundled.ts';
import type { Benchmark } from './benchmark.ts';
import type { Times } from './law-page.ts';
import { openBench } from './site.ts';

const PEOPLE = 10;
const TODAY = '2026-11-26';
const BUDGET_MS = 20;

/** Every kind of event for everybody, on days that differ. */
function household() {
  const events = [
    { kind: 'card-issued', applied: null, renews: null },
    { kind: 'card-lost' },
    { kind: 'stay-applied', permanentOnly: false },
    { kind: 'stay-extended', until: '2030-01-31' },
    { kind: 'special-extension' },
    { kind: 'status-granted', status: 'permanent' },
    { kind: 'moving', to: 'other-municipality' },
    { kind: 'moved', from: 'other-municipality', planned: null, withCard: true },
    { kind: 'move-filed' },
    { kind: 'leaving-japan', moveOut: true, returns: 'no', taxAgent: false },
    { kind: 'born', foreignParents: true, specialPermanentParent: false },
    { kind: 'job-left', insured: true },
    { kind: 'job-started', insured: true },
    { kind: 'school-changed' },
    { kind: 'spouse-changed' },
    { kind: 'details-changed' },
    { kind: 'residence-card-lost' },
    { kind: 'residence-card-issued' },
    { kind: 'specified-card-applied', renews: null },
    { kind: 'specified-card-received' },
    { kind: 'certificates-issued', renews: null },
    { kind: 'donated' },
    { kind: 'income', business: true },
  ];
  const people = Array.from({ length: PEOPLE }, (_, i) => ({
    id: `p${i + 1}`,
    nickname: '',
    status: ['national', 'permanent', 'special-permanent', 'highly-skilled-2', 'limited-stay'][i % 5],
    situations: ['driver', 'self-employed'],
    dates: {
      birth: `${1960 + 5 * i}-0${(i % 9) + 1}-15`,
      card: i % 2 ? null : '2027-05-06',
      certificate: null,
      stay: i % 5 === 4 ? '2027-05-06' : null,
      residenceCard: null,
      licence: null,
    },
  }));
  return {
    version: 2,
    people,
    events: people.flatMap(({ id }, i) =>
      events.map((event, j) => ({
        id: `e${i * events.length + j + 1}`,
        person: id,
        on: `2026-${String((j % 12) + 1).padStart(2, '0')}-${String(((i * 3 + j) % 28) + 1).padStart(2, '0')}`,
        ...event,
      })),
    ),
  };
}

export const law: Benchmark = {
  name: 'law',
  says: `All deadlines of ${PEOPLE} people with 20 events each, and what of them is due. "first": in a new page, where everything is compiled; "again": the tenth time; "delivered": where all of it was shown before.`,
  async run({ runs }) {
    const browser = await openBench();
    try {
      const script = await bundled(join(import.meta.dirname, 'law-page.ts'), 'bench');
      const facts = JSON.stringify(factTable);
      const call = `bench.time(${JSON.stringify(household())}, ${facts}, '${TODAY}')`;
      const first: Times[] = [];
      const again: Times[] = [];
      for (let run = 0; run < runs; run += 1) {
        const page = await browser.page();
        await page.evaluate(script);
        const times = await page.evaluate<Times[]>(
          `{ const times = []; for (let n = 0; n < 10; n += 1) times.push(${call}); times }`,
        );
        if (!times[0]?.notices) throw new Error('Nothing is due in the household of the bench');
        first.push(times[0]);
        again.push(times[9]!);
        await page.close();
      }
      return [
        { what: 'first', unit: 'ms', samples: first.map(({ law }) => law) },
        { what: 'again', unit: 'ms', samples: again.map(({ law }) => law), budget: BUDGET_MS },
        { what: 'reconcile, first', unit: 'ms', samples: first.map(({ fresh }) => fresh) },
        { what: 'reconcile, again', unit: 'ms', samples: again.map(({ fresh }) => fresh), budget: BUDGET_MS },
        { what: 'reconcile, delivered', unit: 'ms', samples: again.map((times) => times.again), budget: BUDGET_MS },
      ];
    } finally {
      await browser.close();
    }
  },
};
