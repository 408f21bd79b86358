/** Immigration, then the counter before the old date: what follows from an application, an answer and a new status. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import type { Household } from '../../../lib/household/schema.ts';
import type { DeadlineKind } from '../../../lib/knowledge/vocabulary.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { lifeOf, type Said } from '../../fixtures/people.ts';

const TODAY = civil('2026-11-24');
const CHAIN: ReadonlySet<DeadlineKind> = new Set([
  'stay-renewal',
  'stay-special-end',
  'card-special-extension',
  'card-extension',
  'card-renewal',
]);
const chain = (life: Household, facts = FACTS) =>
  deadlinesOf(life, facts, TODAY)
    .filter(({ kind }) => CHAIN.has(kind))
    .map(({ kind, last }) => `${kind} ${last}`);
const one = (life: Household, kind: DeadlineKind, facts = FACTS) =>
  deadlinesOf(life, facts, TODAY).filter((found) => found.kind === kind);

const limited = (end: string): Said => ({ status: 'limited-stay', birth: '1990-01-02', card: end, stay: end });

describe('an application that is pending', () => {
  it.each([
    ['2026-05-28', '2026-07-28', [], 'stated in part: an administrative scrivener pairs 28 May with 28 July'],
    ['2026-06-30', '2026-08-30', ['2026-08-31'], 'derived: a month end may run to a month end'],
    ['2027-02-28', '2027-04-28', ['2027-04-30'], 'derived: the same from the end of February'],
    ['2026-12-31', '2027-02-28', [], 'derived: February is short, both counts agree'],
  ])('stay until %s: special period until %s, otherwise %o (%s)', (stay, last, otherwise) => {
    const life = lifeOf(limited(stay), { kind: 'stay-applied', on: stay });
    expect(one(life, 'stay-special-end')).toMatchObject([
      { id: `p1/stay-special-end/${stay}`, last, otherwise, opens: null, moved: null, certainty: 'derived' },
    ]);
    // The counter asks for the old date, once; then the card has the new one.
    expect(one(life, 'card-special-extension')).toMatchObject([{ last: stay, certainty: 'printed', missing: [] }]);
    const given = lifeOf(limited(stay), { kind: 'stay-applied', on: stay }, { kind: 'special-extension', on: stay });
    expect(one(given, 'card-special-extension')).toEqual([]);
    expect(one(given, 'card-extension')).toMatchObject([
      { last, otherwise, certainty: otherwise.length > 0 ? 'cautious' : 'derived' },
    ]);
  });

  it('ends the renewal of that stay', () => {
    const said = limited('2027-01-20');
    expect(chain(lifeOf(said))).toEqual(['stay-renewal 2027-01-20', 'card-extension 2027-01-20']);
    expect(chain(lifeOf(said, { kind: 'stay-applied', on: '2026-11-10' }))).toEqual([
      'card-special-extension 2027-01-20',
      'card-extension 2027-01-20',
      'stay-special-end 2027-03-20',
    ]);
  });

  it.each([
    ['2027-01-20', true, 'on the last day'],
    ['2027-01-21', false, 'a day late'],
    ['2026-10-20', true, 'on the first day of the window'],
    ['2026-10-19', false, 'before the window: about an earlier stay'],
  ])('filed on %s keeps a stay until 2027-01-20 alive: %s (%s)', (on, alive) => {
    const life = lifeOf(limited('2027-01-20'), { kind: 'stay-applied', on });
    expect(one(life, 'stay-special-end')).toHaveLength(alive ? 1 : 0);
    expect(one(life, 'stay-renewal')).toHaveLength(alive ? 0 : 1);
  });

  it('may be filed on the next open day when the last one is closed; the two months run from the stay', () => {
    const life = lifeOf(limited('2026-12-31'), { kind: 'stay-applied', on: '2027-01-04' });
    expect(chain(life)).toEqual([
      'card-special-extension 2026-12-31',
      'card-extension 2026-12-31',
      'stay-special-end 2027-02-28',
    ]);
  });

  it('for permanent residence alone keeps nothing alive, and says so', () => {
    const life = lifeOf(limited('2027-01-20'), { kind: 'stay-applied', on: '2026-11-10', permanentOnly: true });
    expect(chain(life)).toEqual(['stay-renewal 2027-01-20', 'card-extension 2027-01-20']);
    expect(one(life, 'stay-renewal')[0]?.facts).toContain('pr-application-trap');
  });

  it('does not need the date of the card', () => {
    const life = lifeOf({ status: 'limited-stay', stay: '2027-01-20' }, { kind: 'stay-applied', on: '2026-11-10' });
    expect(one(life, 'card-special-extension')).toMatchObject([
      { last: '2027-01-20', certainty: 'cautious', missing: ['card'] },
    ]);
  });

  it('of an unknown status is cautious', () => {
    const life = lifeOf({ stay: '2027-01-20' }, { kind: 'stay-applied', on: '2026-11-10' });
    expect(one(life, 'stay-special-end')).toMatchObject([{ certainty: 'cautious', missing: ['status'] }]);
  });

  it('has no end where the special period is not known', () => {
    const life = lifeOf(limited('2027-01-20'), { kind: 'stay-applied', on: '2026-11-10' });
    const facts = factsWith('stay-special-period', { periods: [{ from: '2028-01-01', until: null, value: 2 }] });
    expect(one(life, 'stay-special-end', facts)).toEqual([]);
  });
});

describe('the special extension of the card', () => {
  const applied = { kind: 'stay-applied', on: '2026-08-20' } as const;
  const given = { kind: 'special-extension', on: '2026-09-01' } as const;

  it('is given once: derived from the rule of Tokai City and Tsumagoi Village', () => {
    const life = lifeOf(limited('2026-09-10'), applied, given);
    expect(chain(life)).toEqual(['stay-special-end 2026-11-10', 'card-extension 2026-11-10']);
    expect(one(life, 'card-extension')).toMatchObject([
      { id: 'p1/card-extension/2026-11-10', follows: '2026-11-11', certainty: 'derived' },
    ]);
  });

  it.each<[string, Said, string, string, string[]]>([
    ['the new date was typed', { ...limited('2026-09-10'), card: '2026-11-10' }, '2026-11-10', 'printed', []],
    [
      'the stay was typed anew and the card was not',
      { ...limited('2029-09-10'), card: '2026-09-10' },
      '2026-11-10',
      'derived',
      [],
    ],
    [
      'which of the two was typed cannot be told: the earlier day',
      { status: 'limited-stay', birth: '1990-01-02', card: '2026-11-10' },
      '2026-11-10',
      'printed',
      ['stay'],
    ],
    [
      'it cannot have been given after the old date',
      { ...limited('2026-08-25') },
      '2026-08-25',
      'cautious',
      ['card', 'special-extension'],
    ],
  ])('%s', (_, said, last, certainty, missing) => {
    expect(one(lifeOf(said, applied, given), 'card-extension')).toMatchObject([{ last, certainty, missing }]);
  });

  it('adds nothing that no fact says', () => {
    const facts = factsWith('foreign-special-two-months', { periods: [{ from: '2028-01-01', until: null, value: 2 }] });
    expect(one(lifeOf(limited('2026-09-10'), applied, given), 'card-extension', facts)).toMatchObject([
      { last: '2026-09-10', certainty: 'cautious', missing: ['card'] },
    ]);
  });

  it.each([
    ['2026-09-10', '2026-11-10', 'the card ended with this stay'],
    ['2029-09-10', '2029-09-10', 'a newer stay: nothing is known of the card'],
  ])('of a card of unknown date, stay until %s: by %s (%s)', (stay, last) => {
    const life = lifeOf({ status: 'limited-stay', stay }, applied, given);
    expect(one(life, 'card-extension')).toMatchObject([{ last, certainty: 'cautious', missing: ['card'] }]);
  });

  it('of a card that was replaced since says nothing about the new one', () => {
    const life = lifeOf({ status: 'limited-stay', birth: '1990-01-02', stay: '2029-09-10' }, given, {
      kind: 'card-issued',
      on: '2026-11-01',
    });
    expect(one(life, 'card-extension')).toMatchObject([{ last: '2029-09-10', certainty: 'derived' }]);
  });
});

describe('the new residence card', () => {
  it('makes a new stay; the card keeps its old date, a Sunday here', () => {
    const life = lifeOf(
      limited('2026-12-20'),
      { kind: 'stay-applied', on: '2026-10-01' },
      { kind: 'stay-extended', on: '2026-12-10', until: '2029-12-20' },
    );
    expect(chain(life)).toEqual(['card-extension 2026-12-20', 'stay-renewal 2029-12-20']);
    expect(one(life, 'card-extension')).toMatchObject([
      { advised: '2026-12-18', last: '2026-12-20', moved: null, follows: '2026-12-21', certainty: 'printed' },
    ]);
  });

  it('typed or told, in whichever order, is the same stay', () => {
    const event = { kind: 'stay-extended', on: '2026-12-10', until: '2029-12-20' } as const;
    const told = chain(lifeOf(limited('2026-12-20'), event));
    expect(chain(lifeOf({ ...limited('2026-12-20'), stay: '2029-12-20' }, event))).toEqual(told);
  });

  it.each<[string, Said, string]>([
    ['the stay that was typed is the old one', { status: 'limited-stay', stay: '2026-12-20' }, '2026-12-20'],
    ['nothing old is known: at once', { status: 'limited-stay' }, '2026-12-10'],
  ])('with a card of unknown date: %s', (_, said, last) => {
    const life = lifeOf(said, { kind: 'stay-extended', on: '2026-12-10', until: '2029-12-20' });
    expect(one(life, 'card-extension')).toMatchObject([{ last, certainty: 'cautious', missing: ['card'] }]);
  });

  it('cannot carry the card past its tenth birthday: from then on a new one is ordered', () => {
    const made = { kind: 'card-issued', on: '2020-02-10' } as const;
    const extended = { kind: 'stay-extended', on: '2026-12-01', until: '2031-12-20' } as const;
    const said: Said = { status: 'limited-stay', birth: '1989-09-05', card: '2026-12-20', stay: '2026-12-20' };
    expect(chain(lifeOf(said, made, extended))).toEqual(['card-extension 2026-12-20', 'stay-renewal 2031-12-20']);
    expect(chain(lifeOf({ ...said, card: '2029-09-05' }, made, extended))).toEqual([
      'card-renewal 2029-09-05',
      'stay-renewal 2031-12-20',
    ]);
  });

  it('two ends told for one day lower what is sure', () => {
    const life = lifeOf(
      limited('2026-12-20'),
      { kind: 'stay-extended', on: '2026-12-10', until: '2029-12-20' },
      { kind: 'stay-extended', on: '2026-12-10', until: '2027-12-20' },
    );
    expect(one(life, 'stay-renewal')).toMatchObject([{ certainty: 'cautious', missing: ['stay-extended'] }]);
  });
});

describe('a new status', () => {
  const granted = { kind: 'status-granted', on: '2026-12-01', status: 'permanent' } as const;
  const old: Said = { status: 'limited-stay', birth: '1988-03-03', card: '2027-02-15', stay: '2027-02-15' };

  it.each<[string, Said, string, string[]]>([
    ['still typed as limited', old, 'printed', []],
    ['typed as permanent', { ...old, status: 'permanent' }, 'printed', []],
    ['birthday not said', { status: 'permanent', card: '2027-02-15' }, 'cautious', ['birth']],
  ])(
    'is written on the card before its old date (derived from the rule of Matsuyama City): %s',
    (_, said, sure, missing) => {
      const life = lifeOf(said, granted);
      expect(chain(life)).toEqual(['card-extension 2027-02-15']);
      expect(one(life, 'card-extension')).toMatchObject([{ certainty: sure, missing }]);
      expect(one(life, 'card-extension')[0]?.facts).toContain('foreign-status-to-permanent');
    },
  );

  it('holds for new nationals and highly skilled (ii) as well', () => {
    for (const status of ['national', 'highly-skilled-2'] as const)
      expect(chain(lifeOf(old, { ...granted, status }))).toEqual(['card-extension 2027-02-15']);
  });

  it('is done once the card ends on its birthday', () => {
    expect(chain(lifeOf({ ...old, card: '2032-03-03' }, granted))).toEqual(['card-renewal 2032-03-03']);
  });

  it('is not asked of a card that was ordered after it', () => {
    const life = lifeOf({ status: 'permanent', birth: '1988-03-03' }, granted, {
      kind: 'card-issued',
      on: '2027-01-20',
      applied: '2026-12-20',
    });
    expect(chain(life)).toEqual(['card-renewal 2036-03-03']);
  });

  it('finds a card that was made before it by the stay it was made for', () => {
    const life = lifeOf(
      { status: 'permanent', birth: '1988-03-03', stay: '2027-02-15' },
      { kind: 'card-issued', on: '2022-06-10' },
      granted,
    );
    expect(one(life, 'card-extension')).toMatchObject([{ last: '2027-02-15', certainty: 'derived', missing: [] }]);
  });
});
