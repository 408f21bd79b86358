/** What a page is, to compare it with the same page that nobody has touched. Runs in the page. */
import type { Page } from 'playwright-core';

export type Snapshot = {
  /** the whole document, without our host */
  html: string;
  /** every text node with its text: a split one shows here, though not in the markup */
  texts: string[];
  /** boxes of all elements, in document coordinates */
  boxes: string[];
  highlights: number;
  sheets: number;
};

/** `ignore`: CSS selector of elements that change on their own. */
export function snapshotOf(page: Page, ignore: string | null = null): Promise<Snapshot> {
  return page.evaluate((ignore) => {
    const ours = 'madoguchi-guide';
    const changing = (node: Node): boolean =>
      ignore !== null && (node instanceof Element ? node : node.parentElement)?.closest(ignore) !== null;
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll(ours)) element.remove();
    if (ignore !== null) for (const element of copy.querySelectorAll(ignore)) element.replaceChildren();
    const texts: string[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!changing(node)) texts.push(node.nodeValue ?? '');
    }
    const boxes = [...document.querySelectorAll('*')]
      .filter((element) => element.localName !== ours && !changing(element))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${[x + scrollX, y + scrollY, width, height].map((n) => n.toFixed(2)).join(' ')}`;
      });
    return {
      html: copy.outerHTML,
      texts,
      boxes,
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
    };
  }, ignore);
}

/**
 * Computed styles and sizes of the elements before and after the place of `host`, or of the same places in a page
 * without it. `places` comes from the page that has it.
 */
export function neighbourStyles(page: Page, places: readonly (readonly number[])[]): Promise<string[]> {
  return page.evaluate((places) => {
    return places.map((path) => {
      let element: Element | undefined = document.documentElement;
      for (const index of path) {
        element = [...(element?.children ?? [])].filter((one) => one.localName !== 'madoguchi-guide')[index];
      }
      if (!element) return 'gone';
      const style = getComputedStyle(element);
      const all = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      const { x, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${x.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} ${all}`;
    });
  }, places as number[][]);
}

/** Where the neighbours of our host stand: child numbers from the root down, our own element not counted. */
export function neighbourPlaces(page: Page): Promise<number[][]> {
  return page.evaluate(() => {
    const host = document.querySelector('madoguchi-guide');
    const pathOf = (element: Element): number[] => {
      const parent = element.parentElement;
      if (!parent) return [];
      const children = [...parent.children].filter((one) => one.localName !== 'madoguchi-guide');
      return [...pathOf(parent), children.indexOf(element)];
    };
    const near = [host?.previousElementSibling, host?.nextElementSibling, host?.parentElement];
    return near.filter((one) => one instanceof Element).map(pathOf);
  });
}
