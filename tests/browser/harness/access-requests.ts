/** What a page of the extension asks the browser for. Without a screen the browser's prompt stays open, so only that can be seen. */
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';

/** The browser API in pages of the extension. */
declare const chrome: Browser;

/** `gesture`: asked within a click, as the browser demands */
export type AccessRequest = { origins?: string[]; gesture: boolean };

/** Takes note of requests for access from now on, and lets them through; the function given back reads the notes. */
export async function watchAccessRequests(page: Page): Promise<() => Promise<AccessRequest[]>> {
  const seen = await page.evaluateHandle(() => {
    const noted: AccessRequest[] = [];
    const { request } = chrome.permissions;
    chrome.permissions.request = (wanted) => {
      noted.push({ ...(wanted as { origins?: string[] }), gesture: navigator.userActivation.isActive });
      return request.call(chrome.permissions, wanted);
    };
    return noted;
  });
  return () => seen.jsonValue();
}
