/** The explanations of a page's dates, in words for a reader and a day. Pure. */
import { type CivilDate, civil } from '../dates/civil-date.ts';
import { toEra } from '../dates/eras.ts';
import {
  type DateReading,
  type DayReading,
  dueDay,
  explainDate,
  FISCAL_MONTH,
  wholeDay,
} from '../dates/explain-date.ts';
import { findDates, type FoundDate, type WrittenDate } from '../page/find-dates.ts';
import type { DateModel } from '../visit-model.ts';
import type { InterfaceTexts, LanguageRecord } from './compiled.ts';
import { formatter } from './format.ts';
import { surfaceTexts } from './say.ts';

type Input = { language: LanguageRecord; texts: InterfaceTexts; today: CivilDate };
/** What the person noted on this page, by its day. */
export type Noted = ReadonlyMap<CivilDate, string>;

const WEEKDAYS = '月火水木金土日';

/**
 * Explains dates, each given as the text that `findDates` found, in their order; what is no date is left out. `written`
 * is the text of the day the page was written, if it says so. `noted`: null where nothing can be noted.
 */
export function composeDates(
  dates: readonly string[],
  written: string | null,
  { language, texts, today }: Input,
  noted: Noted | null = null,
): DateModel[] {
  const format = formatter(language.locale, language.id, texts);
  const label = surfaceTexts(texts, 'date', format, language.locale);
  const pageDay = dayWritten(written);

  return dates.flatMap((id) => {
    const [found] = findDates(id);
    if (!found) return [];
    const reading = explainDate(found, today, pageDay);
    return {
      id,
      title: title(reading),
      era: eraOf(found, reading),
      notes: notes(found, reading),
      remind: remind(found, reading),
    };
  });

  function remind(found: FoundDate, reading: DateReading): DateModel['remind'] {
    const day = dueDay(found, reading);
    if (!noted || day === null || day < today) return null;
    const what = noted.get(day);
    if (what !== undefined) return { on: true, button: label('remind-not'), said: label('reminded'), what };
    // Where the title names another day too, the button says which one is meant.
    const one = reading.unit === 'day' && day === reading.first.day;
    const button = one ? label('remind') : label('remind-of', { date: format.longDate(day) });
    return { on: false, button, said: '', what: '' };
  }

  function title({ unit, first, last }: DateReading): string {
    if (unit === 'day') return format.longDate(first.day);
    if (unit === 'month') return format.date(first.day.slice(0, 7));
    if (unit === 'year') return format.date(first.day.slice(0, 4));
    if (unit === 'fiscal') return label('fiscal-year', { year: format.date(first.day.slice(0, 4)) });
    return label('from-to', { from: format.longDate(first.day), to: format.longDate(last.day) });
  }

  function notes(found: FoundDate, reading: DateReading): string[] {
    const { unit, first, last, count } = reading;
    const lines = [distance(reading)];
    if (unit === 'fiscal') lines.push(label('from-to', { from: format.date(first.day), to: format.date(last.day) }));
    if (count) {
      lines.push(label(`count-${count.rule}`, { date: format.longDate(count.first.day) }));
      if (count.last) lines.push(label('count-last', { date: format.longDate(count.last.day) }), ...closed(count.last));
    } else if ((found.until ?? found.from).unit === 'day') lines.push(...closed(last));
    if (first.wrongWeekday !== null || last.wrongWeekday !== null) lines.push(label('wrong-weekday'));
    if (reading.yearsDiffer) lines.push(label('years-differ'));
    if (reading.yearRead) lines.push(label('year-read'));
    return lines;
  }

  function distance({ unit, first, last, today: lies }: DateReading): string {
    const one = unit === 'day';
    if (lies === 'before') return label(one ? 'in-days' : 'begins-in', { days: format.days(first.distance) });
    if (lies === 'after') return label(one ? 'days-ago' : 'ended-ago', { days: format.days(-last.distance) });
    return one ? label('is-today') : label('runs', { left: format.left(last.distance) });
  }

  /** What has passed needs no advice. */
  function closed({ day, distance: away, openBefore }: DayReading): string[] {
    if (openBefore === null || away < 0) return [];
    const date = format.longDate(day);
    return [
      openBefore < today
        ? label('closed', { date })
        : label('closed-go-before', { date, open: format.longDate(openBefore) }),
    ];
  }
}

function dayWritten(written: string | null): CivilDate | null {
  const [page] = written === null ? [] : findDates(written);
  return page ? wholeDay(page) : null;
}

/** The day on which a date as `composeDates` takes it is due; null where there is none, or none that is still ahead. */
export function dayToNote(date: string, written: string | null, today: CivilDate): CivilDate | null {
  const [found] = findDates(date);
  const day = found ? dueDay(found, explainDate(found, today, dayWritten(written))) : null;
  return day === null || day < today ? null : day;
}

/** As a Japanese paper would write it; null before the first era. */
function eraOf({ from, until }: FoundDate, { unit, first, last }: DateReading): string | null {
  if (!until) return inEra(unit === 'year' ? last : first, from.unit);
  const ends = [inEra(first, from.unit), inEra(last, until.unit)];
  return ends.includes(null) ? null : ends.join('～');
}

function inEra({ day, weekday, era }: DayReading, unit: WrittenDate['unit']): string | null {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const named = unit === 'fiscal' && month < FISCAL_MONTH ? toEra(civil(`${year - 1}-12-31`)) : era;
  if (!named) return null;
  const years = `${named.era}${named.year === 1 ? '元' : named.year}年`;
  if (unit === 'year') return years;
  if (unit === 'fiscal') return `${years}度`;
  return unit === 'month' ? `${years}${month}月` : `${years}${month}月${date}日（${WEEKDAYS[weekday - 1]}）`;
}
