/**
 * Underlines words and dates of the page with the CSS Custom Highlight API: no node of the page is split, wrapped or
 * moved. The registry is shared with the page, so ours are named, put back by the next `paintMarks` where the page
 * dropped them, and never iterated: in a content script of Firefox every iteration of the registry or of a highlight
 * throws (Firefox 153).
 */
import { unmasked } from '../page/unmasked.ts';
import { highlightName, MARK_KINDS, type MarkKind } from './mark-styles.ts';
import type { Theme } from './theme.ts';

const HOVER_MS = 400;
/** A hand on a mouse is never quite still. */
const STILL_PX = 4;
/** The click, or the tap, is the page's there; a resting pointer still explains. */
const PAGE_CONTROLS =
  'a[href],area,button,label,summary,input,select,textarea,option,[onclick],[role=button],[role=link],[role=tab],[role=menuitem],[contenteditable]';

export type Mark = { kind: MarkKind; id: string; range: StaticRange };
export type Opened = { mark: Mark; by: 'press' | 'hover' };

/** Not in the DOM library yet (Chrome 140, Firefox 150). */
type HitTest = {
  highlightsFromPoint(x: number, y: number): readonly { highlight: Highlight; ranges: readonly AbstractRange[] }[];
};

/**
 * Paints `marks` until `signal` aborts and calls `onOpen` for one that is pressed or, with `hover`, on which a
 * mouse rests. A press inside a link, button or label, one that the page has stopped or used, and one that ends a
 * selection stay the page's.
 */
export function paintMarks(
  marks: readonly Mark[],
  onOpen: (opened: Opened) => void,
  { hover, theme }: { hover: boolean; theme: Theme },
  signal: AbortSignal,
): void {
  if (signal.aborted || marks.length === 0) return;
  const byRange = new Map<AbstractRange, Mark>(marks.map((mark) => [mark.range, mark]));
  const highlights = MARK_KINDS.flatMap((kind) => {
    const ranges = marks.filter((mark) => mark.kind === kind).map(({ range }) => range);
    return ranges.length > 0 ? [{ name: highlightName(kind, theme), highlight: new Highlight(...ranges) }] : [];
  });
  for (const { name, highlight } of highlights) CSS.highlights.set(name, highlight);

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
      for (const { name, highlight } of highlights)
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
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
