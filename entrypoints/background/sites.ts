/** Where the spotter runs, and what follows in open tabs when access or a setting changes. */
import { browser, type ItemPort } from '../../lib/browser.ts';
import { settings } from '../../lib/items.ts';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { noteAccess } from '../../lib/notes.ts';
import { siteAllowed } from '../../lib/sites/allowed.ts';
import { missingAccess } from '../../lib/sites/places.ts';
import { ensureRegistered, openCoveredTabs, type RegistrationPorts } from '../../lib/sites/registration.ts';
import type { Store } from '../../lib/store.ts';
import { readTabVerdict, tabVerdictKey, type TabVerdict } from '../../lib/tab-verdict.ts';
import { spot, tell } from './tabs.ts';

/** In session storage, which an update and the end of the browser empty: then registrations are looked at again. */
const CHECKED = 'registrations-checked';

/** With its prefecture, because two cities are called 府中市. */
const nameOf = ({ prefecture, name }: RegisterRecord): string => (name === prefecture ? name : prefecture + name);

type Ports = { store: Store; session: ItemPort; packaged: Packaged };

export function createSites({ store, session, packaged }: Ports) {
  const registration: RegistrationPorts = {
    scripting: browser.scripting,
    tabs: browser.tabs,
    manifest: () => browser.runtime.getManifest(),
    register: packaged.register,
  };

  /** Tabs with a verdict. */
  async function visitedTabs(): Promise<{ tabId: number; verdict: TabVerdict }[]> {
    const stored = await browser.storage.session.get(null);
    return Object.entries(stored).flatMap(([key, value]) => {
      const verdict = readTabVerdict(value);
      const tabId = Number(key.slice(tabVerdictKey('').length));
      return verdict && key === tabVerdictKey(tabId) ? [{ tabId, verdict }] : [];
    });
  }

  /** Registers the spotter where the manifest does not; once for each start of the browser or the extension. */
  async function check(): Promise<void> {
    if (await session.get(CHECKED)) return;
    await ensureRegistered(registration);
    await checkAccess();
    await session.set(CHECKED, true);
  }

  /** Whether we may still run where the person wants us; the popup says where not, and mends it. */
  async function checkAccess(): Promise<void> {
    const { places } = await store.get(settings);
    const missing = places.length
      ? missingAccess(places, await packaged.register(), (await browser.permissions.getAll()).origins ?? [])
      : [];
    await noteAccess(
      session,
      missing.length
        ? {
            places: missing.map((place) => (place.kind === 'all' ? null : nameOf(place.record))),
            patterns: [...new Set(missing.flatMap(({ patterns }) => patterns))],
          }
        : null,
    );
  }

  /** Every open visit asks again: language or household have changed. */
  async function refreshVisits(): Promise<void> {
    await Promise.all((await visitedTabs()).map(({ tabId }) => tell(tabId, { type: 'visit:changed' })));
  }

  /** A site was switched off or on again: its open tabs follow without a reload. */
  async function settingsChanged(before: unknown, after: unknown): Promise<void> {
    const off = (value: unknown): readonly string[] =>
      value === undefined ? settings.empty.sitesOff : settings.read(value).sitesOff;
    const was = new Set(off(before));
    const is = new Set(off(after));
    for (const { tabId, verdict } of await visitedTabs()) {
      const { host } = verdict;
      if (is.has(host) === was.has(host)) continue;
      await session.set(tabVerdictKey(tabId), { ...verdict, siteOff: is.has(host) });
      if (is.has(host)) await tell(tabId, { type: 'visit:end' });
      // A tab that went elsewhere meanwhile refuses, or finds nothing.
      else await spot(tabId).catch(() => undefined);
    }
    await refreshVisits();
    await checkAccess();
  }

  return {
    check,
    checkAccess,
    refreshVisits,
    settingsChanged,
    /** After install, update or a new grant: open tabs are served without a reload. */
    serveOpenTabs: () => openCoveredTabs(registration),
    allowed: async (url: string): Promise<boolean> => siteAllowed(url, await packaged.portals()),
  };
}
