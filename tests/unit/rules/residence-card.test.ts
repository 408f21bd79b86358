import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { residenceCardRenewal } from '../../../lib/rules/residence-card.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { person, type Said, told, type Told } from '../../fixtures/people.ts';

const renewal = (said: Said, ...events: (Told<'residence-card-issued'> | Told<'status-granted'>)[]) =>
  residenceCardRenewal({ person: person(said), events: told(events), facts: FACTS, today: civil('2026-11-24') });

describe('when a residence card can be renewed', () => {
  it.each([
    ['2029-08-01', '2029-05-01', 'the window of June 2026: three months'],
    ['2027-05-31', '2027-03-01', 'no 31 February: the later day'],
    ['2026-06-13', '2026-04-13', 'the last card of the old window: two months'],
    ['2026-06-14', '2026-04-14', 'ended when the law changed: open since the old window'],
    ['2026-08-13', '2026-06-13', 'opened on the last day of the old window'],
    ['2026-08-14', '2026-06-14', 'opened on the first day of the new window'],
    ['2026-09-14', '2026-06-14', 'three months from the change'],
    ['2026-09-15', '2026-06-15', 'the new window alone'],
    ['2020-05-01', '2020-03-01', 'the old window'],
  ])('ends %s: from %s (%s)', (residenceCard, opens) => {
    expect(renewal({ status: 'permanent', residenceCard })).toMatchObject([
      {
        id: `p1/residence-card-renewal/${residenceCard}`,
        opens,
        last: residenceCard,
        moved: null,
        certainty: 'printed',
      },
    ]);
  });

  it.each<[string, string | null, string, string]>([
    ['2026-05-01', '2026-03-01', 'printed', 'two months until the law changed'],
    ['2027-05-01', null, 'cautious', 'no source for later'],
  ])('of a special permanent resident, ends %s: from %s, %s (%s)', (residenceCard, opens, certainty) => {
    expect(renewal({ status: 'special-permanent', residenceCard })).toMatchObject([{ opens, certainty }]);
  });
});

describe('the end of a residence card that was not typed', () => {
  it.each<[string, Said, string, string, string[], string]>([
    ['2022-08-01', { status: 'permanent', birth: '1985-08-20' }, '2029-08-01', 'derived', [], 'seven years'],
    [
      '2026-06-13',
      { status: 'permanent', birth: '1985-08-20' },
      '2033-06-13',
      'derived',
      [],
      'the last of seven years',
    ],
    ['2026-06-14', { status: 'permanent', birth: '1985-08-20' }, '2035-08-20', 'derived', [], 'the first of birthdays'],
    ['2026-06-14', { status: 'highly-skilled-2', birth: '1985-08-20' }, '2035-08-20', 'derived', [], 'the same'],
    ['2026-06-14', { status: 'permanent', birth: '2010-08-20' }, '2030-08-20', 'derived', [], 'under 18: five'],
    ['2022-08-01', { status: 'permanent', birth: '2010-08-20' }, '2026-08-19', 'cautious', ['2026-08-20'], 'under 16'],
    ['2022-08-01', { status: 'permanent' }, '2029-08-01', 'cautious', [], 'a child’s would end earlier'],
  ])('made %s, %o: %s, %s, otherwise %o (%s)', (on, said, last, certainty, otherwise) => {
    expect(renewal(said, { kind: 'residence-card-issued', on })).toMatchObject([
      { id: `p1/residence-card-renewal/${on}`, last, certainty, otherwise },
    ]);
  });

  it('is the printed one where that belongs to this card', () => {
    const issued = { kind: 'residence-card-issued', on: '2026-07-01' } as const;
    const said: Said = { status: 'permanent', birth: '1985-08-20' };
    expect(renewal({ ...said, residenceCard: '2036-08-20' }, issued)).toMatchObject([{ last: '2036-08-20' }]);
    expect(renewal({ ...said, residenceCard: '2026-06-30' }, issued)).toMatchObject([{ last: '2035-08-20' }]);
  });

  it.each<[string, Said]>([
    ['a national has none', { status: 'national', residenceCard: '2029-08-01' }],
    ['with a limited stay it ends with the stay', { status: 'limited-stay', residenceCard: '2029-08-01' }],
    ['the birthday is not known', { status: 'permanent' }],
    [
      'the count of special permanent residents has no good source',
      { status: 'special-permanent', birth: '1985-08-20' },
    ],
  ])('nothing: %s', (_, said) => {
    expect(renewal(said, { kind: 'residence-card-issued', on: '2026-07-01' })).toEqual([]);
  });

  it('concerns whoever was granted permanent residence', () => {
    expect(
      renewal(
        { status: 'limited-stay', residenceCard: '2029-08-01' },
        { kind: 'status-granted', on: '2026-10-01', status: 'permanent' },
      ),
    ).toMatchObject([{ last: '2029-08-01', certainty: 'printed' }]);
  });
});
