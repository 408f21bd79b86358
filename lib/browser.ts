/**
 * The one door to the browser. Everything else takes small ports from here, which tests replace with a few
 * lines; the spotter alone talks to `chrome`/`browser` itself, for the polyfill would weigh more than it does.
 */
import browser from 'webextension-polyfill';

export { browser };
export type { Manifest, Notifications, Runtime, Scripting, Tabs } from 'webextension-polyfill';

/** Reads and writes one named item of a storage area. */
export type ItemPort = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

const port = (area: () => browser.Storage.StorageArea): ItemPort => ({
  get: async (key) => (await area().get(key))[key],
  set: (key, value) => area().set({ [key]: value }),
  remove: (key) => area().remove(key),
});

/** Kept on this device until the person erases it. */
export const localItems = port(() => browser.storage.local);
/** Gone when the browser closes; never written to disk. */
export const sessionItems = port(() => browser.storage.session);
