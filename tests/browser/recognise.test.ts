/** `npm run recognise` on saved pages: read as in the browser, and silent on whatever is none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as reader from '../../lib/page/read-facts.ts';
import { bundled } from '../../scripts/bundled.ts';
import { decodeHtml } from '../../scripts/recognise/decode.ts';
import { readPages } from '../../scripts/recognise/read-pages.ts';
import { savedPage } from '../../scripts/recognise/rows.ts';
import { samplePages } from '../pages/pages.ts';
import { openPlain } from './harness/chromium.ts';

/** Set by the bundle, in the page. */
declare const served: typeof reader;

const fileOf = (name: string): string => resolve('tests/pages', `${name}.html`);

describe('a saved page', () => {
  it('gives the facts that the same page gives when it is served', async () => {
    // What a page's own scripts write is not in its file.
    const samples = samplePages().filter(({ name }) => !/<script/i.test(decodeHtml(savedPage(fileOf(name))) ?? ''));
    expect(samples.length).toBeGreaterThan(15);
    const plain = await openPlain({ width: 1100, height: 900 });
    const expected = [];
    try {
      const script = await bundled(resolve('lib/page/read-facts.ts'), 'served');
      for (const { url } of samples) {
        await plain.page.goto(url);
        expected.push(
          await plain.page
            .evaluate(`${script};globalThis.served = served;0`)
            .then(() => plain.page.evaluate((address) => served.readFacts(document, address), url)),
        );
      }
    } finally {
      await plain.close();
    }
    const html = samples.map(({ url, name }) => ({ url, html: decodeHtml(savedPage(fileOf(name))) ?? '' }));
    expect(await readPages(html)).toEqual(expected);
  });
});

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recognise-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(rows: readonly (object | string)[], env: NodeJS.ProcessEnv = {}) {
    const file = join(folder, 'rows.jsonl');
    writeFileSync(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/recognise.ts', file], {
      encoding: 'utf8',
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    });
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line): Record<string, unknown> => JSON.parse(line));
    return { lines, errors: stderr, status, file };
  }
  const url = 'https://www.city.mihon.example.jp/tennyu.html';
  const title = '<title>転入届</title><h1>転入届</h1>';

  it('prints a line for every page, in order, and names the broken line', () => {
    writeFileSync(join(folder, 'page.html'), title);
    const { lines, errors, status, file } = run([
      { url, html: 'page.html' },
      '{broken',
      { url, html: fileOf('banner-cert-renew') },
      { url: 'https://www.city.kawasaki.jp/a.html', title: '転入届' },
    ]);
    expect(lines.map((line) => line['procedures'] ?? line['error'])).toEqual([
      ['move-in'],
      `${file}:2: this is no JSON`,
      expect.arrayContaining(['cert-renew']),
      ['move-in'],
    ]);
    expect(Object.keys(lines[0] ?? {})).toEqual(['url', 'procedures', 'kinds', 'reasons', 'site']);
    expect(lines[0]).toMatchObject({
      url,
      reasons: ['The title names 転入届.', 'The address contains tennyu.'],
      site: { verdict: 'unknown', body: null },
    });
    expect(lines[3]).toMatchObject({ site: { verdict: 'official', body: '神奈川県川崎市' } });
    expect({ errors, status }).toEqual({ errors: `${file}:2: this is no JSON\n`, status: 1 });
  });

  it('is silent on what is no page, is broken or says nothing', () => {
    const pages: Record<string, string | Buffer> = {
      empty: '',
      text: '転入届',
      pdf: '%PDF-1.7 <title>転入届</title>',
      frameset: '<title>転入届</title><frameset cols="1,2"><frame src="a"><frame src="b"></frameset>',
      'wrong encoding': Buffer.concat([
        Buffer.from('<meta charset="utf-8"><title>'),
        Buffer.from([0x93, 0x5d, 0x93, 0xfc, 0x93, 0xcd]),
      ]),
      'long title': `<title>${'長'.repeat(1_000_000)}</title><p>転入届`,
      'no body': '<html><head></head></html>',
      'deep nesting': `<title>お知らせ</title>${'<div>'.repeat(50_000)}転入届`,
      script: '<title>お知らせ</title><h1>お知らせ</h1><script>document.title = "転入届"</script>',
    };
    for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), text);
    const rows = [...Object.keys(pages), 'missing'].map((name) => ({
      url: 'https://a.example.jp/',
      html: `${name}.html`,
    }));
    const { lines, errors, status } = run([
      ...rows,
      { url, html: folder },
      { url: 'no address' },
      { url, title: '長'.repeat(1_000_000) },
    ]);
    expect({ errors, status }).toEqual({ errors: '', status: 0 });
    expect(lines.length).toBe(rows.length + 3);
    expect(lines.flatMap((line) => line['procedures'])).toEqual([]);
  });

  it('says what to do where there is no Chromium', () => {
    writeFileSync(join(folder, 'page.html'), title);
    const { lines, errors, status } = run([{ url, html: 'page.html' }], { CHROMIUM: '', PATH: folder });
    expect(lines).toEqual([]);
    expect(errors).toContain('set CHROMIUM');
    expect(status).toBe(2);
  });
});
