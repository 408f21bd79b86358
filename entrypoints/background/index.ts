/**
 * The background worker (Chromium: service worker, Firefox: event page). It dies after some idle seconds and comes
 * back with the next event, so every listener is registered at once, before anything is awaited, and nothing is
 * remembered here.
 */
import { defineBackground } from 'wxt/utils/define-background';
import rules from '../../.data/recognise.json';
import { browser, localItems, sessionItems, type Runtime } from '../../lib/browser.ts';
import { now } from '../../lib/clock.ts';
import { createPackaged } from '../../lib/knowledge/packaged.ts';
import { readPackaged } from '../../lib/knowledge/read-packaged.ts';
import { readPageMessage } from '../../lib/messages.ts';
import { readOwnMessage } from '../../lib/own-messages.ts';
import { PRIVATE_OFF } from '../../lib/private-sites.ts';
import { createStore } from '../../lib/store.ts';
import { tabVerdictKey } from '../../lib/tab-verdict.ts';
import { createVisits, type Sender } from '../../lib/visits.ts';
import { createReminders } from './reminders.ts';
import { createSites } from './sites.ts';
import { addressOf, framesOf, inject, openDesk, openSheet, spot, tell } from './tabs.ts';

/** Longer than an answer takes (60 ms from a dead worker), far shorter than the worker lives. */
const AFTER_START_MS = 100;

export default defineBackground({
  main() {
    const store = createStore(localItems);
    const packaged = createPackaged(readPackaged);
    const clock = () => now(localItems);
    const sites = createSites({ store, session: sessionItems, packaged });
    const visits = createVisits({
      store,
      session: sessionItems,
      packaged,
      rules,
      now: clock,
      inject,
      spot,
      framesOf,
      addressOf,
      allowed: sites.allowed,
      granted: sites.granted,
      openDesk,
      openSheet,
      tell,
    });
    const reminders = createReminders({ store, packaged, now: clock });

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    });
    browser.runtime.onStartup.addListener(() => attempt(reminders.run()));
    browser.alarms.onAlarm.addListener(() => attempt(reminders.run()));
    browser.notifications.onClicked.addListener((id) => attempt(reminders.clicked(id)));
    // Firefox has no buttons, and no such event.
    browser.notifications.onButtonClicked?.addListener((id, button) => attempt(reminders.buttonClicked(id, button)));
    browser.permissions.onAdded.addListener(() => attempt(sites.accessAdded()));
    browser.permissions.onRemoved.addListener(() => attempt(sites.accessRemoved()));
    browser.tabs.onRemoved.addListener((tabId) => void sessionItems.remove(tabVerdictKey(tabId)));
    browser.windows.onRemoved.addListener(() => attempt(sites.windowClosed()));
    browser.storage.onChanged.addListener((changes, area) => {
      const inPrivate = area === 'session' ? changes[PRIVATE_OFF] : undefined;
      if (inPrivate) attempt(sites.privateSwitched(inPrivate.oldValue, inPrivate.newValue));
      if (area !== 'local') return;
      if ('household' in changes || 'deliveries' in changes || 'settings' in changes) attempt(reminders.run());
      const wishes = changes['reminders'];
      if (wishes) attempt(reminders.wishesChanged(wishes.oldValue, wishes.newValue));
      const changed = changes['settings'];
      if (changed) attempt(sites.settingsChanged(changed.oldValue, changed.newValue));
      if ('household' in changes) attempt(sites.refreshVisits());
    });

    // Not async: an async listener would answer every message, also one that is not for us.
    browser.runtime.onMessage.addListener((raw: unknown, from: Runtime.MessageSender): Promise<unknown> | undefined => {
      try {
        const sender = pageSender(from);
        const message = sender && readPageMessage(raw);
        if (sender && message) return visits.answer(message, sender).catch(logged);
        const own = isOwnPage(from) ? readOwnMessage(raw) : undefined;
        return own && visits.explain(own.tabId).catch(logged);
      } catch (error) {
        console.error('A message of ours had a bad body', error);
        return undefined;
      }
    });

    // Every start of the worker, whatever started it: alarms and registrations may have been lost, tabs may wait. After
    // what started it, which is often a page that waits for its answer.
    setTimeout(() => {
      attempt(sites.check());
      attempt(reminders.run());
    }, AFTER_START_MS);
  },
});

/** Work that nobody waits for: what goes wrong is one log line. */
function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error('Could not be done', error));
}

/** One log line, and an answer the page understands as "no". */
const logged = (error: unknown): null => {
  console.error('A message could not be answered', error);
  return null;
};

/** Only a tab's top frame is a page of ours; what it says of itself is not asked. */
function pageSender({ id, tab, frameId, url }: Runtime.MessageSender): Sender | undefined {
  if (id !== browser.runtime.id || tab?.id === undefined || frameId !== 0) return undefined;
  // After a change of route the sender keeps the address with which the page was loaded; the tab knows the new one.
  const address = tab.url ?? url;
  if (!address?.startsWith('http')) return undefined;
  return { tabId: tab.id, url: address, privateWindow: tab.incognito };
}

const isOwnPage = ({ id, url }: Runtime.MessageSender): boolean =>
  id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('')) === true;
