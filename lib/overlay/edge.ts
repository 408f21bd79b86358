/** Bottom right is not among them: chat widgets live there. */
export const CORNERS = ['bottom left', 'middle left', 'middle right', 'top left'] as const;
export type Corner = (typeof CORNERS)[number];

const INSET = 16;
const WIDTH = 120;
const HEIGHT = 44;

function points(corner: Corner, width: number, height: number): [number, number][] {
  const [block, inline] = corner.split(' ');
  const left = inline === 'left' ? INSET : width - INSET - WIDTH;
  const top = block === 'bottom' ? height - INSET - HEIGHT : block === 'top' ? INSET : height * 0.4;
  return [
    [left, top],
    [left + WIDTH / 2, top + HEIGHT / 2],
    [left + WIDTH, top + HEIGHT],
  ];
}

const staysInWindow = (element: Element): boolean => /fixed|sticky/u.test(getComputedStyle(element).position);

/** The first corner where nothing of the page stays while it scrolls; the first of all where every one is taken. */
export function freeCorner(document: Document): Corner {
  const { clientWidth, clientHeight } = document.documentElement;
  const free = CORNERS.find((corner) =>
    points(corner, clientWidth, clientHeight).every(([x, y]) => !document.elementsFromPoint(x, y).some(staysInWindow)),
  );
  return free ?? CORNERS[0];
}
