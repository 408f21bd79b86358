import { describe, expect, it } from 'vitest';
import { civil } from '../../../lib/dates/civil-date.ts';
import {
  acknowledge,
  markDone,
  openNotices,
  postpone,
  reconcile,
  setMuted,
  undoDone,
} from '../../../lib/reminders/index.ts';
import { EMPTY_DELIVERIES } from '../../../lib/reminders/deliveries.ts';
import { at, BUILD, deadline, World } from './world.ts';

/** Thursday 6 May 2027, the day after Golden Week, so that the eve of the last day is a holiday. */
const CARD = deadline('card-renewal', '2027-05-06', '2027-02-07');
const ID = CARD.id;

describe('one deadline through time', () => {
  it('speaks once on each rung', () => {
    const world = new World([CARD]);
    const days = [
      '2026-12-01',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-03-07',
      '2027-04-06',
      '2027-04-29',
      '2027-05-05',
      '2027-05-06',
      '2027-05-07',
      '2027-05-08',
    ];
    expect(days.map((day) => world.rungs(day))).toEqual([
      [],
      [],
      ['opens'],
      [],
      ['d60'],
      ['d30'],
      ['d7'],
      ['d1'],
      ['last'],
      ['past'],
      [],
    ]);
  });

  it.each([
    [8, []],
    [9, ['opens']],
  ])('at %i in Japan on the day itself: %o', (hour, rungs) => {
    expect(new World([CARD]).rungs('2027-02-07', hour)).toEqual(rungs);
  });

  it('shows only the newest rung to somebody who comes late, and none of the missed ones ever', () => {
    const world = new World([CARD]);
    expect(world.rungs('2027-04-10')).toEqual(['d30']);
    expect(Object.keys(world.deliveries.notices).toSorted()).toEqual([`${ID}#d30`, `${ID}#d60`, `${ID}#opens`]);
    expect(world.rungs('2027-04-11')).toEqual([]);
    expect(openNotices(world.deliveries, world.deadlines)).toMatchObject([
      { deadline: ID, rung: 'd30', notices: [`${ID}#d30`] },
    ]);
  });

  it.each([
    ['2027-05-07', ['past'], 'the day after'],
    ['2027-07-05', ['past'], 'sixty days after'],
    ['2027-07-06', [], 'older than that: in the list, but no news'],
  ])('entered on %s, after its end: %o (%s)', (day, rungs) => {
    expect(new World([CARD]).rungs(day)).toEqual(rungs);
  });

  it('takes the older notification away when a newer one comes, and still counts one open deadline', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'));
    const { open } = world.run(at('2027-03-07'));
    expect([...world.screen.keys()]).toEqual([`${ID}#d60`]);
    expect(open).toMatchObject([{ deadline: ID, rung: 'd60' }]);
    expect(open[0]?.notices.toSorted()).toEqual([`${ID}#d60`, `${ID}#opens`]);
  });

  it('does not depend on the order of the keys in the store, for browsers sort them', () => {
    const world = new World([CARD]);
    world.run(at('2027-04-10'));
    const reversed = {
      ...world.deliveries,
      notices: Object.fromEntries(Object.entries(world.deliveries.notices).toReversed()),
    };
    expect(openNotices(reversed, [CARD])).toEqual(openNotices(world.deliveries, [CARD]));
  });

  it.each([
    ['2026-12-01', '2027-02-07'],
    ['2027-02-07', '2027-03-07'],
    ['2027-05-07', null],
  ])('on %s looks forward to %s', (day, next) => {
    expect(new World([CARD]).run(at(day)).next).toEqual(next === null ? null : { day: next, hour: 9 });
  });

  it('looks forward to nine o’clock of the same day', () => {
    expect(new World([CARD]).run(at('2027-02-07', 3)).next).toEqual({ day: '2027-02-07', hour: 9 });
  });
});

describe('a last day on which offices are closed', () => {
  it('counts the last week back from the advised day', () => {
    const world = new World([deadline('card-extension', '2027-05-02')]); // Sunday in Golden Week; advised Friday 30 April
    const days = ['2027-04-23', '2027-04-29', '2027-04-30', '2027-05-01', '2027-05-02', '2027-05-03'];
    expect(days.map((day) => world.rungs(day))).toEqual([['d7'], ['d1'], ['advised'], [], ['last'], ['past']]);
  });
});

