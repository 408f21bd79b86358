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
  isPlain,
  plainText,
  rootOf,
  textContentOf,
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
const contentOf = (document: Document): HTMLElement | null => {
  const body = contentTypeOf(document).includes('html') ? bodyOf(document) : null;
  return body && body.localName === 'body' ? body : null;
};

/** An address of a site's start page, or of its copy in another language or with furigana. */
const START =
  /^(?:https?:\/\/[^/]+)?\/?(?:kana\/|translate\/[\w-]+\/|[a-z]{2}\/)?(?:index\.\w+|default\.aspx|top\.html?)?$/;
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
  return (
    link !== null && START.test((getAttribute(link, 'href') ?? '').toLowerCase()) && plainText(link, LINE) === text
  );
}

const CRUMB_PLACES =
  '[class*=breadcrumb i],[id*=breadcrumb i],[aria-label*=breadcrumb i],[aria-label*=パンくず],[id*=pankuzu i],[class*=pankuzu i],[id*=topicpath i],[class*=topicpath i],[class*=topic-path i],[id=tpath],[id=PTOP]';
/** Labels before a breadcrumb and before its last part. */
const CRUMB_LABELS = [
  '現在の位置',
  '現在位置',
  '現在地',
  '現在のページ',
  '今いる場所',
  '今いるページ',
  'あしあと',
  'you are here',
] as const;
const CRUMB_SEPARATOR = /[>＞›»≫→|｜]/;
const HOME = /^(?:ホーム|トップ(?:ページ)?|top(?:\s?page)?|home)$/;
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
    if (!link || !HOME.test(tidy(link.textContent.slice(0, 40), 20).toLowerCase())) continue;
    const trail = link.closest('ol,ul,dl,p,div,td');
    const text = trail?.textContent ?? '';
    if (!trail || text.length >= MAX_TRAIL) continue;
    if (CRUMB_SEPARATOR.test(text) || labelOf(text.trim()) || endsUnlinked(trail)) return trail;
  }
  return null;
}

/** ASP.NET pages write the trail as plain text: トップページ ＞ くらし ＞ 転入届. */
const PLAIN_TRAIL = /^\s*(?:ホーム|トップ(?:ページ)?|top|home)\s*[>＞›»]/;
const MAX_PLACES = 300;

function plainTrail(body: Element): Element | null {
  const places = allIn(body, 'p,span,td');
  for (let i = 0; i < places.length && i < MAX_PLACES; i += 1) {
    const place = places[i];
    if (!place || place.firstElementChild) continue;
    const text = place.textContent;
    if (text.length < MAX_TRAIL && PLAIN_TRAIL.test(withoutLabel(text).toLowerCase())) return place;
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

const labelOf = (crumb: string): string | undefined => {
  const lower = crumb.toLowerCase();
  return CRUMB_LABELS.find((label) => lower.startsWith(label));
};

function withoutLabel(crumb: string): string {
  const label = labelOf(crumb);
  return label === undefined ? crumb : crumb.slice(label.length).replace(/^\s*[:：]?\s*/, '');
}

const crumbsIn = (trail: Element): string[] =>
  partedText(trail)
    .split(CRUMB_SEPARATOR)
    .map((crumb) => withoutLabel(tidy(crumb, LINE)))
    .filter((crumb) => crumb !== '');

/** The text of a breadcrumb with a separator around its links and the blocks in it. */
function partedText(trail: Element): string {
  const items = trail.localName === 'dl' ? 'dd,dt' : 'li';
  let text = '';
  if (isPlain(trail, `a,meta,${items}`)) {
    const whole = textContentOf(trail).slice(0, MAX_READ);
    let end = 0;
    for (const part of allIn(trail, `a,:is(${items}):not(:has(a))`)) {
      const inPart = part.textContent;
      const start = whole.indexOf(inPart, end);
      if (start < 0) continue; // cut off, or an item that a script has put into the one before
      text += `${whole.slice(end, start)}|${inPart}|`;
      end = start + inPart.length;
    }
    return text + whole.slice(end);
  }
  const walk = new ContentWalk(trail);
  for (let step = walk.next(); step !== 'end' && text.length < MAX_READ; step = walk.next()) {
    if (step === 'text') text += textOf(walk.node);
    else if (walk.block || walk.name === 'a') text += '|';
  }
  return text;
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
