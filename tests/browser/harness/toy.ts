/** A small extension that does on purpose what ours never does, to prove that the harness would see it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = (browser: 'chrome' | 'firefox') => ({
  manifest_version: 3,
  name: 'Toy',
  version: '1',
  permissions: ['storage', 'alarms', 'scripting'],
  host_permissions: ['https://www.city.mihon.example.jp/*'],
  optional_host_permissions: ['*://*.jp/*'],
  content_scripts: [{ matches: ['https://www.city.mihon.example.jp/*'], js: ['content.js'] }],
  background: browser === 'chrome' ? { service_worker: 'worker.js' } : { scripts: ['worker.js'] },
  action: { default_popup: 'popup.html' },
  content_security_policy: { extension_pages: "script-src 'self'; connect-src *" },
  ...(browser === 'firefox' && { browser_specific_settings: { gecko: { id: 'toy@example.jp' } } }),
});

const files = {
  'content.js': `
    const host = document.createElement('toy-host');
    host.attachShadow({ mode: 'open' }).innerHTML = '<div class="madoguchi"><button>Fault free</button></div>';
    const closed = document.createElement('toy-closed');
    closed.attachShadow({ mode: 'closed' }).innerHTML = '<button>Inside a closed root</button>';
    document.documentElement.append(host, closed);
    const url = location.href.replace(/#.*$/, '');
    globalThis.madoguchi = { url, verdict: 'reading' };
    chrome.runtime.sendMessage({ url }).then((found) => { globalThis.madoguchi.verdict = found ? 'recognised' : 'silent'; });`,
  'worker.js': `
    const started = Date.now();
    chrome.runtime.onMessage.addListener((message, sender, answer) => {
      if (message.plant) { fetch(message.plant).catch(() => {}); answer(true); return; }
      if (message.started) { answer(started); return; }
      const procedures = message.url.includes('moving') ? [{ id: 'move-in', ja: '転入届' }] : [];
      const { url } = message;
      const verdict = { url, host: new URL(url).host, procedures, siteOff: false };
      chrome.storage.session.set({ ['verdict:' + sender.tab.id]: verdict }).then(() => answer(procedures.length > 0));
      return true;
    });`,
  'popup.html': '<!doctype html><meta charset="utf-8"><title>Toy</title><h1>Toy</h1>',
};

/** Writes the toy into a fresh folder; `remove` takes it away. */
export function writeToy(browser: 'chrome' | 'firefox'): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'toy-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest(browser)));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