describe('no rung before something can be done', () => {
  it('two weeks for a new address', () => {
    const world = new World([deadline('move-in', '2027-04-15', '2027-04-01')]);
    const days = ['2027-03-31', '2027-04-01', '2027-04-08', '2027-04-14', '2027-04-15', '2027-04-16'];
    expect(days.map((day) => world.rungs(day))).toEqual([[], ['opens'], ['d7'], ['d1'], ['last'], ['past']]);
  });
});

describe('a worker that dies', () => {
  it.each(['stored', 'showing'] as const)('after %s: the same notice again, in its own place', (death) => {
    const world = new World([CARD]);
    const first = world.run(at('2027-02-07'), death);
    expect(first.show).toHaveLength(1);
    expect(openNotices(world.deliveries, [CARD])).toHaveLength(1);
    const second = world.run(at('2027-02-07', 13));
    expect(second.show).toEqual(first.show);
    expect([...world.screen.keys()]).toEqual([`${ID}#opens`]);
    expect(world.run(at('2027-02-07', 14)).show).toEqual([]);
  });

  it('does not come again once it was acknowledged in the popup', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'), 'stored');
    world.deliveries = acknowledge(world.deliveries, [`${ID}#opens`]);
    expect(world.run(at('2027-02-07', 13))).toMatchObject({ show: [], open: [] });
  });
});

/** `opens` and `d60` were shown, none was answered. */
const shown = () => {
  const world = new World([CARD]);
  world.run(at('2027-02-07'));
  world.run(at('2027-03-07'));
  return world;
};

describe('answers', () => {
  it('acknowledged: closed, no longer open, with everything before it; the next rung comes', () => {
    const world = shown();
    world.deliveries = acknowledge(world.deliveries, [`${ID}#d60`]);
    expect(world.run(at('2027-03-08'))).toMatchObject({ show: [], open: [] });
    expect(world.screen.size).toBe(0);
    expect(world.rungs('2027-04-06')).toEqual(['d30']);
  });

  it('acknowledging an older one leaves the newer one open', () => {
    const world = shown();
    world.deliveries = acknowledge(world.deliveries, [`${ID}#opens`]);
    expect(openNotices(world.deliveries, [CARD])).toMatchObject([{ notices: [`${ID}#d60`] }]);
  });

  it('done: nothing more; taken back: open again', () => {
    const world = shown();
    world.deliveries = markDone(world.deliveries, ID, civil('2027-03-08'));
    expect(world.run(at('2027-03-08'))).toMatchObject({ show: [], open: [], next: null });
    expect(world.screen.size).toBe(0);
    expect(world.rungs('2027-04-06')).toEqual([]);
    world.deliveries = undoDone(world.deliveries, ID);
    expect(world.run(at('2027-04-06'))).toMatchObject({ show: [{ rung: 'd30' }], open: [{ rung: 'd30' }] });
  });

  it('muted: the same, and the dates stay', () => {
    const world = shown();
    world.deliveries = setMuted(world.deliveries, ID, true);
    expect(world.run(at('2027-04-06'))).toMatchObject({ show: [], open: [], next: null });
    world.deliveries = setMuted(world.deliveries, ID, false);
    expect(world.rungs('2027-04-07')).toEqual(['d30']);
  });

  it('later: hidden until that day, then the current rung anew, once', () => {
    const world = shown();
    world.deliveries = postpone(world.deliveries, ID, civil('2027-03-10'));
    expect(world.run(at('2027-03-08'))).toMatchObject({ show: [], open: [], next: { day: '2027-03-10', hour: 9 } });
    expect(world.screen.size).toBe(0);
    expect(world.rungs('2027-03-10', 8)).toEqual([]);
    expect(world.rungs('2027-03-10', 9)).toEqual(['d60']);
    expect([...world.screen.keys()]).toEqual([`${ID}#d60`]);
    expect(world.rungs('2027-03-10', 10)).toEqual([]);
    expect(world.rungs('2027-03-11')).toEqual([]);
    expect(world.rungs('2027-04-06')).toEqual(['d30']);
  });

  it('later, past a rung: that rung on the day', () => {
    const world = shown();
    world.deliveries = postpone(world.deliveries, ID, civil('2027-04-10'));
    expect(world.rungs('2027-04-06')).toEqual([]);
    expect(world.rungs('2027-04-10')).toEqual(['d30']);
  });

  it('later, after acknowledging: still comes', () => {
    const world = shown();
    world.deliveries = postpone(acknowledge(world.deliveries, [`${ID}#d60`]), ID, civil('2027-03-10'));
    expect(world.rungs('2027-03-09')).toEqual([]);
    expect(world.rungs('2027-03-10')).toEqual(['d60']);
  });

  it('later, and done before: does not come', () => {
    const world = shown();
    world.deliveries = markDone(postpone(world.deliveries, ID, civil('2027-03-10')), ID, civil('2027-03-09'));
    expect(world.rungs('2027-03-10')).toEqual([]);
  });

  it('give the same object when nothing changes', () => {
    const { deliveries } = shown();
    expect(acknowledge(deliveries, ['p9/move-in/2027-01-01#d7'])).toBe(deliveries);
    expect(undoDone(deliveries, ID)).toBe(deliveries);
    expect(setMuted(deliveries, ID, false)).toBe(deliveries);
    const done = markDone(deliveries, ID, civil('2027-03-08'));
    expect(markDone(done, ID, civil('2027-03-09'))).toBe(done);
    const put = postpone(deliveries, ID, civil('2027-03-10'));
    expect(postpone(put, ID, civil('2027-03-10'))).toBe(put);
  });
});

