/** Finding a municipality by what a person can type: kanji, kana or Latin letters, with or without 市, -shi, City. */
import { toHiragana, toRomaji } from 'wanakana';
import type { RegisterRecord } from '../knowledge/compiled.ts';

/** Japanese readings of the words that end a public body's name, and what people write for them in English. */
const ENDINGS: readonly { kanji: string; english: readonly string[]; readings: readonly string[] }[] = [
  { kanji: '都', english: ['metropolis', 'prefecture'], readings: ['と'] },
  { kanji: '府', english: ['prefecture'], readings: ['ふ'] },
  { kanji: '県', english: ['prefecture'], readings: ['けん'] },
  { kanji: '市', english: ['city'], readings: ['し'] },
  { kanji: '区', english: ['ward', 'city'], readings: ['く'] }, // Tokyo's wards call themselves cities
  { kanji: '町', english: ['town'], readings: ['ちょう', 'まち'] },
  { kanji: '村', english: ['village'], readings: ['むら', 'そん'] },
];
const SIZES = ['都道府県', '市区', '町', '村'];
const ENGLISH = new Set(ENDINGS.flatMap(({ english }) => english));

type Entry = {
  record: RegisterRecord;
  /** the ending of the last word of the name, `''` for 北海道 */
  ending: string;
  /** prefectures, then cities and Tokyo's wards, towns, villages, and the wards of a city */
  size: number;
  kanji: Keys;
  romaji: Keys;
};
/** The name's words without and with their ending, the whole name, and the whole with the prefecture before it. */
type Keys = { words: readonly string[]; bare: readonly string[]; name: string; full: string };

/**
 * The bodies whose name answers the query, best first: whole names, then beginnings, then parts; cities before
 * towns before the wards of a city, in the order of the register. `府中` and `fuchu` give both cities of that name. Latin
 * letters are compared without long vowels, hyphens and spaces, so `Ōsaka`, `oosaka` and `osaka-shi` are one.
 * Words such as "City" narrow the search to bodies of that kind. An empty query finds nothing.
 */
