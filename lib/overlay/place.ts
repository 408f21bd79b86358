/**
 * Where the guide may stand. Candidates come from the shape of the page, and a candidate counts only when the
 * page, measured before and after, looks and lies as it did. Shapes: 48 of 158 main headings on real municipal
 * pages are the last child of their parent (a banner), on 57 pages a row with the date follows the heading.
 */
import { bodyOf } from './body.ts';
import { freeCorner, type Corner } from './edge.ts';
import type { Host } from './host.ts';
import { unmasked } from '../page/unmasked.ts';
import { snapshot, unchanged } from './neighbours.ts';

export type Place =
  /** in the page, right after this element */
  | { kind: 'after'; element: Element }
  /** no clean place in the text: at the edge of the window */
  | { kind: 'edge'; corner: Corner }
  /** nowhere (a frameset) */
  | { kind: 'none' };

/** Never inside one of these: the click, the outline or the layout is theirs. */
const NEVER_INSIDE =
  'td,th,table,li,dl,header,footer,nav,aside,a,button,label,summary,select,figure,h1,h2,h3,h4,h5,h6,p,[role=navigation],[role=banner],[role=dialog],[contenteditable],[aria-hidden=true],[hidden]';
/** Wrappers that exist for the heading, where they hold little else. */
const HEADING_WRAPPERS = new Set([
  'header',
  'hgroup',
  'a',
  'span',
  'dl',
  'dt',
  'dd',
  'figure',
  'td',
  'tr',
  'tbody',
  'table',
  'li',
  'ul',
]);
/** Behind one of these comes what no longer belongs to the heading, however little they hold now. */
const WHOLE = 'main,article,section,[role=main]';
const LITTLE = 80;
const CONTENT = 'img,svg,picture,video,iframe,object,canvas,input,select,textarea,button,table';
/** What date, sharing and printing rows on municipal pages are made of. */
const TOOL_WORDS =
  /(?:最終)?(?:更新|公開|掲載|作成|登録|発表)(?:日|年月日)?|(?:ページ|記事)?(?:番号|ID)|印刷|プリント|シェア|ツイート|ポスト|共有|いいね|Facebook|LINE|Twitter|X|読み上げ|文字サイズ|(?:令和|平成)?[\d０-９元]+(?:年|月|日|[-./])|[\d０-９]+|[（(][月火水木金土日](?:曜日?)?[)）]/giu;
/** More than this beside such words is a sentence of the page that has a date or 更新 in it. */
const TOOL_REST = 24;
const TOOL_ROW_LENGTH = 120;
const MAX_CLIMB = 8;
const MAX_ROWS = 3;

const textOf = (element: Element): string => (unmasked(element, 'textContent') ?? '').replace(/\s+/gu, '');
const length = (element: Element): number => textOf(element).length;
const boxOf = (element: Element): DOMRect => unmasked(element, 'getBoundingClientRect')();
const matches = (element: Element, selector: string): boolean => unmasked(element, 'matches')(selector);

const NO_ROW = 'h1,h2,h3,h4,h5,h6,table';
function isToolRow(element: Element): boolean {
  if (matches(element, 'script,style,noscript,template,hr,br,a:empty')) return true;
  if (matches(element, NO_ROW) || unmasked(element, 'querySelector')(NO_ROW)) return false;
  const text = textOf(element);
  if (text === '') return boxOf(element).height <= 60;
  if (text.length > TOOL_ROW_LENGTH) return false;
  const rest = text.replace(TOOL_WORDS, '').length;
  return rest < text.length && rest <= TOOL_REST;
}

/** Whether `parent` holds nothing to speak of besides `child`. */
function isOnlyContent(child: Element, parent: Element, allowed: number): boolean {
  if (length(parent) - length(child) > allowed) return false;
  return allowed > 0 || [...unmasked(parent, 'querySelectorAll')(CONTENT)].every(unmasked(child, 'contains'));
}

const inRow = (parent: Element): boolean => {
  const { display, flexDirection } = getComputedStyle(parent);
  if (display.includes('flex')) return !flexDirection.startsWith('column');
  return /grid|inline|table|ruby|contents/u.test(display);
};

/**
 * Elements after which the guide could stand, the best first: behind the date and sharing rows that follow the
 * heading's whole block, then behind the block, then the same one level up while that level holds little else.
 */
