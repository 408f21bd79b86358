/** Names of places for a reader: as the office writes them, with a reading that this reader can use. */
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { romanName } from '../../lib/sites/search.ts';
import type { Place } from '../../lib/sites/places.ts';

/** The name with its reading over it, in Aozora notation: `｜札幌市《さっぽろし》 ｜北区《きたく》`. */
export function withReading({ name, kana }: Pick<RegisterRecord, 'name' | 'kana'>): string {
  const readings = kana.split(' ');
  return name
    .split(' ')
    .map((word, index) => `｜${word}《${readings[index] ?? ''}》`)
    .join(' ');
}

/** The record of the office of this body's prefecture: it alone knows how the prefecture is read. */
export const prefectureOf = (
  { prefecture }: RegisterRecord,
  register: readonly RegisterRecord[],
): RegisterRecord | undefined => register.find((each) => each.name === prefecture && each.prefecture === prefecture);

/**
 * One body's name inside a sentence, after its prefecture, because two cities are called 府中市. Easy Japanese has
 * the reading over it, other languages the Latin letters before it: the person says it so, and signs show it so.
 */
export function bodyName(record: RegisterRecord, language: string, register: readonly RegisterRecord[]): string {
  const prefecture = record.name === record.prefecture ? undefined : prefectureOf(record, register);
  if (language === 'ja-easy') return `${prefecture ? `${withReading(prefecture)} ` : ''}${withReading(record)}`;
  const written = record.name === record.prefecture ? record.name : `${record.prefecture}${record.name}`;
  if (language === 'ja') return written;
  return `${romanName(record)}${prefecture ? `, ${romanName(prefecture)}` : ''} ${written}`;
}

/** A place's name inside a sentence, through the surface's own words. */
export function placeName(
  place: Place,
  language: string,
  register: readonly RegisterRecord[],
  t: (key: string, values?: Record<string, string>) => string,
): string {
  if (place.kind === 'all') return t('scope-all');
  if (place.kind === 'copies') return t('copies-title');
  const name = bodyName(place.record, language, register);
  return place.kind === 'prefecture' ? t('place-prefecture', { name }) : name;
}
