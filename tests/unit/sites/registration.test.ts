import type { Scripting, Tabs } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { copyPatterns } from '../../../lib/sites/patterns.ts';
import { ensureRegistered, openCoveredTabs, type RegistrationPorts } from '../../../lib/sites/registration.ts';
import { registerRecords } from '../../../scripts/data/register.ts';
import { siteRecords } from '../../../scripts/data/sites.ts';

const FILE = 'content-scripts/spotter.js';
const SHEET = 'marks.css';
const INSTALL = ['https://www.moj.go.jp/*', '*://www.city.mihon.example.jp/*'];

/** A browser that holds registrations and tabs, and counts what was done to it. */
function fakeBrowser(tabs: { id?: number; url: string; refuses?: true }[] = [], file = FILE) {
  let scripts: Scripting.RegisteredContentScript[] = [];
  const done: string[] = [];
  const ran: number[] = [];
  const styled: number[] = [];
  const queries: Tabs.QueryQueryInfoType[] = [];
  const ports: RegistrationPorts = {
    scripting: {
      getRegisteredContentScripts: async () => structuredClone(scripts),
      registerContentScripts: async (added) => {
        done.push('register');
        scripts = [...scripts, ...structuredClone(added)];
      },
      unregisterContentScripts: async (filter) => {
        done.push('unregister');
        scripts = scripts.filter(({ id }) => !filter?.ids?.includes(id));
      },
      executeScript: async ({ target, files }) => {
        if (tabs.find(({ id }) => id === target.tabId)?.refuses) throw new Error('Cannot access contents of the page');
        if (files?.[0] === FILE) ran.push(target.tabId);
        return [];
      },
      insertCSS: async ({ target, files }) => {
        if (files?.[0] === SHEET) styled.push(target.tabId);
      },
    },
    tabs: {
      query: async (info) => {
        queries.push(info);
        return tabs as unknown as Tabs.Tab[];
      },
    },
    manifest: () => ({ content_scripts: [{ matches: INSTALL, js: [file], css: [file.replace(FILE, SHEET)] }] }),
    register: async () => registerRecords(true),
    sites: siteRecords(),
  };
  return {
    ports,
    done,
    ran,
    styled,
    queries,
    scripts: () => scripts,
    change: (edit: (script: Scripting.RegisteredContentScript) => Scripting.RegisteredContentScript) => {
      scripts = scripts.map(edit);
    },
  };
}

describe('registering the spotter', () => {
  it('registers every public body and the translated copies, without those of the manifest, to last', async () => {
    const { ports, scripts } = fakeBrowser();
    await ensureRegistered(ports);
    const [script] = scripts();
    expect(scripts()).toHaveLength(1);
    expect(script).toMatchObject({
      id: 'spotter',
      js: [FILE],
      css: [SHEET],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    });
    expect(script?.matches).toContain('*://www.city.tonari.example.jp/*');
    expect(script?.matches).toContain('*://www.town-kiso.com/*');
    expect(script?.matches).toEqual(expect.arrayContaining(copyPatterns(siteRecords().copies)));
    expect(script?.matches).not.toContain('*://www.city.mihon.example.jp/*');
    expect(script?.matches?.length).toBeGreaterThan(1_800);
  });

  it('does nothing when everything is as it should be, in whatever order the browser gives it back', async () => {
    const { ports, done, change } = fakeBrowser();
    await ensureRegistered(ports);
    change((script) => ({
      ...script,
      js: [`/${FILE}`],
      css: [`/${SHEET}`],
      matches: script.matches?.toReversed() ?? [],
      allFrames: false,
    }));
    await ensureRegistered(ports);
    expect(done).toEqual(['register']);
  });

  it.each([`moz-extension://11111111-2222-4333-8444-555555555555/${FILE}`, `/${FILE}`])(
    'gives the browser a path inside the package where the manifest says %s',
    async (file) => {
      const { ports, scripts, ran, styled } = fakeBrowser([{ id: 7, url: 'https://www.moj.go.jp/' }], file);
      await ensureRegistered(ports);
      expect(scripts()[0]).toMatchObject({ js: [FILE], css: [SHEET] });
      await openCoveredTabs(ports);
      expect([ran, styled]).toEqual([[7], [7]]);
    },
  );

  it.each<[string, (script: Scripting.RegisteredContentScript) => Scripting.RegisteredContentScript]>([
    ['a host less', (script) => ({ ...script, matches: script.matches?.slice(1) ?? [] })],
    ['a host more', (script) => ({ ...script, matches: [...(script.matches ?? []), '*://old.jp/*'] })],
    ['another host', (script) => ({ ...script, matches: ['*://old.jp/*', ...(script.matches?.slice(1) ?? [])] })],
    ['another file', (script) => ({ ...script, js: ['content-scripts/old.js'] })],
    ['no style sheet', ({ css: _css, ...script }) => script],
    ['a registration that does not last', (script) => ({ ...script, persistAcrossSessions: false })],
    ['another name', (script) => ({ ...script, id: 'old' })],
    ['all frames', (script) => ({ ...script, allFrames: true })],
  ])('mends what an older version left: %s', async (_what, edit) => {
    const { ports, scripts, change } = fakeBrowser();
    await ensureRegistered(ports);
    const right = structuredClone(scripts());
    change(edit);
    await ensureRegistered(ports);
    expect(scripts()).toEqual(right);
  });
});

describe('pages that are open already', () => {
  it('that have their guide are left alone', async () => {
    const { ports, ran } = fakeBrowser([
      { id: 1, url: 'https://www.moj.go.jp/isa/' },
      { id: 2, url: 'https://www.moj.go.jp/isa/' },
      { id: 3, url: 'https://www.moj.go.jp/isa/#top' },
    ]);
    await openCoveredTabs(ports, ({ id, url }) => id === 2 && url === 'https://www.moj.go.jp/isa/');
    expect(ran).toEqual([1, 3]);
  });

  it('get the spotter; a tab that refuses is left alone', async () => {
    const { ports, ran, queries } = fakeBrowser([
      { id: 1, url: 'https://www.moj.go.jp/isa/' },
      { id: 2, url: 'https://www.city.fuchu.tokyo.jp/', refuses: true },
      { url: 'https://www.city.fuchu.tokyo.jp/' },
      { id: 4, url: 'https://www.city.tonari.example.jp/' },
    ]);
    await expect(openCoveredTabs(ports)).resolves.toBe(2);
    expect(ran).toEqual([1, 4]);
    expect(queries[0]?.url).toEqual(
      expect.arrayContaining([...INSTALL, '*://www.city.fuchu.tokyo.jp/*', '*://*.translate.goog/*']),
    );
    expect(queries[0]?.discarded).toBe(false);
  });
});
