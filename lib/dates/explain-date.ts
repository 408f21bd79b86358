/** What a date on a page means on a day in Japan. Values only; lib/knowledge/compose-dates.ts puts them into words. */
import type { FoundDate, WrittenDate } from '../page/find-dates.ts';
import { addDays, countingFrom, daysBetween, endOfMonth, sameDayMonths, toCivil, weekday } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';
import { type Era, toEra } from './eras.ts';
import { isClosedDay, lastOpenDayBefore } from './open-days.ts';

export type DayReading = {
  day: CivilDate;
  era: { era: Era; year: number } | null;
  /** 1 is Monday */
  weekday: number;
  /** days from today; negative when it is over */
  distance: number;
  /** offices are closed on it: the last day before it on which they are open */
  openBefore: CivilDate | null;
  /** the page writes another weekday, which is wrong for this day */
  wrongWeekday: number | null;
};

/** A count that starts at the date: its first counted day and, where the page says how many, its last. */
export type Count = {
  rule: 'day-after' | 'first-not-counted' | 'first-counted';
  first: DayReading;
  last: DayReading | null;
};

export type DateReading = {
  unit: 'day' | 'month' | 'year' | 'fiscal' | 'range';
  first: DayReading;
  /** the same as `first` for one day */
  last: DayReading;
  /** where today lies */
  today: 'before' | 'in' | 'after';
  /** the page writes no year: this one is our reading, the nearest to the day the page was written */
  yearRead: boolean;
  count: Count | null;
  yearsDiffer: boolean;
};

/** 29 February comes again after at most eight years. */
const NEAR_YEARS = 8;
/** A page that does not say when it was written may be so old; what it announces is at most a year away. */
const OLDEST_PAGE_YEARS = 3;
/** April: a fiscal year begins with it. */
export const FISCAL_MONTH = 4;

/**
 * Reads a found date on `today`. `written` is the day the page is of, where it says so: a date without a year is taken
 * to be the nearest to it, or to today; of near years one in which the weekday on the page is right. Never throws on
 * what `findDates` gives.
 */
export function explainDate(found: FoundDate, today: CivilDate, written: CivilDate | null = null): DateReading {
  const [from, until] = spans(found, { day: written ?? today, yearsBack: written ? 1 : OLDEST_PAGE_YEARS });
  const read = (day: CivilDate, on: WrittenDate): DayReading => dayReading(day, today, on);
  const end = until ?? from;
  return {
    unit: found.until ? 'range' : found.from.unit,
    first: read(from.first, found.from),
    last: read(end.last, found.until ?? found.from),
    today: today < from.first ? 'before' : today > end.last ? 'after' : 'in',
    yearRead: found.from.year === null || found.until?.year === null,
    count: countOf(found, from.first, today),
    yearsDiffer: found.yearsDiffer,
  };
}

/**
 * The day by which something can be due: the end of a range or of a count, or the day itself; null where the page names
 * only a month or a year.
 */
export function dueDay({ from, until }: FoundDate, { last, count }: DateReading): CivilDate | null {
  if ((until ?? from).unit !== 'day') return null;
  return (count?.last ?? last).day;
}

/** The day a date with a year names; null for a month, a year, or a day without a year. */
export const wholeDay = ({ from }: FoundDate): CivilDate | null =>
  from.unit === 'day' && from.year !== null ? on(from.year, from.month, from.day) : null;

/**
 * The day that dates without a year are near to, and how many years before it they may lie for their weekday's sake.
 */
type Near = { day: CivilDate; yearsBack: number };
type Span = { first: CivilDate; last: CivilDate };

function spans({ from, until }: FoundDate, near: Near): [Span, Span | null] {
  if (!until) return [spanOf(from, near), null];
  // Only the second has its year: the first is the nearest day that is not after it, and the other way round.
  if (from.unit === 'day' && from.year === null && until.unit === 'day' && until.year !== null) {
    const last = spanOf(until, near);
    return [at(inOrder(from, last.first, -1)), last];
  }
  const first = spanOf(from, near);
  if (until.unit === 'day' && until.year === null) return [first, at(inOrder(until, first.first, 1))];
  return [first, spanOf(until, near)];
}

