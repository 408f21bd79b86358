/** How the person wants to be reminded: which rungs, at what hours, on which days. Days off are Japan's. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isClosedDay } from '../../../lib/dates/index.ts';
import type { CivilDate } from '../../../lib/dates/civil-date.ts';
import { DEADLINE_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { LADDERS, lastDayToTell, rungsOf, rungsToChoose, stepsOf } from '../../../lib/reminders/ladders.ts';
import { heldUntil } from '../../../lib/reminders/quiet.ts';
import { acknowledge, markNotMine, postpone, undoNotMine } from '../../../lib/reminders/index.ts';
import {
  EMPTY_WISHES,
  HOURS,
  RUNG_IDS,
  type RungId,
  setRungs,
  type Wishes,
  Wishes as Schema,
  withVoice,
} from '../../../lib/reminders/wishes.ts';
import { at, BUILD, deadline, World } from './world.ts';

/** Thursday 6 May 2027, the day after Golden Week; the window opens on Sunday, 7 February. */
const CARD = deadline('card-renewal', '2027-05-06', '2027-02-07');
const ID = CARD.id;
const wanting = (wishes: Partial<Wishes>): Wishes => ({ ...EMPTY_WISHES, ...wishes });
const steps = (of: typeof CARD, wishes: Partial<Wishes>) =>
  stepsOf(of, wanting(wishes)).map(({ rung, day }) => `${rung} ${day}`);

describe('the rungs to choose between', () => {
  it.each(DEADLINE_KINDS)('of %s hold what we propose, in order', (kind) => {
    const choice = rungsToChoose(kind);
    expect(choice).toEqual(RUNG_IDS.filter((id) => choice.includes(id)));
    expect(choice).toEqual(expect.arrayContaining(LADDERS[kind].map(({ id }) => id)));
    expect(rungsOf(kind, EMPTY_WISHES)).toEqual(LADDERS[kind].map(({ id }) => id));
  });

  it('are kept in order, and given up for what we propose', () => {
    const chosen = setRungs(EMPTY_WISHES, 'move-in', ['last', 'd7']);
    expect(chosen.rungs).toEqual({ 'move-in': ['d7', 'last'] });
    expect(setRungs(chosen, 'move-in', null)).toEqual(EMPTY_WISHES);
  });

  it('are asked for again by "remind me", where a kind was made silent', () => {
    const silent = setRungs(EMPTY_WISHES, 'move-in', []);
    expect(withVoice(silent, 'move-in')).toEqual(EMPTY_WISHES);
    const chosen = setRungs(EMPTY_WISHES, 'move-in', ['last']);
    expect(withVoice(chosen, 'move-in')).toBe(chosen);
    expect(withVoice(chosen, 'constructor')).toBe(chosen);
  });
});

describe('chosen rungs', () => {
  it.each<[RungId[], string[], string]>([
    [['d90', 'd7'], ['d90 2027-02-07', 'd7 2027-04-29'], 'before it opens: on the day it opens'],
    [['opens', 'd90', 'd7'], ['opens 2027-02-07', 'd7 2027-04-29'], 'unless that day is chosen too'],
    [['past'], ['past 2027-05-07'], 'only afterwards'],
    [[], [], 'none: no notice'],
  ])('%o: %o (%s)', (rungs, expected) => {
    expect(steps(CARD, { rungs: { 'card-renewal': rungs } })).toEqual(expected);
    expect(steps(deadline('licence-renewal', '2027-06-16'), { rungs: { 'card-renewal': rungs } })).not.toEqual([]);
  });

  it('speak on their days and on no other', () => {
    const world = new World([CARD]);
    world.wishes = setRungs(EMPTY_WISHES, 'card-renewal', ['d30', 'last']);
    const days = ['2027-02-07', '2027-03-07', '2027-04-06', '2027-04-29', '2027-05-06', '2027-05-07'];
    expect(days.map((day) => world.rungs(day))).toEqual([[], [], ['d30'], [], ['last'], []]);
  });

  it('bring nothing back when one is taken out that has spoken', () => {
    const world = new World([CARD]);
    expect(world.rungs('2027-03-07')).toEqual(['d60']);
    world.deliveries = acknowledge(world.deliveries, [`${ID}#d60`]);
    world.wishes = setRungs(EMPTY_WISHES, 'card-renewal', ['d90', 'd30', 'last']);
    expect(world.rungs('2027-03-08')).toEqual([]);
    expect(world.rungs('2027-04-06')).toEqual(['d30']);
  });
});

