/**
 * Years as Japanese papers write them: 令和9年4月1日 is 1 April 2027. An era begins on a day, not with a year: 2019 was
 * 平成31年 until 30 April and 令和元年 (year 1) after it.
 */
import { toCivil, toPlain } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';

/** Eras of people alive today, oldest first, with their names in the Japanese calendar of `Temporal`. */
const NAMES = { 明治: 'meiji', 大正: 'taisho', 昭和: 'showa', 平成: 'heisei', 令和: 'reiwa' } as const;
export type Era = keyof typeof NAMES;

const ERAS = Object.entries(NAMES) as [Era, string][];

/** The era and its year on a day; null before 明治, where papers of today write none. */
export function toEra(day: CivilDate): { era: Era; year: number } | null {
  const plain = toPlain(day).withCalendar('japanese');
  const found = ERAS.find(([, name]) => name === plain.era);
  return found && plain.eraYear !== undefined ? { era: found[0], year: plain.eraYear } : null;
}

/**
 * The day that a paper names by era, year (元年 is 1), month and day. Null where there is no such day, or where it does
 * not lie in that era: 平成31年5月1日 was never written.
 */
export function fromEra(era: Era, year: number, month: number, day: number): CivilDate | null {
  try {
    const plain = Temporal.PlainDate.from(
      { calendar: 'japanese', era: NAMES[era], eraYear: year, month, day },
      { overflow: 'reject' },
    );
    const found = toCivil(plain.withCalendar('iso8601'));
    const back = toEra(found);
    return back?.era === era && back.year === year ? found : null;
  } catch {
    return null;
  }
}
