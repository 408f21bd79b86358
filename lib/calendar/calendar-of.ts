/** Deadlines as events of a calendar, in words. Pure: the same input gives the same file. */
import type { CivilDate } from '../dates/civil-date.ts';
import type { Moment } from '../dates/today.ts';
import type { Household } from '../household/schema.ts';
import type { FactRecords, GuideRecord, InterfaceTexts, LanguageRecord } from '../knowledge/compiled.ts';
import { formatter } from '../knowledge/format.ts';
import { withoutFurigana } from '../knowledge/furigana.ts';
import { sayer, surfaceTexts } from '../knowledge/say.ts';
import type { Deliveries } from '../reminders/deliveries.ts';
import { isDue, stepsOf } from '../reminders/ladders.ts';
import { isSilenced } from '../reminders/open-notices.ts';
import type { Wishes } from '../reminders/wishes.ts';
import type { Deadline } from '../rules/deadline.ts';
import { type CalendarEvent, writeCalendar } from './write.ts';

export type CalendarInput = {
  /** of whose files this is one; see `series.ts` */
  series: string;
  deadlines: readonly Deadline[];
  household: Household;
  deliveries: Deliveries;
  wishes: Wishes;
  language: LanguageRecord;
  texts: InterfaceTexts;
  facts: FactRecords;
  /** those that the deadlines name as their procedure */
  guides: readonly Pick<GuideRecord, 'id' | 'gist'>[];
  now: Moment;
  /** the same instant in milliseconds since 1970 */
  madeAt: number;
};

/**
 * An `.ics` file with one event for each deadline, on the day that we advise, or on the last day once that one has
 * passed. It names no status of residence and no number of any card, for calendars are shared and synchronised.
 */
export const calendarOf = (input: CalendarInput): string =>
  writeCalendar(
    input.deadlines.map((deadline) => eventOf(deadline, input)),
    input.madeAt,
  );

function eventOf(deadline: Deadline, input: CalendarInput): CalendarEvent {
  const { language, texts, household, guides, now } = input;
  const format = formatter(language.locale, language.id, texts);
  const label = (surface: string, ...of: Parameters<ReturnType<typeof surfaceTexts>>): string =>
    withoutFurigana(surfaceTexts(texts, surface, format, language.locale)(...of));
  const { id, kind, advised, last, follows, certainty, note } = deadline;
  const day = advised >= now.day ? advised : last;

  const who = household.people.length > 1 && household.people.find((one) => one.id === deadline.person)?.nickname;
  const title = label('notice', `${kind}-title`, {
    date: format.longDate(day),
    what: note?.text ?? label('ui', kind),
  });
  const gist = guides.find((guide) => guide.id === deadline.procedure)?.gist.bring;
  const bring = gist && sayer(input.facts, format, now.day)(gist);
  const lines = [
    label('calendar', note ? 'noted' : 'last', { date: format.longDate(last) }),
    label('calendar', 'follows', { date: format.longDate(follows), what: label('ui', `follows-${kind}`) }),
    ...(bring === undefined ? [] : [label('calendar', 'bring', { what: bring })]),
    ...(certainty === 'cautious' ? [label('calendar', 'cautious')] : []),
    label('calendar', 'wins'),
  ];
  return {
    id: `${input.series}/${id}`,
    day,
    title: who ? label('ui', 'title-of', { who, title }) : title,
    description: lines.join('\n'),
    alarms: isSilenced(input.deliveries, id) ? [] : alarmsOf(deadline, now, input.wishes),
  };
}

/**
 * The days on which the deadline speaks that are still to come. Not the one after the last day: a calendar does not
 * know what was done meanwhile, and its words are those of before.
 */
const alarmsOf = (deadline: Deadline, now: Moment, wishes: Wishes): CivilDate[] => [
  ...new Set(
    stepsOf(deadline, wishes)
      .map(({ day }) => day)
      .filter((day) => day <= deadline.last && !isDue(day, now)),
  ),
];
