import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paintMarks, rectOf, type Mark, type Opened } from '../../../lib/overlay/highlight.ts';
import { marksSheet } from '../../../lib/overlay/mark-styles.ts';

let visit: AbortController;
let content: HTMLElement;
let onOpen: ReturnType<typeof vi.fn<(opened: Opened) => void>>;
beforeEach(() => {
  visit = new AbortController();
  onOpen = vi.fn();
  content = document.createElement('main');
  content.innerHTML =
    '<p id="plain" style="font:20px/2 sans-serif">在留期間を確かめる</p><p style="font:20px/2 sans-serif"><a id="link" href="#x">在留期間</a></p><p style="font:20px/2 sans-serif"><button id="button">在留期間</button></p>';
  document.body.append(content);
});
afterEach(() => {
  visit.abort();
  content.remove();
  getSelection()?.removeAllRanges();
});

const markIn = (selector: string): Mark => {
  const node = content.querySelector(selector)!.firstChild!;
  return {
    kind: 'word',
    id: 'period-of-stay',
    range: new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 4 }),
  };
};
/** What the browser puts into every covered page. */
async function sheetOfMarks(): Promise<void> {
  const sheet = await new CSSStyleSheet().replace(marksSheet({ inherited: true }));
  document.adoptedStyleSheets = [sheet];
  visit.signal.addEventListener('abort', () => void (document.adoptedStyleSheets = []));
}
const paint = (hover: boolean, ...marks: Mark[]): void =>
  paintMarks(marks, onOpen, { hover, theme: 'light' }, visit.signal);
/** In the middle of the word. */
const at = (selector: string) => ({
  position: { x: 30, y: content.querySelector(selector)!.getBoundingClientRect().height / 2 },
});
const locate = (selector: string) => page.elementLocator(content.querySelector(selector)!);

describe('words of the page', () => {
  it('are painted without touching a node, and unpainted without a trace', () => {
    const before = document.documentElement.outerHTML;
    const mark = markIn('#plain');
    paint(false, mark);
    expect(CSS.highlights.get('madoguchi-term')?.has(mark.range)).toBe(true);
    expect(document.documentElement.outerHTML).toBe(before);
    visit.abort();
    expect(CSS.highlights.size).toBe(0);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('leave highlights of the page alone', () => {
    CSS.highlights.set('theirs', new Highlight());
    paint(false, markIn('#plain'));
    visit.abort();
    expect(CSS.highlights.has('theirs')).toBe(true);
    CSS.highlights.clear();
  });

  it('open when pressed', async () => {
    const mark = markIn('#plain');
    paint(false, mark);
    await userEvent.click(locate('#plain'), at('#plain'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ mark, by: 'press' });
  });

  it('have lines of their own for words and for dates, and open both', async () => {
    await sheetOfMarks();
    const date: Mark = { ...markIn('#plain'), kind: 'date', id: '5月1日' };
    paint(false, date, markIn('#link'));
    expect(CSS.highlights.get('madoguchi-date')?.has(date.range)).toBe(true);
    expect(CSS.highlights.get('madoguchi-term')?.has(date.range)).toBe(false);
    const line = (name: string): string =>
      getComputedStyle(content.querySelector('#plain')!, `::highlight(${name})`).textDecorationStyle;
    expect([line('madoguchi-term'), line('madoguchi-date')]).toEqual(['dotted', 'dashed']);
    await userEvent.click(locate('#plain'), at('#plain'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ mark: date, by: 'press' });
    visit.abort();
    expect(CSS.highlights.size).toBe(0);
  });

  it('are in another colour on a dark page', async () => {
    await sheetOfMarks();
    const colours = (['light', 'dark'] as const).map((theme) => {
      const one = new AbortController();
      paintMarks([markIn('#plain')], onOpen, { hover: false, theme }, one.signal);
      const [name] = [...CSS.highlights.keys()];
      one.abort();
      return getComputedStyle(content.querySelector('#plain')!, `::highlight(${name})`).textDecorationColor;
    });
    expect(colours).toEqual(['rgb(81, 9, 173)', 'rgb(205, 178, 247)']);
  });

  it('do not open beside the word', async () => {
    paint(false, markIn('#plain'));
    await userEvent.click(locate('#plain'), { position: { x: 150, y: 20 } });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it.each(['#link', '#button'])('leave the press to the page in %s', async (selector) => {
    const pressed = vi.fn((event: Event) => event.preventDefault());
    content.querySelector(selector)!.addEventListener('click', pressed);
    paint(false, markIn(selector));
    await userEvent.click(locate(selector), at(selector));
    expect(pressed).toHaveBeenCalledOnce();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('stay shut when the press ends a selection', async () => {
    paint(false, markIn('#plain'));
    const select = (): void => getSelection()!.selectAllChildren(content.querySelector('#plain')!);
    content.addEventListener('mouseup', select);
    await userEvent.click(locate('#plain'), at('#plain'));
    expect(getSelection()!.isCollapsed).toBe(false);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('open under a resting mouse, also in a link', async () => {
    const mark = markIn('#link');
    paint(true, mark);
    await userEvent.hover(locate('#link'), at('#link'));
    await vi.waitFor(() => expect(onOpen).toHaveBeenCalledExactlyOnceWith({ mark, by: 'hover' }));
  });

  it('stay shut under a resting mouse where that is switched off', async () => {
    paint(false, markIn('#plain'));
    await userEvent.hover(locate('#plain'), at('#plain'));
    // The switched-on one opens at this time: so this one would have.
    const other = new AbortController();
    const opened = vi.fn();
    paintMarks([markIn('#plain')], opened, { hover: true, theme: 'light' }, other.signal);
    await userEvent.hover(locate('#plain'), { position: { x: 40, y: 22 } });
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
    other.abort();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('have no place any more once the page has rewritten them', () => {
    const { range } = markIn('#plain');
    expect(rectOf(range)?.width).toBeGreaterThan(60);
    content.querySelector('#plain')!.firstChild!.nodeValue = '';
    expect(rectOf(range)).toBeUndefined();
    content.querySelector('#plain')!.replaceChildren('新しい文');
    expect(rectOf(range)).toBeUndefined();
  });
});
