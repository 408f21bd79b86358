import { describe, expect, it } from 'vitest';
import { originalPage } from '../../../lib/sites/original-page.ts';
import { portalRecords, registerRecords } from '../../../scripts/data/register.ts';
import { siteRecords } from '../../../scripts/data/sites.ts';

const tables = { register: registerRecords(true), portals: portalRecords(), sites: siteRecords() };
const YOKOHAMA = 'https://www.city.yokohama.lg.jp/kurashi/a.html';

describe('the page as the office wrote it', () => {
  it.each<[string, string, string | null, string | null]>([
    [
      'a proxy, by its address',
      'https://www.city.mihon.example.jp.e.fm.hp.transer.com/a.html',
      null,
      'https://www.city.mihon.example.jp/a.html',
    ],
    [
      'a folder for readings',
      'https://www.city.mihon.example.jp/kana/a.html',
      null,
      'https://www.city.mihon.example.jp/a.html',
    ],
    [
      'the address before what the page names',
      'https://www.city.mihon.example.jp/translate/en/a.html',
      'https://www.city.mihon.example.jp/b.html',
      'https://www.city.mihon.example.jp/a.html',
    ],
    [
      'named by the page, on its own host',
      'https://example.com/en/a.html',
      'https://example.com/a.html',
      'https://example.com/a.html',
    ],
    ['named by the page, and official', 'https://example.com/en/a.html', YOKOHAMA, YOKOHAMA],
    [
      'named by the page, and anybody’s',
      'https://www.city.mihon.example.jp/en/a.html',
      'https://evil.example.com/',
      null,
    ],
    ['no address of the web', 'https://example.com/en/a.html', 'javascript:alert(1)', null],
    ['nothing known', 'https://example.com/en/a.html', null, null],
    ['a copy of what is not official', 'https://evil-com.translate.goog/a.html', null, null],
    ['no page of the web', 'about:blank', null, null],
  ])('%s', (_case, address, named, expected) => {
    expect(originalPage(address, named, tables)).toBe(expected);
  });
});