describe('days off', () => {
  const rungs = { 'card-renewal': ['opens', 'd7', 'd1', 'advised', 'last', 'past'] } satisfies Wishes['rungs'];
  it.each<[string, string, string[], string]>([
    [
      '2027-06-14',
      '2027-05-01',
      [
        'opens 2027-05-06',
        'd7 2027-06-07',
        'd1 2027-06-11',
        'advised 2027-06-14',
        'last 2027-06-14',
        'past 2027-06-15',
      ],
      'a Monday: the eve is said on Friday; what opens in Golden Week, on the day after it, for before is too early',
    ],
    [
      '2027-05-01',
      '2027-04-05',
      [
        'opens 2027-04-05',
        'd7 2027-04-23',
        'd1 2027-04-28',
        'advised 2027-04-30',
        'last 2027-04-30',
        'past 2027-05-06',
      ],
      'a Saturday: nothing later than the last office day, and what comes too late when offices open again',
    ],
    [
      '2027-05-04',
      '2027-05-01',
      ['opens 2027-05-01', 'last 2027-05-04', 'past 2027-05-06'],
      'no office day between opening and end: the days themselves',
    ],
  ])('until %s from %s: %o (%s)', (last, opens, expected) => {
    expect(steps(deadline('card-renewal', last, opens), { openDays: true, rungs })).toEqual(expected);
  });
});

describe('a notice that has to wait', () => {
  /** Monday 14 June 2027, with the days before it. */
  const monday = deadline('card-renewal', '2027-06-14');
  /** Sunday 13 June; the last office day is Friday. */
  const sunday = deadline('card-renewal', '2027-06-13');
  const evening = { from: 9, until: 21 };
  it.each<[string, typeof monday, [string, number], Partial<Wishes>, string | null, string]>([
    ['2027-06-14', monday, ['2027-06-01', 3], {}, null, 'nothing is asked'],
    ['2027-06-14', monday, ['2027-06-01', 8], { hours: evening }, '2027-06-01 9', 'too early'],
    ['2027-06-14', monday, ['2027-06-01', 9], { hours: evening }, null, 'the first hour'],
    ['2027-06-14', monday, ['2027-06-01', 20], { hours: evening }, null, 'the last hour'],
    ['2027-06-14', monday, ['2027-06-01', 21], { hours: evening }, '2027-06-02 9', 'too late'],
    ['2027-06-14', monday, ['2027-06-14', 8], { hours: evening }, '2027-06-14 9', 'early on the last day'],
    ['2027-06-14', monday, ['2027-06-14', 22], { hours: evening }, null, 'late on the last day: at once'],
    ['2027-06-14', monday, ['2027-06-05', 12], { openDays: true }, '2027-06-07 9', 'a Saturday'],
    ['2027-06-14', monday, ['2027-06-12', 12], { openDays: true }, null, 'the Saturday before the last Monday'],
    [
      '2027-06-14',
      monday,
      ['2027-06-12', 22],
      { openDays: true, hours: evening },
      '2027-06-13 9',
      'the same, at night: on Sunday',
    ],
    ['2027-06-13', sunday, ['2027-06-12', 3], { openDays: true, hours: evening }, '2027-06-12 9', 'between the two'],
    ['2027-06-13', sunday, ['2027-06-13', 22], { openDays: true, hours: evening }, null, 'the last night: at once'],
    ['2027-06-13', sunday, ['2027-06-19', 12], { openDays: true }, '2027-06-21 9', 'when it is over'],
    ['2027-06-13', sunday, ['2027-08-12', 22], { hours: evening }, null, 'while it is still news'],
  ])('until %s, with %j at %j and %o: %s (%s)', (_last, of, [day, hour], wishes, expected) => {
    const until = heldUntil(of, at(day, hour), wanting(wishes));
    expect(until && `${until.day} ${until.hour}`).toBe(expected);
  });

  it('is not stored, comes at the next free hour, and the alarm is set for then', () => {
    const world = new World([CARD]);
    world.wishes = wanting({ hours: evening });
    expect(world.run(at('2027-03-07', 22))).toMatchObject({ show: [], open: [], next: { day: '2027-03-08', hour: 9 } });
    expect(world.run(at('2027-03-08', 8))).toMatchObject({ show: [], next: { day: '2027-03-08', hour: 9 } });
    expect(world.rungs('2027-03-08', 9)).toEqual(['d60']);
  });

  it('also waits when a worker died before it could show it', () => {
    const world = new World([CARD]);
    world.wishes = wanting({ hours: evening });
    world.run(at('2027-03-07', 20), 'stored');
    expect(world.run(at('2027-03-07', 23))).toMatchObject({ show: [], next: { day: '2027-03-08', hour: 9 } });
    expect(world.rungs('2027-03-08', 9)).toEqual(['d60']);
  });

  it('comes on the next office day when it was put off until a holiday', () => {
    const world = new World([CARD]);
    world.wishes = wanting({ openDays: true });
    world.run(at('2027-03-08'));
    world.deliveries = postpone(world.deliveries, ID, at('2027-03-20').day);
    expect(world.run(at('2027-03-20'))).toMatchObject({ show: [], next: { day: '2027-03-23', hour: 9 } });
    expect(world.rungs('2027-03-23', 9)).toEqual(['d60']);
  });
});

