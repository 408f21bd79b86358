/** What the worker does to tabs. */
import { browser } from '../../lib/browser.ts';
import type { TabMessage } from '../../lib/messages.ts';

/** The spotter's file, named by the manifest because its build names it. */
export const spotterFile = (): string => {
  const file = browser.runtime.getManifest().content_scripts?.[0]?.js?.[0];
  if (!file) throw new Error('The manifest names no content script');
  return file;
};

/** Runs the helper in the tab's top frame. */
export async function inject(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/helper.js'] });
}

/** Runs the spotter in the tab's top frame and waits for its verdict. */
export async function spot(tabId: number): Promise<{ url: string; verdict: string }> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: [spotterFile()] });
  const [answer] = await browser.scripting.executeScript({
    target,
    func: async () => {
      await globalThis.madoguchi?.done;
      return { url: location.href, verdict: globalThis.madoguchi?.verdict ?? 'silent' };
    },
  });
  return answer?.result as { url: string; verdict: string };
}

/** Tells a tab; one without our scripts does not hear it. */
export async function tell(tabId: number, message: TabMessage): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/** Shows the desk at a place: the desk that is open already, or a new tab. */
export async function openDesk(hash: string): Promise<void> {
  const page = browser.runtime.getURL('desk.html');
  const [open] = await browser.tabs.query({ url: `${page}*` });
  const url = `${page}#${hash}`;
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { url, active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
}
