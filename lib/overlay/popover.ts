/**
 * A small explanation in the top layer, beside a word of the page or a button of ours. It is a `hint` where the
 * browser has that kind, because `auto` closes the page's own open menus; else `manual`, closed by our own
 * listeners. It follows the page's scrolling without a script: an own box lies over the word, and CSS anchors to it.
 */
import { createHost, type Look } from './host.ts';

/** Time to cross from the word to its explanation, or back. */
const LEAVE_MS = 300;
const BRIDGE_PX = 16;
/** Enough to read by scrolling; where neither side of the word has it (400 % zoom), the word is covered. */
const MIN_ROOM_PX = 240;
const GAP_PX = 8;

export type PopoverOptions = {
  /** where it belongs, in the window, asked again whenever something scrolled; undefined: gone, so close */
  anchor: () => DOMRect | undefined;
  /** opened by a resting pointer: takes no focus, and goes when the pointer goes */
  hover: boolean;
  /** where focus goes back to, if it is in here when it closes; null: to what had it in the page */
  from: HTMLElement | null;
  css: string;
  look: Look;
  /**
   * Draws into the box, which is in no document yet, and returns how to undo it. `--room` is the height it may have.
   */
  draw: (box: HTMLElement, close: () => void) => () => void;
  onClose: () => void;
};

// Under the word, else over it, else (400 % zoom) on it. Chromium 156 reads no more than five fallbacks.
const CSS_TEXT = `
.anchor { position: absolute; pointer-events: none; anchor-name: --madoguchi-word; }
.pop {
  position: fixed; position-anchor: --madoguchi-word; position-area: bottom span-right;
  position-try-fallbacks: flip-inline, bottom span-all, flip-block, top span-all, span-all;
  inset: auto; margin: ${GAP_PX}px 0; padding: 0; border: 0; background: none; color: inherit; overflow: visible;
  width: max-content; max-width: min(380px, calc(100vw / var(--scale) - 16px)); max-height: none;
}
`;

/** Grown by `by` on each side. */
const grown = ({ left, top, right, bottom }: DOMRect, by: number) => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/**
 * Opens one explanation. It closes by Esc, by a press elsewhere, when its word has left the window, by `close`, or when
 * `signal` aborts, and leaves no element behind; focus goes back to where it was. Stays shut (and calls
 * `onClose`) while a modal dialog of the page is open, which would make it dead to clicks.
 */
export function openPopover(options: PopoverOptions, signal: AbortSignal): void {
  const { anchor, hover, from, css, look, draw, onClose } = options;
  const first = anchor();
  if (signal.aborted || !first || document.querySelector(':modal')) return onClose();

  const over = new AbortController();
  const life = AbortSignal.any([signal, over.signal]);
  const close = (): void => over.abort();

  const host = createHost(document, 'madoguchi-word', CSS_TEXT + css, look, life);
  host.setBox(
    'position: absolute !important; top: 0 !important; left: 0 !important; width: 0 !important; height: 0 !important;',
  );
  const box = document.createElement('div');
  box.className = 'anchor';
  const pop = document.createElement('div');
  pop.className = 'pop';
  pop.popover = 'hint';
  if (pop.popover !== 'hint') pop.popover = 'manual';
  host.frame.append(box, pop);
  const undraw = draw(pop, close);

  // Chromium gives no focus back when the popover lives in a shadow root.
  const before = from ?? focusedInPage();
  document.documentElement.append(host.element);
  lay(box, first, host.element, look.scale);
  pop.style.setProperty('--room', `${roomBeside(first) / look.scale}px`);
  pop.showPopover();
  if (!hover) pop.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });

  pop.addEventListener('toggle', (event) => event.newState === 'closed' && close(), { signal: life });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation(); // one Escape, one thing: the guide below, or a menu of the page, stays open
      close();
    },
    { signal: life, capture: true },
  );
  addEventListener('pointerdown', (event) => !event.composedPath().includes(host.element) && close(), {
    signal: life,
    capture: true,
  });
  addEventListener(
    'scroll',
    () => {
      const now = anchor();
      if (!now || now.bottom < 0 || now.top > innerHeight) return close();
      lay(box, now, host.element, look.scale);
    },
    { signal: life, capture: true, passive: true },
  );
  if (hover) closeOnLeave(anchor, pop, close, life);

  life.addEventListener(
    'abort',
    () => {
      const { activeElement } = document;
      // Closed by the browser itself, the popover has already lost its focus to nobody.
      const ours = activeElement === host.element || (!hover && activeElement === document.body);
      undraw();
      host.element.remove();
      if (ours && before?.isConnected) before.focus({ preventScroll: true });
      onClose();
    },
    { once: true },
  );
}

/** The height that the larger side of the word offers: a taller explanation would slide over its word. */
function roomBeside({ top, bottom }: DOMRect): number {
  // Without the scroll bar, which `innerHeight` includes: at 400 % zoom many pages have one at the bottom.
  const height = visualViewport ? visualViewport.height * visualViewport.scale : innerHeight;
  const beside = Math.max(top, height - bottom) - 2 * GAP_PX;
  return Math.max(beside, Math.min(MIN_ROOM_PX, height - 2 * GAP_PX));
}

/** Lays the anchor box over the word, in the coordinates of its host, which lies wherever the page puts it. */
function lay(box: HTMLElement, word: DOMRect, host: Element, scale: number): void {
  const origin = host.getBoundingClientRect();
  const set = (name: string, value: number): void => box.style.setProperty(name, `${value / scale}px`);
  set('left', word.left - origin.left);
  set('top', word.top - origin.top);
  set('width', word.width);
  set('height', word.height);
}

function focusedInPage(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}

/** WCAG 1.4.13: the pointer may cross from the word to the explanation and stay over it as long as it likes. */
function closeOnLeave(
  anchor: () => DOMRect | undefined,
  pop: HTMLElement,
  close: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const word = anchor();
      const near = [pop.getBoundingClientRect(), word].some((rect) => {
        if (!rect) return false;
        const { left, top, right, bottom } = grown(rect, BRIDGE_PX);
        return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      });
      if (near) {
        clearTimeout(timer);
        timer = undefined;
      } else timer ??= setTimeout(close, LEAVE_MS);
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
