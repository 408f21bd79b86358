/** The toolbar's popup, opened as a page: the driver cannot see the real one. */
import { interleaved, type Benchmark } from './benchmark.ts';
import { openBench } from './site.ts';

const BUDGET_MS = 100;

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
            const at = await (await page.waitForFunction(() => (globalThis as Watched).benchContent)).jsonValue();
            if (at === undefined) throw new Error('The popup has no content');
            return at;
          },
        },
        circumstances,
      );
      return [{ what: 'first content', unit: 'ms', samples: open, budget: BUDGET_MS }];
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
