/**
 * Finds the dates in the folded text of one block (see block-text.ts), as Japanese offices write them: 令和8年5月1日,
 * 令和八年五月一日, R8.5.1, 2026/5/1, 2026-05-01, 5月1日（金）, 令和8年度, from one to another, and counts that start at one.
 * No DOM, no clock: a year that is not written stays open, lib/dates/explain-date.ts reads it. Bare R8, 5月 and 5/1 are silent,
 * for they are mostly something else.
 */
import { ERA_LETTERS, ERA_NAMES, westernYear } from '../dates/eras.ts';

/** `weekday`: as the page writes it, 1 is Monday; null where it writes none. */
type Day = { unit: 'day'; year: number | null; month: number; day: number; weekday: number | null };
/** `fiscal`: from 1 April of `year` to 31 March of the next. */
export type WrittenDate =
  | Day
  | { unit: 'month'; year: number; month: number }
  | { unit: 'year'; year: number }
  | { unit: 'fiscal'; year: number };

export type FoundDate = {
  /** `text[start … end]` is the whole of it, with weekdays and what is counted */
  start: number;
  end: number;
  from: WrittenDate;
  /** the other end of a range */
  until: WrittenDate | null;
  /** の翌日: the day after `from` is meant */
  dayAfter: boolean;
  /** から14日以内; `firstCounts` where the page says 起算して of the day itself */
  within: { n: number; unit: 'days' | 'weeks' | 'months' | 'years'; firstCounts: boolean } | null;
  /** 令和8(2025)年: the two years are not the same; `from` follows the one before the bracket */
  yearsDiffer: boolean;
  /** 更新日, 掲載日, 公開日: when the page was written */
  ofPage: boolean;
  /** 令和8年5月1日、5月8日: the year that a date without one takes from the date before it in a list */
  yearBefore: number | null;
};

/** A longer stretch is no date of ours: what `textOfDate` gives at most. */
export const MAX_DATE_LENGTH = 120;

/** 2026年 */
const YEAR_LENGTH = 5;

const { raw } = String;
const S = raw`\s?`;
const DIGITS = '〇一二三四五六七八九';
/** 8, 八, 十, 二十八; in vertical print also 二八 and 二〇 */
const KANJI = raw`[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九][〇一二三四五六七八九]?`;
const N = raw`(?:\d{1,2}|${KANJI})`;
const ERA = `(?:${ERA_NAMES.join('|')}|(?<![A-Za-z])[${ERA_LETTERS.join('')}])`;
const ERA_YEAR = raw`${ERA}${S}(?:元|${N})`;
const KANJI_YEAR = raw`(?<![${DIGITS}十])[一二][${DIGITS}]{3}`;
const WEEKDAYS = '月火水木金土日';

/** No date begins inside a telephone number, a version, an address of the net or a number of something. */
const NUMBER_BEFORE = raw`(?<![\d.,/:\-A-Za-z第〒])`;
const NUMBER_AFTER = raw`(?![\dA-Za-z%]|[./]\d|-\d(?!\d{3}[./])|${S}号)`;
/** 8年5月1日 has lost its era, 翌年5月1日 hangs on another sentence, and 毎年5月1日 is many days. */
const OPEN_YEAR_BEFORE = raw`(?<![\d.,/${DIGITS}十]|[\d元${DIGITS}十]年${S}|(?:毎|翌|来|昨|前|同)年の?${S})`;
/** 2000年代, 2000年以上, 平成25年法律第27号 name no time that anybody waits for. */
const NO_YEAR_AFTER = raw`(?!代|間|以上|以内|余|前(?![半期])|${S}(?:法律|政令|省令|条例|規則|告示))`;

/** 令和8年5月1日, 2026年5月, 令和8(2026)年, R8年度; the year again in brackets before or after 年. */
const WRITTEN =
  raw`(?<year>${ERA_YEAR}|(?<!\d[.,]?)\d{4}|${KANJI_YEAR})(?:${S}\((?<again>${ERA_YEAR}|\d{4})年?\))?${S}年` +
  raw`(?:${S}(?<fiscal>度)|(?:${S}\((?<againAfter>${ERA_YEAR}|\d{4})年?\))?` +
  raw`(?:${S}(?<month>${N})${S}月(?:${S}(?<day>${N})${S}日)?|${NO_YEAR_AFTER}))`;
