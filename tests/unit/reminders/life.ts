/** A life as a list of steps, made by chance, and how it is played on a computer. */
import * as fc from 'fast-check';
import type { Actions } from '../../../components/ui/actions.ts';
import { civil, type CivilDate } from '../../../lib/dates/civil-date.ts';
import { addDays } from '../../../lib/dates/index.ts';
import { todayInJapan } from '../../../lib/dates/today.ts';
import type { Household } from '../../../lib/household/schema.ts';
import { STATUSES } from '../../../lib/knowledge/vocabulary.ts';
import { ITEMS } from '../../../lib/items.ts';
import type { Deliveries } from '../../../lib/reminders/deliveries.ts';
import { openNotices } from '../../../lib/reminders/index.ts';
import { deadlinesOf } from '../../../lib/rules/index.ts';
import { chance } from '../../bench/statistics.ts';
import { FACTS } from '../../fixtures/facts.ts';
import { type Call, Computer, type Display, type Fate, useClockOf, type Writing } from './computer.ts';
import * as promises from './promises.ts';
import { BUILD } from './world.ts';

const HOUR_MS = 3_600_000;
/** Noon in Japan, some days after the build. */
const BIRTH = Date.parse('2026-12-14T12:00:00+09:00');
export const ZONES = [
  'Asia/Tokyo',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Pacific/Niue',
] as const;
const FIELDS = ['card', 'stay', 'licence', 'certificate'] as const;

/** What a person does in one of two windows. `days`: from today. */
type Act = { window: 0 | 1 } & (
  | { do: 'done' | 'not-done' | 'tomorrow' | 'week' | 'seen' | 'mute' | 'unmute' | 'remove-person'; which: number }
  | { do: 'date'; which: number; field: (typeof FIELDS)[number]; days: number | null }
  | { do: 'status'; which: number; status: number }
  | { do: 'moved' | 'job-left' | 'born'; which: number; days: number }
  | { do: 'edit-event' | 'remove-event'; which: number; days: number }
  | { do: 'add-person' | 'undo' | 'backup' | 'restore' | 'erase' }
);
type Step =
  | { do: 'acts'; acts: Act[]; hint: boolean }
  | { do: 'time'; hours: number; asleep: boolean }
  | { do: 'closed'; hours: number; alarmLost: boolean }
  | { do: 'clock'; hours: number }
  | { do: 'zone'; zone: number }
  | { do: 'alarm-lost' | 'screen-cleared' | 'event' };
/** What goes wrong meanwhile. `death`, `failure`: at which call; `order`: who is let through first. */
type Trouble = { death: number; after: boolean; failure: number; order: number };
export type Life = { first: Act[]; steps: { step: Step; trouble: Trouble }[] };

const NEVER = 1000;
const which = fc.nat(7);
const near = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 35 }) },
  { weight: 2, arbitrary: fc.integer({ min: -70, max: 130 }) },
);
const window = fc.constantFrom<0 | 1>(0, 1);
const date = fc.record({
  window,
  do: fc.constant('date' as const),
  which,
  field: fc.constantFrom(...FIELDS),
  days: fc.option(near, { nil: null, freq: 5 }),
});
const event = fc.record({ window, do: fc.constantFrom('moved' as const, 'job-left', 'born'), which, days: near });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      window,
      do: fc.constantFrom('done' as const, 'not-done', 'tomorrow', 'week', 'seen', 'mute', 'unmute'),
      which,
    }),
  },
  { weight: 3, arbitrary: date },
  { weight: 2, arbitrary: event },
  {
    weight: 2,
    arbitrary: fc.record({ window, do: fc.constantFrom('edit-event' as const, 'remove-event'), which, days: near }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      window,
      do: fc.constantFrom('undo' as const, 'undo', 'add-person', 'backup', 'restore', 'erase'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ window, do: fc.constant('remove-person' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ window, do: fc.constant('status' as const), which, status: fc.nat(STATUSES.length - 1) }),
  },
);
const hours = (most: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.integer({ min: 1, max: most * 24 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('acts' as const),
      acts: fc.array(act, { minLength: 1, maxLength: 3 }),
      hint: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('time' as const), hours: hours(20), asleep: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('closed' as const), hours: hours(40), alarmLost: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      hours: fc.oneof(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -60 * 24, max: 60 * 24 }),
        fc.integer({ min: -3 * 8760, max: 3 * 8760 }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('zone' as const), zone: fc.nat(ZONES.length - 1) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('alarm-lost' as const, 'screen-cleared', 'event') }),
  },
);
const often = (most: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(NEVER) }, { weight: 1, arbitrary: fc.nat(most) });
const trouble: fc.Arbitrary<Trouble> = fc.record({
  death: often(40),
  after: fc.boolean(),
  failure: fc.oneof({ weight: 5, arbitrary: fc.constant(NEVER) }, { weight: 1, arbitrary: fc.nat(4) }),
  order: fc.nat(),
});
export const anyLife: fc.Arbitrary<Life> = fc.record({
  first: fc.array(fc.oneof({ weight: 2, arbitrary: date }, event), { minLength: 1, maxLength: 3 }),
  steps: fc.array(fc.record({ step, trouble }), { minLength: 2, maxLength: 10 }),
});

