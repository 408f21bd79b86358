import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { Household } from '../../../lib/household/schema.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { residenceCardRenewal } from '../../../lib/rules/residence-card.ts';
import { specifiedCardBridge, specifiedCardRenewal } from '../../../lib/rules/specified-card.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { life, only, type Happened } from '../../fixtures/life.ts';
import type { Said } from '../../fixtures/people.ts';

const RECEIVED = 'specified-card-received';
const APPLIED = 'specified-card-applied';
const PERMANENT: Said = { status: 'permanent', birth: '1985-08-20' };
const renewal = (said: Said, ...told: Happened[]) => only(specifiedCardRenewal, life(said, ...told));
const bridge = (said: Said, ...told: Happened[]) => only(specifiedCardBridge, life(said, ...told));
/** Every deadline about the card itself, as `kind last`. */
const cardDates = (said: Said, today: string, ...told: Happened[]): string[] => {
  const { person, events } = life(said, ...told);
  const household: Household = { version: 2, people: [person], events: [...events] };
  return deadlinesOf(household, FACTS, civil(today))
    .filter(({ kind }) => /card|certificate|stay/.test(kind))
    .map(({ kind, last }) => `${kind} ${last}`);
};

// The Act in force since 2026-06-14, art. 19-15-3: derived by hand, no office states an example yet.
describe('the end of a specified residence card', () => {
  it.each<[string, Said, Happened[], string, string[], string]>([
    [
      'renewed: the tenth birthday after the old end',
      PERMANENT,
      [
        [APPLIED, '2027-04-01', { renews: '2027-05-31' }],
        [RECEIVED, '2027-05-10'],
      ],
      '2036-08-20',
      [],
      'derived',
    ],
    [
      'renewed over a birthday that lies between application and old end',
      { status: 'permanent', birth: '1985-05-15' },
      [
        [APPLIED, '2027-04-01', { renews: '2027-05-31' }],
        [RECEIVED, '2027-05-10'],
      ],
      '2037-05-15',
      [],
      'derived',
    ],
    [
      'with another procedure: the tenth birthday after the application',
      PERMANENT,
      [
        [APPLIED, '2026-08-19'],
        [RECEIVED, '2026-09-10'],
      ],
      '2035-08-20',
      [],
      'derived',
    ],
    [
      'asked for on the birthday: that one does not count',
      PERMANENT,
      [
        [APPLIED, '2026-08-20'],
        [RECEIVED, '2026-09-10'],
      ],
      '2036-08-20',
      [],
      'derived',
    ],
    [
      'a permanent resident under 18: the fifth birthday',
      { status: 'permanent', birth: '2010-08-20' },
      [
        [APPLIED, '2026-09-01'],
        [RECEIVED, '2026-09-20'],
      ],
      '2031-08-20',
      [],
      'derived',
    ],
    [
      'highly skilled (ii): ten at any age',
      { status: 'highly-skilled-2', birth: '1990-02-28' },
      [
        [APPLIED, '2026-09-01'],
        [RECEIVED, '2026-09-20'],
      ],
      '2036-02-28',
      [],
      'derived',
    ],
    [
      'born on 29 February: 28 February in other years',
      { status: 'permanent', birth: '1988-02-29' },
      [
        [APPLIED, '2027-01-10'],
        [RECEIVED, '2027-02-01'],
      ],
      '2036-02-29',
      [],
      'derived',
    ],
    [
      'the application was not told: both readings, the earlier one first',
      PERMANENT,
      [[RECEIVED, '2026-09-10']],
      '2035-08-20',
      ['2036-08-20'],
      'cautious',
    ],
    [
      'the application was not told and no birthday lies near',
      { status: 'permanent', birth: '1985-01-20' },
      [[RECEIVED, '2026-12-10']],
      '2036-01-20',
      [],
      'derived',
    ],
    [
      'what is printed wins',
      { ...PERMANENT, residenceCard: '2036-08-20' },
      [[RECEIVED, '2026-09-10']],
      '2036-08-20',
      [],
      'printed',
    ],
    [
      'another day is printed: the earlier of the two',
      { ...PERMANENT, residenceCard: '2034-03-03' },
      [
        [APPLIED, '2026-08-21'],
        [RECEIVED, '2026-09-10'],
      ],
      '2034-03-03',
      ['2036-08-20'],
      'cautious',
    ],
    [
      'the day of the card before stays out',
      { ...PERMANENT, residenceCard: '2027-05-31' },
      [
        [APPLIED, '2027-04-01', { renews: '2027-05-31' }],
        [RECEIVED, '2027-05-10'],
      ],
      '2036-08-20',
      [],
      'derived',
    ],
    [
      'a limited stay: its end',
      { status: 'limited-stay', birth: '1994-08-20', stay: '2029-05-06' },
      [[RECEIVED, '2026-09-10']],
      '2029-05-06',
      [],
      'printed',
    ],
    [
      'a later stay may have come with an ordinary residence card',
      { status: 'limited-stay', birth: '1994-08-20', stay: '2029-05-06' },
      [
        [RECEIVED, '2026-09-10'],
        ['stay-extended', '2029-05-01', { until: '2032-05-06' }],
      ],
      '2032-05-06',
      [],
      'cautious',
    ],
    [
      'special permanent residents have no count that we show: what is printed, cautiously',
      { status: 'special-permanent', birth: '1985-08-20', residenceCard: '2033-08-20' },
      [[RECEIVED, '2026-09-10']],
      '2033-08-20',
      [],
      'cautious',
    ],
  ])('%s', (_, said, told, last, otherwise, certainty) => {
    expect(renewal(said, ...told)).toMatchObject({ last, otherwise, certainty, moved: null });
  });

  it.each<[string, Said, Happened[]]>([
    ['never received', PERMANENT, [[APPLIED, '2026-09-01']]],
    [
      'a separate card was made since',
      PERMANENT,
      [
        [RECEIVED, '2026-09-10'],
        ['card-issued', '2027-01-10'],
      ],
    ],
    [
      'a new nationality ends the residence card',
      { status: 'national', birth: '1985-08-20' },
      [[RECEIVED, '2026-09-10']],
    ],
    ['no birth, no date', { status: 'permanent' }, [[RECEIVED, '2026-09-10']]],
    ['before the law', PERMANENT, [[RECEIVED, '2026-05-01']]],
  ])('nothing: %s', (_, said, told) => {
    expect(renewal(said, ...told)).toBeNull();
  });

  it('is renewed three months before, by whichever window its stay has', () => {
    expect(renewal({ ...PERMANENT, residenceCard: '2036-08-20' }, [RECEIVED, '2026-09-10'])).toMatchObject({
      id: 'p1/specified-card-renewal/2036-08-20',
      opens: '2036-05-20',
    });
    expect(renewal({ status: 'limited-stay', stay: '2029-05-06' }, [RECEIVED, '2026-09-10'])).toMatchObject({
      id: 'p1/specified-card-renewal/2029-05-06',
      opens: '2029-02-06',
      certainty: 'printed',
    });
  });

  it('is not sure while immigration has not answered', () => {
    expect(
      renewal({ status: 'limited-stay', stay: '2029-05-06' }, [RECEIVED, '2026-09-10'], ['stay-applied', '2029-04-01']),
    ).toMatchObject({ last: '2029-05-06', certainty: 'cautious' });
  });
});