/** 2026/5/1, 2026.05.01, R8.5.1, 令和8.5.1 */
const POINTED = raw`(?<pYear>${ERA_YEAR}|\d{4})(?<sep>[./])${S}(?<pMonth>\d{1,2})\k<sep>${S}(?<pDay>\d{1,2})${NUMBER_AFTER}`;
/** 2026-05-01; with fewer digits it is mostly an address or a number of something. */
const ISO = raw`(?<iYear>\d{4})(?<dash>[\-‐−])(?<iMonth>\d\d)\k<dash>(?<iDay>\d\d)${NUMBER_AFTER}`;
/** H29.4; of the other letters it is mostly an earthquake or a size. */
const SHORT = raw`(?<sYear>(?:令和|平成|(?<![A-Za-z])[RH])${S}(?:元|\d{1,2}))\.(?<sMonth>\d{1,2})${NUMBER_AFTER}`;
/** 5月1日 */
const OPEN = raw`(?<oMonth>${N})${S}月${S}(?<oDay>${N})${S}日(?!間)`;
/** 5/1(金), 5/1~5/7(木); without a weekday it is mostly a fraction */
const SLASHED = raw`(?<wMonth>\d{1,2})/(?<wDay>\d{1,2})(?=${S}(?:[~〜]${S}\d{1,2}/\d{1,2}${S})?\([${WEEKDAYS}])`;

const DATE = new RegExp(
  `${WRITTEN}|${NUMBER_BEFORE}(?:${POINTED}|${ISO}|${SHORT}|${SLASHED})|${OPEN_YEAR_BEFORE}${OPEN}`,
  'g',
);
const OTHER_END = new RegExp(`${WRITTEN}|${POINTED}|${ISO}|${SHORT}|${SLASHED}|${OPEN}`, 'y');
/** What is left of a second date after から or ~: 翌年3月31日, 6月, 4/30, 31日. */
const REST_OF_END = new RegExp(
  raw`(?<next>翌年|翌)?の?${S}(?<month>${N})${S}月(?:${S}(?<day>${N})${S}日)?(?!間|以内)` +
    raw`|(?<pMonth>\d{1,2})(?<sep>[./])(?<pDay>\d{1,2})${NUMBER_AFTER}` +
    raw`|(?<only>${N})${S}日(?!間|以内|後|前|程度|ほど|分|目|以上)`,
  'y',
);

const WEEKDAY = new RegExp(
  raw`${S}(?:\((?<short>[${WEEKDAYS}])(?:曜日?)?(?:[・、,/]?(?:祝日?|休日?|振休|振替休日)){0,2}\)|(?<long>[${WEEKDAYS}])曜日?)`,
  'y',
);
const DAY_AFTER = new RegExp(raw`${S}の${S}翌日`, 'y');
const TO = new RegExp(
  raw`(?:${S}(?:午前|午後|正午))?(?:${S}\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d\d))?${S}(?<to>から|より|[~〜\-‐−–—―ー→])、?${S}`,
  'y',
);
const MADE = new RegExp(`${S}まで`, 'y');
const WITHIN = new RegExp(
  raw`${S}(?:から|より)、?${S}(?<counted>起算して|数えて)?、?${S}(?<n>\d{1,3}|${KANJI})${S}(?:(?<unit>日|週間|[かカヶケヵ箇]?月|年)${S}以内|日目(?!以降|から))`,
  'y',
);
const OF_PAGE_BEFORE = /(?:更新|掲載|公開|作成)(?:年月)?日?\s?:?\s?$/;
const OF_PAGE_AFTER = /^\s?(?:に)?(?:更新|掲載|公開)/;
/** Longer than any label that `OF_PAGE_BEFORE` and `OF_PAGE_AFTER` look for. */
const LABEL = 12;

/** What may stand between two dates of a list. */
const LISTED = /^\s?(?:[、,・;/]|及び|および|並びに|ならびに|又は|または|と)?\s?$/;
/** Longer than any of it. */
const MAX_LISTED = 8;

const FIRST_YEAR = 1868;
const LAST_YEAR = 2199;

/**
 * All dates of a folded text, in its order; none overlaps another. What looks like a date and is no day (令和8年2月30日)
 * is left out as a whole. Takes time in proportion to the text. Never throws.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  let from = 0;
  for (let match = next(text, from); match; match = next(text, from)) {
    from = match.index + match[0].length;
    const date = dateOf(match.groups);
    if (!date) continue;
    const whole = withTail(text, match.index, from, date, match.groups);
    if (whole.end - whole.start > MAX_DATE_LENGTH - YEAR_LENGTH) continue;
    from = whole.end;
    found.push({ ...whole, yearBefore: yearBefore(text, found.at(-1), whole) });
  }
  return found;
}

/** Whether a text ends in the label of a page's own day: 更新日. */
export const labelsPage = (text: string): boolean => OF_PAGE_BEFORE.test(text.slice(-LABEL));

