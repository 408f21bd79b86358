/** Where the spotter runs, and what follows in open tabs when access or a setting changes. */
import { browser, type ItemPort } from '../../lib/browser.ts';
import { settings } from '../../lib/items.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import { siteAllowed } from '../../lib/sites/allowed.ts';
import { ensureRegistered, openCoveredTabs, type RegistrationPorts } from '../../lib/sites/registration.ts';
import { readTabVerdict, tabVerdictKey, type TabVerdict } from '../../lib/tab-verdict.ts';
import { spot, tell } from './tabs.ts';

/** In session storage, which an update and the end of the browser empty: then registrations are looked at again. */
const CHECKED = 'registrations-checked';

type Ports = { session: ItemPort; packaged: Packaged };

export function createSites({ session, packaged }: Ports) {
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
    await session.set(CHECKED, true);
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
  }

  return {
    check,
    refreshVisits,
    settingsChanged,
    /** After install, update or a new grant: open tabs are served without a reload. */
    serveOpenTabs: () => openCoveredTabs(registration),
    allowed: async (url: string): Promise<boolean> => siteAllowed(url, await packaged.portals()),
  };
}
