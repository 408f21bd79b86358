import { it } from 'vitest';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { openFirefox } from './harness/firefox.ts';
import { buildFolder } from './harness/chromium.ts';
import { samplePage } from '../pages/pages.ts';
it('ff', async () => {
  const folder = mkdtempSync('/tmp/h/ffext-'); cpSync(buildFolder('test', 'firefox'), folder, { recursive: true });
  const f = await openFirefox({ build: { folder } });
  try {
    const page = await f.page(samplePage('article-foreign-extend').url);
    await page.waitFor('document.querySelectorAll("madoguchi-guide").length || null');
    await page.waitFor('CSS.highlights.size || null');
    const st = () => page.evaluate('({ g: document.querySelectorAll("madoguchi-guide").length, h: CSS.highlights.size, s: document.adoptedStyleSheets.length })');
    console.log('before', await st());
    const m = JSON.parse(readFileSync(folder + '/manifest.json', 'utf8')); m.version = '0.1.1'; writeFileSync(folder + '/manifest.json', JSON.stringify(m));
    const r: any = await f.command('webExtension.install', { extensionData: { type: 'path', path: folder } });
    await new Promise((r) => setTimeout(r, 3000));
    console.log('after update', await st());
    await f.command('webExtension.uninstall', { extension: r.extension });
    await new Promise((r) => setTimeout(r, 1000));
    console.log('after uninstall', await st());
    await page.click(300, 300);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await new Promise((r) => setTimeout(r, 500));
    console.log('after click', await st());
  } finally { await f.close(); }
});
