import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { household as item } from '../../../lib/items.ts';
import { EMPTY_HOUSEHOLD, Household } from '../../../lib/household/schema.ts';
import { upgradeHousehold } from '../../../lib/household/upgrade.ts';

const FOLDER = 'tests/fixtures/household';
const examples = readdirSync(FOLDER).map((file): [string, unknown] => [
  file,
  JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')),
]);
const newest = EMPTY_HOUSEHOLD.version;

describe('a stored household', () => {
  it('has an example for every version there ever was', () => {
    const versions = new Set(examples.map(([file]) => Number(/^v(\d+)-/.exec(file)?.[1])));
    expect([...versions].toSorted()).toEqual(Array.from({ length: newest }, (_, i) => i + 1));
  });

  it.each(examples)('%s becomes the newest and keeps what was said', (_file, stored) => {
    const upgraded = upgradeHousehold(stored);
    expect(upgraded.version).toBe(newest);
    expect(Household.parse(JSON.parse(JSON.stringify(upgraded)))).toEqual(upgraded);
    expect(upgraded).toEqual(stored); // holds for the newest version only: an older example gets its own expectation
  });

  it('is read through the same door by the store', () => {
    expect(item.read).toBe(upgradeHousehold);
  });

  it.each<[unknown, string]>([
    [null, 'nothing'],
    ['{"version":1}', 'a text'],
    [{}, 'no version'],
    [{ ...EMPTY_HOUSEHOLD, version: newest + 1 }, 'from the future'],
    [{ ...EMPTY_HOUSEHOLD, people: undefined }, 'cut in half'],
    [{ ...EMPTY_HOUSEHOLD, number: '1234' }, 'a field that we never had'],
    [
      { version: 1, people: [{ ...EMPTY_HOUSEHOLD.people[0], dates: { card: '2027-02-30' } }] },
      'a day that does not exist',
    ],
    [{ version: 1, people: [{ ...EMPTY_HOUSEHOLD.people[0], id: '__proto__' }] }, 'a strange id'],
    [{ version: 1, people: [{ ...EMPTY_HOUSEHOLD.people[0], status: 'tourist' }] }, 'a status that we do not know'],
  ])('%o is not taken (%s)', (stored) => {
    expect(() => upgradeHousehold(stored)).toThrow();
  });
});
