/**
 * Years as Japanese papers write them: 令和9年4月1日 is 1 April 2027. An era begins on a day, not with a year: 2019 was
 * 平成31年 until 30 April and 令和元年 (year 1) after it.
 */
import { toCivil } from './arithmetic.ts';
import type { CivilDate } from './civil-date.ts';

/** Eras of people alive today and of their papers, oldest first: the letter that forms use, and the first day. */
const ERAS = {
  明治: { letter: 'M', first: '1868-10-23' },
  大正: { letter: 'T', first: '1912-07-30' },
  昭和: { letter: 'S', first: '1926-12-25' },
  平成: { letter: 'H', first: '1989-01-08' },
  令和: { letter: 'R', first: '2019-05-01' },
} as const;
export type Era = keyof typeof ERAS;

export const ERA_NAMES = Object.keys(ERAS) as Era[];
/** M, T, S, H, R: short for the eras on forms. */
export const ERA_LETTERS: readonly string[] = ERA_NAMES.map((era) => ERAS[era].letter);

const firstYear = (era: Era): number => Number(ERAS[era].first.slice(0, 4));

/**
 * The Western year of a year counted in an era, which is named by name or letter. Counted on beyond the era's end, as
 * papers printed before it do: 平成33年 is 2021. Null for what names no era.
 */
export function westernYear(era: string, year: number): number | null {
  const found = ERA_NAMES.find((name) => name === era || ERAS[name].letter === era.toUpperCase());
  return found ? firstYear(found) + year - 1 : null;
}

/** The era and its year on a day; null before 明治, where papers of today write none. */
export function toEra(day: CivilDate): { era: Era; year: number } | null {
  const era = ERA_NAMES.findLast((name) => ERAS[name].first <= day);
  return era ? { era, year: Number(day.slice(0, 4)) - firstYear(era) + 1 } : null;
}

/**
 * The day that a paper names by era, year (元年 is 1), month and day. Null where there is no such day, or where it does
 * not lie in that era: 平成31年5月1日 is none.
 */
export function fromEra(era: Era, year: number, month: number, day: number): CivilDate | null {
  try {
    const parts = { year: firstYear(era) + year - 1, month, day };
    const found = toCivil(Temporal.PlainDate.from(parts, { overflow: 'reject' }));
    return toEra(found)?.era === era ? found : null;
  } catch {
    return null;
  }
}
