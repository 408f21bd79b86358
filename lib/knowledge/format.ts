import type { InterfaceTexts } from './compiled.ts';
import { easyDays, easyMinutes, easyWeekday } from './easy-readings.ts';
import { fill } from './fill.ts';
import type { FigureUnit, Unit } from './vocabulary.ts';

/** Values in the reader's language. Results may carry furigana in Aozora notation. */
export type Formatter = {
  /** The value of a fact or figure with its unit: "1,000 yen". `null` is a bare rule and gives ''. */
  fact(record: { unit: Unit | FigureUnit }, value: number | string | null): string;
  /**
   * "1 May 2027"; a month or a year alone (`2027-05`, `2027`) and a day of every year (`01-10`) are written as such.
   */
  date(day: string): string;
  /** The same with its weekday, for a whole day. */
  longDate(day: string): string;
  /** "14 days" */
  days(n: number): string;
  /** How far a last day is away: "14 days left", the last day itself, "3 days ago". `advised`: the law has a later day. */
  left(n: number, advised?: boolean): string;
  number(n: number): string;
};

type Parts = { year: number; month: number; day: number };

/** Midnight in UTC, as Intl wants it: the day is only written out and never calculated with. */
const instant = ({ year, month, day }: Parts): number => Date.UTC(year, month - 1, day);

/** A day of every year (`01-10`) is written in a leap year, so that 29 February exists. */
const ANY_YEAR = 2000;

function parts(day: string): Parts & { precise: 'year' | 'month' | 'day' | 'yearly' } {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) throw new Error(`"${day}" is not a day`);
  if (/^\d{2}-\d{2}$/.test(day)) return { year: ANY_YEAR, month: year, day: month ?? 1, precise: 'yearly' };
  return {
    year,
    month: month ?? 1,
    day: date ?? 1,
    precise: month === undefined ? 'year' : date === undefined ? 'month' : 'day',
  };
}

const easyDate = ({ year, month, day, precise }: ReturnType<typeof parts>): string =>
  (precise === 'yearly' ? '' : `${year}｜年《ねん》`) +
  (precise === 'year' ? '' : `${month}｜月《がつ》`) +
  (precise === 'day' || precise === 'yearly' ? easyDays(day, 'date') : '');

/**
 * The locale for Intl: English is written day first and without American commas, for it is read by people from
 * everywhere.
 */
export const intlLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/**
 * Writes values for one language. `locale` is that of the language's record, `languageId` tells easy Japanese from
 * Japanese, `texts` holds the `units.…` texts.
 */
export function formatter(locale: string, languageId: string, texts: InterfaceTexts): Formatter {
  const intl = intlLocale(locale);
  const easy = languageId === 'ja-easy';
  const writers = new Map<string, Intl.DateTimeFormat>();
  const numbers = new Intl.NumberFormat(intl);
  const cardinal = new Intl.PluralRules(intl);
  const ordinal = new Intl.PluralRules(intl, { type: 'ordinal' });
  const number = (n: number) => numbers.format(n);

  const unit = (key: string, values: Record<string, string>, category = 'other'): string => {
    const text = texts[`units.${key}-${category}`] ?? texts[`units.${key}`];
    const filled = text === undefined ? undefined : fill(text, values);
    if (filled === undefined) throw new Error(`No text "units.${key}" in "${languageId}"`);
    return filled;
  };
  const count = (key: string, n: number) =>
    unit(key, { n: number(n) }, (key === 'birthdays' ? ordinal : cardinal).select(n));
  const days = (n: number) => (easy ? easyDays(n, 'length', number(n)) : count('days', n));

  const write = (p: Parts, options: Intl.DateTimeFormatOptions): string => {
    // Kept, for a guide has some sixty dates: making a DateTimeFormat took 0.1 ms, using one 0.0007 ms (Node 24.21,
    // 2026-11-26).
    const key = Object.keys(options).join();
    const found = writers.get(key) ?? new Intl.DateTimeFormat(intl, { ...options, timeZone: 'UTC' });
    writers.set(key, found);
    return found.format(instant(p));
  };

  const date = (text: string) => {
    const p = parts(text);
    if (easy) return easyDate(p);
    return write(p, {
      ...(p.precise === 'yearly' ? {} : { year: 'numeric' }),
      ...(p.precise === 'year' ? {} : { month: 'long' }),
      ...(p.precise === 'day' || p.precise === 'yearly' ? { day: 'numeric' } : {}),
    });
  };

  return {
    fact({ unit: of }, value) {
      if (value === null) return '';
      if (of === 'date' && typeof value === 'string') return date(value);
      if (typeof value === 'string') return value;
      if (of === 'days') return days(value);
      if (of === 'minutes' && easy) return easyMinutes(value, number(value));
      return of === 'none' || of === 'phone' || of === 'time' || of === 'date' ? number(value) : count(of, value);
    },
    date,
    longDate(text) {
      const p = parts(text);
      if (easy) return `${easyDate(p)}（${easyWeekday(write(p, { weekday: 'long' }))}）`;
      return write(p, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        weekday: locale.startsWith('ja') ? 'short' : 'long',
      });
    },
    days,
    left: (n, advised = false) =>
      n === 0
        ? unit(advised ? 'left-advised' : 'left-today', {})
        : n > 0
          ? unit('left', { days: days(n) })
          : unit('left-past', { days: days(-n) }),
    number,
  };
}
