/** What our pages and the worker do with tabs: show a guide, explain a page, open one of our own pages. */
import { browser } from './browser.ts';
import type { TabMessage } from './messages.ts';
import { Explained, type OwnMessage } from './own-messages.ts';

/** What became of a request to a tab. `failed`: nobody listens there any more (a closed or reloaded page). */
export type Outcome = Explained | { state: 'failed' };

/** Brings the guide of a tab into view. */
export async function showGuide(tabId: number): Promise<Outcome> {
  const message: TabMessage = { type: 'visit:show' };
  return browser.tabs.sendMessage(tabId, message).then(
    () => ({ state: 'done' }),
    () => ({ state: 'failed' }),
  );
}

/**
 * Explains the page in this tab once, whatever site it is on; the person pressed our button, so the browser allows
 * it.
 */
export async function explainPage(tabId: number): Promise<Outcome> {
  const message: OwnMessage = { type: 'page:explain', tabId };
  return browser.runtime.sendMessage(message).then(
    (answer: unknown) => Explained.safeParse(answer).data ?? { state: 'failed' },
    () => ({ state: 'failed' }),
  );
}

/** Opens one of our own pages at a place, for example `desk.html#dates`; where it is open already, it is used again. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url: `${url.split('#', 1)[0]}*` });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { url, active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
}
