import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { FactRecords } from '../../../lib/knowledge/compiled.ts';
import { certificateRenewal } from '../../../lib/rules/certificate-renewal.ts';
import { renewalOpens } from '../../../lib/rules/renewal-window.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { person, type Said } from '../../fixtures/people.ts';

const certificates = (said: Said, facts: FactRecords) =>
  certificateRenewal({ person: person(said), events: [], facts, today: civil('2026-11-24') });

describe('certificate renewal window', () => {
  it.each([
    ['2023-07-07', '2023-04-08', 'stated by Nerima City, plain case'],
    ['2023-05-28', '2023-03-01', 'stated by Nerima City, short February'],
    ['2024-05-28', '2024-02-29', 'derived: the same in a leap year'],
    ['2027-05-31', '2027-03-01', 'derived: there is no 31 February'],
    ['2028-05-31', '2028-03-01', 'derived: nor in a leap year'],
    ['2027-08-31', '2027-06-01', 'derived: both months have 31 days'],
    ['2027-11-30', '2027-08-31', 'derived: the day after 30 August, not the next month'],
    ['2027-02-28', '2026-11-29', 'derived: from a short month'],
    ['2028-02-29', '2027-11-30', 'derived: from a leap day'],
    ['2027-05-29', '2027-03-01', 'derived: the first end that is clamped'],
    ['2027-12-31', '2027-10-01', 'derived: there is no 31 September'],
    ['2027-02-15', '2026-11-16', 'derived: over the new year'],
    ['2034-02-28', '2033-11-29', 'derived: a leap-day birthday in a common year'],
    ['2036-02-29', '2035-11-30', 'derived: a leap-day birthday in a leap year'],
  ])('expiry %s opens on %s (%s)', (expiry, opens) => {
    expect(renewalOpens(civil(expiry), 3)).toBe(opens);
  });
});

describe('certificate renewal', () => {
  it('is printed, opens by the fact and advises an open day', () => {
    expect(certificates({ certificate: '2027-10-10', card: '2032-10-10' }, FACTS)).toEqual([
      {
        id: 'p1/certificate-renewal/2027-10-10',
        kind: 'certificate-renewal',
        person: 'p1',
        opens: '2027-07-11',
        advised: '2027-10-08', // 10 October is a Sunday
        last: '2027-10-10',
        moved: null,
        follows: '2027-10-11',
        otherwise: [],
        certainty: 'printed',
        missing: [],
        facts: ['cert-renewal-window', 'cert-after-expiry', 'counting-rules'],
      },
    ]);
  });

  it.each<[Said, string, string, string[], string]>([
    [{ certificate: '2027-10-12' }, '2027-10-12', 'printed', [], 'the card is not known'],
    [{ certificate: '2027-10-12', card: '2027-10-12' }, '2027-10-12', 'printed', [], 'both end together'],
    [
      { certificate: '2027-10-12', card: '2027-05-06' },
      '2027-05-06',
      'cautious',
      ['certificate', 'card'],
      'no certificate outlives its card',
    ],
  ])('%o: last %s, %s, missing %o (%s)', (said, last, certainty, missing) => {
    expect(certificates(said, FACTS)).toMatchObject([{ last, certainty, missing }]);
  });

  it('is not there without its date', () => {
    expect(certificates({ card: '2027-10-12' }, FACTS)).toEqual([]);
  });

  it.each([
    [FACTS, '2023-07-07', 'an end before the oldest source'],
    [
      factsWith('cert-renewal-window', { periods: [{ from: null, until: '2027-03-31', value: 3 }] }),
      '2027-10-12',
      'after the last known period',
    ],
    [{}, '2027-10-12', 'no facts at hand'],
  ])('keeps the printed day and names no opening where the window is not known (%#)', (facts, certificate) => {
    expect(certificates({ certificate }, facts)).toMatchObject([
      { last: certificate, opens: null, certainty: 'cautious' },
    ]);
  });

  it('takes the number from the fact', () => {
    const facts = factsWith('cert-renewal-window', { periods: [{ from: null, until: null, value: 2 }] });
    expect(certificates({ certificate: '2027-10-12' }, facts)).toMatchObject([{ opens: '2027-08-13' }]);
  });
});