const at = (day: CivilDate): Span => ({ first: day, last: day });

function spanOf(date: WrittenDate, near: Near): Span {
  switch (date.unit) {
    case 'day':
      return at(date.year === null ? nearest(date, near) : on(date.year, date.month, date.day));
    case 'month': {
      const first = on(date.year, date.month, 1);
      return { first, last: endOfMonth(first) };
    }
    case 'year':
      return { first: on(date.year, 1, 1), last: on(date.year, 12, 31) };
    case 'fiscal':
      return { first: on(date.year, FISCAL_MONTH, 1), last: addDays(on(date.year + 1, FISCAL_MONTH, 1), -1) };
  }
}

const on = (year: number, month: number, day: number): CivilDate =>
  toCivil(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));

type OpenDay = Extract<WrittenDate, { unit: 'day' }>;

/** The date in each year around `near` that has it, nearest first. */
function candidates({ month, day }: OpenDay, near: CivilDate): CivilDate[] {
  const middle = Number(near.slice(0, 4));
  const days: CivilDate[] = [];
  for (let year = middle - NEAR_YEARS; year <= middle + NEAR_YEARS; year += 1)
    if (Temporal.PlainYearMonth.from({ year, month }).daysInMonth >= day) days.push(on(year, month, day));
  return days.toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)));
}

function nearest(date: OpenDay, { day: near, yearsBack }: Near): CivilDate {
  const days = candidates(date, near);
  const thisYear = Number(near.slice(0, 4));
  const canBeMeant = (year: number): boolean => year >= thisYear - yearsBack && year <= thisYear + 1;
  const found = days.find((day) => weekday(day) === date.weekday && canBeMeant(Number(day.slice(0, 4)))) ?? days[0];
  if (!found) throw new RangeError(`${date.month}-${date.day} is no day of any year`);
  return found;
}

/** The nearest such date on or after `from`, or on or before it. */
function inOrder(date: OpenDay, from: CivilDate, direction: 1 | -1): CivilDate {
  const found = candidates(date, from).find((day) => (direction === 1 ? day >= from : day <= from));
  if (!found) throw new RangeError(`${date.month}-${date.day} is no day of any year`);
  return found;
}

function dayReading(day: CivilDate, today: CivilDate, written?: WrittenDate): DayReading {
  const is = weekday(day);
  const said = written?.unit === 'day' ? written.weekday : null;
  return {
    day,
    era: toEra(day),
    weekday: is,
    distance: daysBetween(today, day),
    openBefore: isClosedDay(day) ? lastOpenDayBefore(day) : null,
    wrongWeekday: said === null || said === is ? null : said,
  };
}

/** Rule: data/facts/counting-rules.yaml. Of two ways to count months the one that ends earlier. */
function countOf({ dayAfter, within }: FoundDate, day: CivilDate, today: CivilDate): Count | null {
  if (!within && !dayAfter) return null;
  const firstCounts = within?.firstCounts === true;
  return {
    rule: dayAfter ? 'day-after' : firstCounts ? 'first-counted' : 'first-not-counted',
    first: dayReading(firstCounts ? day : addDays(day, 1), today),
    last: within && dayReading(lastOf(within, day), today),
  };
}

function lastOf({ n, unit, firstCounts }: NonNullable<FoundDate['within']>, day: CivilDate): CivilDate {
  const days = unit === 'days' ? n : unit === 'weeks' ? n * 7 : null;
  if (days !== null) return firstCounts ? countingFrom(day, days) : addDays(day, days);
  const last = sameDayMonths(day, unit === 'years' ? n * 12 : n);
  return firstCounts ? addDays(last, -1) : last;
}