/** The text of a date as it is read: with the year that it takes from the date before it. */
export const textOfDate = (text: string, { start, end, yearBefore: year }: FoundDate): string => {
  const date = text.slice(start, end);
  if (year === null) return date;
  return /^\d{1,2}\//.test(date) ? `${year}/${date}` : `${year}年${date}`;
};

/** A list goes on in the year in which it began, or in the next where it would go back by more than half of one. */
function yearBefore(text: string, before: FoundDate | undefined, { start, from }: Stretch): number | null {
  if (!before || from.unit !== 'day' || from.year !== null || start - before.end > MAX_LISTED) return null;
  const last = before.until ?? before.from;
  const year = last.unit === 'day' ? (last.year ?? before.yearBefore) : null;
  if (last.unit !== 'day' || year === null || !LISTED.test(text.slice(before.end, start))) return null;
  const same = last.month - from.month > HALF_A_YEAR ? year + 1 : year;
  return isReal({ ...from, year: same }) ? same : null;
}
/** In months. */
const HALF_A_YEAR = 6;

function next(text: string, from: number): RegExpExecArray | null {
  DATE.lastIndex = from;
  return DATE.exec(text);
}

type Groups = Readonly<Record<string, string | undefined>>;
type Stretch = Omit<FoundDate, 'yearBefore'>;

/** Reads what stands after the first date: its weekday, a count from it, or the other end. */
function withTail(text: string, start: number, dateEnd: number, date: WrittenDate, groups: Groups = {}): Stretch {
  const cursor = new Cursor(text, dateEnd);
  const first = withWeekday(date, cursor);
  const found = {
    start,
    from: first,
    until: null,
    dayAfter: first.unit === 'day' && cursor.take(DAY_AFTER) !== undefined,
    within: null,
    yearsDiffer: yearsDiffer(groups),
    ofPage: false,
  };
  const within = first.unit === 'day' ? cursor.take(WITHIN) : undefined;
  if (within) return { ...found, end: cursor.at, within: countOf(within, found.dayAfter) };
  const { at } = cursor;
  const until = otherEnd(first, cursor);
  if (until) return { ...found, end: cursor.at, until };
  const ofPage =
    OF_PAGE_BEFORE.test(text.slice(Math.max(0, start - LABEL), start)) ||
    OF_PAGE_AFTER.test(text.slice(at, at + LABEL));
  return { ...found, end: at, ofPage: ofPage && first.unit === 'day' };
}

/** A place in the text that moves on by what is taken there. */
class Cursor {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The groups of `pattern` (sticky) if it matches here. */
  take(pattern: RegExp): Groups | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match.groups ?? {};
  }
}

function withWeekday<D extends WrittenDate>(date: D, cursor: Cursor): D {
  if (date.unit !== 'day') return date;
  const { short, long } = cursor.take(WEEKDAY) ?? {};
  const written = short ?? long;
  return written === undefined ? date : { ...date, weekday: WEEKDAYS.indexOf(written) + 1 };
}

const UNITS = { 日: 'days', 週間: 'weeks', 年: 'years' } as const;

function countOf({ counted, n, unit }: Groups, dayAfter: boolean): FoundDate['within'] {
  return {
    n: numberOf(n),
    unit: unit === undefined ? 'days' : (UNITS[unit as keyof typeof UNITS] ?? 'months'),
    firstCounts: counted !== undefined && !dayAfter,
  };
}

/** The date after から or ~, if there is one that is not before `from`; else the cursor may be anywhere. */
function otherEnd(from: WrittenDate, cursor: Cursor): WrittenDate | undefined {
  const to = cursor.take(TO)?.['to'];
  if (to === undefined) return undefined;
  const here = cursor.at;
  const whole = cursor.take(OTHER_END);
  let date = whole && dateOf(whole);
  if (date && date.unit === 'day' && date.year === null) date = inYear(date, from);
  if (!whole) {
    cursor.at = here;
    const rest = cursor.take(REST_OF_END);
    date = rest && restOf(rest, from);
    // 4月1日から10日 may go on in many ways; 4月1日から10日まで is a range.
    if (rest?.['only'] !== undefined && to.length > 1 && !madeFollows(cursor)) return undefined;
  }
  if (!date) return undefined;
  const until = withWeekday(date, cursor);
  if (until.unit !== from.unit || isBefore(until, from)) return undefined;
  const { at } = cursor;
  if (!cursor.take(MADE)) cursor.at = at;
  return until;
}

function madeFollows(cursor: Cursor): boolean {
  const { at } = cursor;
  cursor.take(WEEKDAY);
  const made = cursor.take(MADE) !== undefined;
  cursor.at = at;
  return made;
}

/** A second day without a year is in the year of the first, or in the next when it would come before it. */
function inYear(day: Day, from: WrittenDate): WrittenDate | undefined {
  if (from.unit !== 'day' || from.year === null) return day;
  const same = { ...day, year: from.year };
  const date = isBefore(same, from) ? { ...day, year: from.year + 1 } : same;
  return isReal(date) ? date : undefined;
}

