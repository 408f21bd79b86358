/**
 * A date of the person's own: what it is for, and the page on which it stands. The text of a page is not to be trusted.
 */
import { z } from '../zod.ts';

/** The longest text, in UTF-16 units: what fits into the title of a notice. */
export const NOTE_MAX = 80;
/** The longest address. */
const PAGE_MAX = 500;

/** Controls, line ends, what turns the direction of writing round, and the signs of furigana. */
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069｜《》]/gu;

export const NoteText = z.string().check(
  z.minLength(1),
  z.maxLength(NOTE_MAX),
  z.refine((text) => text.search(UNWANTED) === -1, 'plain text on one line'),
);
/** Only what can be opened safely, and names nobody. */
export const NotePage = z.url({ protocol: /^https$/ }).check(
  z.maxLength(PAGE_MAX),
  z.refine((url) => notePage(url) === url, 'an address without marks of a visit'),
);

/** What for, and where it stands; `page` is null where the person typed it. */
export type Note = { text: string; page: string | null };

const REPLACED: Readonly<Record<string, string>> = { '｜': '|', '《': '〈', '》': '〉' };

/**
 * Any text as one that `NoteText` takes, or empty: one line without controls and without the signs of furigana (they
 * become their likes), cut to what can be stored between two whole characters.
 */
export function noteText(raw: string): string {
  const line = raw
    .replace(/[｜《》]/gu, (sign) => REPLACED[sign] ?? '')
    .replace(UNWANTED, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  let text = '';
  for (const character of line) {
    if (text.length + character.length > NOTE_MAX) break;
    text += character;
  }
  return text.trim();
}

/** A page number or a category; what is longer may say who is looking. */
const PLAIN = /^[\w.-]{0,20}$/;
/** Names under which servers know a visit or a person. */
const TELLING = /sess|^sid$|token|auth|ticket|user|mail|login|passw/i;

/**
 * The address of a page as it may be stored: without fragment, name and password, and without a query that may say who
 * is looking; null for anything but https.
 */
export function notePage(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, search, searchParams } = new URL(url);
  if (protocol !== 'https:') return null;
  const plain = [...searchParams].every(
    ([name, value]) => PLAIN.test(name) && PLAIN.test(value) && !TELLING.test(name),
  );
  const address = `${origin}${pathname.replace(/;[^/]*/gu, '')}${plain ? search : ''}`;
  return address.length <= PAGE_MAX ? address : null;
}
