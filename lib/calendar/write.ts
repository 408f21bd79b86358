/** Writes an iCalendar file (RFC 5545). Knows no deadline and no language. */
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { daysBetween } from '../dates/arithmetic.ts';
import type { CivilDate } from '../dates/civil-date.ts';

/** A whole day. Texts are plain, with `\n` between lines. */
export type CalendarEvent = {
  /** stable: the same id in a later file replaces this event */
  id: string;
  day: CivilDate;
  title: string;
  description: string;
  /** Days on which the calendar speaks up, in the morning. */
  alarms: readonly CivilDate[];
};

/** Completes the ids to what RFC 7986 asks of a UID; `invalid` is a domain that nobody can own (RFC 2606). */
const DOMAIN = 'madoguchi.invalid';
/** Offices are open. A whole day has no time zone: it is this hour wherever the calendar is. */
const ALARM_HOUR = 9;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
const MINUTE_MS = 60_000;

/** Everything that some reader takes for the end of a line. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
/** RFC 5545 allows no control character but the tab, and half a surrogate pair is no text. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu, '');

/**
 * The text of an `.ics` file. Days have no time zone, so they stay where they are; a later file with the same ids
 * updates, for its SEQUENCE is greater. Lines are folded at 75 octets between characters.
 *
 * By ical-generator 10.2.0 (MIT, no dependencies; 10 kB gzip): it folds by octets with TextEncoder, escapes, writes
 * whole days from Temporal, and needs nothing of Node. It does not look at control characters and ids, which is done
 * here, and writes the name of a calendar without escaping it, so there is none.
 *
 * @param madeAt when the file is made, in milliseconds since 1970
 */
export function writeCalendar(events: readonly CalendarEvent[], madeAt: number): string {
  const stamp = new Date(madeAt);
  const calendar = ical({ prodId: { company: 'Madoguchi', product: 'Dates' } });
  for (const { id, day, title, description, alarms } of events) {
    const start = Temporal.PlainDate.from(day);
    const event = calendar.createEvent({
      id: `${encodeURI(id.toWellFormed())}@${DOMAIN}`,
      allDay: true,
      start,
      end: start.add({ days: 1 }),
      summary: clean(title),
      description: clean(description),
      // A date to keep takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
      stamp,
      lastModified: stamp,
      // No count is stored anywhere: minutes since 1970 grow by themselves.
      sequence: Math.floor(madeAt / MINUTE_MS),
    });
    for (const alarm of alarms) {
      event
        .createAlarm({
          type: ICalAlarmType.display,
          // The library counts backwards: a positive trigger lies before the start.
          trigger: -(daysBetween(day, alarm) * DAY_SECONDS + ALARM_HOUR * HOUR_SECONDS),
          description: clean(title),
        })
        // Not taken from the object above (10.2.0): what comes after the start would count from the end.
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  // The library leaves out the end of the last line, which RFC 5545 asks for.
  return `${calendar.toString()}\r\n`;
}
