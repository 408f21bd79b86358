import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { insuranceGrace } from '../../../lib/rules/insurance-grace.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { person, type Said, told } from '../../fixtures/people.ts';

const grace = (said: Said, made?: string) =>
  insuranceGrace({
    person: person(said),
    events: told(made ? [{ kind: 'card-issued', on: made }] : []),
    facts: FACTS,
    today: civil('2026-11-24'),
  });

describe('how long insurance can still be checked', () => {
  it.each([
    ['2026-04-01', '2026-07-01', ['2026-07-31'], 'stated by Nara City: 1 April, usable to the end of July'],
    ['2026-02-10', '2026-05-10', ['2026-05-31'], 'stated by Tama City: ending in February, to the end of May'],
    ['2026-11-30', '2027-02-28', [], 'derived: both readings agree'],
    ['2026-12-01', '2027-03-01', ['2027-03-31'], 'derived: a day later gives a month more'],
    ['2025-05-01', '2025-08-31', [], 'before the first source that counts to the day'],
    ['2024-12-02', '2025-03-31', [], 'the oldest source'],
  ])('certificate %s: until %s, otherwise %o (%s)', (certificate, last, otherwise) => {
    expect(grace({ status: 'national', certificate })).toMatchObject([
      { id: `p1/insurance-grace/${certificate}`, last, otherwise, certainty: 'derived', moved: null },
    ]);
  });

  it('is not known before its sources', () => {
    expect(grace({ status: 'national', certificate: '2024-12-01' })).toEqual([]);
  });

  it('counts from certificates whose end follows from the card', () => {
    expect(grace({ status: 'national', birth: '1990-06-15' }, '2026-06-16')).toMatchObject([
      { id: 'p1/insurance-grace/2031-06-15', otherwise: ['2031-09-30'] },
    ]);
  });

  it('is not counted on where the card lapses with a limited stay', () => {
    const end = '2027-10-20';
    expect(grace({ status: 'limited-stay', card: end, stay: end, certificate: end })).toEqual([]);
    expect(grace({ status: 'limited-stay', card: end, stay: end, certificate: '2027-04-12' })).toHaveLength(1);
  });

  it('starts with the card where that ends first', () => {
    expect(grace({ status: 'national', card: '2027-04-01', certificate: '2027-06-01' })).toMatchObject([
      { last: '2027-07-01', certainty: 'cautious', missing: ['certificate', 'card'] },
    ]);
  });
});
