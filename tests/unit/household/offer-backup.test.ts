import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { NO_SAVES, noteSave, offersBackup, Saves } from '../../../lib/household/offer-backup.ts';
import { lifeOf } from '../../fixtures/people.ts';

const few = lifeOf({ birth: '1990-05-31', card: '2027-05-01' });
const enough = lifeOf({ birth: '1990-05-31', card: '2027-05-01' }, { kind: 'moved', on: '2026-11-15' });
const changed = lifeOf({ birth: '1990-05-31', card: '2027-05-02' }, { kind: 'moved', on: '2026-11-15' });
const DAY = civil('2026-11-26');
const saved = noteSave(NO_SAVES, 'saved', enough, DAY);
const declined = noteSave(NO_SAVES, 'declined', enough, DAY);
const both = noteSave(declined, 'saved', changed, civil('2027-01-01'));

describe('a backup file', () => {
  it.each<[string, typeof few, Saves, string, boolean]>([
    ['two dates are typed in again in a minute', few, NO_SAVES, '2026-11-26', false],
    ['three are not', enough, NO_SAVES, '2026-11-26', true],
    ['saved, and nothing changed since', enough, saved, '2030-01-01', false],
    ['saved less than thirty days ago', changed, saved, '2026-12-25', false],
    ['changed, and thirty days have passed', changed, saved, '2026-12-26', true],
    ['put aside, and nothing changed since', enough, declined, '2030-01-01', false],
    ['put aside less than ninety days ago', changed, declined, '2027-02-23', false],
    ['changed, and ninety days have passed', changed, declined, '2027-02-24', true],
    ['put aside, saved later, and nothing changed since', changed, both, '2027-06-01', false],
  ])('%s', (_why, household, saves, today, offered) => {
    expect(offersBackup(household, saves, civil(today))).toBe(offered);
  });

  it('is remembered in a shape that can be stored, without what was typed in', () => {
    expect(Saves.parse(structuredClone(both))).toEqual(both);
    expect(JSON.stringify(both)).not.toMatch(/1990|2027-05/);
  });
});