describe('the old residence card, until the new one is handed over', () => {
  it.each<[string, string, string, string[], string]>([
    ['2027-04-01', '2027-05-31', '2027-07-31', [], 'two months'],
    ['2027-12-01', '2027-12-31', '2028-02-29', [], 'no 31 February'],
    ['2026-12-01', '2027-02-28', '2027-04-28', ['2027-04-30'], 'the law counts whole months'],
    ['2027-05-31', '2027-05-31', '2027-07-31', [], 'asked for on the last day'],
  ])('asked for %s, ends %s: until %s, otherwise %o (%s)', (on, renews, last, otherwise) => {
    const said = { ...PERMANENT, residenceCard: renews };
    expect(bridge(said, [APPLIED, on, { renews }])).toMatchObject({
      id: `p1/specified-card-bridge/${renews}`,
      last,
      otherwise,
      certainty: 'derived',
      facts: expect.arrayContaining(['integrated-card-pr-bridge']),
    });
    expect(residenceCardRenewal(life(said, [APPLIED, on, { renews }]))).toEqual([]);
  });

  it.each<[string, Said, Happened[]]>([
    ['too late', PERMANENT, [[APPLIED, '2027-06-01', { renews: '2027-05-31' }]]],
    ['with another procedure', PERMANENT, [[APPLIED, '2027-04-01']]],
    [
      'handed over',
      PERMANENT,
      [
        [APPLIED, '2027-04-01', { renews: '2027-05-31' }],
        [RECEIVED, '2027-06-10'],
      ],
    ],
    [
      'a stay that is extended',
      { status: 'limited-stay', stay: '2027-05-31' },
      [[APPLIED, '2027-04-01', { renews: '2027-05-31' }]],
    ],
    ['special permanent', { status: 'special-permanent' }, [[APPLIED, '2027-04-01', { renews: '2027-05-31' }]]],
    ['before the law', PERMANENT, [[APPLIED, '2026-04-01', { renews: '2026-05-31' }]]],
  ])('nothing: %s', (_, said, told) => {
    expect(bridge(said, ...told)).toBeNull();
  });

  it('is not sure where another day is printed on the residence card, and its renewal stays', () => {
    const told: Happened = [APPLIED, '2027-04-01', { renews: '2027-05-31' }];
    const said = { ...PERMANENT, residenceCard: '2027-05-30' };
    expect(bridge(said, told)).toMatchObject({ certainty: 'cautious', missing: ['residenceCard'] });
    expect(residenceCardRenewal(life(said, told))).toMatchObject([{ last: '2027-05-30' }]);
  });
});

