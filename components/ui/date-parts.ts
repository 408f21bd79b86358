/** A date typed in three parts, as it is printed on Japanese cards. Pure text in, a civil date or a named error out. */
import { CivilDate } from '../../lib/dates/civil-date.ts';
import { ERA_LETTERS, ERA_NAMES, westernYear } from '../../lib/dates/eras.ts';
import type { DateField } from '../../lib/household/schema.ts';

export type Parts = { year: string; month: string; day: string };
export type PartName = keyof Parts;
export const EMPTY_PARTS: Parts = { year: '', month: '', day: '' };

/** `range`: a real day that cannot be meant. */
export type ReadDate =
  | { date: CivilDate | null }
  | { error: 'incomplete' | 'digits' | 'no-day' | 'range'; part: PartName };

const ERA = `${ERA_NAMES.join('|')}|[${ERA_LETTERS.join('').toLowerCase()}]`;
const WHOLE = new RegExp(String.raw`^(${ERA})?\.?\s*(\d{1,4}|元)\D+(\d{1,2})\D+(\d{1,2})\s*日?$`);
const YEAR = new RegExp(String.raw`^(${ERA})?\.?\s*(\d{1,4}|元)\s*年?$`);

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
const western = (era: string | undefined, year: string): number => {
  const n = year === '元' ? 1 : Number(year);
  return (era === undefined ? null : westernYear(era, n)) ?? n;
};

/** The parts of a whole date typed or pasted into one field: "2029-05-01", "2029年5月1日", "R11.5.1". */
export function splitDate(text: string): Parts | undefined {
  const [, era, year, month, day] = WHOLE.exec(plain(text)) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { year: String(western(era, year)), month: String(Number(month)), day: String(Number(day)) };
}

export const partsOf = (date: CivilDate | null): Parts => {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return date === null ? EMPTY_PARTS : { year, month: String(Number(month)), day: String(Number(day)) };
};

/**
 * The first and last year that can be meant for a field: people reach 130; the card exists since 2016, and cards hold
 * for at most ten birthdays, a stay for at most five years; what happens to people is told within a card's life, and
 * planned for the next few years.
 */
export function yearsFor(field: DateField | 'event', today: CivilDate): { first: number; last: number } {
  const year = Number(today.slice(0, 4));
  if (field === 'birth') return { first: year - 130, last: year };
  if (field === 'event') return { first: year - 12, last: year + 6 };
  return { first: 2016, last: year + (field === 'stay' ? 6 : 11) };
}

const twoDigits = (text: string) => String(Number.parseInt(text, 10)).padStart(2, '0');

/**
 * Reads three parts; nothing typed is `null`, which takes the date away. Full-width digits and era years are read too.
 */
export function readParts(parts: Parts, years: { first: number; last: number }, latest?: CivilDate): ReadDate {
  const [year, month, day] = [plain(parts.year), plain(parts.month), plain(parts.day)];
  if (!year && !month && !day) return { date: null };
  const typed = { year, month, day };
  for (const part of ['year', 'month', 'day'] as const) if (!typed[part]) return { error: 'incomplete', part };
  const [, era, eraYear] = YEAR.exec(year) ?? [];
  if (eraYear === undefined || (era === undefined && !/^\d{4}$/.test(year.replace('年', ''))))
    return { error: 'digits', part: 'year' };
  for (const part of ['month', 'day'] as const)
    if (!/^\d{1,2}[月日]?$/.test(typed[part])) return { error: 'digits', part };
  const y = western(era, eraYear);
  const read = CivilDate.safeParse(`${String(y).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`);
  if (!read.success) return { error: 'no-day', part: Number.parseInt(month, 10) > 12 ? 'month' : 'day' };
  if (y < years.first || y > years.last || (latest !== undefined && read.data > latest))
    return { error: 'range', part: 'year' };
  return { date: read.data };
}
