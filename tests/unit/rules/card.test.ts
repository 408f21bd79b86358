/** Who renews the card and who extends it: every person with a card has exactly one of the two. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { household, type Said } from '../../fixtures/people.ts';

const TODAY = civil('2026-11-24');
const ofCard = (said: Said, today = TODAY) =>
  deadlinesOf(household(said), FACTS, today).filter(({ kind }) => kind === 'card-renewal' || kind === 'card-extension');

const CARD = '2027-05-06'; // a Thursday
const rows: [Said, kind: string, last: string, certainty: string, missing: string[], why: string][] = [
  [{ status: 'national', card: CARD }, 'card-renewal', CARD, 'printed', [], 'national'],
  [
    { status: 'national', card: CARD, birth: '1990-05-06' },
    'card-renewal',
    CARD,
    'printed',
    [],
    'national, on the birthday',
  ],
  [
    { status: 'national', card: CARD, birth: '1990-05-07' },
    'card-renewal',
    CARD,
    'cautious',
    ['birth', 'card'],
    'a national’s card that ends on no birthday: typed wrong, or naturalised',
  ],
  [
    { status: 'national', card: CARD, stay: '2027-01-01' },
    'card-renewal',
    CARD,
    'printed',
    [],
    'a national has no stay, whatever is left in that field',
  ],
  [{ status: 'permanent', card: CARD }, 'card-renewal', CARD, 'printed', [], 'permanent'],
  [
    { status: 'permanent', card: CARD, birth: '1990-05-06' },
    'card-renewal',
    CARD,
    'printed',
    [],
    'permanent, on the birthday',
  ],
  [
    { status: 'permanent', card: CARD, birth: '1990-01-02' },
    'card-extension',
    CARD,
    'cautious',
    ['birth', 'card'],
    'new permanent resident: the card still carries the old stay',
  ],
  [
    { status: 'highly-skilled-2', card: CARD, birth: '1990-01-02' },
    'card-extension',
    CARD,
    'cautious',
    ['birth', 'card'],
    'the same for highly skilled (ii)',
  ],
  [
    { status: 'special-permanent', card: CARD, birth: '1990-01-02' },
    'card-renewal',
    CARD,
    'cautious',
    ['birth', 'card'],
    'special permanent residents never had a limited stay',
  ],
  [{ card: CARD }, 'card-renewal', CARD, 'cautious', ['status'], 'nothing said: the printed day holds for everybody'],
  [
    { card: CARD, stay: CARD },
    'card-extension',
    CARD,
    'cautious',
    ['status'],
    'nothing said, but a stay typed: a limited one, most probably',
  ],
  [{ stay: CARD }, 'card-extension', CARD, 'cautious', ['status', 'card'], 'only a stay'],
  [
    { status: 'limited-stay', card: CARD, stay: CARD },
    'card-extension',
    CARD,
    'printed',
    [],
    'the card ends with the stay',
  ],
  [
    { status: 'limited-stay', card: CARD, stay: CARD, birth: '1990-05-06' },
    'card-extension',
    CARD,
    'printed',
    [],
    'the stay ends on a birthday by chance',
  ],
  [
    { status: 'limited-stay', stay: CARD },
    'card-extension',
    CARD,
    'cautious',
    ['card'],
    'the stay bounds an unknown card',
  ],
  [{ status: 'limited-stay', card: CARD }, 'card-extension', CARD, 'printed', ['stay'], 'the printed card is enough'],
  [
    { status: 'limited-stay', card: CARD, stay: '2030-05-06', birth: '1990-01-02' },
    'card-extension',
    CARD,
    'printed',
    [],
    'the stay was extended and the card was not',
  ],
  [
    { status: 'limited-stay', card: CARD, stay: '2030-05-06' },
    'card-extension',
    CARD,
    'printed',
    ['birth'],
    'the same; the birth would exclude the limit',
  ],
  [
    { status: 'limited-stay', card: CARD, stay: '2030-01-01', birth: '1990-05-06' },
    'card-renewal',
    CARD,
    'printed',
    [],
    'the birthday limit',
  ],
  [
    { status: 'limited-stay', card: '2027-02-28', stay: '2030-01-01', birth: '1988-02-29' },
    'card-renewal',
    '2027-02-28',
    'printed',
    [],
    'the birthday limit of a leap-day child',
  ],
  [
    { status: 'limited-stay', card: CARD, birth: '1990-05-06' },
    'card-renewal',
    CARD,
    'cautious',
    ['stay'],
    'a birthday, and no stay to compare',
  ],
  [
    { status: 'limited-stay', card: CARD, stay: '2027-03-05' },
    'card-extension',
    '2027-03-05',
    'cautious',
    ['card', 'stay'],
    'a card cannot outlive the stay: the earlier day',
  ],
];

describe('what becomes of the card', () => {
  it.each(rows)('%o: %s by %s, %s, missing %o (%s)', (said, kind, last, certainty, missing) => {
    expect(ofCard(said)).toMatchObject([{ id: `p1/${kind}/${last}`, kind, last, certainty, missing }]);
  });

  it('has nothing to say without a date', () => {
    expect(ofCard({ status: 'national', birth: '1990-05-06' })).toEqual([]);
    expect(ofCard({ status: 'limited-stay' })).toEqual([]);
  });

  it.each([
    ['2027-03-05', '2027-03-05', 'the earlier day itself'],
    ['2027-03-06', CARD, 'the day after: only the card can still be missed'],
  ])('of two dates that contradict each other, on %s: %s (%s)', (today, last) => {
    expect(ofCard({ status: 'limited-stay', card: CARD, stay: '2027-03-05' }, civil(today))).toMatchObject([
      { last, certainty: 'cautious' },
    ]);
  });
});

describe('the window of a renewal', () => {
  it.each([
    ['2027-05-06', '2027-02-07', '2027-05-06', 'plain'],
    ['2027-05-31', '2027-03-01', '2027-05-31', 'there is no 31 February'],
    ['2027-05-03', '2027-02-04', '2027-04-30', 'a last day in Golden Week: the open day before'],
    ['2027-01-02', '2026-10-03', '2026-12-28', 'a last day at New Year'],
  ])('card %s opens %s, advised %s (%s)', (card, opens, advised) => {
    expect(ofCard({ status: 'national', card })).toMatchObject([{ opens, advised, last: card, moved: null }]);
  });

  it('is not named where the fact is not known', () => {
    const facts = factsWith('card-renewal-window', { periods: [{ from: null, until: '2026-12-31', value: 3 }] });
    expect(deadlinesOf(household({ status: 'national', card: CARD }), facts, TODAY)).toMatchObject([
      { last: CARD, opens: null, certainty: 'cautious' },
    ]);
  });
});

describe('an extension', () => {
  it('names no first day and never moves', () => {
    expect(ofCard({ status: 'limited-stay', card: '2027-05-01', stay: '2027-05-01' })).toEqual([
      {
        id: 'p1/card-extension/2027-05-01',
        kind: 'card-extension',
        person: 'p1',
        procedure: 'foreign-extend',
        opens: null,
        advised: '2027-04-30', // 1 May is a Saturday
        last: '2027-05-01',
        moved: null,
        follows: '2027-05-02',
        otherwise: [],
        certainty: 'printed',
        missing: [],
        facts: ['foreign-extension-before-expiry', 'foreign-lapse-fee', 'counting-rules'],
      },
    ]);
  });
});
