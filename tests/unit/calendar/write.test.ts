import { describe, expect, it } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../../lib/calendar/write.ts';
import { civil } from '../../../lib/dates/civil-date.ts';
import { readByIcalJs, readByPython } from './readers.ts';

const MADE = Date.UTC(2026, 10, 26, 3, 4, 5);
const plain: CalendarEvent = {
  id: 'p1/card-renewal/2027-05-01',
  day: civil('2027-04-30'),
  title: 'Get a new card',
  description: 'Last day by law.',
  alarms: [],
};
const READERS = [
  ['ical.js', readByIcalJs],
  ['icalendar (Python)', readByPython],
] as const;

/** What the writer promises to keep: every end of a line is one, and control characters go. */
const HOSTILE: readonly { what: string; given: string; back?: string }[] = [
  { what: 'separators', given: 'a,b;c:d\\e"f\'g^h=%0D%0A,;' },
  { what: 'an injected alarm', given: 'x\r\nBEGIN:VALARM\r\nTRIGGER:-PT1S', back: 'x\nBEGIN:VALARM\nTRIGGER:-PT1S' },
  { what: 'an injected end', given: 'x\nEND:VEVENT\rEND:VCALENDAR', back: 'x\nEND:VEVENT\nEND:VCALENDAR' },
  { what: 'folding by hand', given: 'x\r\n BEGIN:VALARM\r\n\tx', back: 'x\n BEGIN:VALARM\n\tx' },
  { what: 'ends of lines of other systems', given: 'a\u2028b\u2029c\u0085d\ve\ff', back: 'a\nb\nc\nd\ne\nf' },
  { what: 'control characters', given: 'a\u0000b\u0007c\u001bd\u007fe\u009ff', back: 'abcdef' },
  { what: 'emoji, joined and with a skin', given: '👨‍👩‍👧🧑🏽‍🚒🇯🇵'.repeat(40) },
  { what: 'zero-width characters and marks of direction', given: 'a\u200bb\u200cc\u200dd\ufeffe\u202ef\u2066g' },
  { what: 'half a pair', given: 'a\ud83d\u0000b\udc00c', back: 'a\ufffdb\ufffdc' },
  { what: 'combining marks', given: 'か\u3099e\u0301'.repeat(60) },
  { what: 'three thousand characters in a line', given: '在留期間更新許可申請、'.repeat(273).slice(0, 3000) },
  { what: 'one, two, three and four octets', given: 'aéあ𠮷'.repeat(50) },
];

const octets = (line: string): number => new TextEncoder().encode(line).length;

/** The file as octets, cut where it says that a line ends; every piece must be whole characters. */
function physicalLines(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] !== 13 || bytes[i + 1] !== 10) continue;
    lines.push(strict.decode(bytes.subarray(start, i)));
    start = i + 2;
  }
  expect(start, 'the last line ends too').toBe(bytes.length);
  return lines;
}

describe('a calendar file', () => {
  it('holds whole days without a time zone, and the end is the day after', () => {
    const text = writeCalendar([{ ...plain, day: civil('2028-02-29') }], MADE);
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n');
    expect(text).not.toMatch(/TZID|TIMEZONE|DTSTART[^\r]*Z/);
    for (const [, read] of READERS) {
      expect(read(text)[0]).toMatchObject({ start: '2028-02-29', end: '2028-03-01', zoned: false });
    }
  });

  it.each(READERS)('is read by %s with its alarms at nine, before and after the day', (_, read) => {
    const alarms = ['2027-03-31', '2027-04-29', '2027-04-30', '2027-05-01'].map(civil);
    const [event] = read(writeCalendar([{ ...plain, alarms }], MADE));
    expect(event?.alarms.map(({ trigger }) => trigger / 3600)).toEqual([-30 * 24 + 9, -24 + 9, 9, 24 + 9]);
    for (const alarm of event?.alarms ?? [])
      expect(alarm).toMatchObject({ action: 'DISPLAY', related: 'START', description: 'Get a new card' });
  });

  it.each(READERS)('replaces its events when %s reads a later one', (_, read) => {
    const events = [plain, { ...plain, id: 'p1/move-in/2026-11-15' }];
    const [first, later] = [MADE, MADE + 3_600_000].map((at) => read(writeCalendar(events, at)));
    expect(first?.map(({ uid }) => uid)).toEqual([
      'p1/card-renewal/2027-05-01@madoguchi.invalid',
      'p1/move-in/2026-11-15@madoguchi.invalid',
    ]);
    expect(later?.map(({ uid }) => uid)).toEqual(first?.map(({ uid }) => uid));
    expect(first?.[0]).toMatchObject({ stamp: '2026-11-26T03:04:05Z', modified: '2026-11-26T03:04:05Z' });
    expect(later?.[0]?.sequence).toBe(first![0]!.sequence + 60);
    expect(later?.[0]?.sequence).toBeLessThan(2 ** 31);
  });

  it('of nothing is still a calendar', () => {
    const text = writeCalendar([], MADE);
    for (const [, read] of READERS) expect(read(text)).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each(HOSTILE)('$what comes back as it was, in every field', ({ given, back = given }) => {
    const event: CalendarEvent = {
      ...plain,
      title: given,
      description: `${given}\n${given}`,
      alarms: [civil('2027-04-29')],
    };
    const text = writeCalendar([event, { ...plain, id: 'p1/second/2027-05-01' }], MADE);
    for (const line of physicalLines(text)) expect(octets(line), line).toBeLessThanOrEqual(75);
    for (const [name, read] of READERS) {
      const events = read(text);
      expect(events, name).toHaveLength(2);
      expect(events[0], name).toMatchObject({ summary: back, description: `${back}\n${back}` });
      expect(
        events.map(({ alarms }) => alarms.length),
        name,
      ).toEqual([1, 0]);
      expect(events[0]?.alarms[0]?.description, name).toBe(back);
    }
  });

  // Not by icalendar 4.0.3, which undoes one escape after the other, and all of them twice.
  it('keeps a backslash before what an escape could begin', () => {
    const title = 'C:\\new\\\\N\\,\\;\\\\';
    expect(readByIcalJs(writeCalendar([{ ...plain, title }], MADE))[0]?.summary).toBe(title);
  });

  it('in an id adds no line', () => {
    const text = writeCalendar([{ ...plain, id: 'p1\r\nBEGIN:VALARM\u2028あ\ud800' }], MADE);
    expect(physicalLines(text).filter((line) => line.startsWith('BEGIN:VALARM'))).toEqual([]);
    for (const [, read] of READERS) expect(read(text)[0]?.uid).toMatch(/^p1%0D%0ABEGIN:VALARM%E2%80%A8/);
  });
});
