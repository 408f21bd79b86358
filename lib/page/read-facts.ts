/**
 * Reads what recognising needs, once and cheaply: the frame first (title, main heading, crumbs), the text after
 * the main heading only when the frame passed the gate. What stands in menus proves nothing: 24 of 178 unrelated
 * real pages carry マイナンバー in one.
 */
import {
  ContentWalk,
  allIn,
  firstIn,
  bodyOf,
  contentTypeOf,
  getAttribute,
  hasAttributes,
  isElement,
  plainText,
  rootOf,
  textOf,
  tidy,
  titleOf,
} from './content.ts';
import { BOUNDS, type PageFacts } from './page-facts.ts';
import { isSiteName, titleMatcher } from './title.ts';
import { normalise } from './normalise.ts';

const { line: LINE, sample: SAMPLE } = BOUNDS;

export type Frame = Pick<PageFacts, 'title' | 'heading' | 'crumbs' | 'lang'> & { headingElement: Element | null };
const NOTHING: Frame = { title: '', heading: '', crumbs: [], lang: '', headingElement: null };

/** Title, main heading and crumbs. What is no page (frameset, picture, text, feed) has none of them. Never throws. */
export function readFrame(document: Document): Frame {
  const body = contentOf(document);
  if (!body) return NOTHING;
  const title = tidy(titleOf(document), LINE);
  const crumbs = readCrumbs(body);
  const headingElement = findHeading(body, title, crumbs.at(-1) ?? '');
  const root = rootOf(document);
  const lang = (root && getAttribute(root, 'lang')?.slice(0, BOUNDS.lang)) ?? '';
  return { title, crumbs, headingElement, heading: headingElement ? plainText(headingElement, LINE) : '', lang };
}

/**
 * Everything the worker needs to recognise the page at `url`, cut to what a message may hold. Never throws.
 *
 * @param read the frame, where it was read for the gate already
 */
export function readFacts(document: Document, url: string, read: Frame = readFrame(document)): PageFacts {
  const { headingElement, ...frame } = read;
  const body = contentOf(document);
  return {
    url: url.slice(0, BOUNDS.url),
    ...frame,
    ...(body ? readContent(body, headingElement) : { headings: [], sample: '' }),
  };
}

/** A browser makes a page of a picture or a text file too, and names it after the file: 転入届.png (640×480). */
const HTML_TYPE = /html/;
const contentOf = (document: Document): HTMLElement | null => {
  const body = HTML_TYPE.test(contentTypeOf(document)) ? bodyOf(document) : null;
  return body && body.localName === 'body' ? body : null;
};

/** An address of a site's start page, or of its copy in another language or with furigana. */
const START =
  /^(?:https?:\/\/[^/]+)?\/?(?:kana\/|translate\/[\w-]+\/|[a-z]{2}\/)?(?:index\.\w+|default\.aspx|top\.html?)?$/i;
const MAX_HEADINGS = 60;

/** The heading that names the page; not the logo, though it too may stand in the title. Null where none does. */
function findHeading(body: Element, title: string, lastCrumb: string): Element | null {
  const matchTitle = titleMatcher(title);
  const crumb = normalise(lastCrumb);
  let best: Element | null = null;
  let bestRank = 0;
  for (const [selector, level] of [
    ['h1', 2],
    ['h2,h3', 0],
  ] as const) {
    const candidates = allIn(body, selector);
    for (let i = 0; i < candidates.length && i < MAX_HEADINGS; i += 1) {
      const candidate = candidates[i];
      if (!candidate || candidate.closest('nav,footer,aside')) continue;
      const text = plainText(candidate, LINE);
      const name = normalise(text);
      // Without a title the page's first h1 names it.
      const match = title === '' ? Number(level === 2 && name !== '') : matchTitle(name);
      if (match === 0 || isLogo(candidate, text) || (isSiteName(name) && name !== crumb)) continue;
      const rank = (name === crumb ? 20 : 0) + 3 * match + level; // an h2 that is the title beats an h1 that is in it
      if (rank > bestRank) [best, bestRank] = [candidate, rank];
    }
    if (bestRank >= 3 * 4) break; // it is the title: no need to look further down
  }
  return best;
}

/** Linked to the site's start, and nothing but that link. */
function isLogo(heading: Element, text: string): boolean {
  const link = heading.closest('a[href]') ?? heading.querySelector('a[href]');
  return link !== null && START.test(getAttribute(link, 'href') ?? '') && plainText(link, LINE) === text;
}

const CRUMB_PLACES =
  '[class*=breadcrumb i],[id*=breadcrumb i],[aria-label*=breadcrumb i],[aria-label*=パンくず],[id*=pankuzu i],[class*=pankuzu i],[id*=topicpath i],[class*=topicpath i],[class*=topic-path i],[id=tpath],[id=PTOP]';
/** Labels before a breadcrumb: 現在の位置, 現在地, 今いる場所. */
const CRUMB_LABEL = /^(?:現在(?:の位置|位置|地|のページ)|今いる(?:場所|ページ)|あしあと|you are here)\s*[:：]?\s*/i;
const CRUMB_SEPARATOR = /[>＞›»≫→|｜]/;
const HOME = /^(?:ホーム|トップ(?:ページ)?|top(?:\s?page)?|home)$/i;
const MAX_LINKS = 250;
const MAX_TRAIL = 600;
const MAX_READ = 4_000;

/** The last crumbs of the first breadcrumb; some pages carry a dozen, and some an empty element of such a name. */
function readCrumbs(body: Element): readonly string[] {
  const crumbs = crumbsAt(firstIn(body, CRUMB_PLACES));
  return crumbs.length > 0 ? crumbs : crumbsAt(homeTrail(body) ?? plainTrail(body));
}

