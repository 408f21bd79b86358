/**
 * Where the spotter runs. The manifest covers the hosts asked for at install; for every other public body, and
 * for the services that show translated copies, the same script is registered at run time, all of them at once: a
 * registration without granted access runs nowhere, so what the person granted decides, and a grant or its withdrawal
 * needs nothing from us.
 *
 * Over a thousand hosts in the manifest would cost 1.7 s at every start of the browser; registered they cost
 * nothing measurable (docs/permissions.md).
 */
import type { Manifest, Scripting, Tabs } from '../browser.ts';
import type { RegisterRecord, SitesRecord } from '../knowledge/compiled.ts';
import { choosablePatterns } from './patterns.ts';

const ID = 'spotter';

export type RegistrationPorts = {
  scripting: Pick<
    Scripting.Static,
    | 'getRegisteredContentScripts'
    | 'registerContentScripts'
    | 'unregisterContentScripts'
    | 'executeScript'
    | 'insertCSS'
  >;
  tabs: Pick<Tabs.Static, 'query'>;
  manifest: () => Pick<Manifest.WebExtensionManifest, 'content_scripts'>;
  register: () => Promise<readonly RegisterRecord[]>;
  sites: Pick<SitesRecord, 'copies'>;
};

type Files = { js: string[]; css: string[] };
type Wanted = Scripting.RegisteredContentScript & Files & { matches: string[] };

const choosable = async ({ register, sites }: Pick<RegistrationPorts, 'register' | 'sites'>): Promise<string[]> =>
  choosablePatterns(await register(), sites);

/**
 * Registers the spotter for everything that can be chosen outside the manifest, unless it is registered already exactly
 * so. Called at every start of the worker: registrations survive restarts, but not every update, and the register may
 * have changed with one. Safe to call at any time; a death half-way is mended by the next call. Rejects only when
 * the browser refuses a registration, which is a bug.
 */
export async function ensureRegistered(ports: RegistrationPorts): Promise<void> {
  const { js, css, matches: install } = installedSpotter(ports);
  const atInstall = new Set(install);
  const wanted: Wanted = {
    id: ID,
    js,
    css,
    matches: (await choosable(ports)).filter((pattern) => !atInstall.has(pattern)),
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
  const before = await ports.scripting.getRegisteredContentScripts();
  if (before.length === 1 && before[0] && isSame(before[0], wanted)) return;
  if (before.length > 0) await ports.scripting.unregisterContentScripts({ ids: before.map(({ id }) => id) });
  await ports.scripting.registerContentScripts([wanted]);
}

/**
 * Runs the spotter in the tabs that are open on covered pages already: after install, update or a new grant nobody
 * has to reload anything. Tabs without access are not seen; a tab that refuses (its page is going away, or the
 * browser protects it) is left alone. Never rejects for a tab.
 *
 * @param served tabs that have their guide, which a second spotter would close over what the person reads
 * @returns how many tabs took it
 */
export async function openCoveredTabs(
  ports: RegistrationPorts,
  served: (tab: { id: number; url: string }) => boolean = () => false,
): Promise<number> {
  const { matches } = installedSpotter(ports);
  const url = [...new Set([...matches, ...(await choosable(ports))])];
  const tabs = await ports.tabs.query({ url, discarded: false });
  const results = await Promise.allSettled(
    tabs
      .flatMap(({ id, url = '' }) => (id === undefined || served({ id, url }) ? [] : [id]))
      .map((tabId) => runSpotter(ports, tabId)),
  );
  return results.filter(({ status }) => status === 'fulfilled').length;
}

/** Runs the spotter, with its style sheet, in the tab's top frame. Rejects where the browser does not let us. */
export async function runSpotter(
  { scripting, manifest }: Pick<RegistrationPorts, 'scripting' | 'manifest'>,
  tabId: number,
): Promise<void> {
  const { js, css } = installedSpotter({ manifest });
  const target = { tabId, frameIds: [0] };
  await Promise.all([scripting.insertCSS({ target, files: css }), scripting.executeScript({ target, files: js })]);
}

/**
 * The manifest's one content script, as paths inside the package: Firefox gives whole addresses back
 * (`moz-extension://…/spotter.js`, 153) and takes only paths.
 */
function installedSpotter({ manifest }: Pick<RegistrationPorts, 'manifest'>): Files & { matches: readonly string[] } {
  const [script] = manifest().content_scripts ?? [];
  if (!script?.js?.length) throw new Error('The manifest has no content script');
  return { js: script.js.map(inPackage), css: script.css?.map(inPackage) ?? [], matches: script.matches };
}

const inPackage = (file: string): string => file.replace(/^([a-z-]+:\/\/[^/]+)?\//, '');

const areSame = (have: readonly string[] | undefined, wanted: readonly string[]): boolean =>
  have?.length === wanted.length && have.every((file, index) => inPackage(file) === wanted[index]);

function isSame(
  { id, js, css, matches, runAt, persistAcrossSessions, allFrames, world }: Scripting.RegisteredContentScript,
  wanted: Wanted,
): boolean {
  const have = new Set(matches);
  return (
    id === wanted.id &&
    areSame(js, wanted.js) &&
    areSame(css, wanted.css) &&
    runAt === wanted.runAt &&
    persistAcrossSessions === true &&
    !allFrames &&
    (world === undefined || world === 'ISOLATED') &&
    have.size === wanted.matches.length &&
    wanted.matches.every((pattern) => have.has(pattern))
  );
}