/** A promise that was broken, by its name. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly promise: string;
  constructor(promise: string, how: string) {
    super(`${promise}: ${how}`);
    this.promise = promise;
  }
}

/** How often each promise was asked, over all lives that were played. */
export const asked = new Map<string, number>();

function hold<A extends unknown[]>(promise: (...args: A) => string | undefined, ...args: A): void {
  asked.set(promise.name, (asked.get(promise.name) ?? 0) + 1);
  const how = promise(...args);
  if (how !== undefined) throw new Broken(promise.name, how);
}

export type Options = {
  /** makes the computer a broken one */
  breaks?: (computer: Computer) => void;
  /** the zone of a device that never travels */
  zone?: string;
};

let device: Computer;
/** The real clock of the product reads that of the computer on which a life is played. */
export const useDeviceClock = (): void => useClockOf(() => device);

/** Plays a life and throws `Broken` at the first promise that is. Resolves with what was shown, when, in order. */
export async function play({ first, steps }: Life, { breaks, zone }: Options = {}): Promise<string[]> {
  const computer = new Computer(BIRTH);
  device = computer;
  breaks?.(computer);
  process.env['TZ'] = zone ?? ZONES[0];
  const memory: promises.Memory = { met: new Set(), owed: new Map(), erased: false };
  const shown: string[] = [];
  let windows = [computer.open(), computer.open()];
  let backup = '';
  let breach: unknown;

  const moment = () => todayInJapan(computer.clock);
  const state = () => {
    // Whatever was written was read by its schema then.
    const home = (computer.look('household') as Household | undefined) ?? ITEMS.household.empty;
    const stored = (computer.look('deliveries') as Deliveries | undefined) ?? ITEMS.deliveries.empty;
    const now = moment();
    return { household: home, stored, now, deadlines: deadlinesOf(home, FACTS, now.day) };
  };
  /** Told from inside the product, where an exception would be taken for one of the browser. */
  const careful =
    <T>(watch: (what: T) => void) =>
    (what: T): void => {
      try {
        if (breach === undefined) watch(what);
      } catch (error) {
        breach = error;
      }
    };

  function wrote(writing: Writing): void {
    const now = moment();
    hold(promises.storeIsReadable, writing);
    hold(promises.noChangeIsLost, writing);
    hold(promises.workerKeepsAnswers, writing);
    hold(promises.workerForgetsNothing, writing, now);
    hold(promises.ownPlaceIsKept, writing, now);
    remember(writing);
  }

  /** What a writing says about what the person met. */
  function remember({ by, key, before, after, blind }: Writing): void {
    if (by.is === 'window') memory.erased = computer.isEmpty();
    if (key !== 'deliveries') return;
    const [was, is] = [before, after].map((value) => (value as Deliveries | undefined) ?? ITEMS.deliveries.empty) as [
      Deliveries,
      Deliveries,
    ];
    if (after === undefined) {
      memory.met.clear();
      memory.owed.clear();
    }
    for (const id of Object.keys(was.notices)) if (!is.notices[id]) memory.met.delete(id);
    if (by.is === 'worker') return;
    for (const [id, notice] of Object.entries(is.notices)) {
      // Put in place of everything: who made that backup had met them.
      if (notice.acknowledged || (blind && notice.shown)) memory.met.add(id);
      // Stored on its day and answered in the popup before it was on the screen.
      if (notice.acknowledged && notice.due >= (memory.owed.get(notice.deadline) ?? '9999'))
        memory.owed.delete(notice.deadline);
    }
    for (const id of new Set([...Object.keys(was.later), ...Object.keys(is.later)])) {
      const until = is.later[id];
      if (until === was.later[id]) continue;
      // By a clock that went back, tomorrow can be a day on which it came already: then it stays where it is.
      const came = Object.values(is.notices).some(({ deadline, due }) => deadline === id && due >= (until ?? ''));
      if (until === undefined || blind || came) memory.owed.delete(id);
      else memory.owed.set(id, until);
    }
  }

  function showed(display: Display): void {
    const { stored, deadlines, now } = state();
    const showing = { ...display, stored, now, live: deadlines, computer };
    hold(promises.storedBeforeShown, showing);
    hold(promises.neverAfterDone, showing);
    hold(promises.neverAfterDeletion, showing);
    hold(promises.neverAnewByAWrongClock, showing);
    hold(promises.onceNotedIsEnough, showing);
    hold(promises.neverBeforeItsDay, showing);
    shown.push(`${now.day} ${now.hour} ${display.id}: ${display.notices.join(' ')}`);
    for (const notice of display.notices) memory.met.add(notice);
    for (const notice of display.notices) {
      const { deadline, due } = stored.notices[notice] ?? {};
      const until = deadline === undefined ? undefined : memory.owed.get(deadline);
      if (deadline !== undefined && until !== undefined && due !== undefined && due >= until)
        memory.owed.delete(deadline);
    }
  }
  computer.watcher = { wrote: careful(wrote), showed: careful(showed) };

  function perform({ actions }: { actions: Actions }, todo: Act): Promise<void> {
    const { household, stored, now, deadlines } = state();
    const pick = <T>(list: readonly T[]): T | undefined =>
      'which' in todo ? list[todo.which % list.length] : undefined;
    const day = (days: number): CivilDate => addDays(BUILD > now.day ? BUILD : now.day, days);
    const deadline = pick(deadlines)?.id;
    const person = pick(household.people)?.id ?? 'p1';
    const happened = pick(household.events);
    switch (todo.do) {
      case 'done':
        return deadline === undefined ? Promise.resolve() : actions.markDone(deadline, '');
      case 'not-done': {
        const done = pick(Object.keys(stored.done));
        return done === undefined ? Promise.resolve() : actions.undoDone(done, '');
      }
      case 'tomorrow':
      case 'week':
        return deadline === undefined ? Promise.resolve() : actions.later(deadline, todo.do);
      case 'seen': {
        const open = pick(openNotices(stored, deadlines));
        return open ? actions.seen(open.notices) : Promise.resolve();
      }
      case 'mute':
      case 'unmute':
        return deadline === undefined ? Promise.resolve() : actions.setMuted(deadline, todo.do === 'mute');
      case 'date':
        return actions.setDate(person, todo.field, todo.days === null ? null : day(todo.days));
      case 'status':
        return actions.setStatus(person, STATUSES[todo.status] ?? null);
      case 'moved':
        return actions.addEvent({
          kind: 'moved',
          person,
          on: day(todo.days),
          from: 'other-municipality',
          planned: null,
          withCard: false,
        });
      case 'job-left':
        return actions.addEvent({ kind: 'job-left', person, on: day(todo.days), insured: true });
      case 'born':
        return actions.addNewborn({
          kind: 'born',
          on: day(todo.days),
          foreignParents: true,
          specialPermanentParent: false,
        });
      case 'edit-event': {
        if (!happened) return Promise.resolve();
        const { id, ...draft } = happened;
        return actions.editEvent(id, { ...draft, on: day(todo.days) });
      }
      case 'remove-event':
        return happened ? actions.removeEvent(happened.id) : Promise.resolve();
      case 'add-person':
        return actions.addPerson();
      case 'remove-person':
        return actions.removePerson(person);
      case 'undo':
        return actions.undo();
      case 'backup':
        return actions.backup().then((text) => void (backup = text));
      case 'restore':
        return backup === '' ? Promise.resolve() : actions.restore('backup.json', backup);
      case 'erase':
        return actions.erase();
    }
  }

  /** Until everybody is at rest, with this trouble. */
  async function work({ death, after, failure, order }: Trouble): Promise<void> {
    const random = chance(order);
    let calls = 0;
    let sets = 0;
    const fateOf = ({ name }: Call): Fate => {
      if (calls++ === death) return after ? 'dies after' : 'dies before';
      return name.startsWith('set ') && sets++ === failure ? 'fails' : 'done';
    };
    await computer.work((count) => (order === 0 ? 0 : Math.floor(random() * count)), fateOf);
    if (breach !== undefined) throw breach;
    // A window that died is opened again.
    windows = windows.map((one) => (one.process.alive ? one : computer.open()));
  }

  /** Lets time pass while the browser runs; the alarm comes in its time, or when the computer wakes up. */
  async function pass(hoursPassed: number, asleep: boolean, trouble: Trouble): Promise<void> {
    const until = computer.clock + hoursPassed * HOUR_MS;
    const next = (): number => (computer.alarm === null ? Infinity : Math.max(computer.clock, computer.alarm));
    if (!asleep) {
      for (let at = next(); at <= until; at = next()) {
        computer.clock = at;
        await ring(trouble);
      }
    }
    computer.clock = until;
    computer.changed();
    if (computer.alarm !== null && computer.alarm <= until) await ring(trouble);
  }

  async function ring(at: Trouble): Promise<void> {
    computer.alarm = null;
    computer.changed();
    computer.hint();
    await work(at);
  }

  async function live(next: Step, at: Trouble): Promise<void> {
    switch (next.do) {
      case 'acts':
        if (next.hint) computer.hint();
        for (const todo of next.acts) void perform(windows[todo.window]!, todo);
        break;
      case 'time':
        await pass(next.hours, next.asleep, at);
        break;
      case 'closed':
        for (const one of [computer.worker, ...windows.map(({ process }) => process)]) if (one) computer.kill(one);
        windows = [computer.open(), computer.open()];
        computer.screen.clear();
        computer.badge = null;
        computer.note = null;
        computer.clock += next.hours * HOUR_MS;
        if (next.alarmLost) computer.alarm = null;
        computer.changed();
        computer.hint();
        break;
      case 'clock':
        computer.clock += next.hours * HOUR_MS;
        computer.changed();
        break;
      case 'zone':
        if (zone === undefined) process.env['TZ'] = ZONES[next.zone];
        break;
      case 'alarm-lost':
        computer.alarm = null;
        computer.changed();
        break;
      case 'screen-cleared':
        computer.screen.clear();
        break;
      case 'event':
        computer.hint();
        break;
    }
    await work(at);
    rest();
  }

  /** What holds when nobody has anything to do, if a run came to its end since the last change. */
  function rest(): void {
    const { household, stored, now, deadlines } = state();
    if (computer.last?.began !== computer.tick) return;
    if (!computer.last.well) {
      if (computer.worker) hold(promises.failureIsTriedAgain, computer);
      return;
    }
    const at = { computer, memory, stored, household, deadlines, now };
    hold(promises.dueWasShown, at);
    hold(promises.postponedCameAgain, at);
    hold(promises.screenAgrees, at);
    hold(promises.badgeAgrees, at);
    hold(promises.alarmIsRight, at, computer.alarm === null ? null : todayInJapan(computer.alarm).day);
    hold(promises.erasedIsGone, at);
  }

  const peace: Trouble = { death: NEVER, after: false, failure: NEVER, order: 0 };
  try {
    await live({ do: 'acts', acts: first, hint: false }, peace);
    for (const { step: next, trouble: at } of steps) await live(next, at);
    // In the end the clock is right, and everything that was held up comes.
    const { stored, now } = state();
    const late = [stored.seen ?? BUILD, BUILD].reduce((a, b) => (a > b ? a : b));
    if (now.day < late) computer.clock = Date.parse(`${promises.dayAfter(civil(late))}T12:00:00+09:00`);
    computer.changed();
    await live({ do: 'event' }, peace);
    if (computer.last?.well !== true || computer.last.began !== computer.tick)
      throw new Broken('comesToRest', `the last run began at ${computer.last?.began} of ${computer.tick}`);
    return shown;
  } finally {
    for (const one of [computer.worker, ...windows.map(({ process }) => process)]) if (one) computer.kill(one);
  }
}