function restOf(groups: Groups, from: WrittenDate): WrittenDate | undefined {
  const { next: nextYear, month = groups['pMonth'], day = groups['pDay'], only } = groups;
  if (from.unit === 'year' || from.unit === 'fiscal') return undefined;
  if (only !== undefined) {
    if (from.unit !== 'day' || numberOf(only) < from.day) return undefined;
    return real({ ...from, day: numberOf(only), weekday: null });
  }
  if (month === undefined) return undefined;
  const later = nextYear === undefined ? 0 : 1;
  if (day === undefined) {
    if (from.unit !== 'month') return undefined;
    const inYears = later || Number(numberOf(month) < from.month);
    return real({ ...from, month: numberOf(month), year: from.year + inYears });
  }
  if (from.unit !== 'day') return undefined;
  const date: Day = { unit: 'day', year: null, month: numberOf(month), day: numberOf(day), weekday: null };
  if (from.year === null) return real(date);
  return later ? real({ ...date, year: from.year + 1 }) : inYear(date, from);
}

/** A number in digits or in kanji; NaN where there is none. */
function numberOf(written: string | undefined): number {
  if (written === undefined || /^\d/.test(written)) return Number(written);
  const ten = written.indexOf('十');
  const digit = (at: number): string => String(DIGITS.indexOf(written.charAt(at)));
  if (ten === -1) return Number([...written].map((_, at) => digit(at)).join(''));
  return (ten === 0 ? 10 : 10 * Number(digit(0))) + (ten === written.length - 1 ? 0 : Number(digit(ten + 1)));
}

const OF_ERA = new RegExp(raw`^(${[...ERA_NAMES, ...ERA_LETTERS].join('|')})\s?(.+)$`);
const yearOf = (written: string): number => {
  const [, era, n] = OF_ERA.exec(written) ?? [];
  if (era === undefined) return numberOf(written);
  const counted = n === '元' ? 1 : numberOf(n);
  return (counted > 0 ? westernYear(era, counted) : null) ?? Number.NaN;
};

function yearsDiffer({ year, again, againAfter }: Groups): boolean {
  const other = again ?? againAfter;
  return year !== undefined && other !== undefined && yearOf(year) !== yearOf(other);
}

/** What the groups of `DATE` name; undefined where that is no time between the first era and the next century. */
function dateOf(groups: Groups = {}): WrittenDate | undefined {
  const { year, pYear, iYear, sYear, fiscal } = groups;
  const written = year ?? pYear ?? iYear ?? sYear;
  const month = groups['month'] ?? groups['pMonth'] ?? groups['iMonth'] ?? groups['sMonth'];
  const day = groups['day'] ?? groups['pDay'] ?? groups['iDay'];
  if (written === undefined) {
    const [openMonth, openDay] = [groups['oMonth'] ?? groups['wMonth'], groups['oDay'] ?? groups['wDay']];
    return real({ unit: 'day', year: null, month: numberOf(openMonth), day: numberOf(openDay), weekday: null });
  }
  const inWestern = yearOf(written);
  if (month === undefined) return real({ unit: fiscal === undefined ? 'year' : 'fiscal', year: inWestern });
  if (day === undefined) return real({ unit: 'month', year: inWestern, month: numberOf(month) });
  return real({ unit: 'day', year: inWestern, month: numberOf(month), day: numberOf(day), weekday: null });
}

const real = (date: WrittenDate): WrittenDate | undefined => (isReal(date) ? date : undefined);

const SHORT_MONTHS = new Set([4, 6, 9, 11]);

function isReal(date: WrittenDate): boolean {
  if (date.year !== null && !(date.year >= FIRST_YEAR && date.year <= LAST_YEAR)) return false;
  if (date.unit === 'year' || date.unit === 'fiscal') return true;
  if (date.month < 1 || date.month > 12) return false;
  if (date.unit === 'month') return true;
  return date.day >= 1 && date.day <= daysIn(date.year, date.month);
}

/** In a year that is not known, February has 29. */
function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return SHORT_MONTHS.has(month) ? 30 : 31;
}

/** Whether `a` ends before `b` begins; unknown years are in order. */
function isBefore(a: WrittenDate, b: WrittenDate): boolean {
  if (a.year === null || b.year === null) return false;
  return order(a, a.year) < order(b, b.year);
}

function order(date: WrittenDate, year: number): number {
  const month = date.unit === 'day' || date.unit === 'month' ? date.month : 0;
  return (year * 12 + month) * 31 + (date.unit === 'day' ? date.day : 0);
}
