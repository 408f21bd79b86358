/** Ends of cards and certificates counted from the day the card was made, where nobody read them off the card. */
import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { FACTS, factsWith } from '../../fixtures/facts.ts';
import { lifeOf, type Said } from '../../fixtures/people.ts';

const TODAY = civil('2026-11-24');
type Made = { on: string; applied?: string; renews?: string };
const CARD: ReadonlySet<string> = new Set(['card-renewal', 'card-extension']);

const endsOf = (said: Said, made: Made, facts = FACTS) => {
  const found = deadlinesOf(lifeOf(said, { kind: 'card-issued', ...made }), facts, TODAY);
  return {
    card: found.find(({ kind }) => CARD.has(kind)),
    certificate: found.find(({ kind }) => kind === 'certificate-renewal'),
  };
};

type Row = {
  what: string;
  said: Said;
  made: Made;
  card: string;
  opens?: string;
  certificate: string;
  certificateOpens?: string;
  otherwise?: string[];
  /** not sure although there is one reading only */
  cautious?: boolean;
};

/** An office printed the end of the card or of the certificate; everything else in the row is derived. */
const stated: Row[] = [
  {
    what: 'Government Public Relations, as a blog repeats it: made 15 May 2020, birthday 10 October',
    said: { status: 'national', birth: '1985-10-10' },
    made: { on: '2020-05-15' },
    card: '2029-10-10',
    opens: '2029-07-11',
    certificate: '2024-10-10',
    certificateOpens: '2024-07-11',
  },
  {
    what: 'a real certificate of July 2019, published as a test vector: its whole last day counts',
    said: { status: 'national', birth: '1985-05-02' },
    made: { on: '2019-07-10' },
    card: '2029-05-02',
    certificate: '2024-05-02',
  },
];

const NATIONAL = { status: 'national', birth: '1990-06-15' } as const;
const derived: Row[] = [
  {
    what: 'made on the birthday: it does not count',
    said: NATIONAL,
    made: { on: '2026-06-15', applied: '2026-05-20' },
    card: '2036-06-15',
    opens: '2036-03-16',
    certificate: '2031-06-15',
    certificateOpens: '2031-03-16',
  },
  {
    what: 'made on the eve: the shortest card there is',
    said: NATIONAL,
    made: { on: '2026-06-14' },
    card: '2035-06-15',
    opens: '2035-03-16',
    certificate: '2030-06-15',
    certificateOpens: '2030-03-16',
  },
  {
    what: 'made the day after: nearly ten years',
    said: NATIONAL,
    made: { on: '2026-06-16' },
    card: '2036-06-15',
    opens: '2036-03-16',
    certificate: '2031-06-15',
    certificateOpens: '2031-03-16',
  },
  {
    what: 'the old age line: ordered on 30 March 2022 at 18',
    said: { status: 'national', birth: '2003-11-03' },
    made: { on: '2022-05-20', applied: '2022-03-30' },
    card: '2026-11-03',
    opens: '2026-08-04',
    certificate: '2026-11-03',
  },
  {
    what: 'the last day of the old line',
    said: { status: 'national', birth: '2003-11-03' },
    made: { on: '2022-05-20', applied: '2022-03-31' },
    card: '2026-11-03',
    certificate: '2026-11-03',
  },
  {
    what: 'the first day of the new line: the same person is an adult',
    said: { status: 'national', birth: '2003-11-03' },
    made: { on: '2022-05-20', applied: '2022-04-01' },
    card: '2031-11-03',
    certificate: '2026-11-03',
  },
  {
    what: 'a leap-day child whose card ends in a leap year',
    said: { status: 'national', birth: '1988-02-29' },
    made: { on: '2026-11-10' },
    card: '2036-02-29',
    opens: '2035-11-30',
    certificate: '2031-02-28',
    certificateOpens: '2030-11-29',
  },
  {
    what: 'and in a common year',
    said: { status: 'national', birth: '1988-02-29' },
    made: { on: '2024-03-10' },
    card: '2034-02-28',
    opens: '2033-11-29',
    certificate: '2029-02-28',
  },
  {
    what: 'and made on 28 February, the birthday of that year',
    said: { status: 'national', birth: '1988-02-29' },
    made: { on: '2027-02-28' },
    card: '2037-02-28',
    certificate: '2032-02-29',
  },
  {
    what: 'a leap-day child of six',
    said: { status: 'national', birth: '2020-02-29' },
    made: { on: '2026-05-01' },
    card: '2031-02-28',
    opens: '2030-11-29',
    certificate: '2031-02-28',
  },
  {
    what: '17 when ordered and made: turning 18 afterwards changes nothing',
    said: { status: 'national', birth: '2009-03-20' },
    made: { on: '2027-01-15', applied: '2026-12-20' },
    card: '2031-03-20',
    opens: '2030-12-21',
    certificate: '2031-03-20',
  },
  {
    what: 'a baby, no photograph: the count for minors, and read the card',
    said: { status: 'national', birth: '2026-08-03' },
    made: { on: '2026-08-25', applied: '2026-08-10' },
    card: '2031-08-03',
    cautious: true,
    certificate: '2031-08-03',
  },
  {
    what: '14, soon 15',
    said: { status: 'national', birth: '2011-12-24' },
    made: { on: '2026-12-01' },
    card: '2030-12-24',
    certificate: '2030-12-24',
  },
  {
    what: 'a permanent resident: like a national, whatever the residence card says',
    said: { status: 'permanent', birth: '1979-12-01', residenceCard: '2029-08-01' },
    made: { on: '2026-12-10' },
    card: '2036-12-01',
    certificate: '2031-12-01',
  },
  {
    what: 'a special permanent resident of 13',
    said: { status: 'special-permanent', birth: '2013-05-05' },
    made: { on: '2026-10-01' },
    card: '2031-05-05',
    certificate: '2031-05-05',
  },
  {
    what: 'a stay of one year decides both',
    said: { status: 'limited-stay', birth: '1995-04-12', stay: '2027-10-20' },
    made: { on: '2026-12-01' },
    card: '2027-10-20',
    certificate: '2027-10-20',
  },
  {
    what: 'a stay of five years: certificates end before the card',
    said: { status: 'limited-stay', birth: '1995-04-12', stay: '2031-11-15' },
    made: { on: '2026-12-01' },
    card: '2031-11-15',
    certificate: '2031-04-12',
    certificateOpens: '2031-01-13',
  },
  {
    what: 'a foreign child whose fifth birthday comes before the end of the stay',
    said: { status: 'limited-stay', birth: '2018-07-07', stay: '2031-08-30' },
    made: { on: '2026-09-01' },
    card: '2031-07-07',
    certificate: '2031-07-07',
  },
  {
    what: 'renewed inside the window: the earlier count, and the one from the old end; the certificates are sure',
    said: { status: 'national', birth: '1986-03-15' },
    made: { on: '2027-01-20', renews: '2027-03-15' },
    card: '2036-03-15',
    otherwise: ['2037-03-15'],
    certificate: '2032-03-15',
  },
  {
    what: 'renewed after the end: the ordinary count',
    said: { status: 'national', birth: '1986-03-15' },
    made: { on: '2027-04-02', renews: '2027-03-15' },
    card: '2037-03-15',
    certificate: '2032-03-15',
  },
  {
    what: 'replaced after a loss, before the window: the ordinary count',
    said: { status: 'national', birth: '1986-03-15' },
    made: { on: '2026-11-30' },
    card: '2036-03-15',
    certificate: '2031-03-15',
  },
];