function crumbsAt(place: Element | null | undefined): readonly string[] {
  if (!place) return [];
  const list = firstIn(place, 'ol,ul,dl') ?? place; // of several in one place, the first
  return crumbsIn(list).slice(-BOUNDS.crumbs);
}

/** Most breadcrumbs have no telling name: a link ホーム or トップページ in a short paragraph or list of several. */
function homeTrail(body: Element): Element | null {
  const links = allIn(body, 'a[href]');
  for (let i = 0; i < links.length && i < MAX_LINKS; i += 1) {
    const link = links[i];
    if (!link || !HOME.test(tidy(link.textContent.slice(0, 40), 20))) continue;
    const trail = link.closest('ol,ul,dl,p,div,td');
    const text = trail?.textContent ?? '';
    if (!trail || text.length >= MAX_TRAIL) continue;
    if (CRUMB_SEPARATOR.test(text) || CRUMB_LABEL.test(text.trim()) || endsUnlinked(trail)) return trail;
  }
  return null;
}

/** ASP.NET pages write the trail as plain text: トップページ ＞ くらし ＞ 転入届. */
const PLAIN_TRAIL = /^\s*(?:ホーム|トップ(?:ページ)?|top|home)\s*[>＞›»]/i;
const MAX_PLACES = 300;

function plainTrail(body: Element): Element | null {
  const places = allIn(body, 'p,span,td');
  for (let i = 0; i < places.length && i < MAX_PLACES; i += 1) {
    const place = places[i];
    if (!place || place.firstElementChild) continue;
    const text = place.textContent;
    if (text.length < MAX_TRAIL && PLAIN_TRAIL.test(text.replace(CRUMB_LABEL, ''))) return place;
  }
  return null;
}

/** A list whose last item is no link: the page itself. Style sheets draw the separators of every third breadcrumb. */
function endsUnlinked(trail: Element): boolean {
  const last = /^[oud]l$/.test(trail.localName) ? trail.lastElementChild : null;
  return (
    last !== null && last !== trail.firstElementChild && /\S/.test(last.textContent) && !last.querySelector(PRESSED)
  );
}
const PRESSED = 'a,button,input,form';

function crumbsIn(trail: Element): string[] {
  const walk = new ContentWalk(trail);
  const crumbs: string[] = [];
  let crumb = '';
  const finish = (): void => {
    const text = tidy(crumb, LINE).replace(CRUMB_LABEL, '');
    if (text !== '') crumbs.push(text);
    crumb = '';
  };
  for (let step = walk.next(), read = 0; step !== 'end' && read < MAX_READ; step = walk.next()) {
    if (step === 'text') {
      const text = textOf(walk.node);
      read += text.length + 1;
      const [first = '', ...rest] = text.split(CRUMB_SEPARATOR);
      crumb += first;
      for (const next of rest) {
        finish();
        crumb = next;
      }
    } else if (walk.block || walk.name === 'a') finish();
  }
  finish();
  return crumbs;
}

const HEADING = /^h[1-6]$/;
/** What ends the page's own text: whom to ask, how you liked it, which reader a PDF needs. */
const END =
  /問い?合わ?せ先?|担当(?:課|部署|窓口)|情報発信元|作成担当|アンケート|役に?立|ご意見|adobe|pdf(?:ファイル)?の閲覧|関連(?:リンク|情報|ページ|記事)|よく(?:見|閲覧)|新着/i;
const MAX_STEPS = 4000;
const MENU = /^(?:ul|ol|nav)$/;

/** Further headings and a sample of the text, in links or hidden not. Without a heading, of the `main` element. */
function readContent(body: Element, heading: Element | null): Pick<PageFacts, 'headings' | 'sample'> {
  const main = heading ? body : firstIn(body, 'main,[role=main],article');
  const headings: string[] = [];
  if (!main) return { headings, sample: '' };
  let waiting: string[] = []; // headings that nothing followed yet
  const walk = new ContentWalk(main, heading);
  const lines: string[] = [];
  let line = '';
  let length = 0;
  let ended = false;
  for (
    let step = walk.next(), steps = 0;
    step !== 'end' && length < SAMPLE && steps < MAX_STEPS;
    step = walk.next(), steps += 1
  ) {
    if (step === 'text') {
      const text = textOf(walk.node);
      if (!ended && walk.links === 0) line += text.slice(0, SAMPLE);
      if (waiting.length > 0 && /\S/.test(text)) {
        // A heading with nothing but links below it belongs to a menu, which many pages have behind their text.
        if (walk.links === 0) headings.push(...waiting);
        waiting = [];
      }
      continue;
    }
    // … and so does one with nothing but a menu below it.
    if (step === 'apart' && MENU.test(walk.name)) waiting = [];
    if (step === 'open' && isElement(walk.node)) {
      if (HEADING.test(walk.name)) {
        const text = plainText(walk.node, LINE);
        ended = END.test(text);
        if (!ended && text !== '' && headings.length + waiting.length < BOUNDS.headings) waiting.push(text);
        walk.skip();
      } else if (isHidden(walk.node) || walk.name === 'address') walk.skip();
    }
    if (walk.block && line !== '') {
      const text = tidy(line, SAMPLE);
      if (text !== '') lines.push(text);
      length += text.length + 1;
      line = '';
    }
  }
  lines.push(tidy(line, SAMPLE));
  headings.push(...waiting);
  return { headings, sample: lines.join('\n').slice(0, SAMPLE).trim() };
}

const isHidden = (element: Element): boolean =>
  hasAttributes(element) &&
  (getAttribute(element, 'hidden') !== null || getAttribute(element, 'aria-hidden') === 'true');