export function candidates(heading: Element): Element[] {
  const body = bodyOf(heading.ownerDocument);
  const found = new Set<Element>();
  let block = heading;
  for (let level = 0; level < MAX_CLIMB; level++) {
    const parent = unmasked(block, 'parentElement');
    if (!parent || !body?.contains(parent)) break;
    const wrapper = parent !== body && isOnlyContent(block, parent, 0);
    if (!wrapper && !unmasked(parent, 'closest')(NEVER_INSIDE) && !inRow(parent)) {
      const rows: Element[] = [];
      for (
        let next = unmasked(block, 'nextElementSibling');
        next && rows.length < MAX_ROWS && isToolRow(next);
        next = unmasked(next, 'nextElementSibling')
      ) {
        rows.unshift(next);
      }
      for (const row of rows) if (length(row) > 0 || boxOf(row).height > 0) found.add(row);
      found.add(block);
      // Behind a short opening line, where the page's own rules tie that line to the heading (`h1 + p`).
      const lead = unmasked(rows[0] ?? block, 'nextElementSibling');
      if (lead && matches(lead, 'p') && length(lead) <= TOOL_ROW_LENGTH) found.add(lead);
    }
    if (parent === body || matches(parent, WHOLE)) break;
    // Banners with a date, flex rows with a print button: the block is the parent.
    const mayClimb =
      wrapper ||
      isOnlyContent(block, parent, LITTLE) ||
      (HEADING_WRAPPERS.has(unmasked(parent, 'localName')) && isOnlyContent(block, parent, TOOL_ROW_LENGTH));
    if (!mayClimb) break;
    block = parent;
  }
  return [...found].filter((element) => unmasked(element, 'checkVisibility')());
}

/**
 * A new formatting context stands beside floats or below them, and never under them. Margins join those of the
 * page; where its first line needs the room for readings (ruby) that changes the line, padding does not.
 */
const SHAPES = ['margin: 12px 0 20px', 'padding: 12px 0 20px', 'clear: both !important; margin: 12px 0 20px'].map(
  (room) => `display: flow-root !important; ${room} !important;`,
);
const MIN_WIDTH = 240;
/** More empty space than this above the guide means that a long float pushed it down. */
const MAX_GAP = 80;

/** Whether the host lies where a reader expects it: below the anchor, inside its parent, in nearly the full width. */
function liesWell(host: Element, anchor: Element): boolean {
  const box = host.getBoundingClientRect();
  const above = boxOf(anchor);
  const around = unmasked(anchor, 'parentElement');
  if (!around || box.height === 0) return false;
  const parent = boxOf(around);
  const below = host.nextElementSibling;
  const next = below && boxOf(below);
  return (
    box.width >= Math.min(MIN_WIDTH, host.ownerDocument.documentElement.clientWidth * 0.6) &&
    box.width >= Math.min(parent.width, above.width) * 0.75 &&
    box.left >= parent.left - 1 &&
    box.right <= parent.right + 1 &&
    box.top >= above.bottom - 1 &&
    box.top - above.bottom <= MAX_GAP &&
    (!next ||
      next.height === 0 ||
      next.bottom <= box.top ||
      next.top >= box.bottom - 1 ||
      next.left >= box.right ||
      next.right <= box.left)
  );
}

/**
 * Whether what comes in behind `anchor` moves what the person has begun to read: they have done something here and
 * scrolled, and it would come into the window. Above the window, the browser itself keeps the text where it is.
 */
function movesReader(anchor: Element): boolean {
  const { bottom } = boxOf(anchor);
  return navigator.userActivation.hasBeenActive && scrollY > 0 && bottom > 0 && bottom < innerHeight;
}

/**
 * Puts the host, with its content already drawn at its real height, into the first place that is proven clean,
 * and says which. Without one the host is left out of the document and the answer is the edge or nowhere.
 *
 * @param heading the page's main heading, null where none matches its title
 * @param back it stood here until the page took it out: what it moves now was moved up then
 */
export function findPlace(document: Document, heading: Element | null, host: Host, back = false): Place {
  if (!bodyOf(document)) return { kind: 'none' };
  for (const anchor of heading?.isConnected ? candidates(heading) : []) {
    if (!back && movesReader(anchor)) break;
    for (const shape of SHAPES) {
      // Anew for each: Chromium 156 keeps a line's layout from the last attempt until somebody measures it.
      const before = snapshot(anchor, heading!);
      host.setBox(shape);
      unmasked(anchor, 'after')(host.element);
      if (liesWell(host.element, anchor) && unchanged(before, host.element.getBoundingClientRect().height)) {
        return { kind: 'after', element: anchor };
      }
      host.element.remove();
    }
  }
  return { kind: 'edge', corner: freeCorner(document) };
}

/** Puts the host at the edge of the window, outside `body`, whose `:last-child` and transforms are the page's. */
export function putAtEdge(document: Document, corner: Corner, host: Host): void {
  const [block, inline] = corner.split(' ');
  host.setBox(`
    position: fixed !important; z-index: 2147483646 !important;
    ${block === 'middle' ? 'top: 40%' : `${block}: 12px`} !important; ${inline}: 12px !important;
    max-width: calc(100vw - 24px) !important; width: max-content !important;`);
  document.documentElement.append(host.element);
}
