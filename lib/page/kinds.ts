/**
 * How a page is written, not what it is about. By its address and its own words, so that it holds for what was read
 * of any page. No DOM.
 */
import { pathOf } from './gate.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * `translated`: in another language than Japanese, by a person or a machine. `easy-ja`: in やさしい日本語.
 * `kana`: readings were written between the words by the site itself.
 */
export type Kind = 'translated' | 'easy-ja' | 'kana';

/** The kinds of text that `facts` are, at most one of each. Empty: ordinary Japanese. Pure, never throws. */
export function kindsOf(facts: PageFacts): readonly Kind[] {
  const path = pathOf(facts.url);
  const host = hostIn(facts.url);
  const text = [facts.title, facts.heading, ...facts.headings, facts.sample].join('\n');
  const machine = machineOf(facts.url);
  const translated = machine === 'translated' || isForeign(text, facts.lang);
  const kinds: Kind[] = [];
  if (translated) kinds.push('translated');
  else if (isEasy(facts, host, path, text)) kinds.push('easy-ja');
  if (machine === 'kana') kinds.push('kana');
  return kinds;
}

/** What a machine has made of the text, as far as the address of the page says. */
export function machineOf(url: string): Kind | undefined {
  const path = pathOf(url);
  const host = hostIn(url);
  if (isTranslation(host, path)) return 'translated';
  if (EASY_HOST.test(host)) return 'easy-ja';
  return KANA_PATH.test(path) ? 'kana' : undefined;
}

const hostIn = (url: string): string => (URL.parse(url)?.hostname ?? '').replace(/\.$/, '');

// Seen in 178 saved pages and in the code of the systems (page-realities, sections 7 and 8, 2026-11-24).
/** SHIRASAGI: `/kana/` before the path of the page. */
const KANA_PATH = /^\/kana\//;
/** SHIRASAGI's `/translate/en/`, WOVN's parameter, and the address of the original within that of a copy. */
const TRANSLATED_PATH = /^\/translate\/[a-z]{2}|[?&]wovn=(?!ja\b)[a-z]|\/ns\/w0\/ja(?!ja)[a-z]{2}\//;
/** Hosts that translate: proxies by their own name, and offices' that name a language in the first label. */
const TRANSLATING_HOST =
  /(?:^|\.)(?:translate\.goog|transer\.com|j-server\.com|translation-proxy\.com|site-translation\.com)$|^translate\.google\.|^translate-[a-z]{2,3}\./;
const isTranslation = (host: string, path: string): boolean =>
  TRANSLATED_PATH.test(path) || TRANSLATING_HOST.test(host);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
/** Fewer letters tell no language: FAQ, e-Tax. */
const LETTERS = 12;

/**
 * Whether most of `text` is in another language. The `lang` of a document alone proves nothing: many templates leave
 * it at `ja` or `en` whatever they hold. A Japanese character says about as much as two Latin letters.
 */
function isForeign(text: string, lang: string): boolean {
  const kana = count(text, /[ぁ-んァ-ヺ]/g);
  const kanji = count(text, /\p{Script=Han}/gu);
  const others = count(text, /\p{L}/gu) - kana - kanji - count(text, /ー/g);
  const named = lang !== '' && !/^ja\b/i.test(lang);
  if (others >= LETTERS && others > (kana + kanji) * (named ? 1 : 2)) return true;
  // Chinese has no kana of its own; a machine leaves some. A Japanese page of several lines has more than one in ten.
  return kanji >= LETTERS && kana * (/^zh\b/i.test(lang) ? 2 : 20) < kanji && (named || CHINESE.test(text));
}
/** What Chinese writes all the time and Japanese with other characters. */
const CHINESE = /[的们們这這您请]|关于|關於|办理|辦理|登记|登錄|迁|遷入|号码|號碼/;

const EASY_NAME = /やさしい\s*(?:日本語|にほんご|にっぽんご)|(?:easy|plain|simple)\s+japanese/i;
/** Pages on the subject of easy Japanese are written in the ordinary one. */
const ABOUT_EASY = /普及|推進|活用|研修|講座|講師|ガイドライン|とは|手引/;
const EASY_PATH = /\/(?:easy|ej|easy[-_]?ja(?:panese)?|ja[-_]?easy|yasashii?[a-z_-]*)(?:\/|\.|$)/;
const EASY_HOST = /(?:^|\.)tsutaeru\.cloud$/;
/** 在留（ざいりゅう）期間. One is common where a name is hard to read. */
const READING = /\p{Script=Han}\s?[(（〔][ぁ-んー\s]+[)）〕]/gu;
/** 市役所で 手続きを します: a space after a particle. */
const SPACED = /[ぁ-ん][はがをにでともへの][ \u3000](?=\S)|\p{Script=Han}[はがをにでともへの][ \u3000](?=\S)/gu;
const ENOUGH_READINGS = 3;
const ENOUGH_SPACES = 6;
/** One space in so many Japanese characters; where only the source breaks its lines, they are far fewer. */
const CHARACTERS_A_SPACE = 30;

function isEasy(facts: PageFacts, host: string, path: string, text: string): boolean {
  const name = [facts.title, facts.heading, ...facts.crumbs].join('。');
  if (EASY_NAME.test(name)) return !ABOUT_EASY.test(`${facts.title}。${facts.heading}`);
  if (/^ja-.*easy/i.test(facts.lang) || EASY_HOST.test(host) || EASY_PATH.test(path)) return true;
  if (count(text, READING) >= ENOUGH_READINGS) return true;
  const spaces = count(text, SPACED);
  return spaces >= ENOUGH_SPACES && spaces * CHARACTERS_A_SPACE > count(text, /[ぁ-んァ-ヺ]|\p{Script=Han}/gu);
}
