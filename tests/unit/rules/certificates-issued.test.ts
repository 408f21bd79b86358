import { describe, expect, it } from 'vitest';
import { certificateRenewal } from '../../../lib/rules/certificate-renewal.ts';
import { life, only, type Happened } from '../../fixtures/life.ts';
import type { Said } from '../../fixtures/people.ts';

const NATIONAL: Said = { status: 'national', birth: '1986-03-15', card: '2032-03-15' };
const renewal = (said: Said, ...told: Happened[]) => only(certificateRenewal, life(said, ...told));

// Fifth birthday, or the sixth when renewed with less than three months left, never after the card
// (Higashimurayama City, Oguchi Town); derived by hand.
describe('certificates that a counter issued again', () => {
  it.each<[string, Said, Happened[], string, string]>([
    [
      'renewed inside the window',
      NATIONAL,
      [['certificates-issued', '2026-12-16', { renews: '2027-03-15' }]],
      '2032-03-15',
      'derived',
    ],
    [
      'the day before the window opens',
      NATIONAL,
      [['certificates-issued', '2026-12-15', { renews: '2027-03-15' }]],
      '2031-03-15',
      'derived',
    ],
    [
      'on the last day',
      NATIONAL,
      [['certificates-issued', '2027-03-15', { renews: '2027-03-15' }]],
      '2032-03-15',
      'derived',
    ],
    ['after they had ended', NATIONAL, [['certificates-issued', '2026-11-20']], '2031-03-15', 'derived'],
    [
      'capped by the card',
      { ...NATIONAL, card: '2030-03-15' },
      [['certificates-issued', '2026-11-20']],
      '2030-03-15',
      'derived',
    ],
    [
      'capped by the stay, where the card is not known',
      { status: 'limited-stay', birth: '1994-08-20', stay: '2028-05-06' },
      [['certificates-issued', '2026-11-20']],
      '2028-05-06',
      'cautious',
    ],
    [
      'the card is not known',
      { status: 'national', birth: '1986-03-15' },
      [['certificates-issued', '2026-11-20']],
      '2031-03-15',
      'cautious',
    ],
    [
      'what is printed wins',
      { ...NATIONAL, certificate: '2031-03-15' },
      [['certificates-issued', '2026-11-20']],
      '2031-03-15',
      'printed',
    ],
    [
      'the day of the old ones stays out',
      { ...NATIONAL, certificate: '2027-03-15' },
      [['certificates-issued', '2027-01-10', { renews: '2027-03-15' }]],
      '2032-03-15',
      'derived',
    ],
  ])('%s', (_, said, told, last, certainty) => {
    expect(renewal(said, ...told)).toMatchObject({ last, certainty });
  });

  it('are gone with the card they were on', () => {
    const told: Happened[] = [
      ['certificates-issued', '2026-11-20'],
      ['card-issued', '2027-02-01'],
    ];
    expect(renewal({ status: 'national', birth: '1986-03-15' }, ...told)).toMatchObject({
      id: 'p1/certificate-renewal/2027-02-01',
      last: '2031-03-15',
    });
  });

  it('need the day of birth', () => {
    expect(renewal({ status: 'national', card: '2032-03-15' }, ['certificates-issued', '2026-11-20'])).toBeNull();
  });
});