const check = ({
  said,
  made,
  card,
  opens,
  certificate,
  certificateOpens,
  otherwise = [],
  cautious = otherwise.length > 0,
}: Row) => {
  const found = endsOf(said, made);
  expect(found.card).toMatchObject({
    last: card,
    otherwise,
    certainty: cautious ? 'cautious' : 'derived',
    missing: cautious ? ['card'] : [],
    ...(opens === undefined ? {} : { opens }),
  });
  expect(found.certificate).toMatchObject({
    last: certificate,
    certainty: found.certificate?.opens === null ? 'cautious' : 'derived',
    ...(certificateOpens === undefined ? {} : { opens: certificateOpens }),
  });
};

describe('the ends of a card and its certificates', () => {
  it.each(stated)('stated: $what', check);
  it.each(derived)('derived: $what', check);

  it('names what it rests on, and carries the day the card was made in its id', () => {
    const { card, certificate } = endsOf({ status: 'national', birth: '2012-02-29' }, { on: '2026-05-01' });
    expect(card).toMatchObject({
      id: 'p1/card-renewal/2026-05-01',
      facts: [
        'card-renewal-window',
        'card-validity-last-day',
        'card-validity-minor',
        'card-validity-age-line-2022',
        'card-validity-start-date',
        'card-validity-leap-day',
        'counting-rules',
      ],
    });
    expect(certificate?.facts).toContain('cert-under-15');
  });
});

