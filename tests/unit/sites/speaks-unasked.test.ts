import { describe, expect, it } from 'vitest';
import { speaksUnasked } from '../../../lib/sites/allowed.ts';
import { portalRecords, registerRecords } from '../../../scripts/data/register.ts';
import { siteRecords } from '../../../scripts/data/sites.ts';

const tables = { register: registerRecords(true), portals: portalRecords(), sites: siteRecords() };
const SILENT = tables.portals.flatMap(({ silent }) => silent)[0]!;

describe('speaking without being asked', () => {
  it.each<[string, boolean, string]>([
    ['https://www-city-yokohama-lg-jp.translate.goog/a.html?_x_tr_tl=en', true, 'the copy of a city’s page'],
    ['https://www.city.kumamoto.jp.e.fm.hp.transer.com/a.html', true, 'on another service'],
    ['https://x.j-server.com/ID/ns/w0/jaen/https://www.city.shinjuku.lg.jp/a.html', true, 'address in the path'],
    ['https://x.j-server.com/ns/tl_ex.cgi?SURL=https://www.moj.go.jp/isa/', true, 'address in a parameter'],
    ['https://inagishi.c.translation-proxy.com/pt/kurashi/a.html', true, 'a customer that we know'],
    ['https://tsutaeru.cloud/easy.php?uri=https://www.city.himeji.lg.jp/a.html', true, 'easy Japanese'],
    ['https://warp.ndl.go.jp/', true, 'an archive that is official itself'],
    ['https://example-com.translate.goog/my-number-card?_x_tr_tl=en', false, 'a private site’s copy'],
    [
      'https://x.j-server.com/ID/ns/w0/jaen/https://example.com/https://www.city.shinjuku.lg.jp/',
      false,
      'the first one counts',
    ],
    ['https://www-city-yokohama-lg-jp-evil-com.translate.goog/', false, 'a host that only begins so'],
    ['https://x.j-server.com/', false, 'no address'],
    ['https://someshi.c.translation-proxy.com/pt/', false, 'a customer that we do not know'],
    [
      `https://${SILENT.replaceAll('-', '--').replaceAll('.', '-')}.translate.goog/`,
      false,
      'a host with our promise of silence',
    ],
    ['https://x.j-server.com/ID/ns/w0/jaen/https://myna.go.jp/secret', false, 'behind a log-in'],
    ['https://www.city.yokohama.lg.jp/', true, 'no copy'],
    ['https://example.com/', true, 'anywhere else it is the browser’s to say'],
    ['', true, 'nothing'],
  ])('%s: %s (%s)', (address, expected) => {
    expect(speaksUnasked(address, tables)).toBe(expected);
  });
});