describe('a date that was changed', () => {
  it('closes what belonged to the old one, and knows it again when the change is undone', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'));
    world.deadlines = [];
    expect(world.run(at('2027-02-08'))).toMatchObject({ show: [], open: [] });
    expect(world.screen.size).toBe(0);
    world.deadlines = [CARD];
    expect(world.run(at('2027-02-08', 13))).toMatchObject({ show: [], open: [{ rung: 'opens' }] });
  });
});

const many = (n: number) =>
  Array.from({ length: n }, (_, i) => deadline('certificate-renewal', '2027-05-06', '2027-02-07', `p${i + 1}`));

describe('several at once', () => {
  it('three come one by one', () => {
    expect(new World(many(3)).run(at('2027-02-07')).show).toHaveLength(3);
  });

  it('four share one notification', () => {
    const world = new World(many(4));
    const { show, open } = world.run(at('2027-02-07'));
    expect(show).toMatchObject([{ id: 'digest/2027-02-07', rung: 'digest' }]);
    expect(show[0]?.deadlines).toHaveLength(4);
    expect(open).toHaveLength(4);
    expect(world.run(at('2027-02-07', 13)).show).toEqual([]);
  });

  it('what comes on the same day joins it, and it shows everything that is open', () => {
    const world = new World(many(4));
    world.run(at('2027-02-07'));
    world.deadlines = many(5);
    const { show } = world.run(at('2027-02-07', 13));
    expect(show).toMatchObject([{ id: 'digest/2027-02-07' }]);
    expect(show[0]?.deadlines).toHaveLength(5);
  });

  it('one that was gone when it was shown is shown when it is put back', () => {
    const world = new World(many(4));
    world.run(at('2027-02-07'), 'stored');
    world.deadlines = many(3);
    expect(world.run(at('2027-02-07', 13)).show[0]?.deadlines).toHaveLength(3);
    world.deadlines = many(4);
    expect(world.run(at('2027-02-07', 14)).show[0]?.deadlines).toHaveLength(4);
    expect(world.run(at('2027-02-07', 15)).show).toEqual([]);
  });

  it('stays until the last of them is answered', () => {
    const world = new World(many(4));
    world.run(at('2027-02-07'));
    for (const { id } of many(3)) world.deliveries = markDone(world.deliveries, id, civil('2027-02-08'));
    expect(world.run(at('2027-02-08'))).toMatchObject({
      open: [{ deadline: 'p4/certificate-renewal/2027-05-06' }],
    });
    world.deliveries = acknowledge(world.deliveries, ['p4/certificate-renewal/2027-05-06#opens']);
    expect(world.run(at('2027-02-08'))).toMatchObject({ open: [] });
    expect(world.screen.size).toBe(0);
  });

  it('after a year without the browser: one notification, and the leap is said once', () => {
    const world = new World(many(10));
    world.run(at('2026-12-01'));
    const { show, clock } = world.run(at('2027-05-01'));
    expect(clock).toBe('leapt');
    expect(show).toMatchObject([{ id: 'digest/2027-05-01' }]);
    expect(world.run(at('2027-05-01', 13)).clock).toBe('fine');
  });
});

