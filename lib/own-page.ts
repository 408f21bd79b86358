/** What our own pages (popup, desk) are given of the browser: storage, packaged knowledge, the day, notices. */
import { browser, localItems, sessionItems, type ItemPort } from './browser.ts';
import { now, type Moment } from './clock.ts';
import { createPackaged, type Packaged } from './knowledge/packaged.ts';
import { readPackaged } from './knowledge/read-packaged.ts';
import { isNote, readNotes, type Notes } from './notes.ts';

export type OwnPagePorts = {
  items: ItemPort;
  /** everything stored on this device, as it is */
  all: () => Promise<Readonly<Record<string, unknown>>>;
  /** calls back after anything stored, or a note of the worker, has changed, until `signal` aborts */
  onChanged: (listener: () => void, signal: AbortSignal) => void;
  packaged: Packaged;
  now: () => Promise<Moment>;
  /** what the worker found out and the popup tells */
  notes: () => Promise<Notes>;
  /** whether the browser hides our notices; false where it does not say (Firefox) */
  noticesDenied: () => Promise<boolean>;
};

export const ownPagePorts = (): OwnPagePorts => ({
  items: localItems,
  all: () => browser.storage.local.get(null),
  onChanged: (listener, signal) => {
    const called = (changes: object, area: string) => {
      if (area === 'local' || (area === 'session' && Object.keys(changes).some(isNote))) listener();
    };
    browser.storage.onChanged.addListener(called);
    signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(called));
  },
  packaged: createPackaged(readPackaged),
  now: () => now(localItems),
  notes: () => readNotes(sessionItems),
  noticesDenied: async () => {
    const notices: object = browser.notifications;
    if (!('getPermissionLevel' in notices) || typeof notices.getPermissionLevel !== 'function') return false;
    return (await notices.getPermissionLevel()) === 'denied';
  },
});
