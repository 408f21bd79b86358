/** The open tab as the popup sees it, kept up to date while the popup is open. */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { siteView, type SiteView } from '../../components/popup/site-view.ts';
import { judgePage } from '../../components/popup/judge-page.ts';
import type { PageView } from '../../components/popup/ThisPage.tsx';
import type { View } from '../../components/ui/view.ts';
import { browser, sessionItems, type Tabs } from '../../lib/browser.ts';
import type { Packaged } from '../../lib/knowledge/packaged.ts';
import type { Outcome } from '../../lib/open-page.ts';
import { PRIVATE_OFF, privateHosts } from '../../lib/private-sites.ts';
import type { RegisterRecord } from '../../lib/knowledge/compiled.ts';
import { runsOn } from '../../lib/sites/access.ts';
import { siteAllowed, speaksUnasked } from '../../lib/sites/allowed.ts';
import { siteOf, type SiteVerdict } from '../../lib/sites/verdict.ts';
import { readTabVerdict, tabVerdictKey, type TabVerdict } from '../../lib/tab-verdict.ts';

export type Page = {
  view: ReadonlySignal<PageView | undefined>;
  /** whose site it is on; `undefined` on a page of the browser */
  site: ReadonlySignal<SiteView | undefined>;
  /** Asks the tab for something and closes the popup; where that cannot be done, says why. */
  ask(of: (tabId: number) => Promise<Outcome>): Promise<void>;
  /** Whether the tab is in a private window, of which nothing may be stored. */
  isPrivate(): boolean;
};

/** `view` of the model decides language and switched-off sites; it may come later than the tab. */
export function watchPage(packaged: Packaged, model: ReadonlySignal<View | undefined>, abort: AbortSignal): Page {
  const judged = signal<PageView>();
  /** why what was asked for cannot be done; stands until the tab shows another page, whatever else changes meanwhile */
  const refused = signal<{ url: string | undefined; why: PageView }>();
  const known = signal<{
    tab: Tabs.Tab;
    verdict: TabVerdict | undefined;
    access: boolean;
    allowed: boolean;
    off: string[];
    site: SiteVerdict;
    register: readonly RegisterRecord[];
  }>();
  const view = computed(() =>
    refused.value && refused.value.url === known.value?.tab.url ? refused.value.why : judged.value,
  );
  const site = computed(() => {
    if (!known.value || !model.value) return undefined;
    return siteView(known.value.site, model.value.language.id, known.value.register);
  });

  const read = async (): Promise<void> => {
    const tab = await openTab();
    if (tab?.id === undefined) {
      judged.value = { state: 'unreadable' };
      return;
    }
    const { portals, sites } = packaged;
    const [stored, access, off, register] = await Promise.all([
      sessionItems.get(tabVerdictKey(tab.id)),
      runsOn(tab.url),
      tab.incognito ? sessionItems.get(PRIVATE_OFF) : [],
      packaged.register(),
    ]);
    known.value = {
      tab,
      verdict: readTabVerdict(stored),
      access: access && speaksUnasked(tab.url ?? '', { register, portals, sites }),
      allowed: siteAllowed(tab.url ?? '', portals),
      off: privateHosts(off),
      site: siteOf(tab.url ?? '', { register, portals, sites }),
      register,
    };
  };

  const named = (procedures: TabVerdict['procedures'], language: string) =>
    Promise.all(
      procedures.map(async ({ id }) => {
        const { ja, title } = await packaged.guide(language, id);
        return { id, ja, title: title.text };
      }),
    );
  let turns = 0; // a title that arrives after the page or the language has changed is not shown
  effect(() => {
    turns += 1;
    const turn = turns;
    if (!known.value || !model.value) return;
    const { tab, verdict, access, allowed, off } = known.value;
    const { language, settings } = model.value;
    const now = judgePage(tab.url, verdict, [...settings.sitesOff, ...off], access, allowed);
    if (now.state !== 'found') {
      judged.value = now;
      return;
    }
    void named(now.procedures, language.id).then((procedures) => {
      if (turn === turns) judged.value = { ...now, procedures };
      return procedures;
    });
  });

  const changed = (changes: object, area: string) => {
    const id = known.value?.tab.id;
    if (area !== 'session' || id === undefined) return;
    if (tabVerdictKey(id) in changes || PRIVATE_OFF in changes) void read();
  };
  browser.storage.onChanged.addListener(changed);
  abort.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
  void read();

  return {
    view,
    site,
    ask: async (of) => {
      const { id, url } = known.value?.tab ?? {};
      const outcome: Outcome = id === undefined ? { state: 'failed' } : await of(id);
      if (outcome.state === 'done') close();
      else refused.value = { url, why: outcome };
    },
    isPrivate: () => known.value?.tab.incognito === true,
  };
}

/** The tab in front of the person. The demonstration shows the popup in a tab of its own and names the other one. */
async function openTab(): Promise<Tabs.Tab | undefined> {
  const named = __DAY_OVERRIDE__ ? new URLSearchParams(location.search).get('tab') : null;
  if (named !== null) return browser.tabs.get(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
