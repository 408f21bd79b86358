/** What popup and desk ask of a tab and of the worker: show the guide, explain this page, open one of our pages. */
import { browser } from './browser.ts';

/** Brings the guide of a tab into view. Resolves false where nobody listens there any more (a closed or reloaded page). */
export const showGuide = (tabId: number): Promise<boolean> =>
  browser.tabs.sendMessage(tabId, { type: 'visit:show' }).then(
    () => true,
    () => false,
  );

/** Explains the page in this tab once, whatever site it is on; the person pressed our button, so the browser allows it. */
export const explainPage = (tabId: number): Promise<boolean> =>
  browser.runtime.sendMessage({ type: 'page:explain', tabId }).then(
    () => true,
    () => false,
  );

/** Opens one of our own pages in a tab, for example `desk.html#dates`; a tab that shows it already is used again. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [page] = url.split('#', 1);
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { url, active: true });
}
