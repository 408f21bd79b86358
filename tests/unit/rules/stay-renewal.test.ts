import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import { extensionOpens, stayRenewal } from '../../../lib/rules/limited-stay.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { person, type Said } from '../../fixtures/people.ts';

const renewal = (said: Said) =>
  stayRenewal({ person: person(said), events: [], facts: FACTS, today: civil('2026-11-24') });

describe('when an extension of the stay can be asked for', () => {
  it.each([
    ['2027-05-06', '2027-02-06', 'plain: the same day'],
    ['2027-10-20', '2027-07-20', 'a stay of one year'],
    ['2027-05-31', '2027-03-01', 'sources differ between 28 February and 1 March: the later day'],
    ['2028-05-31', '2028-03-01', 'the same in a leap year'],
    ['2027-12-31', '2027-10-01', 'there is no 31 September'],
    ['2027-05-28', '2027-02-28', 'a month end that exists'],
    ['2027-02-28', '2026-11-28', 'from a short month'],
  ])('stay until %s: from %s (%s)', (stay, opens) => {
    expect(extensionOpens(civil(stay), 3)).toBe(opens);
  });
});

describe('stay renewal', () => {
  it.each<[string, string, string | null, string]>([
    ['2027-05-06', '2027-05-06', null, 'an open Thursday'],
    ['2027-05-01', '2027-04-30', '2027-05-06', 'Saturday before Golden Week: filing moves, the stay does not'],
    ['2026-12-31', '2026-12-28', '2027-01-04', 'New Year'],
  ])('stay %s: advised %s, filing moves to %s (%s)', (stay, advised, moved) => {
    expect(renewal({ status: 'limited-stay', stay })).toMatchObject([
      { id: `p1/stay-renewal/${stay}`, last: stay, advised, moved, certainty: 'printed', missing: [] },
    ]);
  });

  it('is cautious while the status is not said', () => {
    expect(renewal({ stay: '2027-05-06' })).toMatchObject([{ certainty: 'cautious', missing: ['status'] }]);
  });

  it.each(['national', 'permanent', 'special-permanent', 'highly-skilled-2'] as const)(
    'does not concern %s',
    (status) => {
      expect(renewal({ status, stay: '2027-05-06' })).toEqual([]);
    },
  );

  it('names no first day where the window is not known', () => {
    expect(renewal({ status: 'limited-stay', stay: '2020-05-07' })).toMatchObject([
      { opens: null, certainty: 'cautious' },
    ]);
  });
});
