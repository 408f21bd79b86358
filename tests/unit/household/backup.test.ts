import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BackupRefused, emptyStored, exportBackup, readBackup, readBackupText } from '../../../lib/household/backup.ts';
import { ITEMS } from '../../../lib/items.ts';
import { upgradeHousehold } from '../../../lib/household/upgrade.ts';
import { household } from '../../fixtures/people.ts';

const people = household({ status: 'national', card: '2027-05-06' });
const good = () => exportBackup({ household: people, settings: undefined });

function refusal(work: () => unknown): Pick<BackupRefused, 'reason' | 'item'> {
  try {
    work();
  } catch (error) {
    if (error instanceof BackupRefused) return { reason: error.reason, item: error.item };
    throw error;
  }
  throw new Error('This was taken');
}

describe('a backup', () => {
  it('goes out as it is stored and comes back whole', () => {
    expect(good()).toEqual({ format: 'madoguchi-backup', version: 1, items: { household: people } });
    expect(readBackupText(JSON.stringify(good()))).toEqual({ ...emptyStored(), household: people });
  });

  it('takes along what this version cannot read', () => {
    const damaged = { version: 7, strange: true };
    expect(exportBackup({ household: damaged }).items['household']).toBe(damaged);
  });

  it('of an earlier version comes back in today’s shape', () => {
    const stored = JSON.parse(readFileSync('tests/fixtures/household/v1-limited-stay.json', 'utf8'));
    const { household: read } = readBackup(exportBackup({ household: stored }));
    expect(read).toEqual(upgradeHousehold(stored));
    expect(read.events).toHaveLength(1);
  });

  it('holds every item that we store', () => {
    expect(Object.keys(emptyStored())).toEqual(Object.keys(ITEMS));
    expect(readBackup(exportBackup(emptyStored()))).toEqual(emptyStored());
  });

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each<[string, string, string | null, string]>([
    ['x'.repeat(10_000_000), 'too-large', null, '10 MB'],
    ['{"format":"madoguchi-backup",', 'not-json', null, 'cut in half'],
    ['null', 'not-a-backup', null, 'nothing'],
    ['{"format":"other","version":1,"items":{}}', 'not-a-backup', null, 'another program'],
    [JSON.stringify({ ...good(), version: 2 }), 'newer', null, 'from the future'],
    [JSON.stringify({ ...good(), extra: 1 }), 'not-a-backup', null, 'a field that we never had'],
    [JSON.stringify(exportBackup({ household: { version: 1 } })), 'unreadable', 'household', 'a damaged item'],
    [
      JSON.stringify(exportBackup({ household: { ...people, version: 3 } })),
      'unreadable',
      'household',
      'a later shape',
    ],
    [
      JSON.stringify(exportBackup({ household: { ...people, events: [{ id: 'e1', person: 'p1', kind: 'born' }] } })),
      'unreadable',
      'household',
      'an event cut in half',
    ],
    [
      JSON.stringify(
        exportBackup({
          household: { ...people, events: [{ id: 'e1', person: 'p9', on: '2026-11-01', kind: 'card-lost' }] },
        }),
      ),
      'unreadable',
      'household',
      'an event of nobody',
    ],
    [
      `{"format":"madoguchi-backup","version":1,"items":{"household":{"version":2,"people":[],"events":${deep}}}}`,
      'not-a-backup',
      null,
      'deep nesting among the events',
    ],
    [
      JSON.stringify(exportBackup({ household: people, passwords: [] })),
      'unreadable',
      'passwords',
      'an item that we never stored',
    ],
    ['{"format":"madoguchi-backup","version":1,"items":{"household":null}}', 'unreadable', 'household', 'a wrong type'],
    [`{"format":"madoguchi-backup","version":1,"items":{"settings":${deep}}}`, 'not-a-backup', null, 'deep nesting'],
    [
      `{"format":"madoguchi-backup","version":1,"items":{"checklists":{"version":1,"ticks":{"a":${deep}}}}}`,
      'not-a-backup',
      null,
      'deep nesting inside a record',
    ],
  ])('refuses (%#) with %s', (text, reason, item) => {
    expect(refusal(() => readBackupText(text))).toEqual({ reason, item });
  });

  it.each([
    ['{"__proto__":{"household":{}}}', 'instead of an item'],
    ['{"checklists":{"version":1,"ticks":{"__proto__":["x"]}}}', 'inside a record'],
    ['{"checklists":{"version":1,"ticks":{"\\u005f_proto__":["x"]}}}', 'written another way'],
  ])('refuses a prototype in %s (%s)', (items) => {
    const text = `{"format":"madoguchi-backup","version":1,"items":${items}}`;
    expect(refusal(() => readBackupText(text))).toEqual({ reason: 'not-a-backup', item: null });
    expect(({} as Record<string, unknown>)['household']).toBeUndefined();
  });
});
