/** A page's title: the name of the page and, at one end or the other, that of the site. No DOM. */
import { normalise } from './normalise.ts';

/** What parts a name from chapters and site. The last: 「転入届 （トップページ>くらし）」, of family D of the saved pages. */
const SEPARATORS = /[|｜／/：:＞>›»＜<«]|\s[-–—―−‐]\s|[–—―]|[（(](?=(?:トップ|ホーム))/;
/** Those of them that part the halves of one name as often: Residence: Moving in/out. */
const HALVES = '/：:';
/** みほん市, みほん市役所, みほん市公式ホームページ, デジタル庁: so ends the name of a body, not of a page. */
const BODIES = [
  ...'市区町村都道府県庁省',
  ...'市役所 区役所 町役場 村役場 公式 国際協会 国際交流協会 ホームページ トップページ ウェブサイト webサイト'.split(
    ' ',
  ),
];
const MAX_BODY = 24;

/** What parts names of pages and chapters from each other; `:` and `/` also stand within names. */
const CHAPTERS = /[|｜＞>›»]|[（(](?=(?:トップ|ホーム))/;

/** A title without chapters and, where it can be told, without the site's name. */
export const titleAlone = (title: string): string =>
  title.split(CHAPTERS).find((part) => /\S/.test(part) && !isSiteName(normalise(part))) ?? title;

/** The halves of the name of which `part` (normalised) is one in `title`, all normalised; the part alone where it is none. */
export const wholeName = (title: string, part: string): readonly string[] =>
  title
    .split(new RegExp(SEPARATORS.source.replace(HALVES, '')))
    .map(titleParts)
    .find((halves) => halves.includes(part)) ?? [part];

/** The parts of a title, normalised, in order. 60 of 178 real sites use ／, 32 |, 26 a hyphen between spaces. */
export const titleParts = (title: string): readonly string[] =>
  title
    .split(SEPARATORS)
    .flatMap(apartFromSite)
    .map(normalise)
    .filter((part) => part !== '');

/** 12 of 178 sites put nothing but a space between a page's name and their own, before it or behind it. */
function apartFromSite(part: string): readonly string[] {
  const words = part.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1 && isSiteName(normalise(last))) return [words.slice(0, -1).join(' '), last];
  if (words.length > 1 && isSiteName(normalise(first))) return [first, words.slice(1).join(' ')];
  return [part];
}

export const isSiteName = (normalised: string): boolean =>
  BODIES.some((end) => {
    const before = normalised.length - end.length;
    return before > 0 && before <= MAX_BODY && normalised.endsWith(end);
  });

/**
 * How well a heading (normalised) names the page that `title` names. 4: it is the title or its first part that is
 * not the site's name; 3: another part, which may be a chapter; 2: it stands in the title; 1: a part of the title
 * stands in it; 0: not at all. One character proves nothing.
 */
export function titleMatcher(title: string): (heading: string) => 0 | 1 | 2 | 3 | 4 {
  const whole = normalise(title);
  const parts = titleParts(title);
  const name = parts.find((part) => !isSiteName(part));
  return (heading) => {
    if (heading.length < 2 || whole === '') return 0;
    if (heading === whole || heading === name) return 4;
    if (parts.includes(heading)) return 3;
    if (whole.includes(heading)) return 2;
    return parts.some((part) => part.length > 2 && !isSiteName(part) && heading.includes(part)) ? 1 : 0;
  };
}