describe('an age that cannot be told', () => {
  it.each<[string, Said, Made]>([
    [
      'turning 18 between order and making',
      { status: 'national', birth: '2009-01-20' },
      { on: '2027-02-02', applied: '2027-01-05' },
    ],
    ['made on the eve of the 18th birthday', { status: 'national', birth: '2009-01-20' }, { on: '2027-01-19' }],
    ['18 when made, and the order is not known', { status: 'national', birth: '2009-01-20' }, { on: '2027-06-01' }],
    [
      '19 in the spring of 2022, and the order is not known',
      { status: 'national', birth: '2003-01-20' },
      { on: '2022-05-01' },
    ],
  ])('%s: no date for the card, one for the certificates', (_, said, made) => {
    const { card, certificate } = endsOf(said, made);
    expect(card).toBeUndefined();
    const fifth = Number(made.on.slice(0, 4)) + (made.on.slice(5) < '01-20' ? 4 : 5);
    expect(certificate).toMatchObject({ last: `${fifth}-01-20` });
  });

  it('ends with the printed date', () => {
    const { card } = endsOf(
      { status: 'national', birth: '2009-01-20', card: '2032-01-20' },
      { on: '2027-02-02', applied: '2027-01-05' },
    );
    expect(card).toMatchObject({ last: '2032-01-20', certainty: 'printed' });
  });
});

describe('what else is known', () => {
  const made: Made = { on: '2026-06-16' };

  it('a printed date wins, and a count that gives another day is named', () => {
    expect(endsOf({ ...NATIONAL, card: '2036-06-15' }, made).card).toMatchObject({ certainty: 'printed', missing: [] });
    expect(endsOf({ ...NATIONAL, card: '2034-06-15', certificate: '2031-06-10' }, made)).toMatchObject({
      card: { last: '2034-06-15', certainty: 'cautious', missing: ['card', 'card-issued'] },
      certificate: { last: '2031-06-10', certainty: 'printed' },
    });
  });

  it.each<[string, Said, Made]>([
    ['it ended before the new card was made', { card: '2026-05-01', certificate: '2026-05-01' }, made],
    ['the new card replaced it', { card: '2026-08-01', certificate: '2026-08-01' }, { ...made, renews: '2026-08-01' }],
  ])('a typed date of the card before: %s', (_, old, issued) => {
    const { card, certificate } = endsOf({ status: 'national', birth: '1990-06-15', ...old }, issued);
    expect(card?.last).toBe('2036-06-15');
    expect(certificate?.last.slice(5)).toBe('06-15');
  });

  it('without a status the birthdays bound it', () => {
    expect(endsOf({ birth: '1990-06-15' }, made).card).toMatchObject({
      last: '2036-06-15',
      certainty: 'cautious',
      missing: ['status'],
    });
  });

  it.each<[string, Said, Made]>([
    ['no birthday', { status: 'national' }, made],
    ['born after it was made', { status: 'national', birth: '2027-01-01' }, made],
    ['a limited stay nobody told', { status: 'limited-stay', birth: '1990-06-15' }, made],
    ['before there were cards', { status: 'national', birth: '1990-06-15' }, { on: '2015-12-31' }],
  ])('nothing is counted: %s', (_, said, issued) => {
    expect(endsOf(said, issued)).toEqual({ card: undefined, certificate: undefined });
  });

  it('takes the numbers from the facts', () => {
    const facts = factsWith('card-validity-adult', { periods: [{ from: '2016-01-01', until: null, value: 7 }] });
    expect(endsOf(NATIONAL, made, facts).card?.last).toBe('2033-06-15');
  });

  it('a stay that was extended later does not move the card', () => {
    const extended = lifeOf(
      { status: 'limited-stay', birth: '1995-04-12', stay: '2027-10-20' },
      { kind: 'card-issued', on: '2026-12-01' },
      { kind: 'stay-extended', on: '2027-09-15', until: '2030-10-20' },
    );
    expect(deadlinesOf(extended, FACTS, TODAY).filter(({ kind }) => kind === 'card-extension')).toMatchObject([
      { last: '2027-10-20', certainty: 'derived' },
    ]);
  });

  it('an extension before the order is the stay the card was made for', () => {
    const extended = lifeOf(
      { status: 'limited-stay', birth: '1995-04-12' },
      { kind: 'stay-extended', on: '2026-09-15', until: '2030-10-20' },
      { kind: 'card-issued', on: '2026-12-01', applied: '2026-11-01' },
    );
    expect(deadlinesOf(extended, FACTS, TODAY).filter(({ kind }) => kind === 'card-extension')).toMatchObject([
      { last: '2030-10-20', certainty: 'derived', missing: [] },
    ]);
  });

  it('two different cards made on one day are a contradiction', () => {
    const both = lifeOf(
      NATIONAL,
      { kind: 'card-issued', on: '2026-06-16' },
      { kind: 'card-issued', on: '2026-06-16', applied: '2026-05-01' },
    );
    expect(deadlinesOf(both, FACTS, TODAY).find(({ kind }) => kind === 'card-renewal')).toMatchObject({
      certainty: 'cautious',
      missing: ['card-issued'],
    });
  });
});
