/** Readings that depend on the number, for furigana. */

const UNITS = ['', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];
const HUNDREDS = [
  '',
  'ひゃく',
  'にひゃく',
  'さんびゃく',
  'よんひゃく',
  'ごひゃく',
  'ろっぴゃく',
  'ななひゃく',
  'はっぴゃく',
  'きゅうひゃく',
];
const DAYS = ['', '', 'ふつか', 'みっか', 'よっか', 'いつか', 'むいか', 'なのか', 'ようか', 'ここのか', 'とおか'];

/**
 * `n` days with furigana in Aozora notation: `｜14日《じゅうよっか》`, `225｜日《にち》`. 2 to 10, 20 and what ends
 * in 4 have readings of their own; 1 is ついたち as a date and いちにち as a length. From 1,000 on only 日 is read.
 */
export function easyDays(n: number, kind: 'date' | 'length', shown = String(n)): string {
  const reading = readingOfDays(n, kind);
  return reading === null ? `${shown}｜日《にち》` : `｜${shown}日《${reading}》`;
}

/** How 日 is read after `n` as a length, for where the number stands apart: か in ようか, にち in ろくじゅうにち. */
export const easyDayUnit = (n: number): string => (n !== 1 && readingOfDays(n, 'length') !== null ? 'か' : 'にち');

function readingOfDays(n: number, kind: 'date' | 'length'): string | null {
  if (n === 1) return kind === 'date' ? 'ついたち' : 'いちにち';
  if (n === 20) return 'はつか';
  const short = DAYS[n];
  if (short) return short;
  if (n % 10 !== 4 || n < 14 || n > 999) return null;
  const tens = Math.floor(n / 10) % 10;
  return `${HUNDREDS[Math.floor(n / 100)]}${tens > 1 ? UNITS[tens] : ''}${tens > 0 ? 'じゅう' : ''}よっか`;
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  月: 'げつ',
  火: 'か',
  水: 'すい',
  木: 'もく',
  金: 'きん',
  土: 'ど',
  日: 'にち',
};

/** A weekday as Intl writes it in Japanese (土曜日), with its reading. */
export const easyWeekday = (weekday: string): string => `｜${weekday}《${WEEKDAYS[weekday.slice(0, 1)] ?? ''}ようび》`;

/** `n` minutes: 分 is read ぷん after 1, 3, 4, 6, 8 and 0, and ふん otherwise. */
export const easyMinutes = (n: number, shown = String(n)): string =>
  `${shown}｜分《${[1, 3, 4, 6, 8, 0].includes(n % 10) ? 'ぷん' : 'ふん'}》`;
