/**
 * A world of the tests' own beside the page's: it reads the same document, and nothing that the page has overridden,
 * polluted or named after a method misleads it. It was there before the page, and has recorded what was changed.
 */
import type { CDPSession, Page } from 'playwright-core';

const WORLD = 'beside';

export type Records = {
  /** every change to nodes of the page since its content was there, but for the coming and going of our elements */
  page: string[];
  /** our elements: `+madoguchi-guide`, `-madoguchi-guide`, in order */
  ours: string[];
  /** layout shifts since the first input, as the browser reports them, whatever they came from */
  shifts: number;
};

/** What runs in that world before the page. Every name is asked of the prototypes, which the page cannot reach here. */
function startRecording(): void {
  const page: string[] = [];
  const ours: string[] = [];
  let shifts = 0;
  let touched = false;
  Object.assign(globalThis, { recorded: () => ({ page, ours, shifts }) });
  const nameOf = (node: Node): string =>
    Object.getOwnPropertyDescriptor(Node.prototype, 'nodeName')!.get!.call(node).toLowerCase();
  const isOurs = (node: Node): boolean => nameOf(node).startsWith('madoguchi-');
  const note = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): void => {
    if (isOurs(target)) return;
    if (type !== 'childList') page.push(`${type} ${attributeName ?? ''} of ${nameOf(target)}`);
    for (const [sign, nodes] of [
      ['+', addedNodes],
      ['-', removedNodes],
    ] as const)
      for (const node of nodes) (isOurs(node) ? ours : page).push(`${sign}${nameOf(node)}`);
  };
  const recorder = new MutationObserver((records) => records.forEach(note));
  addEventListener('DOMContentLoaded', () =>
    recorder.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }),
  );
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => (touched = true), { capture: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      if (touched) shifts += entry.value;
  }).observe({ type: 'layout-shift' });
}

export class Beside {
  readonly #page: Page;
  readonly #session: CDPSession;
  #world: number | undefined;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Opens the world in this tab, for every page that it shows from now on. */
  static async open(page: Page): Promise<Beside> {
    const session = await page.context().newCDPSession(page);
    const beside = new Beside(page, session);
    const { frameTree } = await session.send('Page.getFrameTree');
    session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === WORLD && (auxData as { frameId: string }).frameId === frameTree.frame.id) beside.#world = id;
    });
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${startRecording.toString()})()`,
      worldName: WORLD,
    });
    return beside;
  }

  /** Runs a function there. Rejects if it throws, or before the first page was loaded. */
  async run<A, R>(work: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: `(${work.toString()})(${JSON.stringify(arg ?? null)})`,
      ...(this.#world !== undefined && { contextId: this.#world }),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R;
  }

  /** What was changed in the page that is shown. */
  records(): Promise<Records> {
    return this.run(() => (globalThis as unknown as { recorded(): Records }).recorded());
  }

  /** The whole page without our elements, and each of its text nodes: a split one would not show in the markup. */
  document(): Promise<string> {
    return this.run(() => {
      const markup = Object.getOwnPropertyDescriptor(Element.prototype, 'outerHTML')!.get!;
      const rootOf = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')!.get!;
      const root: Element = rootOf.call(document);
      const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
      const lengths: number[] = [];
      while (walker.nextNode()) lengths.push((walker.currentNode as Text).length);
      const html = String(markup.call(root)).replaceAll(/<(madoguchi-\w+)[^>]*><\/\1>/gi, '');
      return `${html}\n${lengths.join(' ')}`;
    });
  }

  /** Evaluates an expression in the page's own world, with nothing of the tests' around it; a promise is awaited. */
  async inPage(expression: string): Promise<unknown> {
    const answer = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? expression);
    return answer.result.value;
  }

  /** Where an element in our open root lies, after scrolling it into view; null while it is not drawn. */
  async placeIn(host: string, selector: string): Promise<{ x: number; y: number } | null> {
    return this.run(
      ([host, selector]) => {
        const root = Document.prototype.querySelector.call(document, host!)?.shadowRoot;
        const found = root?.querySelector(selector!);
        found?.scrollIntoView({ block: 'nearest' });
        const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
        return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
      },
      [host, selector],
    );
  }

  /** Waits for an element in our open root, `timeout` in ms, and clicks it with the real mouse. */
  async click(host: string, selector: string, timeout = 10_000): Promise<void> {
    const until = performance.now() + timeout;
    let place = await this.placeIn(host, selector);
    while (!place) {
      if (performance.now() > until) throw new Error(`${selector} did not appear in ${host} in ${timeout} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      place = await this.placeIn(host, selector);
    }
    await this.#page.mouse.click(place.x, place.y);
  }
}
