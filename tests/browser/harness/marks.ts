/** Where the words lie that the browser underlines: a highlight has no element that a locator could find. */
import type { Page } from 'playwright-core';

export type MarkPlace = { text: string; x: number; y: number };

/** Waits for underlined words in the window and gives the middle of each one's first line, in page order of painting. */
export async function marksOf(page: Page): Promise<MarkPlace[]> {
  const found = await page.waitForFunction(() => {
    const places: MarkPlace[] = [];
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const rect = live.getClientRects()[0];
        if (!rect || rect.width === 0 || rect.top < 0 || rect.bottom > innerHeight) continue;
        places.push({ text: live.toString(), x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
      }
    }
    return places.length > 0 ? places : null;
  });
  return (await found.jsonValue()) as MarkPlace[];
}

/** How the browser underlines what is registered: the line of each highlight, none where the style sheet is missing. */
export const LINES_OF_MARKS = `[...CSS.highlights].map(([name, ranges]) => {
  const [{ startContainer }] = ranges;
  return getComputedStyle(startContainer.parentElement, \`::highlight(\${name})\`).textDecorationStyle;
})`;
export const BOTH_LINES = ['dotted', 'dashed'];
