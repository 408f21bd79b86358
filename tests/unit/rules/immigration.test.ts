import { describe, expect, it } from 'vitest';
import { cardDetails } from '../../../lib/rules/details.ts';
import {
  immigrationEmployer,
  immigrationSpouse,
  residenceCardDetails,
  residenceCardLost,
} from '../../../lib/rules/immigration.ts';
import { lasts, life, only, type Happened } from '../../fixtures/life.ts';
import type { Said } from '../../fixtures/people.ts';

const limited: Said = { status: 'limited-stay' };

describe('employer and school', () => {
  it.each<[Happened, string, string, string | null, string]>([
    [['job-left', '2026-12-31'], '2027-01-14', '2027-01-14', null, 'the day itself is not counted'],
    [['job-started', '2026-12-20'], '2027-01-03', '2026-12-28', '2027-01-04', 'over the New Year closing'],
    [['school-changed', '2027-04-15'], '2027-04-29', '2027-04-28', '2027-04-30', 'a holiday'],
    [['job-left', '2026-12-31', { insured: false }], '2027-01-14', '2027-01-14', null, 'whatever the insurance'],
  ])('%s: last %s, advised %s, by law moved to %s (%s)', (told, last, advised, moved) => {
    expect(only(immigrationEmployer, life(limited, told))).toMatchObject({
      id: `p1/immigration-employer/${told[1]}`,
      opens: told[1],
      last,
      advised,
      moved,
      certainty: 'cautious', // which statuses must report is not asked
      missing: [],
      facts: ['immigration-notification-14-days', 'counting-rules'],
    });
  });

  it('is two notices for a new employer, and one on the same day', () => {
    const days = (started: string) =>
      lasts(immigrationEmployer, life(limited, ['job-left', '2026-12-31'], ['job-started', started]));
    expect(days('2027-01-01')).toEqual(['2027-01-14', '2027-01-15']);
    expect(days('2026-12-31')).toEqual(['2027-01-14']);
  });

  it.each<[string, Said, Happened[], number]>([
    ['a national', { status: 'national' }, [], 0],
    ['a permanent resident', { status: 'permanent' }, [], 0],
    ['a stay that was typed', { stay: '2028-01-01' }, [], 1],
    ['permanent since', limited, [['status-granted', '2026-12-01']], 0],
    ['permanent only later', limited, [['status-granted', '2027-12-01']], 1],
    ['before residence cards', limited, [['job-left', '2012-07-08']], 1],
  ])('%s', (_, said, told, count) => {
    expect(immigrationEmployer(life(said, ['job-left', '2026-12-31'], ...told))).toHaveLength(count);
  });
});

describe('a spouse on whom the status rests', () => {
  it('is reported like an employer', () => {
    expect(only(immigrationSpouse, life({ stay: '2028-01-01' }, ['spouse-changed', '2026-11-10']))).toMatchObject({
      id: 'p1/immigration-spouse/2026-11-10',
      last: '2026-11-24',
      certainty: 'cautious',
      missing: ['status'],
    });
    expect(only(immigrationSpouse, life(limited, ['spouse-changed', '2026-11-10']))?.certainty).toBe('derived');
    expect(immigrationSpouse(life({ status: 'permanent' }, ['spouse-changed', '2026-11-10']))).toEqual([]);
  });
});

describe('the residence card', () => {
  it.each<[string, Said, Happened[], number, number]>([
    ['a limited stay', limited, [], 1, 1],
    ['a permanent resident', { status: 'permanent' }, [], 1, 1],
    ['a highly skilled professional (ii)', { status: 'highly-skilled-2' }, [], 1, 1],
    ['a special permanent resident has another certificate', { status: 'special-permanent' }, [], 0, 0],
    ['a national', { status: 'national' }, [], 0, 0],
    ['nothing known: who lost one has one', {}, [], 1, 0],
    ['a residence card that was typed', { residenceCard: '2030-01-01' }, [], 1, 1],
    ['a new card for a stay without end', { status: 'permanent' }, [['residence-card-issued', '2026-11-20']], 0, 0],
    ['a new card with a new stay', limited, [['stay-extended', '2026-11-20']], 0, 0],
    ['a card from before', { status: 'permanent' }, [['residence-card-issued', '2026-11-09']], 1, 1],
  ])('%s', (_, said, told, lost, details) => {
    expect(residenceCardLost(life(said, ['residence-card-lost', '2026-11-10'], ...told))).toHaveLength(lost);
    expect(residenceCardDetails(life(said, ['details-changed', '2026-11-10'], ...told))).toHaveLength(details);
  });

  it('is reported within 14 days', () => {
    expect(only(residenceCardLost, life(limited, ['residence-card-lost', '2026-11-01']))).toMatchObject({
      id: 'p1/residence-card-lost/2026-11-01',
      last: '2026-11-15',
      advised: '2026-11-13',
      moved: '2026-11-16',
      facts: ['residence-card-lost-14-days', 'counting-rules'],
    });
    expect(only(residenceCardDetails, life(limited, ['details-changed', '2026-11-10']))).toMatchObject({
      last: '2026-11-24',
      certainty: 'derived',
      facts: ['residence-card-details-14-days', 'counting-rules'],
    });
  });
});

describe('details on the My Number Card', () => {
  it('are changed at city hall, whoever one is', () => {
    for (const said of [{}, limited, { status: 'national' } as const])
      expect(only(cardDetails, life(said, ['details-changed', '2026-12-16']))).toMatchObject({
        id: 'p1/card-details/2026-12-16',
        opens: '2026-12-16',
        last: '2026-12-30',
        advised: '2026-12-28',
        moved: '2027-01-04',
        certainty: 'derived',
        facts: ['change-14-days', 'counting-rules'],
      });
  });

  it('stand on a card that was made since', () => {
    expect(cardDetails(life({}, ['details-changed', '2026-11-10'], ['card-issued', '2026-11-20']))).toEqual([]);
    expect(cardDetails(life({}, ['details-changed', '2026-11-10'], ['card-issued', '2026-11-01']))).toHaveLength(1);
  });
});