describe('the separate card ends at the handover', () => {
  const LIMITED: Said = { status: 'limited-stay', birth: '1994-08-20', card: '2027-05-06', stay: '2027-05-06' };

  it('so that its dates are gone, and only those of the residence card are left', () => {
    expect(cardDates(LIMITED, '2026-11-26')).toEqual(['stay-renewal 2027-05-06', 'card-extension 2027-05-06']);
    expect(
      cardDates(
        LIMITED,
        '2027-04-20',
        ['stay-extended', '2027-04-10', { until: '2030-05-06' }],
        [RECEIVED, '2027-04-11'],
      ),
    ).toEqual(['specified-card-renewal 2030-05-06', 'stay-renewal 2030-05-06', 'certificate-renewal 2030-05-06']);
    expect(
      cardDates({ ...PERMANENT, card: '2027-08-20' }, '2027-01-01', [APPLIED, '2026-09-01'], [RECEIVED, '2026-09-20']),
    ).toEqual(['certificate-renewal 2031-08-20', 'specified-card-renewal 2036-08-20']);
  });

  it('but not while the handover lies behind the end of the old card', () => {
    const told: Happened = [RECEIVED, '2027-05-20'];
    expect(cardDates(LIMITED, '2027-05-01', told)).toContain('card-extension 2027-05-06');
    expect(cardDates(LIMITED, '2027-05-20', told)).not.toContain('card-extension 2027-05-06');
  });

  it('and its loss is the loss of a residence card', () => {
    expect(cardDates(PERMANENT, '2026-11-26', ['card-lost', '2026-11-20'])).toEqual(['card-express 2026-12-20']);
    expect(cardDates(PERMANENT, '2026-11-26', [RECEIVED, '2026-11-02'], ['card-lost', '2026-11-20'])[0]).toBe(
      'residence-card-lost 2026-12-04',
    );
  });
});
