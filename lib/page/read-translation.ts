/**
 * Whether a machine stands between the office's words and the reader: a translating proxy, a widget of the site, the
 * browser. Says what the machine made, never whether it did well. Reads only; asked again whenever the page changes,
 * for browsers translate under our eyes.
 */
import { pageAddress } from './address.ts';
import { bodyOf, createTreeWalker, firstIn, getAttribute, rootOf, textOf, titleOf } from './content.ts';
import { machineOf, type Kind } from './kinds.ts';
import { BOUNDS } from './page-facts.ts';

export type Machine = {
  /** another language; easier Japanese; readings between the words */
  made: Kind;
  /** the language that it was made into, as a language tag; '' where nothing says it */
  language: string;
  /** the page in its first language, as the page itself names it; not judged, it may be anybody's */
  named: string | null;
};

/** What a machine made of the page at `url`, or `undefined` where nothing shows one. Never throws. */
export function readTranslation(document: Document, url: string): Machine | undefined {
  const root = rootOf(document);
  const body = bodyOf(document);
  if (!root || !body) return undefined;
  const lang = getAttribute(root, 'lang') ?? '';
  const made = isTranslated(document, root, body, lang)
    ? 'translated'
    : (machineOf(url) ?? (getAttribute(body, 'data-kana') === 'true' ? 'kana' : undefined));
  if (made === undefined) return undefined;
  return {
    made,
    language: made === 'translated' ? (isJapanese(lang) ? languageIn(url) : lang.slice(0, BOUNDS.lang)) : 'ja',
    named: namedOriginal(root, url),
  };
}

const isJapanese = (lang: string): boolean => lang === '' || /^ja\b/i.test(lang);

/** `<link rel=alternate hreflang=ja>`, or the canonical address; not that of this very page. */
function namedOriginal(root: Element, url: string): string | null {
  for (const selector of ['link[rel~=alternate][hreflang|=ja][href]', 'link[rel~=canonical][href]']) {
    const link = firstIn(root, selector);
    const address = link && URL.parse(getAttribute(link, 'href') ?? '', url);
    if (!address || !/^https?:$/.test(address.protocol) || address.href.length > BOUNDS.url) continue;
    if (pageAddress(address.href) !== pageAddress(url)) return address.href;
  }
  return null;
}

/** The languages in addresses: SHIRASAGI, WOVN, J-SERVER, Google, offices' own hosts (translate-zht.…). */
const LANGUAGE_IN_ADDRESS =
  /\/translate\/([a-z]{2}(?:-[a-z]+)?)\/|\.translation-proxy\.com\/([a-z]{2})\/|[?&](?:wovn|_x_tr_tl)=([a-z]{2}(?:-[a-z]+)?)|\/ns\/w0\/ja([a-z]{2})\/|^https?:\/\/translate-([a-z]{2,3})\./i;
/** Traditional Chinese has a tag of its own, which offices shorten. */
const SHORTENED: Readonly<Record<string, string>> = { zht: 'zh-TW', tw: 'zh-TW', zhs: 'zh', cn: 'zh' };

function languageIn(url: string): string {
  const found = LANGUAGE_IN_ADDRESS.exec(url)?.slice(1).find(Boolean) ?? '';
  return SHORTENED[found.toLowerCase()] ?? found;
}

/** Google's translation, in Chrome and as a widget, names itself on the root, SHIRASAGI's on the body; Firefox leaves but `lang`. */
const GOOGLE_CLASS = /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/;

function isTranslated(document: Document, root: Element, body: Element, lang: string): boolean {
  if (GOOGLE_CLASS.test(getAttribute(root, 'class') ?? '') || getAttribute(body, 'data-translate') !== null)
    return true;
  const foreign = !isJapanese(lang);
  return (foreign && keepsJapanese(document, root, body)) || hasTraces(body, foreign);
}

const KANA = /[ぁ-んァ-ヺ]/;
/** A template may carry `lang="en"` on Japanese pages: there the heading is Japanese too. */
function keepsJapanese(document: Document, root: Element, body: Element): boolean {
  const unseen = `${titleOf(document)}${firstIn(root, 'noscript')?.textContent ?? ''}`;
  const heading = firstIn(body, 'h1')?.textContent ?? '';
  return KANA.test(unseen) && /\p{L}/u.test(heading) && !/[ぁ-んァ-ヺ\p{Script=Han}]/u.test(heading);
}

/** Google puts two font elements around each text, Microsoft (Edge) an attribute on its element. */
const MARKED = '[_msttexthash], font[style*=vertical-align]:has(> font:first-child)';

/** All of the largest real page; of a page with 100,000 nodes looking through everything took 16 ms at every change. */
const MAX_NODES = 10_000;

/** What translators leave in the content: marks on elements everywhere, notices and comments where the page is `foreign`. */
function hasTraces(body: Element, foreign: boolean): boolean {
  if (firstIn(body, MARKED)) return true;
  if (!foreign) return false;
  const walker = createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(), n = 0; node && n < MAX_NODES; node = walker.nextNode(), n += 1)
    if (isNotice(node) || isWovn(node)) return true;
  return false;
}

/** The Digital Agency's notice names the machine (TexTra); offices say it in the language of the page. */
const NOTICE =
  /TexTra|(?:machine|automatic(?:ally)?|auto)[- ]translat|traducción automática|tradução automática|traduzid[oa] automaticamente|dịch máy|dịch tự động|机器翻译|機器翻譯|自动翻译|自動翻譯|기계\s?번역|자동\s?번역/i;
/** A link or a choice offers a translation; it does not say that this is one. */
const OFFERS = 'a,button,option,label,script,style';
const isNotice = (node: Node): boolean =>
  node.nodeName === '#text' && NOTICE.test(textOf(node)) && !node.parentElement?.closest(OFFERS);

const WOVN_SOURCE = /^wovn-src:/;
/** WOVN puts the first text in a comment before its own; where it translated nothing, both are the same. */
function isWovn(node: Node): boolean {
  const source = node.nodeName === '#comment' ? textOf(node) : '';
  if (!WOVN_SOURCE.test(source)) return false;
  const shown = node.nextSibling ? textOf(node.nextSibling).trim() : '';
  return shown !== '' && source.replace(WOVN_SOURCE, '').trim() !== shown;
}
