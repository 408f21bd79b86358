import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../lib/calendar/calendar-file.ts';
import { type CalendarInput, calendarOf } from '../../../lib/calendar/calendar-of.ts';
import { series } from '../../../lib/calendar/series.ts';
import { addDays, daysBetween } from '../../../lib/dates/arithmetic.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { exportBackup, readBackupText } from '../../../lib/household/backup.ts';
import { emptyPerson, type Household } from '../../../lib/household/schema.ts';
import { DEADLINE_KINDS } from '../../../lib/knowledge/vocabulary.ts';
import { EMPTY_DELIVERIES } from '../../../lib/reminders/deliveries.ts';
import { EMPTY_WISHES, setRungs } from '../../../lib/reminders/wishes.ts';
import { stepsOf } from '../../../lib/reminders/ladders.ts';
import type { Deadline } from '../../../lib/rules/deadline.ts';
import { PROCEDURE_OF } from '../../../lib/rules/procedure-of.ts';
import { createStore, type Locks } from '../../../lib/store.ts';
import { packaged } from '../knowledge/compiled.ts';
import { deadline } from '../reminders/world.ts';
import { readByIcalJs, readByPython } from './readers.ts';

const NOW = { day: civil('2026-11-26'), hour: 12 };
const MADE = Date.UTC(2026, 10, 26, 3);
const SERIES = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ALONE: Household = { version: 2, people: [emptyPerson('p1')], events: [] };
const FAMILY: Household = { ...ALONE, people: [emptyPerson('p1'), { ...emptyPerson('p2'), nickname: 'Mila,\n;' }] };

const input = async (deadlines: readonly Deadline[], language = 'en', more: Partial<CalendarInput> = {}) => ({
  series: SERIES,
  deadlines,
  household: ALONE,
  deliveries: EMPTY_DELIVERIES,
  wishes: EMPTY_WISHES,
  language: packaged.languages.find(({ id }) => id === language)!,
  texts: await packaged.interface(language),
  facts: packaged.facts,
  guides: await Promise.all(
    deadlines.flatMap(({ procedure }) => (procedure === null ? [] : packaged.guide(language, procedure))),
  ),
  now: NOW,
  madeAt: MADE,
  ...more,
});
const all = DEADLINE_KINDS.map((kind) => ({ ...deadline(kind, '2027-05-01'), procedure: PROCEDURE_OF[kind] }));
const card = { ...deadline('card-renewal', '2027-05-01', '2027-02-02'), procedure: 'card-renew' };

describe.each([
  ['ical.js', readByIcalJs],
  ['icalendar (Python)', readByPython],
])('by %s', (_, read) => {
  it('a deadline is a day in words, on the day that we advise', async () => {
    const [event] = read(calendarOf(await input([card])));
    expect(event).toMatchObject({
      uid: `${SERIES}/p1/card-renewal/2027-05-01@madoguchi.invalid`,
      start: '2027-04-30', // a Friday; the last day is a Saturday
      summary: 'Get a new My Number Card by Friday, 30 April 2027',
    });
    expect(event?.description.split('\n')).toEqual([
      'Last day by law: Saturday, 1 May 2027.',
      'If missed, from Sunday, 2 May 2027: The card no longer works. A new one can still be ordered.',
      'What to bring: Order with a photo, then bring the old card',
      'The date printed on the card and the counter’s answer always win. Written by Madoguchi, which is unofficial.',
    ]);
  });

  it.each(['en', 'ja', 'ja-easy'])('every kind of deadline has its event and its alarms, in %s', async (language) => {
    const events = read(calendarOf(await input(all, language)));
    expect(events.map(({ uid }) => uid)).toEqual(all.map(({ id }) => `${SERIES}/${id}@madoguchi.invalid`));
    for (const [i, { summary, description, start, alarms }] of events.entries()) {
      const found = all[i]!;
      expect(`${summary}${description}`).not.toMatch(/[｜《》{}]|undefined/);
      const days = new Set(stepsOf(found).map(({ day }) => day));
      expect(alarms.map(({ trigger }) => addDays(civil(start), (trigger / 3600 - 9) / 24))).toEqual(
        [...days].filter((day) => day > NOW.day && day <= found.last),
      );
    }
  });
});