describe('a clock that goes wrong', () => {
  it.each([
    [null, '2026-11-23', 'before-build'],
    ['2027-02-07', '2000-01-01', 'before-build'],
    ['2027-02-07', '2027-02-06', 'went-back'],
    ['2027-02-07', '2027-02-07', 'fine'],
    ['2027-02-07', '2027-02-09', 'fine'],
    ['2027-02-07', '2027-02-10', 'leapt'],
    [null, '2027-02-10', 'fine'],
  ])('last run %s, now %s: %s', (seen, day, clock) => {
    const deliveries = { ...EMPTY_DELIVERIES, seen: seen === null ? null : civil(seen) };
    expect(reconcile({ deadlines: [], deliveries, now: at(day), buildDay: BUILD }).clock).toBe(clock);
  });

  it.each(['2027-02-07', '2027-02-06'])(
    'back by a day and forth (to %s and back): nothing anew, nothing forgotten',
    (back) => {
      const world = new World([CARD]);
      world.run(at('2027-02-08'));
      const before = world.deliveries;
      world.deadlines = [CARD, deadline('certificate-renewal', '2027-05-06', '2027-02-01')]; // typed in while the clock is wrong
      expect(world.run(at(back))).toMatchObject({
        show: [],
        clock: 'went-back',
        open: [{ rung: 'opens' }],
        next: { day: '2027-02-08', hour: 9 },
      });
      expect(world.deliveries).toBe(before);
      expect([...world.screen.keys()]).toEqual([`${ID}#opens`]);
      expect(world.run(at('2027-02-08', 13)).show).toMatchObject([{ id: 'p1/certificate-renewal/2027-05-06#opens' }]);
    },
  );

  it('an intent that was stored before the clock went back is shown again', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'), 'stored');
    expect(world.rungs('2027-02-06')).toEqual(['opens']);
    expect(world.rungs('2027-02-06', 13)).toEqual([]);
  });

  it('before the build day: nothing new, nothing forgotten', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'));
    const before = world.deliveries;
    world.deadlines = [CARD, deadline('move-in', '1999-12-20', '1999-12-06')];
    expect(world.run(at('2000-01-01'))).toMatchObject({ show: [], clock: 'before-build', open: [{ rung: 'opens' }] });
    expect(world.deliveries).toBe(before);
  });

  it('years ahead and put right: what fell due only by the wrong clock comes again on its right day', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'));
    expect(world.rungs('2027-05-20')).toEqual(['past']); // three months ahead
    world.deliveries = acknowledge(world.deliveries, [`${ID}#past`]);

    const right = world.run(at('2027-02-10'));
    expect(right).toMatchObject({ show: [], clock: 'went-back', next: { day: '2027-02-11', hour: 9 } });
    expect(world.screen.size).toBe(0);
    expect(world.run(at('2027-02-10', 20))).toMatchObject({ show: [], clock: 'went-back' });

    expect(
      [
        '2027-02-11',
        '2027-03-06',
        '2027-03-07',
        '2027-04-06',
        '2027-04-29',
        '2027-05-05',
        '2027-05-06',
        '2027-05-07',
      ].map((day) => world.rungs(day)),
    ).toEqual([[], [], ['d60'], ['d30'], ['d7'], ['d1'], ['last'], ['past']]);
  });

  it('ahead and put right, over a rung that was only swallowed by the wrong clock', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-01'));
    expect(world.rungs('2027-04-10')).toEqual(['d30']); // swallows `opens` and `d60`
    expect(world.rungs('2027-02-20')).toEqual([]); // the true day: `opens` has been due for two weeks
    expect(world.rungs('2027-02-21')).toEqual(['opens']);
    expect(world.rungs('2027-03-07')).toEqual(['d60']);
  });

  it('ahead and put right: a day to which something was put off is kept', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-07'));
    world.deliveries = postpone(world.deliveries, ID, civil('2027-02-20'));
    expect(world.rungs('2027-02-21')).toEqual(['opens']); // by the wrong clock
    world.run(at('2027-02-10'));
    expect(world.rungs('2027-02-11')).toEqual([]);
    expect(world.rungs('2027-02-20')).toEqual(['opens']);
  });

  it('ahead by years, with nothing due by then: the true days go on as if nothing had been', () => {
    const world = new World([CARD]);
    world.run(at('2027-02-01'));
    expect(world.rungs('2031-01-01')).toEqual([]);
    expect(world.run(at('2027-02-02')).clock).toBe('went-back');
    expect(world.run(at('2027-02-03')).clock).toBe('fine');
    expect(world.rungs('2027-02-07')).toEqual(['opens']);
  });

  it('keeps done, muted and later when the clock is put right', () => {
    const world = new World([CARD]);
    world.run(at('2030-01-01'));
    world.deliveries = setMuted(markDone(world.deliveries, ID, civil('2030-01-01')), 'p2/move-in/2027-03-01', true);
    world.run(at('2027-02-10'));
    expect(world.deliveries).toMatchObject({ done: { [ID]: '2030-01-01' }, muted: ['p2/move-in/2027-03-01'] });
  });
});