export function searchMunicipalities(query: string, register: readonly RegisterRecord[], limit = 20): RegisterRecord[] {
  const written = query.normalize('NFKC').trim().toLowerCase();
  const latin = /^[\p{Script=Latin}\p{Mark}\s'’.,-]+$/u.test(written);
  const words = written.split(latin ? /[\s.,-]+/ : /[\s、,]+/).filter(Boolean);
  const kinds = words.filter((word) => ENGLISH.has(word));
  const rest = words.filter((word) => !ENGLISH.has(word));
  const field = /[\p{Script=Han}]/u.test(written) ? 'kanji' : 'romaji';
  const folded = rest.map((word) => (field === 'kanji' ? foldKanji(word) : foldLatin(word)));
  if (folded.length === 0) return [];
  const hits: { record: RegisterRecord; rank: number; size: number; order: number }[] = [];
  for (const [order, entry] of entriesOf(register).entries()) {
    if (
      kinds.length > 0 &&
      !ENDINGS.some((e) => e.kanji === entry.ending && kinds.every((k) => e.english.includes(k)))
    ) {
      continue;
    }
    const rank = rankOf(folded, entry[field]);
    if (rank !== undefined) hits.push({ record: entry.record, rank, size: entry.size, order });
  }
  return hits
    .toSorted((a, b) => a.rank - b.rank || a.size - b.size || a.order - b.order)
    .slice(0, limit)
    .map(({ record }) => record);
}

/** 0: is the name, 1: begins it, 2: begins one of its words, 3: stands in it; `undefined`: does not answer. */
function rankOf(query: readonly string[], { words, bare, name, full }: Keys): number | undefined {
  const key = query.join('');
  if (key === name || key === full || key === bare.join('')) return 0;
  if (name.startsWith(key) || full.startsWith(key)) return 1;
  if (words.some((word) => word.startsWith(key)) || bare.includes(key)) return 2;
  return query.every((word) => full.includes(word)) ? 3 : undefined;
}

const indexes = new WeakMap<readonly RegisterRecord[], readonly Entry[]>();

function entriesOf(register: readonly RegisterRecord[]): readonly Entry[] {
  const known = indexes.get(register);
  if (known) return known;
  const readings = new Map(register.flatMap((r) => (r.name === r.prefecture ? [[r.prefecture, r.kana] as const] : [])));
  const entries = register.map((record): Entry => {
    const own = record.name === record.prefecture;
    const before = own ? '' : record.prefecture;
    const beforeReading = own ? '' : (readings.get(record.prefecture) ?? '');
    const last = record.name.at(-1)!;
    return {
      record,
      ending: ENDINGS.some(({ kanji }) => kanji === last) ? last : '',
      size: record.name.includes(' ') ? SIZES.length : SIZES.findIndex((each) => each.includes(last)),
      kanji: keys(
        record.name.split(' ').map(foldKanji),
        (word) => word.replace(/[都府県市区町村]$/u, ''),
        foldKanji(before),
      ),
      romaji: keys(
        record.kana.split(' ').map(foldLatin),
        (_, index) => foldLatin(bareReading(record.name.split(' ')[index]!, record.kana.split(' ')[index]!)),
        foldLatin(beforeReading),
      ),
    };
  });
  indexes.set(register, entries);
  return entries;
}

const keys = (words: readonly string[], bare: (word: string, index: number) => string, before: string): Keys => ({
  words,
  bare: words.map(bare),
  name: words.join(''),
  full: before + words.join(''),
});

/** The reading without that of the name's ending: よこはまし → よこはま. */
function bareReading(word: string, reading: string): string {
  const ending = endingOf(word, reading);
  return ending ? reading.slice(0, -ending.length) : reading;
}

const endingOf = (word: string, reading: string): string | undefined =>
  ENDINGS.find(({ kanji }) => word.endsWith(kanji))?.readings.find((each) => reading.endsWith(each));

/** 保土ヶ谷 and 保土ケ谷 are one name. */
const foldKanji = (text: string): string => text.replace(/[ヶが]/gu, 'ケ').replace(/\s/gu, '');

/**
 * Kana or Latin letters in one spelling: Hepburn without long vowels. Other spellings (hutyuu, gumma) pass through
 * kana first; long vowels fall together, as on signs and in passports.
 */
function foldLatin(text: string): string {
  return toRomaji(/[a-z]/i.test(text) ? toHiragana(respelt(text)) : text)
    .replace(/['ー\s-]/g, '')
    .replace(/ou/g, 'o')
    .replace(/([aiueo])\1+/g, '$1');
}

/** Latin letters without accents, ready to be read as kana: Gumma → gunma, Itchi → icchi, Ohta → ota. */
const respelt = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s'’.-]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/tch/g, 'cch')
    .replace(/(?<=[ou])h(?![aiueoy])/g, '');

/**
 * The name in Latin letters, as signs write it: `Yokohama-shi Kohoku-ku`. Made from the reading, so it cannot tell
 * a long vowel from two vowels that meet; two that meet inside a word (Toyooka) are the rule for `oo`.
 */
export function romanName(record: RegisterRecord): string {
  const names = record.name.split(' ');
  return record.kana
    .split(' ')
    .map((reading, index) => {
      const ending = endingOf(names[index]!, reading) ?? '';
      const bare = onSigns(reading.slice(0, reading.length - ending.length));
      const word = bare.charAt(0).toUpperCase() + bare.slice(1);
      return ending ? `${word}-${onSigns(ending)}` : word;
    })
    .join(' ');
}

const onSigns = (reading: string): string =>
  toRomaji(reading)
    .replace(/cch/g, 'tch')
    .replace(/'/g, '')
    .replace(/^oo|ou/g, 'o')
    .replace(/uu/g, 'u');
