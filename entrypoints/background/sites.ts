/** Where the spotter runs, and what follows in open tabs when access or a setting changes. */
import { browser, type ItemPort } from '../../lib/browser.ts';
import { settings } from '../../lib/items.ts';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { noteAccess } from '../../lib/notes.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { PRIVATE_OFF, privateHosts } from '../../lib/private-sites.ts';
import { runsOn } from '../../lib/sites/access.ts';
import { siteAllowed, speaksUnasked } from '../../lib/sites/allowed.ts';
import { isOnCopier } from '../../lib/sites/copies.ts';
import { COPIES, missingAccess, type Place, placeTables } from '../../lib/sites/places.ts';
import { ensureRegistered, openCoveredTabs, type RegistrationPorts } from '../../lib/sites/registration.ts';
import type { Store } from '../../lib/store.ts';
import { readTabVerdict, tabVerdictKey, type TabVerdict } from '../../lib/tab-verdict.ts';
import { spot, tell } from './tabs.ts';

/** In session storage, which an update and the end of the browser empty: then registrations are looked at again. */
const CHECKED = 'registrations-checked';

/** The hosts switched off in a stored value; in one that cannot be read, none. */
function sitesOff(stored: unknown): readonly string[] {
  try {
    return stored === undefined ? [] : settings.read(stored).sitesOff;
  } catch {
    return [];
  }
}

/** As `AccessNote` has it. With its prefecture, because two cities are called 府中市. */
const bodyName = ({ prefecture, name }: RegisterRecord): string => (name === prefecture ? name : prefecture + name);
function nameOf(place: Place): string | null {
  if (place.kind === 'all') return null;
  return place.kind === 'copies' ? COPIES : bodyName(place.record);
}

type Ports = { store: Store; session: ItemPort; packaged: Packaged };

export function createSites({ store, session, packaged }: Ports) {
  const registration: RegistrationPorts = {
    scripting: browser.scripting,
    tabs: browser.tabs,
    manifest: () => browser.runtime.getManifest(),
    register: packaged.register,
    sites: packaged.sites,
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

  /**
   * Registers the spotter where the manifest does not, and serves open tabs; once for each start of the browser or of
   * the extension, which is installed, updated, reloaded or switched on again.
   */
  async function check(): Promise<void> {
    if (await session.get(CHECKED)) return;
    await ensureRegistered(registration);
    await serveOpenTabs();
    await checkAccess();
    await session.set(CHECKED, true);
  }

  /** Open tabs are served without a reload, but for those that have their guide. */
  async function serveOpenTabs(): Promise<void> {
    const guides = new Map(
      (await visitedTabs())
        .filter(({ verdict }) => verdict.procedures.length > 0)
        .map(({ tabId, verdict }) => [tabId, verdict.url]),
    );
    await openCoveredTabs(registration, ({ id, url }) => guides.get(id) === pageAddress(url));
  }

  /** Access was withdrawn: what stands in open tabs goes, unless the person asked for that very page. */
  async function accessRemoved(): Promise<void> {
    for (const { tabId, verdict } of await visitedTabs()) {
      if (verdict.asked || (await runsOn(verdict.url))) continue;
      await session.remove(tabVerdictKey(tabId));
      await tell(tabId, { type: 'visit:end' });
    }
    await checkAccess();
  }

  /** Whether we may still run where the person wants us; the popup says where not, and mends it. */
  async function checkAccess(): Promise<void> {
    const { places } = await store.getOrEmpty(settings);
    const missing = places.length
      ? missingAccess(places, await placeTables(packaged), (await browser.permissions.getAll()).origins ?? [])
      : [];
    await noteAccess(
      session,
      missing.length
        ? {
            places: missing.map(nameOf),
            patterns: [...new Set(missing.flatMap(({ patterns }) => patterns))],
          }
        : null,
    );
  }

  /** Every open visit asks again: language or household have changed. */
  async function refreshVisits(): Promise<void> {
    await Promise.all((await visitedTabs()).map(({ tabId }) => tell(tabId, { type: 'visit:changed' })));
  }

  /** Sites were switched off or on again: their open tabs, as far as `concerns` them, follow without a reload. */
  async function followSwitches(
    before: readonly string[],
    after: readonly string[],
    concerns: (tabId: number) => Promise<boolean>,
  ): Promise<void> {
    for (const { tabId, verdict } of await visitedTabs()) {
      const { host } = verdict;
      const off = after.includes(host);
      if (off === before.includes(host) || !(await concerns(tabId))) continue;
      await session.set(tabVerdictKey(tabId), { ...verdict, siteOff: off });
      if (off) await tell(tabId, { type: 'visit:end' });
      // A tab that went elsewhere meanwhile refuses, or finds nothing.
      else await spot(tabId).catch(() => undefined);
    }
  }

  async function settingsChanged(before: unknown, after: unknown): Promise<void> {
    await followSwitches(sitesOff(before), sitesOff(after), async () => true);
    await refreshVisits();
    await checkAccess();
  }

  /** False also for a tab that was closed meanwhile. */
  const isPrivate = (tabId: number): Promise<boolean> =>
    browser.tabs.get(tabId).then(
      ({ incognito }) => incognito,
      () => false,
    );

  /** With the last private window goes what was switched off in one. */
  async function windowClosed(): Promise<void> {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) await session.remove(PRIVATE_OFF);
  }

  return {
    check,
    accessRemoved,
    accessAdded: async (): Promise<void> => {
      await checkAccess();
      await serveOpenTabs();
    },
    refreshVisits,
    settingsChanged,
    privateSwitched: (before: unknown, after: unknown): Promise<void> =>
      followSwitches(privateHosts(before), privateHosts(after), isPrivate),
    windowClosed,
    allowed: async (url: string): Promise<boolean> => siteAllowed(url, packaged.portals),
    /** Whether we may run there without being asked by the person. */
    granted: async (url: string): Promise<boolean> => {
      if (!(await runsOn(url))) return false;
      const { portals, sites } = packaged;
      // The register is large, and only copies need it.
      if (!isOnCopier(url, sites.copies)) return true;
      return speaksUnasked(url, { register: await packaged.register(), portals, sites });
    },
  };
}
