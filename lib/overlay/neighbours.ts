/**
 * The proof that an insertion changed nothing around it: boxes and drawn styles of the neighbours before and
 * after. A page's `h1 + p`, `:last-child`, `:nth-child`, a flex gap or a fixed height show here and nowhere else.
 */
import { unmasked } from '../page/unmasked.ts';

/**
 * The properties that selectors of real pages change and a reader can see. Reading all 479 of six elements twice
 * took 10-20 ms in Chromium 156 and these under 2 ms, on pages whose whole budget is 20 ms; the tests compare all.
 */
const DRAWN = [
  'display',
  'position',
  'float',
  'clear',
  'visibility',
  'opacity',
  'overflow-x',
  'overflow-y',
  'order',
  'z-index',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'border-top-color',
  'border-right-color',
  'border-bottom-color',
  'border-left-color',
  'border-top-style',
  'border-right-style',
  'border-bottom-style',
  'border-left-style',
  'border-top-left-radius',
  'border-bottom-right-radius',
  'outline-style',
  'outline-width',
  'box-shadow',
  'background-color',
  'background-image',
  'background-position-x',
  'background-position-y',
  'background-size',
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'text-align',
  'text-indent',
  'text-transform',
  'text-decoration-line',
  'text-shadow',
  'white-space-collapse',
  'word-break',
  'writing-mode',
  'list-style-type',
  'list-style-image',
  'transform',
  'filter',
  'clip-path',
  'content',
  'min-width',
  'max-width',
  'min-height',
  'max-height',
  'column-count',
  'counter-reset',
  'counter-increment',
] as const;
/** Resolved against the width of the page, so a new scroll bar moves them where they are `auto` or percentages. */
const OF_THE_WIDTH = /^(?:margin|padding)-/u;

/**
 * In the document, not in the window: a page that is scrolled is scrolled on when something comes in above the window.
 */
function boxOf(element: Element): Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> {
  const { x, y, width, height } = unmasked(element, 'getBoundingClientRect')();
  return { x, y: y + (unmasked(element, 'ownerDocument').defaultView?.scrollY ?? 0), width, height };
}

type Neighbour = {
  element: Element;
  box: ReturnType<typeof boxOf>;
  style: readonly string[];
  role: 'above' | 'around' | 'below';
};
export type Snapshot = { viewport: number; neighbours: readonly Neighbour[] };

const widthAround = (element: Element): number => unmasked(element, 'ownerDocument').documentElement.clientWidth;
const styleOf = (element: Element): string[] => {
  const style = getComputedStyle(element);
  return DRAWN.map((name) => style.getPropertyValue(name));
};

/** Boxes and styles of everything whose look could depend on an element inserted right after `anchor`. */
export function snapshot(anchor: Element, heading: Element): Snapshot {
  const roles = new Map<Element, Neighbour['role']>();
  const add = (element: Element | null | undefined, role: Neighbour['role']): void => {
    if (element && !roles.has(element)) roles.set(element, role);
  };
  const parent = unmasked(anchor, 'parentElement');
  add(heading, 'above');
  add(anchor, 'above');
  add(parent, 'around');
  const next = unmasked(anchor, 'nextElementSibling');
  add(next, 'below');
  add(next && unmasked(next, 'nextElementSibling'), 'below');
  if (next && parent) add(unmasked(parent, 'lastElementChild'), 'below');
  return {
    viewport: widthAround(anchor),
    neighbours: [...roles].map(([element, role]) => ({
      element,
      role,
      box: boxOf(element),
      style: styleOf(element),
    })),
  };
}

const near = (a: number, b: number, slack = 0.5): boolean => Math.abs(a - b) <= slack;

/**
 * True when everything looks and lies as in `before`, apart from a shift downwards, the same for all that follows.
 * `inserted` is the height of what came in, without margins.
 */
export function unchanged(before: Snapshot, inserted: number): boolean {
  // A page that now needs a scroll bar loses its width everywhere; that is no fault of the place.
  const [first] = before.neighbours;
  const bar = Math.max(0, before.viewport - (first ? widthAround(first.element) : 0));
  const slack = 0.5 + bar;
  let shift: number | undefined;
  return before.neighbours.every(({ element, role, box, style }) => {
    const now = boxOf(element);
    if (!near(now.x, box.x, slack) || !near(now.width, box.width, slack)) return false;
    const moved = now.y - box.y;
    if (role !== 'below' && !near(moved, 0)) return false;
    if (role === 'around' ? now.height < box.height + inserted - 0.5 : !near(now.height, box.height) && bar === 0)
      return false;
    // What is not in the flow (fixed, hidden) may stay where it is; the rest moves as one block.
    if (role === 'below' && !near(moved, 0)) {
      if (moved < 0 || (shift !== undefined && !near(moved, shift, 1))) return false;
      shift = moved;
    }
    return styleOf(element).every((value, i) => value === style[i] || (bar > 0 && OF_THE_WIDTH.test(DRAWN[i]!)));
  });
}
