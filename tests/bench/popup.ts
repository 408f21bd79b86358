/** The toolbar's popup, opened as a page: the driver cannot see the real one. */
import { interleaved, type Benchmark } from './benchmark.ts';
import { openBench } from './site.ts';

const BUDGET_MS = 100;
const REST_MS = 600;
const CONTENT = '#root main';
const TEXT = 'body > pre';

export const popup: Benchmark = {
  name: 'popup',
  says:
    'Wall clock from the start of the navigation to popup.html until the frame after its content is there; the frame ' +
    'with our mark, which stands in the file itself, comes earlier and does not count. Nothing is entered. "a text ' +
    'file": the same for a file of the package that is no page of ours, so this is what the browser takes.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      const page = await browser.context.newPage();
      await page.addInitScript(watchForContent, [CONTENT, TEXT]);
      const shown = (file: string, content: string) => async (): Promise<number> => {
        await page.goto('about:blank');
        await page.goto(`chrome-extension://${browser.id}/${file}`);
        // The driver's own scripts come when all is done: compiling them takes as long as ours do.
        await page.waitForTimeout(REST_MS);
        const at = await page.waitForFunction((content) => (globalThis as Watched).benchContent?.[content], content);
        return (await at.jsonValue()) ?? NaN;
      };
      const { open, text } = await interleaved(
        { open: shown('popup.html', CONTENT), text: shown('manifest.json', TEXT) },
        circumstances,
      );
      return [
        { what: 'first content', unit: 'ms', samples: open, budget: BUDGET_MS },
        { what: 'a text file', unit: 'ms', samples: text },
      ];
    } finally {
      await browser.close();
    }
  },
};

type Watched = typeof globalThis & { benchContent?: Record<string, number> };

/** In the page: notes for each selector, in ms since the navigation began, when the frame with its content was drawn. */
function watchForContent(selectors: readonly string[]): void {
  const at: Record<string, number> = ((globalThis as Watched).benchContent = {});
  for (const selector of selectors) {
    const look = (): void => {
      if (!document.querySelector(selector)?.textContent) return void requestAnimationFrame(look);
      requestAnimationFrame(() => (at[selector] = performance.now()));
    };
    look();
  }
}
