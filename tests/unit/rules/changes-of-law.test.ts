/** Both sides of changes of the law: what is answered for a day before, and for the day itself. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { valueOn } from '../../../lib/knowledge/value-on.ts';
import type { DeadlineKind } from '../../../lib/knowledge/vocabulary.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { lifeOf, type Said, type Told } from '../../fixtures/people.ts';

/** The last and the first day of one kind, or null where the law gives none. */
function answered(kind: DeadlineKind, today: string, said: Said, ...events: Told[]): string | null {
  const found = deadlinesOf(lifeOf(said, ...(events as never[])), FACTS, civil(today)).filter(
    (one) => one.kind === kind,
  );
  expect(found.length).toBeLessThan(2);
  return found[0] ? `${found[0].opens ?? '…'} – ${found[0].last}` : null;
}

describe('a change of the law', () => {
  it.each([
    // A person of nineteen: a minor's card by the old age line, an adult's by the new one.
    ['2022-04-01, age line', '2022-03-31', 'card-renewal', '2026-06-04 – 2026-09-03'],
    ['2022-04-01, age line', '2022-04-01', 'card-renewal', '2031-06-04 – 2031-09-03'],
  ] as const)('%s: an order received on %s', (_change, applied, kind, expected) => {
    const issued = { kind: 'card-issued', on: '2022-07-01', applied, renews: null } as const;
    expect(answered(kind, '2026-11-26', { status: 'national', birth: '2002-09-03' }, issued)).toBe(expected);
  });

  it.each([
    ['2024-12-01', null],
    ['2024-12-02', '2024-12-02 – 2025-01-01'],
  ])('2024-12-02, express issue: a card lost on %s', (on, expected) => {
    expect(answered('card-express', on, { status: 'national' }, { kind: 'card-lost', on })).toBe(expected);
  });

  it.each([
    ['2024-05-26', null],
    ['2024-05-27', '… – 2024-05-24'],
  ])('2024-05-27, a national keeps the card abroad: leaving on %s', (on, expected) => {
    const leaving = { kind: 'leaving-japan', on, moveOut: true, returns: 'no', taxAgent: true } as const;
    expect(answered('overseas-use', '2024-05-01', { status: 'national' }, leaving)).toBe(expected);
  });

  it.each([
    ['2026-06-13', '2026-04-13 – 2026-06-13', 'two months before'],
    ['2026-10-01', '2026-07-01 – 2026-10-01', 'three months before'],
  ])('2026-06-14, the residence card without an end of stay: a card that ends on %s', (residenceCard, expected) => {
    expect(answered('residence-card-renewal', '2026-06-01', { status: 'permanent', residenceCard })).toBe(expected);
  });

  it.each([
    ['2026-09-30', { known: true, value: 6000 }],
    ['2026-10-01', { known: false, why: 'after-last' }],
  ])('2026-10-01, immigration fees: the old fee on %s, and none that we do not know', (day, expected) => {
    expect(valueOn(FACTS['immigration-fee-extension-counter']!, civil(day))).toEqual(expected);
  });
});
