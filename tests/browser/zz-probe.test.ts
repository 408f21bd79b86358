import { expect, it } from 'vitest';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
process.env['PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS'] = '1';
import { buildFolder } from './harness/chromium.ts';
import { samplePage, serve } from '../pages/pages.ts';
const { chromium } = await import('playwright-core');
declare const chrome: any;
async function observe(context: any, page: any) {
    const s = await context.newCDPSession(page);
    s.on('Runtime.consoleAPICalled', (e: any) => console.log('console', JSON.stringify(e.args)));
    s.on('Runtime.exceptionThrown', (e: any) => console.log('exc', e.exceptionDetails.exception?.description, e.exceptionDetails.executionContextId));
    s.on('Log.entryAdded', (e: any) => console.log('log', e.entry.text));
    s.on('Runtime.executionContextCreated', ({ context }: any) => console.log('world', context.id, context.origin, context.name));
    await s.send('Runtime.enable'); await s.send('Log.enable');
    context.on('serviceworker', (w: any) => console.log('SW', w.url()));
    context.on('page', (p: any) => console.log('PAGE', p.url()));
}
it('loadUnpacked', async () => {
  const folder = mkdtempSync('/tmp/h/ext-'); cpSync(buildFolder('test'), folder, { recursive: true });
  const profile = mkdtempSync('/tmp/h/prof-');
  mkdirSync(profile + '/Default'); writeFileSync(profile + '/Default/Preferences', JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  const context = await chromium.launchPersistentContext(profile, { executablePath: '/usr/bin/chromium', headless: true, chromiumSandbox: false, args: ['--enable-unsafe-extension-debugging'], ignoreDefaultArgs: ['--disable-extensions'] });
  try {
    await context.route(/^https?:/, async (route) => { const a = serve(route.request().url()); if (a) await route.fulfill(a as any); else await route.abort(); });
    const page = await context.newPage(); await page.goto(samplePage('article-foreign-extend').url);
    await observe(context, page);
    const guide = page.locator('madoguchi-guide');
    const cdp = await context.browser()!.newBrowserCDPSession();
    const r: any = await cdp.send('Extensions.loadUnpacked' as any, { path: folder } as any).catch((e) => String(e));
    console.log('loaded', r);
    await new Promise((r) => setTimeout(r, 2000));
    console.log('guides', await guide.count(), context.serviceWorkers().map((w) => w.url()), context.pages().map((p) => p.url()));
    const m = JSON.parse(readFileSync(folder + '/manifest.json', 'utf8')); m.version = '0.1.1'; writeFileSync(folder + '/manifest.json', JSON.stringify(m));
    console.log('loaded', await cdp.send('Extensions.loadUnpacked' as any, { path: folder } as any).catch((e) => String(e)));
    await new Promise((r) => setTimeout(r, 2000));
    console.log('guides', await guide.count(), context.serviceWorkers().map((w) => w.url()), context.pages().map((p) => p.url()));
    const ext = await context.newPage(); await ext.goto('chrome://extensions');
    console.log('dev', await ext.evaluate(async (id) => [Object.keys(chrome), Object.keys(chrome.developerPrivate), await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true })], r.id).catch(String));
    await new Promise((r) => setTimeout(r, 1000));
    const q = await context.newPage(); await q.goto(`chrome-extension://${r.id}/manifest.json`);
    console.log('incog', await q.evaluate(() => chrome.extension.isAllowedIncognitoAccess()));
    console.log('guides', await guide.count());
    const w = await q.evaluate((url) => chrome.windows.create({ incognito: true, url }), samplePage('article-foreign-extend').url).catch(String);
    console.log('win', w);
    await new Promise((r) => setTimeout(r, 2000));
    console.log(context.pages().map((p) => p.url()), context.serviceWorkers().length);
    const priv = context.pages().filter((p) => p.url().includes('mihon')).at(-1)!;
    console.log('private guide', await priv.locator('madoguchi-guide').count(), await q.evaluate(() => chrome.storage.session.get()));
    console.log('disable', await ext.evaluate(async (id) => chrome.management.setEnabled(id, false), r.id).catch(String));
    await new Promise((r) => setTimeout(r, 500));
    console.log('guides', await guide.count());
    await guide.locator('button[aria-expanded]').first().click();
    await new Promise((r) => setTimeout(r, 500));
    console.log('guides', await guide.count());
    console.log('enable', await ext.evaluate(async (id) => chrome.management.setEnabled(id, true), r.id).catch(String));
    await new Promise((r) => setTimeout(r, 1500));
    console.log('guides', await guide.count());
  } finally { await context.close(); }
});