describe('whatever is chosen', () => {
  const anyWishes: fc.Arbitrary<Wishes> = fc.record({
    version: fc.constant(1 as const),
    rungs: fc.record({ 'card-renewal': fc.subarray([...RUNG_IDS]) }, { requiredKeys: [] }),
    hours: fc.option(
      fc.record({
        from: fc.integer({ min: HOURS.from.first, max: HOURS.from.last }),
        until: fc.integer({ min: HOURS.until.first, max: HOURS.until.last }),
      }),
      { nil: null },
    ),
    openDays: fc.boolean(),
    discreet: fc.boolean(),
  });
  /** Around New Year and Golden Week, where days off are many. */
  const anyDay = fc.integer({ min: 0, max: 250 }).map((days) => addDays(BUILD, days));
  const anyDeadline = fc.record({ last: anyDay, window: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }) });
  const built = ({ last, window }: { last: CivilDate; window: number | null }) =>
    deadline('card-renewal', last, window === null ? null : addDays(last, -window));

  it('is read from the store as it was written', () => {
    fc.assert(fc.property(anyWishes, (wishes) => void expect(Schema.parse(structuredClone(wishes))).toEqual(wishes)));
  });

  it('each step before the end lies between opening and last day, and on a day off only where no other is left', () => {
    fc.assert(
      fc.property(anyDeadline, anyWishes, (of, wishes) => {
        const found = built(of);
        const all = stepsOf(found, wishes);
        const chosen = rungsOf('card-renewal', wishes);
        expect(all.length > 0).toBe(chosen.some((id) => id !== 'opens' || found.opens !== null));
        for (const { rung, day } of all) {
          if (rung === 'past') expect(day > found.last).toBe(true);
          else expect(day <= found.last && (found.opens === null || day >= found.opens)).toBe(true);
          if (!wishes.openDays || !isClosedDay(day)) continue;
          const office = (d: CivilDate) => !isClosedDay(d) && d >= found.opens! && d <= found.advised;
          for (let d = found.opens!; d <= found.advised; d = addDays(d, 1)) expect(office(d)).toBe(false);
        }
      }),
    );
  });

  it('what waits comes later than now, in a free hour, and never after the last day that it may be told', () => {
    fc.assert(
      fc.property(anyDeadline, anyDay, fc.integer({ min: 0, max: 23 }), anyWishes, (of, day, hour, wishes) => {
        const found = built(of);
        const until = heldUntil(found, { day, hour }, wishes);
        if (until === null) return;
        expect(until.day > day || (until.day === day && until.hour > hour)).toBe(true);
        expect(until.day <= lastDayToTell(found, day)).toBe(true);
        expect(heldUntil(found, until, { ...wishes, openDays: false })).toBeNull();
      }),
    );
  });

  it('runs night, noon and evening show what is due in free hours, and the newest of it by the last day', () => {
    fc.assert(
      fc.property(anyDeadline, anyWishes, (of, wishes) => {
        const found = built(of);
        const world = new World([found]);
        world.wishes = wishes;
        for (let day = BUILD; day <= addDays(found.last, 12); day = addDays(day, 1)) {
          for (const hour of [3, 12, 22]) {
            const { show } = world.run({ day, hour });
            if (show.length > 0) expect(heldUntil(found, { day, hour }, wishes), `${day} ${hour}`).toBeNull();
          }
        }
        const all = stepsOf(found, wishes);
        const told = (from: CivilDate, until: CivilDate) =>
          world.displays.some(({ day }) => from <= day && day <= until);
        for (const day of [all.findLast((step) => step.day <= found.last)?.day, all.at(-1)?.day]) {
          if (day === undefined || day < BUILD) continue;
          expect(told(day, day > found.last ? addDays(day, 12) : found.last), day).toBe(true);
        }
        expect(world.displays.length).toBeLessThanOrEqual(new Set(all.map(({ day }) => day)).size);
      }),
    );
  }, 60_000);
});

