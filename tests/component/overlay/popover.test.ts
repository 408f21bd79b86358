import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPopover } from '../../../lib/overlay/popover.ts';

let visit: AbortController;
let content: HTMLElement;
let word: HTMLElement;
let before: string;
beforeEach(() => {
  visit = new AbortController();
  content = document.createElement('main');
  content.innerHTML =
    '<button id="before">before</button><p style="margin:80px 200px"><span id="word">在留期間</span></p><p style="height:3000px"></p>';
  document.body.append(content);
  word = content.querySelector('#word')!;
  before = document.documentElement.outerHTML;
});
afterEach(() => {
  visit.abort();
  content.remove();
  scrollTo(0, 0);
});

const root = (): ShadowRoot | null | undefined => document.querySelector('madoguchi-word')?.shadowRoot;
const pop = (): HTMLElement => root()!.querySelector<HTMLElement>('.pop')!;
function open(hover = false, height = 100, width = 200) {
  const onClose = vi.fn();
  openPopover(
    {
      anchor: () => (word.isConnected ? word.getBoundingClientRect() : undefined),
      hover,
      from: null,
      css: '',
      look: { locale: 'en', direction: 'ltr', theme: 'light', scale: 1 },
      draw: (box, close) => {
        const dialog = document.createElement('div');
        dialog.tabIndex = -1;
        dialog.style.cssText = `width:${width}px;height:${height}px;max-height:var(--room);overflow:auto`;
        const button = dialog.appendChild(document.createElement('button'));
        button.addEventListener('click', close);
        box.append(dialog);
        return () => dialog.remove();
      },
      onClose,
    },
    visit.signal,
  );
  return onClose;
}
const closed = (onClose: ReturnType<typeof vi.fn>): void => {
  expect(onClose).toHaveBeenCalledOnce();
  expect(document.documentElement.outerHTML).toBe(before);
};

const move = (x: number, y: number): void =>
  void document.body.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));

describe('an explanation', () => {
  it('stands in the top layer, just under its word, and follows it', async () => {
    open();
    expect(pop().matches(':popover-open')).toBe(true);
    const gap = (): number => pop().getBoundingClientRect().top - word.getBoundingClientRect().bottom;
    expect(gap()).toBeCloseTo(8, 0);
    expect(pop().getBoundingClientRect().left).toBeCloseTo(word.getBoundingClientRect().left, 0);
    scrollTo(0, 40);
    await vi.waitFor(() => expect(gap()).toBeCloseTo(8, 0));
  });

  it('is seen whole where its word stands at the edge of a narrow window, on either side of it or over it', async () => {
    const { innerWidth: width, innerHeight: height } = window;
    // A phone, and a desk at 400 %: 320 CSS pixels wide, 256 high.
    for (const [wide, high] of [
      [360, 740],
      [320, 256],
    ] as const) {
      await page.viewport(wide, high);
      for (const top of [20, high / 2, high - 40]) {
        for (const left of [0, 40, wide - 80]) {
          word.style.cssText = `position:fixed;top:${top}px;left:${left}px;white-space:nowrap`;
          open(false, 500, wide - 16);
          const { top: y, left: x, bottom, right } = pop().getBoundingClientRect();
          const seen = x >= 0 && y >= 0 && right <= wide && bottom <= high;
          expect(
            seen,
            `word at ${left}, ${top} of ${wide} × ${high} (${innerWidth} × ${innerHeight}, ${visualViewport?.height}); explanation ${x}–${right}, ${y}–${bottom}`,
          ).toBe(true);
          visit.abort();
          visit = new AbortController();
        }
      }
    }
    await page.viewport(width, height);
  });

  it('closes by Escape and gives focus back', async () => {
    const button = content.querySelector<HTMLElement>('#before')!;
    button.focus();
    const onClose = open();
    expect(document.activeElement).toBe(document.querySelector('madoguchi-word'));
    await userEvent.keyboard('{Escape}');
    closed(onClose);
    expect(document.activeElement).toBe(button);
  });

  it('closes by a press elsewhere and by its button', async () => {
    const first = open();
    await userEvent.click(content.querySelector('#before')!);
    closed(first);
    const second = open();
    root()!.querySelector('button')!.click();
    closed(second);
  });

  it('closes when its word leaves the window', async () => {
    const onClose = open();
    scrollTo(0, 2000);
    await vi.waitFor(() => closed(onClose));
  });

  it.each([20, 300])('never lies over its word, even if it is tall (word %d px from the top)', async (top) => {
    word.parentElement!.style.marginTop = `${top}px`;
    before = document.documentElement.outerHTML;
    const onClose = open(false, 2000);
    const [above, below] = [
      pop().getBoundingClientRect().bottom <= word.getBoundingClientRect().top,
      pop().getBoundingClientRect().top >= word.getBoundingClientRect().bottom,
    ];
    expect(above || below).toBe(true);
    visit.abort();
    closed(onClose);
  });

  it('goes with the visit', () => {
    const onClose = open();
    visit.abort();
    closed(onClose);
  });

  it('takes no focus when a resting pointer opened it, stays while the pointer is over it, then goes', async () => {
    const onClose = open(true);
    expect(document.activeElement).toBe(document.body);
    const { left, top } = pop().getBoundingClientRect();
    move(600, 500);
    move(left + 20, top - 4); // crossing the gap
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onClose).not.toHaveBeenCalled();
    move(600, 500);
    await vi.waitFor(() => closed(onClose));
  });

  it('stays shut while a modal dialog of the page is open', () => {
    const dialog = document.createElement('dialog');
    content.append(dialog);
    dialog.showModal();
    const onClose = open();
    expect(onClose).toHaveBeenCalledOnce();
    expect(root()).toBeUndefined();
  });
});
