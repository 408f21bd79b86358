/** The first and cheapest question on every page: can this be about anything we know? Errs towards yes. */
import type { Gate } from '../knowledge/compiled.ts';
import { normalise } from './normalise.ts';
import type { PageFacts } from './page-facts.ts';
import { titleAlone } from './title.ts';

/**
 * Letters that Japanese is not written in: Korean, Chinese, Nepali. They open the gate by themselves:
 * such pages are few on the sites of offices, and to name their words takes 1.5 KB more.
 */
export const FOREIGN_LETTER =
  /[ऀ-ॿ가-힣个们儿兒养办变變國编码碼號险險證证请记录錄转轉迁电续續护账关關业给认报确离补荣务區戶稅總讓辦发卡时怀]|搬家|遷[入出]/;

/** Templates leave `ja` or `en` in pages of any language; nobody leaves one of these. */
const OTHER_LANGUAGES = new Set(['zh', 'ko', 'vi', 'pt', 'es', 'ne', 'id', 'tl', 'fil']);

/** Whether a page says by its `lang` that it is in a language which we read and which no template leaves. */
export const isInOtherLanguage = (lang: string): boolean => OTHER_LANGUAGES.has(lang.split('-', 1)[0]!.toLowerCase());

// Upper case is spelled out: with the flag `i` Chromium needs 200 µs to compile it, without 50.
const LATIN = /[A-Za-zÀ-ÖØ-ỹ]/g;
const JAPANESE = /[ぁ-ヺ一-鿿]/g;

/** Whether `name` is in a language of Latin letters: three at least, and for each Japanese character two. */
export function isLatin(name: string): boolean {
  const latin = name.match(LATIN)?.length ?? 0;
  return latin > 2 && latin > 2 * (name.match(JAPANESE)?.length ?? 0);
}

/**
 * A name of nothing but these, and not of kana alone (ごみ), says what every office's pages say: 領事情報, 制度解説.
 * Its first headings decide, which only the worker asks. By characters, for the words of `vague.ts` are too much for
 * the spotter; of 201 real pages about other subjects one more is let through (2026-11-26).
 */
const SAYS_NOTHING =
  /^(?![ぁ-ん]*$)(?:カード|faq|[ぁ-ん()\d手続届出申請案内情報質問制度解説窓口業務領事生活変更各種関係必要書類証明記載項紛失再交付受取・])+$/;

/** As やさしい日本語 is written: a space after a particle, a reading in brackets. Its words are many, its pages few. */
const EASY = /[ぁ-ん一-鿿] ?[はがをにでともへの][ \u3000]|[一-鿿][(（][ぁ-ん]+[)）]/;

/**
 * Whether one of the gate's words stands in title, heading or crumbs, or the name is in another language or in easy
 * Japanese, or says nothing. A page that has neither title nor heading is let through: there `recognise` looks at
 * address and text, and such pages are rare (2 of 277 real ones).
 */
export function passesGate(
  gate: Gate,
  { title, heading, crumbs, lang }: Pick<PageFacts, 'title' | 'heading' | 'crumbs' | 'lang'>,
): boolean {
  const name = heading || titleAlone(title);
  if (
    (title === '' && heading === '') ||
    isInOtherLanguage(lang) ||
    isLatin(name) ||
    EASY.test(name) ||
    SAYS_NOTHING.test(normalise(name))
  )
    return true;
  const text = normalise([title, heading, ...crumbs].join('。'));
  return FOREIGN_LETTER.test(text) || gate.words.some((word) => text.includes(word));
}

/** Path and query of an address, in lower case and readable where it is; '' for what is no address. */
export function pathOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/]*(\/[^#]*)/i.exec(url)?.[1] ?? '';
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase(); // percent signs that encode nothing, or another encoding than UTF-8
  }
}