describe('not mine', () => {
  it('is silent and out of badge and popup, and comes back as it was', () => {
    const world = new World([CARD]);
    world.run(at('2027-03-07'));
    world.deliveries = markNotMine(world.deliveries, ID, at('2027-03-08').day);
    expect(markNotMine(world.deliveries, ID, at('2027-03-09').day)).toBe(world.deliveries);
    expect(world.run(at('2027-03-08'))).toMatchObject({ show: [], open: [], next: null });
    expect(world.screen.size).toBe(0);
    expect(world.rungs('2027-04-06')).toEqual([]);
    world.deliveries = undoNotMine(world.deliveries, ID);
    expect(undoNotMine(world.deliveries, ID)).toBe(world.deliveries);
    expect(world.rungs('2027-04-07')).toEqual(['d30']);
  });
});

describe('at the start of the browser', () => {
  const several = (n: number) =>
    Array.from({ length: n }, (_, i) => deadline('certificate-renewal', '2027-05-06', '2027-02-07', `p${i + 1}`));

  it.each([
    [1, ['p1/certificate-renewal/2027-05-06#opens']],
    [2, ['digest/2027-02-07']],
    [3, ['digest/2027-02-07']],
  ])('%i that fell due: %o', (n, ids) => {
    expect(new World(several(n)).run(at('2027-02-07'), 'none', true).show.map(({ id }) => id)).toEqual(ids);
  });

  it('brings nothing that was shown before, answered or not', () => {
    const world = new World(several(3));
    world.run(at('2027-02-07'));
    world.deliveries = acknowledge(world.deliveries, ['p1/certificate-renewal/2027-05-06#opens']);
    const { show, open } = world.run(at('2027-02-08'), 'none', true);
    expect(show).toEqual([]);
    expect(open).toHaveLength(2);
  });

  it('shows the digest again in its place when the worker died', () => {
    const world = new World(several(2));
    world.run(at('2027-02-07'), 'stored', true);
    expect(world.run(at('2027-02-07', 13)).show).toMatchObject([{ id: 'digest/2027-02-07' }]);
  });
});
