/**
 * Underlines words and dates of the page with the CSS Custom Highlight API: no node of the page is split, wrapped or
 * moved. Registry and adopted style sheets are shared with the page, so ours are named, put back by the next
 * `paintMarks` where the page dropped them, and never iterated: in a content script of Firefox every iteration of the
 * registry or of a highlight throws (Firefox 153).
 */
import { unmasked } from '../page/unmasked.ts';

const NAMES = { word: 'madoguchi-term', date: 'madoguchi-date' } as const;
/** A date is told from a word without colour: by dashes, and a thinner line. */
const LINES = { word: 'dotted 2px', date: 'dashed 1px' } as const;
const KINDS = ['word', 'date'] as const;
const HOVER_MS = 400;
/** A hand on a mouse is never quite still. */
const STILL_PX = 4;
/** The click, or the tap, is the page's there; a resting pointer still explains. */
const PAGE_CONTROLS =
  'a[href],area,button,label,summary,input,select,textarea,option,[onclick],[role=button],[role=link],[role=tab],[role=menuitem],[contenteditable]';

export type Mark = { kind: keyof typeof NAMES; id: string; range: StaticRange };
export type Opened = { mark: Mark; by: 'press' | 'hover' };

/** Not in the DOM library yet (Chrome 140, Firefox 150). */
type HitTest = {
  highlightsFromPoint(x: number, y: number): readonly { highlight: Highlight; ranges: readonly AbstractRange[] }[];
};

const COLOURS = { light: '#5109ad', dark: '#cdb2f7' } as const;
const style = (kind: Mark['kind'], theme: 'light' | 'dark', scope: string): string => {
  const name = NAMES[kind];
  // A rule for every element makes Chromium work out the style of the whole page again (15-17 ms on the largest real
  // page, 62-89 ms on the stress page, Chromium 156, 2026-11-26). There the highlight is inherited from the element
  // that the rule names; Firefox 153 paints nothing inherited.
  const painted = import.meta.env.FIREFOX
    ? `${scope}::highlight(${name}), ${scope} ::highlight(${name})`
    : `${scope}::highlight(${name})`;
  return `
@media screen {
  ${painted} {
    text-decoration: underline ${LINES[kind]} ${COLOURS[theme]};
    text-underline-offset: 4px;
  }
}
@media screen and (forced-colors: active) {
  ${painted} { text-decoration-color: LinkText; }
}`;
};

/** A selector of the nearest element with an id that holds all marks, or of the whole page. */
function scopeOf(marks: readonly Mark[]): string {
  let common: Node | null = marks[0]!.range.startContainer;
  for (const { range } of marks)
    while (common && ![range.startContainer, range.endContainer].every(unmasked(common, 'contains')))
      common = unmasked(common, 'parentNode');
  const element = common instanceof Element ? common : common?.parentElement;
  const holder = element && unmasked(element, 'closest')('[id]');
  const id = holder && unmasked(holder, 'id');
  return id ? `#${CSS.escape(id)}` : ':root';
}

/**
 * Paints `marks` until `signal` aborts and calls `onOpen` for one that is pressed or, with `hover`, on which a
 * mouse rests. A press inside a link, button or label, one that the page has stopped or used, and one that ends a
 * selection stay the page's.
 */
export function paintMarks(
  marks: readonly Mark[],
  onOpen: (opened: Opened) => void,
  { hover, theme }: { hover: boolean; theme: 'light' | 'dark' },
  signal: AbortSignal,
): void {
  if (signal.aborted || marks.length === 0) return;
  const byRange = new Map<AbstractRange, Mark>(marks.map((mark) => [mark.range, mark]));
  const highlights = KINDS.flatMap((kind) => {
    const ranges = marks.filter((mark) => mark.kind === kind).map(({ range }) => range);
    return ranges.length > 0 ? [{ kind, highlight: new Highlight(...ranges) }] : [];
  });
  for (const { kind, highlight } of highlights) CSS.highlights.set(NAMES[kind], highlight);

  const scope = scopeOf(marks);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlights.map(({ kind }) => style(kind, theme, scope)).join(''));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const markAt = (x: number, y: number): Mark | undefined => {
    const hits = (CSS.highlights as unknown as HitTest).highlightsFromPoint(x, y);
    const range = hits.find((hit) => highlights.some(({ highlight }) => hit.highlight === highlight))?.ranges[0];
    return range && byRange.get(range);
  };

  // In the bubble phase on the window: what the page stops or prevents on the way is its own.
  addEventListener(
    'click',
    (event) => {
      const { target } = event;
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      if (!(target instanceof Element) || unmasked(target, 'closest')(PAGE_CONTROLS) || hasSelection()) return;
      const mark = markAt(event.clientX, event.clientY);
      if (mark) onOpen({ mark, by: 'press' });
    },
    { signal },
  );

  if (hover) openOnRest(markAt, onOpen, signal);

  signal.addEventListener(
    'abort',
    () => {
      for (const { kind, highlight } of highlights)
        if (CSS.highlights.get(NAMES[kind]) === highlight) CSS.highlights.delete(NAMES[kind]);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
    { once: true },
  );
}

/** Whether something is selected; what it is, is never read. */
const hasSelection = (): boolean => getSelection()?.isCollapsed === false;

function openOnRest(
  markAt: (x: number, y: number) => Mark | undefined,
  onOpen: (opened: Opened) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = { x: -100, y: -100 };
  const forget = (): void => clearTimeout(timer);
  addEventListener(
    'pointermove',
    ({ pointerType, buttons, clientX, clientY }) => {
      if (Math.abs(clientX - at.x) < STILL_PX && Math.abs(clientY - at.y) < STILL_PX) return;
      at = { x: clientX, y: clientY };
      forget();
      if (pointerType !== 'mouse' || buttons !== 0) return;
      timer = setTimeout(() => {
        const mark = hasSelection() ? undefined : markAt(clientX, clientY);
        if (mark) onOpen({ mark, by: 'hover' });
      }, HOVER_MS);
    },
    { signal, passive: true },
  );
  for (const type of ['pointerdown', 'keydown', 'scroll'] as const)
    addEventListener(type, forget, { signal, capture: true, passive: true });
  document.documentElement.addEventListener('pointerleave', forget, { signal });
  signal.addEventListener('abort', forget, { once: true });
}

/** Where the range lies now in the window; undefined once the page has rewritten or hidden it. */
export function rectOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): DOMRect | undefined {
  if (!startContainer.isConnected || !endContainer.isConnected) return undefined;
  const live = document.createRange();
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
  } catch {
    return undefined; // the text is shorter than it was
  }
  // The first line of a word that is broken over two, not the box around both.
  const rect = live.getClientRects()[0];
  return rect && (rect.width > 0 || rect.height > 0) ? rect : undefined;
}
