/** The toolbar's popup, opened as a page: the driver cannot see the real one. */
import { interleaved, type Benchmark } from './benchmark.ts';
import { openBench } from './site.ts';

const BUDGET_MS = 100;
const REST_MS = 600;

export const popup: Benchmark = {
  name: 'popup',
  says:
    'Wall clock from the start of the navigation to popup.html until the frame after its content is there; the frame ' +
    'with our mark, which stands in the file itself, comes earlier and does not count. Nothing is entered.',
  async run(circumstances) {
    const browser = await openBench();
    try {
      const page = await browser.context.newPage();
      await page.addInitScript(watchForContent);
      const { open } = await interleaved(
        {
          open: async () => {
            await page.goto('about:blank');
            await page.goto(`chrome-extension://${browser.id}/popup.html`);
            // The driver's own scripts come when all is done: compiling them takes as long as ours do.
            await page.waitForTimeout(REST_MS);
            return (await page.waitForFunction(() => (globalThis as Watched).benchContent)).jsonValue();
          },
        },
        circumstances,
      );
      const samples = open.map((at) => at ?? NaN);
      return [{ what: 'first content', unit: 'ms', samples, budget: BUDGET_MS }];
    } finally {
      await browser.close();
    }
  },
};

type Watched = typeof globalThis & { benchContent?: number };

/** In the popup: notes, in ms since the navigation began, when the frame with the content was drawn. */
function watchForContent(): void {
  const look = (): void => {
    if (!document.querySelector('#root main')?.textContent) return void requestAnimationFrame(look);
    requestAnimationFrame(() => ((globalThis as Watched).benchContent = performance.now()));
  };
  look();
}
