/** What the worker does to tabs. */
import { browser } from '../../lib/browser.ts';
import type { TabMessage } from '../../lib/messages.ts';
import { openOwnPage } from '../../lib/open-page.ts';
import type { FramePart } from '../../lib/own-messages.ts';
import { type SheetRoute, sheetPath } from '../../lib/sheet/route.ts';
import { runSpotter } from '../../lib/sites/registration.ts';

/** The address that a tab shows, '' where the browser does not tell it or the tab is gone. */
export const addressOf = (tabId: number): Promise<string> =>
  browser.tabs.get(tabId).then(
    ({ url }) => url ?? '',
    () => '',
  );

/** Runs the helper in the tab's top frame, unless its page was left meanwhile. */
export async function inject(tabId: number): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: ['/helper.js'] }).catch(() => undefined);
}

/** Runs the spotter in the tab's top frame and waits for its verdict. */
export async function spot(tabId: number): Promise<{ url: string; verdict: string }> {
  const target = { tabId, frameIds: [0] };
  await runSpotter({ scripting: browser.scripting, manifest: () => browser.runtime.getManifest() }, tabId);
  const [answer] = await browser.scripting.executeScript({
    target,
    func: async () => {
      await globalThis.madoguchi?.done;
      return { url: location.href, verdict: globalThis.madoguchi?.verdict ?? 'silent' };
    },
  });
  return answer?.result as { url: string; verdict: string };
}

/**
 * The pages that a frameset in the tab's top frame puts side by side, in its order, each once and by its title where it
 * lets us read it; null where there is no frameset.
 */
export async function framesOf(tabId: number): Promise<FramePart[] | null> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    // Runs in the page, where nothing from outside of it is there. Prototypes, for the page may have named a part of
    // itself after a method.
    func: () => {
      const all = (selector: string) => [...Document.prototype.querySelectorAll.call(document, selector)];
      if (all(':root > frameset').length === 0) return null;
      const frames = all(':root > frameset frame[src]') as HTMLFrameElement[];
      const parts = frames
        .filter(({ src }) => /^https?:/.test(src))
        .map(({ src, contentDocument }) => [src, contentDocument?.title.trim() || new URL(src).pathname] as const);
      // More would be a list that nobody finds anything in.
      return [...new Map(parts)].slice(0, 8).map(([url, title]) => ({ url, title: title.slice(0, 60) }));
    },
  });
  return (answer?.result ?? null) as FramePart[] | null;
}

/** Tells a tab; one without our scripts does not hear it. */
export async function tell(tabId: number, message: TabMessage): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Shows the sheet for the counter. */
export const openSheet = (route: Partial<SheetRoute>): Promise<void> => openOwnPage(sheetPath(route));

/** Shows the desk at a place, for example `dates`. */
export const openDesk = (hash: string): Promise<void> => openOwnPage(`desk.html#${hash}`);
