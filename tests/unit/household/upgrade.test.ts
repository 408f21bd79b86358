import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { household as item } from '../../../lib/items.ts';
import { EMPTY_HOUSEHOLD, emptyPerson, Household } from '../../../lib/household/schema.ts';
import { upgradeHousehold } from '../../../lib/household/upgrade.ts';
import { EVENT_KINDS } from '../../../lib/knowledge/vocabulary.ts';

const FOLDER = 'tests/fixtures/household';
const files = readdirSync(FOLDER);
const example = (file: string): Record<string, unknown> => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
const newest = EMPTY_HOUSEHOLD.version;
const [somebody] = EMPTY_HOUSEHOLD.people;
const move = {
  id: 'e1',
  person: 'p1',
  on: '2026-11-10',
  kind: 'moved',
  from: 'other-municipality',
  planned: null,
  withCard: false,
};

/** What each older example is today; those of the newest version are what they are. */
const TODAY: Readonly<Record<string, Household>> = {
  'v1-empty.json': EMPTY_HOUSEHOLD,
  'v1-limited-stay.json': Household.parse({
    version: 2,
    people: [
      {
        id: 'p1',
        nickname: '',
        status: 'limited-stay',
        situations: ['employee', 'smartphone'],
        dates: {
          birth: '1994-08-20',
          card: '2027-05-06',
          certificate: '2027-05-06',
          stay: '2027-05-06',
          residenceCard: null,
          licence: null,
        },
      },
      {
        id: 'p2',
        nickname: 'ミラ',
        status: 'limited-stay',
        situations: ['student'],
        dates: {
          birth: '2020-02-29',
          card: null,
          certificate: null,
          stay: '2027-05-06',
          residenceCard: null,
          licence: null,
        },
      },
    ],
    events: [{ ...move, person: 'p2' }],
  }),
};

describe('a stored household', () => {
  it('has an example for every version there ever was', () => {
    const versions = new Set(files.map((file) => Number(/^v(\d+)-/.exec(file)?.[1])));
    expect([...versions].toSorted()).toEqual(Array.from({ length: newest }, (_, i) => i + 1));
  });

  it('has an example of every kind of event', () => {
    const kinds = Household.parse(example('v2-every-event.json')).events.map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual([...EVENT_KINDS].toSorted());
  });

  it.each(files)('%s becomes the newest and keeps what was said', (file) => {
    const stored = example(file);
    const upgraded = upgradeHousehold(stored);
    expect(upgraded).toEqual(stored['version'] === newest ? stored : TODAY[file]);
    expect(Household.parse(JSON.parse(JSON.stringify(upgraded)))).toEqual(upgraded);
    expect(upgradeHousehold(upgraded)).toEqual(upgraded);
  });

  it.each(files)('%s cut anywhere is not taken', (file) => {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8').trim();
    for (let length = 0; length < text.length; length += 7) {
      expect(() => upgradeHousehold(JSON.parse(text.slice(0, length)))).toThrow();
    }
  });

  it('numbers the moves of several people in their order', () => {
    const stored = example('v1-limited-stay.json') as { people: { dates: object }[] };
    const moved = stored.people.map((person, i) => ({
      ...person,
      dates: { ...person.dates, moved: `2026-11-0${i + 1}` },
    }));
    expect(upgradeHousehold({ ...stored, people: moved }).events.map(({ id, person, on }) => [id, person, on])).toEqual(
      [
        ['e1', 'p1', '2026-11-01'],
        ['e2', 'p2', '2026-11-02'],
      ],
    );
  });

  it('is read through the same door by the store', () => {
    expect(item.read).toBe(upgradeHousehold);
  });

  const v1 = { birth: null, card: null, certificate: null, stay: null, moved: null };
  const old = { ...somebody, dates: v1 };
  it.each<[unknown, string]>([
    [null, 'nothing'],
    ['{"version":1}', 'a text'],
    [[], 'a list'],
    [{}, 'no version'],
    [{ ...EMPTY_HOUSEHOLD, version: '2' }, 'a version in words'],
    [{ ...EMPTY_HOUSEHOLD, version: newest + 1 }, 'from the future'],
    [{ ...EMPTY_HOUSEHOLD, version: 1 }, 'today’s shape under an old number'],
    [{ version: 2, people: [old], events: [] }, 'an old shape under today’s number'],
    [{ ...EMPTY_HOUSEHOLD, people: undefined }, 'cut in half'],
    [{ ...EMPTY_HOUSEHOLD, events: undefined }, 'without its events'],
    [{ ...EMPTY_HOUSEHOLD, number: '1234' }, 'a field that we never had'],
    [{ version: 1, people: [old], events: [] }, 'events in the old version'],
    [{ version: 1, people: [{ ...old, dates: { ...v1, card: '2027-02-30' } }] }, 'a day that does not exist'],
    [{ version: 1, people: [{ ...old, id: '__proto__' }] }, 'a strange id'],
    [{ version: 1, people: [{ ...old, status: 'tourist' }] }, 'a status that we do not know'],
    [{ version: 1, people: [old, old] }, 'one id twice, in the old version'],
    [{ ...EMPTY_HOUSEHOLD, people: [somebody, somebody] }, 'one id twice'],
    [{ ...EMPTY_HOUSEHOLD, events: [move, move] }, 'one event twice'],
    [{ ...EMPTY_HOUSEHOLD, events: [{ ...move, person: 'p2' }] }, 'an event of nobody'],
    [{ ...EMPTY_HOUSEHOLD, events: [{ ...move, kind: 'flown' }] }, 'an event that we do not know'],
    [{ ...EMPTY_HOUSEHOLD, events: [{ ...move, address: 'x' }] }, 'an event that says more than it may'],
    [{ ...EMPTY_HOUSEHOLD, events: [{ ...move, on: '2026-11-31' }] }, 'an event on no day'],
    [{ ...EMPTY_HOUSEHOLD, events: { length: 1, 0: move } }, 'events that are no list'],
  ])('%o is not taken (%s)', (stored) => {
    expect(() => upgradeHousehold(stored)).toThrow();
  });

  it('takes the plain examples that those are made from', () => {
    expect(upgradeHousehold({ version: 1, people: [old] })).toEqual(EMPTY_HOUSEHOLD);
    expect(upgradeHousehold({ ...EMPTY_HOUSEHOLD, events: [move] }).events).toEqual([move]);
  });
});

describe('days that no paper carries', () => {
  it.each([['0001-01-01'], ['1867-12-31'], ['2200-01-01'], ['9999-12-31']])('%s is refused', (day) => {
    const person = { ...emptyPerson('p1'), dates: { ...emptyPerson('p1').dates, card: day } };
    expect(() => upgradeHousehold({ version: 2, people: [person], events: [] })).toThrow('a day from 1868');
  });
});