describe('the events', () => {
  it('name nobody who lives alone, and each by nickname in a family', async () => {
    const theirs = [card, { ...card, id: 'p2/card-renewal/2027-05-01', person: 'p2' }];
    const read = async (household: Household) =>
      readByIcalJs(calendarOf(await input(theirs, 'en', { household }))).map(({ summary }) => summary.split(' ')[0]);
    expect(await read(ALONE)).toEqual(['Get', 'Get']);
    expect(await read(FAMILY)).toEqual(['Get', 'Mila,\n;:']);
  });

  it('name no status of residence', async () => {
    for (const language of ['en', 'ja', 'ja-easy']) {
      const texts = await packaged.interface(language);
      const statuses = Object.entries(texts).flatMap(([key, text]) =>
        /^compose\.status-(?!national|foreign|not-said)/.test(key) ? [text] : [],
      );
      expect(statuses).toHaveLength(4);
      const text = readByIcalJs(calendarOf(await input(all, language)))
        .map(({ summary, description }) => `${summary}\n${description}`)
        .join('\n');
      for (const status of statuses) expect(text.toLowerCase()).not.toContain(status.toLowerCase());
    }
  });

  it('stand on the last day once the advised one has passed, under the same id', async () => {
    const found = { ...card, opens: null, advised: civil('2026-11-20'), last: civil('2026-11-28') };
    const [event] = readByIcalJs(calendarOf(await input([found])));
    expect(event).toMatchObject({ start: '2026-11-28', uid: `${SERIES}/${card.id}@madoguchi.invalid` });
    expect(event?.alarms.map(({ trigger }) => trigger / 3600)).toEqual([9]);
  });

  it('have no alarm that is over, and none where the person wants no notices', async () => {
    const today = deadline('card-renewal', '2026-11-27');
    const alarms = async (hour: number, muted: readonly string[] = []) => {
      const deliveries = { ...EMPTY_DELIVERIES, muted: [...muted] };
      const text = calendarOf(await input([today], 'en', { now: { ...NOW, hour }, deliveries }));
      return readByIcalJs(text)[0]?.alarms.map(({ trigger }) => trigger / 3600);
    };
    expect(daysBetween(NOW.day, today.last)).toBe(1);
    expect(await alarms(8)).toEqual([-15, 9]);
    expect(await alarms(9)).toEqual([9]);
    expect(await alarms(8, [today.id])).toEqual([]);
    const wishes = setRungs(EMPTY_WISHES, 'card-renewal', ['last']);
    const [chosen] = readByIcalJs(calendarOf(await input([today], 'en', { now: { ...NOW, hour: 8 }, wishes })));
    expect(chosen?.alarms.map(({ trigger }) => trigger / 3600)).toEqual([9]);
  });

  it('tell a date of one’s own in the person’s words, as no law and without its page', async () => {
    const note = { text: '児童手当：現況届', page: 'https://www.city.example.lg.jp/a' };
    const own = { ...deadline('own-date', '2027-06-30'), procedure: null, note };
    const text = calendarOf(await input([own]));
    expect(readByIcalJs(text)[0]).toMatchObject({ summary: '児童手当：現況届: by Wednesday, 30 June 2027' });
    expect(readByIcalJs(text)[0]?.description).toContain('A date you noted yourself: Wednesday, 30 June 2027.');
    expect(text).not.toMatch(/by law|example\.lg/);
  });

  it('say where something is missing', async () => {
    const read = async (certainty: Deadline['certainty']) =>
      readByIcalJs(calendarOf(await input([{ ...card, certainty }])))[0]?.description;
    expect(await read('cautious')).toContain('we take the earlier day');
    expect(await read('derived')).not.toContain('we take the earlier day');
  });
});

describe('the file', () => {
  const people = {
    ...ALONE,
    people: [{ ...emptyPerson('p1'), dates: { ...emptyPerson('p1').dates, card: civil('2027-05-01') } }],
  };
  const settings = { version: 1, language: 'ja', sitesOff: [], hover: true, places: [] };
  /** A browser profile of its own; `make` gives a file as the desk does. */
  function installation(stored: Record<string, unknown> = { household: people, settings }) {
    const items = new Map(Object.entries(stored));
    const locks = { request: async (_: string, work: () => unknown) => work() } as unknown as Locks;
    const store = createStore(
      {
        get: async (key) => items.get(key),
        set: async (key, value) => void items.set(key, value),
        remove: async (key) => void items.delete(key),
      },
      locks,
    );
    const make = (ids: readonly string[] = ['p1/card-renewal/2027-05-01'], at = MADE) =>
      calendarFile({ store, packaged }, ids, NOW, at);
    return { items, make };
  }
  const uids = (text: string) => readByIcalJs(text).map(({ uid }) => uid);

  it('holds the deadlines asked for, in the language chosen', async () => {
    const text = await installation().make(['p1/card-renewal/2027-05-01', 'p9/gone/2020-01-01']);
    const [event, ...more] = readByIcalJs(text);
    expect(more).toEqual([]);
    expect(event?.summary).toContain('マイナンバーカード');
  });

  it('made again has the same ids and a greater sequence', async () => {
    const { make } = installation();
    const [first, later] = [readByPython(await make()), readByPython(await make(undefined, MADE + 60_000))];
    expect(later[0]).toEqual({
      ...first[0],
      sequence: first[0]!.sequence + 1,
      stamp: '2026-11-26T03:01:00Z',
      modified: '2026-11-26T03:01:00Z',
    });
  });

  it('of another household has other ids, for the same person, kind and day', async () => {
    const [one, other] = await Promise.all([installation().make(), installation().make()]);
    expect(uids(one)[0]).toMatch(/^[0-9a-f-]{36}\/p1\/card-renewal\/2027-05-01@madoguchi\.invalid$/);
    expect(uids(other)).not.toEqual(uids(one));
    // Both in one calendar: two entries.
    expect(new Set([...uids(one), ...uids(other)]).size).toBe(2);
  });

  it('has the same ids when the household was put back elsewhere from a backup', async () => {
    const first = installation();
    const before = await first.make();
    const backup = JSON.stringify(exportBackup(Object.fromEntries(first.items)));
    expect(uids(await installation({ ...readBackupText(backup) }).make())).toEqual(uids(before));
  });

  it('stores nothing before the first one is made, and one id after', async () => {
    const { items, make } = installation();
    expect(items.has(series.key)).toBe(false);
    await make();
    const id = items.get(series.key);
    await make();
    expect(items.get(series.key)).toEqual(id);
  });
});
