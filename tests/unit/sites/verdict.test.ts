import { domainToUnicode } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableLabel } from '../../../lib/sites/punycode.ts';
import { siteOf } from '../../../lib/sites/verdict.ts';
import { portalRecords, RegisterProblems, registerRecords } from '../../../scripts/data/register.ts';
import { readSites, siteRecords } from '../../../scripts/data/sites.ts';

const tables = { register: registerRecords(false), portals: portalRecords(), sites: siteRecords() };
const judged = (address: string) => siteOf(address, tables);

describe('official', () => {
  it.each<[string, string | null, string]>([
    ['https://www.city.yokohama.lg.jp/', '神奈川県横浜市', 'as the register has it'],
    ['https://www.city.yokohama.lg.jp/kohoku/kurashi/', '神奈川県横浜市 港北区', 'a ward below a path'],
    ['https://www.city.fuchu.tokyo.jp/', '東京都府中市', 'one of the two of this name'],
    ['https://www.city.fuchu.hiroshima.jp/soshiki/', '広島県府中市', 'the other one'],
    ['https://www.pref.hokkaido.lg.jp/', '北海道', 'a prefecture'],
    ['https://shirakawa-go.org/', '岐阜県白川村', 'a village outside of jp, with "go" in its name'],
    ['https://www.city-matsuura.jp/top/', '長崎県松浦市', 'a name that anybody could have had'],
    ['https://nanmoku.ne.jp/', '群馬県南牧村', 'a host at its network'],
    ['https://www.kojinbango-card.go.jp/card/renewal/', 'マイナンバーカード総合サイト', 'a portal'],
    ['https://www.keisan.nta.go.jp/', 'e-Tax 国税電子申告・納税システム', 'a portal on which we are silent'],
    ['http://WWW.CITY.MACHIDA.TOKYO.JP.:8080/a?b#c', '東京都町田市', 'capitals, full name, port, no https'],
    ['https://www.city.yokohama.lg.jp:443/', '神奈川県横浜市', 'the usual port'],
    ['https://me:secret@www.city.yokohama.lg.jp/', '神奈川県横浜市', 'a user name before it'],
    ['https://www.ｃity.yokohama。lg.jp/', '神奈川県横浜市', 'wide letters, which the browser makes the usual ones'],
    ['https://www.city.yokohama.lg%2Ejp/', '神奈川県横浜市', 'an escaped dot, which the browser reads'],
    ['https://info-faq.city.yokohama.lg.jp/', '神奈川県横浜市', 'below its domain'],
    ['https://www2.city.tamba.lg.jp/', '兵庫県丹波市', 'www2'],
    ['https://kanri-tako.town.tako.chiba.jp/docs/', '千葉県多古町', 'below its older domain'],
    ['https://cms.town.wakayama-hidaka.lg.jp/', '和歌山県日高町', 'below a name with its prefecture'],
    ['https://www.library.city.kawasaki.jp/', '神奈川県川崎市', 'a city that has moved to lg.jp'],
    ['https://www.4894.call.city.niigata.jp/faq.asp', '新潟県新潟市', 'a city with the prefecture’s name'],
    ['http://www.city.chiyoda.tokyo.jp/', '東京都千代田区', 'an older name in the list'],
    ['https://www.city.higashiosaka.osaka.jp/', '大阪府東大阪市', 'another one'],
    ['http://www.metro.tokyo.jp/', '東京都', 'Tokyo before lg.jp'],
    ['https://www.police.pref.fukushima.jp/', '福島県', 'a prefecture’s police'],
    ['https://www.police.pref.nagasaki.jp/', '長崎県', 'below a prefecture that moved'],
    ['https://www.keishicho.metro.tokyo.lg.jp/', '東京都', 'and Tokyo’s'],
    ['https://www.jasso.go.jp/', null, 'go.jp, not in our tables'],
    ['https://houmukyoku.moj.go.jp/', null, 'of a ministry, not of its portal'],
    ['https://www.harp.lg.jp/', null, 'a service of local governments on their own domain'],
    ['https://www.union.example-kouiki.lg.jp/', null, 'a union of municipalities'],
    ['https://warp.ndl.go.jp/info/WARP_forpublic.html', null, 'the archive’s own page'],
    ['https://www.town.niseko.lg.jp/?wovn=en', '北海道ニセコ町', 'translated where it stands'],
    ['https://translate-ko.city.yokohama.lg.jp/kohoku/', '神奈川県横浜市', 'translated on a host of its own'],
    [
      'https://www.city.yokohama.lg.jp/redirect?to=https://evil.com/',
      '神奈川県横浜市',
      'a foreign address in the query',
    ],
  ])('%s: %s (%s)', (address, body) => {
    const { verdict, ...site } = judged(address);
    expect({ verdict, body: site.body?.name ?? null, original: site.original }).toEqual({
      verdict: 'official',
      body,
      original: site.why === 'translated' ? expect.any(String) : null,
    });
  });

  it('says where a machine has translated the words', () => {
    expect(judged('https://www.town.niseko.lg.jp/?wovn=en').why).toBe('translated');
    expect(judged('https://www.city.miyazaki.miyazaki.jp/translate/en/index.html').why).toBe('translated');
  });

  it.each<[string, string | null]>([
    [
      'https://www.city.miyazaki.miyazaki.jp/translate/en/a/b.html?c=1',
      'https://www.city.miyazaki.miyazaki.jp/a/b.html?c=1',
    ],
    ['https://www.city.miyazaki.miyazaki.jp/translate/zh-TW/', 'https://www.city.miyazaki.miyazaki.jp/'],
    ['https://www.town.niseko.lg.jp/a?b=%20c&wovn=ko#d', 'https://www.town.niseko.lg.jp/a?b=+c'],
    ['https://translate-ko.city.yokohama.lg.jp/kohoku/a.html', 'https://www.city.yokohama.lg.jp/kohoku/a.html'],
    ['https://www.town.niseko.lg.jp/a?b=c', null],
  ])('leads from %s to the Japanese page', (address, original) => {
    expect(judged(address).original).toBe(original);
  });

  it('is every address of the register and of the portals', () => {
    const hosts = [
      ...tables.register.flatMap(({ host, siblings = [] }) => [host, ...siblings]),
      ...tables.portals.flatMap(({ hosts }) => hosts),
    ];
    expect(hosts.filter((host) => judged(`https://${host}/`).verdict !== 'official')).toEqual([]);
  });

  it('is a sample in the builds that have it', () => {
    const of = siteOf('https://www.city.mihon.example.jp/', { ...tables, register: registerRecords(true) });
    expect(of).toMatchObject({ verdict: 'official', body: { kind: 'sample' } });
    expect(judged('https://www.city.mihon.example.jp/').verdict).toBe('unknown');
  });
});

describe('a service', () => {
  it.each([
    'https://apply.e-tumo.jp/city-koshigaya-saitama-u/offer/offerList_initDisplay',
    'https://ttzk.graffer.jp/ward-chiyoda',
    'https://cdn.ttzk.graffer.jp/a.js',
    'https://logoform.jp/form/abcd/1234',
    'https://s-kantan.jp/help/TOYONO/signature5-2-3.htm',
    'https://lgpos.task-asp.net/cu/132233/ea/residents/portal/faq',
    'https://www.shinsei.elg-front.jp/tokyo2/www/guide/faq.html',
  ])('%s', (address) => {
    expect(judged(address)).toMatchObject({ verdict: 'service', body: null });
  });
});

describe('a copy', () => {
  it.each<[string, string | null, string]>([
    [
      'https://www-city-yokohama-lg-jp.translate.goog/kurashi/a.html?q=1&_x_tr_sl=ja&_x_tr_tl=en',
      'https://www.city.yokohama.lg.jp/kurashi/a.html?q=1',
      'Google',
    ],
    [
      'https://www-kojinbango--card-go-jp.translate.goog/?_x_tr_tl=vi',
      'https://www.kojinbango-card.go.jp/',
      'a hyphen is two',
    ],
    [
      'https://jp.translate.goog/a?_x_tr_hp=www-city-yokohama-lg-',
      'https://www.city.yokohama.lg.jp/a',
      'a name that was cut',
    ],
    [
      'https://translate.google.com/translate?sl=ja&tl=en&u=http%3A%2F%2Fwww.city.fuchu.tokyo.jp%2F',
      'https://www.city.fuchu.tokyo.jp/',
      'a link',
    ],
    [
      'https://webcache.googleusercontent.com/search?q=cache:abc123:https://www.nta.go.jp/taxes/+word',
      'https://www.nta.go.jp/taxes/',
      'Google’s memory',
    ],
    [
      'https://www.city.kumamoto.jp.e.fm.hp.transer.com/a.html',
      'https://www.city.kumamoto.jp/a.html',
      'the official host stands first',
    ],
    ['https://www.pref.saga.lg.jp.e.zg.hp.transer.com/', 'https://www.pref.saga.lg.jp/', 'and in another one'],
    [
      'https://city-shinjuku.j-server.com/LUCSHINJUKU/ns/w0/jaen/http://www.city.shinjuku.lg.jp/a.html?b=c',
      'https://www.city.shinjuku.lg.jp/a.html?b=c',
      'J-SERVER, path',
    ],
    [
      'https://honyaku.j-server.com/LUCX/ns/tl_ex.cgi?SURL=https://www.city.toyonaka.osaka.jp/a.html&SLANG=ja',
      'https://www.city.toyonaka.osaka.jp/a.html',
      'J-SERVER, query',
    ],
    ['https://city-shinjuku.j-server.com/', null, 'J-SERVER without the original'],
    [
      'https://inagishi.c.translation-proxy.com/pt/kurashi/a.html',
      'https://www.city.inagi.tokyo.jp/kurashi/a.html',
      'a customer by its name',
    ],
    ['https://someshi.c.translation-proxy.com/pt/', null, 'a customer that we do not know'],
    [
      'https://tsutaeru.cloud/easy.php?uri=https://www.city.himeji.lg.jp/a.html',
      'https://www.city.himeji.lg.jp/a.html',
      'easy Japanese',
    ],
    [
      'http://40.74.122.252/index.cgi/speech/http://www.mhlw.go.jp/stf/a.html',
      'https://www.mhlw.go.jp/stf/a.html',
      'read aloud',
    ],
    [
      'https://web.archive.org/web/20240101000000/http://www.city.naha.okinawa.jp/a.html',
      'https://www.city.naha.okinawa.jp/a.html',
      'an archive',
    ],
    ['https://web.archive.org/web/2024/www.moj.go.jp/isa/', 'https://www.moj.go.jp/isa/', 'without a scheme'],
    [
      'https://warp.da.ndl.go.jp/info:ndljp/pid/123/www.city.hirosaki.aomori.jp/a.html',
      'https://www.city.hirosaki.aomori.jp/a.html',
      'the national archive: official, and old',
    ],
    [
      'https://www-pref-yamanashi-jp.cache.yimg.jp/police/a.html',
      'https://www.pref.yamanashi.jp/police/a.html',
      'hyphens for dots',
    ],
    [
      'http://www.city.onojo.fukuoka.jp.cache.yimg.jp/s054/a.html',
      'https://www.city.onojo.fukuoka.jp/s054/a.html',
      'or dots',
    ],
  ])('%s: %s (%s)', (address, original) => {
    expect(judged(address)).toMatchObject({ verdict: 'copy', original });
  });

  it('names the body of the original', () => {
    expect(judged('https://www.city.kumamoto.jp.e.fm.hp.transer.com/').body?.name).toBe('熊本県熊本市');
  });
});

/** None of these is official, and only what stands on a known proxy may be called a copy. */
describe('hostile addresses', () => {
  it.each<[string, 'imitation' | 'unknown', string]>([
    ['https://www.city.yokohama.lg.jp.evil.com/', 'imitation', 'official name first'],
    ['https://www.city.sapporo.jp.evil.example/', 'imitation', 'older name first'],
    ['https://mynumber-card.go.jp.example.com/', 'imitation', 'go.jp in the middle'],
    ['https://www.inacity.jp.login.top/', 'imitation', 'a name of a body’s own first'],
    ['https://www.city.yokohama.lg.jp.evil.tokyo.jp/', 'imitation', 'below a prefecture’s name'],
    ['https://www.city.yokohama.lg.jp.evil.co.jp/', 'imitation', 'below a Japanese company'],
    ['https://www.city.yokohama.lg.jp-login.com/', 'imitation', 'the end glued to the next word'],
    ['https://www-city-yokohama-lg-jp.com/', 'imitation', 'hyphens for dots'],
    ['https://city.yokohama.lg-jp.net/', 'imitation', 'one hyphen for a dot'],
    ['https://www.city.yokohama.lg.jp@evil.com/', 'imitation', 'as a user name'],
    ['https://www.city.yokohama.lg.jp%2Fa@evil.com/', 'imitation', 'as a user name with a path'],
    ['https://www.city.yokohama.lg.jp:pass@203.0.113.5/', 'imitation', 'as a user name of a number'],
    ['https://www.сity.yokohama.lg.jp/', 'imitation', 'a Cyrillic с'],
    ['https://www.city.sаpporo.jp/', 'imitation', 'a Cyrillic а'],
    ['https://www.mуna.example/', 'imitation', 'a portal’s short name with a Cyrillic у'],
    ['https://www.cíty.fuchu.tokyo.jp/', 'imitation', 'an accent'],
    ['https://www.city.yokohama.1g.jp/', 'imitation', 'a digit for a letter'],
    ['https://www.kojinbango-card.g0.jp/', 'imitation', 'a zero'],
    ['https://kojinbang0-card.com/', 'imitation', 'a zero in a long name elsewhere'],
    ['https://www.kojinbamgo-card.net/', 'imitation', 'one letter off'],
    ['https://kojinbagno-card.com/', 'imitation', 'two letters swapped'],
    ['http://mynumbercard.point.soumu.jo.abcd.cn/', 'imitation', 'documented 2023-03: jo for go.jp'],
    ['http://mnya.og.jp.abcd.cn/my_information.html', 'imitation', 'documented 2023-12: letters swapped'],
    ['https://cao-go-japan.com/', 'imitation', 'documented: hyphens for dots'],
    ['https://www.abcd.co.uk/httpswww.nta.go.jp/', 'imitation', 'documented 2020-11: in the path'],
    ['https://www.city.yokohama.lg.jp⁄evil.com/', 'imitation', 'a slash that is none'],
    ['https://www.city.yokohama.lg.jp․evil.com/', 'unknown', 'a dot that is none: no address'],
    ['https://city.evil.tokyo.jp/', 'unknown', 'everybody registers below tokyo.jp'],
    ['https://www.town.evil.osaka.jp/', 'unknown', 'and below osaka.jp'],
    ['https://pref.evil.jp/', 'unknown', 'no prefecture'],
    ['https://city.sakai.jp/', 'unknown', 'a large city’s name that others have'],
    ['https://metro.osaka.jp/', 'unknown', 'only Tokyo is a metropolis'],
    ['https://shop.kesennuma.miyagi.jp/', 'unknown', 'beside a city that has www.kesennuma.miyagi.jp'],
    ['https://evil.nanmoku.ne.jp/', 'unknown', 'another customer of a village’s network'],
    ['https://evilgo.jp/', 'unknown', 'ends in go.jp by letters only'],
    ['https://xlg.jp/', 'unknown', 'ends in lg.jp by letters only'],
    ['https://lg.jp/', 'unknown', 'the registry’s own name'],
    ['https://go.jp/', 'unknown', 'and the other one'],
    ['https://evil.com/https://www.city.yokohama.lg.jp/', 'unknown', 'a path: no evidence of its own'],
    ['https://evil.com/?u=https://www.city.yokohama.lg.jp/', 'unknown', 'a query'],
    ['https://evil.com/#https://www.city.yokohama.lg.jp/', 'unknown', 'a fragment'],
    ['https://evil.com\\@www.city.yokohama.lg.jp/', 'unknown', 'a backslash ends the host'],
    ['https://evil.com%2F.city.yokohama.lg.jp/', 'unknown', 'an escaped slash: no address'],
    ['https://3405803781/', 'unknown', 'a number'],
    ['https://0xcb007105/', 'unknown', 'a hexadecimal one'],
    ['https://[2001:db8::1]/', 'unknown', 'and IPv6'],
    ['https://d2g247nqf7ca21.cloudfront.net/kurashi/', 'unknown', 'a rented host proves nothing'],
    ['https://743640.kxshr.asia/town/', 'unknown', 'a copied town page'],
    ['https://www.city.yokohama.lg.jp../', 'unknown', 'two dots at its end'],
    [`https://${'a.'.repeat(200)}lg.jp/`, 'unknown', 'longer than any name'],
    ['javascript:location="https://www.city.yokohama.lg.jp/"', 'unknown', 'a script'],
    ['data:text/html,https://www.city.yokohama.lg.jp/', 'unknown', 'a document in the address'],
    ['blob:https://www.city.yokohama.lg.jp/1', 'unknown', 'made by a page'],
    ['file:///www.city.yokohama.lg.jp/', 'unknown', 'a file'],
    ['view-source:https://www.city.yokohama.lg.jp/', 'unknown', 'a page of the browser'],
    ['https://www-city-yokohama-lg-jp-evil-com.translate.goog/', 'unknown', 'a translation of a fake'],
    ['https://evil-com.translate.goog/?_x_tr_hp=www-city-yokohama-lg-jp-', 'unknown', 'with a beginning of its own'],
    ['https://www.city.x.evil.com.e.fm.hp.transer.com/', 'unknown', 'a foreign page on a city’s translator'],
    ['https://x.j-server.com/X/ns/w0/jaen/https://evil.com/', 'unknown', 'and on another one'],
    ['https://web.archive.org/web/2024/https://evil.com/', 'unknown', 'an archived fake'],
    ['https://web.archive.org/web/2024/https://www.city.yokohama.lg.jp@evil.com/', 'unknown', 'with a user name'],
    ['https://www-city-yokohama-lg-jp.translate.goog.evil.com/', 'imitation', 'a proxy’s name first'],
    ['https://faketranslate.goog/', 'unknown', 'a longer label'],
    ['https://logoform.jp.evil.com/', 'unknown', 'a service’s name first'],
    ['https://evil-e-tumo.jp/', 'unknown', 'a service’s name last'],
    ['https://40.74.122.252.evil.com/index.cgi/speech/https://www.mhlw.go.jp/', 'unknown', 'a number’s name first'],
  ])('%s: %s (%s)', (address, expected) => {
    expect(judged(address)).toMatchObject({ verdict: expected, body: null, original: null });
  });

  it('what merely resembles is not accused', () => {
    const honest = [
      'https://myna.fun/',
      'https://jpki-site.pages.dev/',
      'https://xn--w8juj7dya1eugscv350dym6b.xyz/',
      'https://xn--88j6ev73kngghpb.com/',
      'https://gentosha-go.com/articles/',
      'https://pokemon-go-jp.com/',
      'https://lg-jp.com/',
      'https://www.hellowork.careers/',
      'https://www.helloworks.com/',
      'https://nta-travel.com/',
      'https://digital-gov.note.jp/',
      'https://www.city-cost.com/',
      'https://kojinbangocard.com/',
      'https://mynumbercards.com/',
      'https://www.clair.or.jp/',
      'https://ja.wikipedia.org/wiki/www.city.yokohama.lg.jp',
    ];
    expect(honest.filter((address) => judged(address).verdict !== 'unknown')).toEqual([]);
  });
});

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const ending = fc.constantFrom(
  'com',
  'jp',
  'co.jp',
  'ne.jp',
  'tokyo.jp',
  'kawasaki.jp',
  'example',
  'cn',
  'xyz',
  'evil.osaka.jp',
);
const officialHosts = fc.constantFrom(
  ...tables.register.map(({ host }) => host),
  ...tables.portals.flatMap(({ hosts }) => hosts),
  'www.jasso.go.jp',
  'www.library.city.kawasaki.jp',
  'www.city.chiyoda.tokyo.jp',
);

describe('for any address', () => {
  it('a registrable domain to the right of an official host makes it unofficial, whatever joins them', () => {
    fc.assert(
      fc.property(officialHosts, fc.constantFrom('.', '-', '.x.', ''), label, ending, (host, joint, name, end) => {
        fc.pre(!(end === 'kawasaki.jp' && name === 'city'));
        const { verdict } = judged(`https://${host}${joint}${name}.${end}/`);
        expect(verdict).not.toBe('official');
        if (joint.startsWith('.')) expect(verdict).toBe('imitation');
      }),
      { numRuns: 500 },
    );
  });

  it('labels to the left of a body’s domain leave it official', () => {
    fc.assert(
      fc.property(label, fc.constantFrom('city.yokohama.lg.jp', 'nta.go.jp', 'pref.osaka.jp'), (name, domain) => {
        fc.pre(!name.startsWith('xn--'));
        expect(judged(`https://${name}.${domain}/`).verdict).toBe('official');
      }),
    );
  });

  it('the way to the original is official, over https', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          (at: string) => `https://web.archive.org/web/2024/${at}`,
          (at: string) => `https://x.j-server.com/X/ns/w0/jaen/${at}`,
          (at: string) => `https://tsutaeru.cloud/easy.php?uri=${encodeURIComponent(at)}`,
        ),
        fc.oneof(officialHosts, fc.webUrl(), fc.domain()),
        (copy, of) => {
          const { original } = judged(copy(/^https?:/.test(of) ? of : `http://${of}/`));
          if (original === null) return;
          expect(original).toMatch(/^https:/);
          expect(judged(original).verdict).toBe('official');
        },
      ),
    );
  });

  it('nothing is thrown', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary' }).map((text) => `https://${text}`),
      fc.string().map((text) => `https://xn--${text}.translate.goog/%zz?u=%zz`),
    );
    fc.assert(
      fc.property(odd, (address) => {
        expect(() => judged(address)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    expect(judged(`https://a.com/${'http://'.repeat(200_000)}`).verdict).toBe('unknown');
  });
});

it('reads Punycode as Node does', () => {
  for (const name of ['сity', 'мупа', 'münchen', '個人番号', 'マイナンバー', '😀', 'a-ü-b']) {
    const { hostname } = new URL(`https://${name}/`);
    expect(readableLabel(hostname)).toBe(domainToUnicode(hostname));
  }
  for (const broken of ['xn--', 'xn--!', 'xn--99999999', 'xn--a-é'])
    expect(readableLabel(broken)).toEqual(expect.any(String));
});

describe('the table of sites', () => {
  const kept = "  sources: []\n  note: known\n  confidence: medium\n  checked: '2026-11-26'\n";
  const service = (id: string, domain: string) =>
    `- kind: service\n  id: ${id}\n  domains: [${domain}]\n  says: a\n${kept}`;
  it.each([
    [service('a', '"*.a.jp"'), 's.yaml:3: domains.0 is not an exact host', 'a wildcard'],
    [service('a', 'a.jp').replace('note: known', 'note: ""'), 's.yaml:6: note', 'an empty note'],
    [
      service('a', 'a.jp').replace('  note: known\n', ''),
      's.yaml:1: record without a source',
      'neither source nor note',
    ],
    [service('a', 'a.jp') + service('b', 'a.jp'), 's.yaml:9: a.jp stands in line 1 too', 'a domain twice'],
    [service('a', 'a.jp') + service('a', 'b.jp'), 's.yaml:9: id a stands in line 1 too', 'an id twice'],
    [`- kind: cities\n  names: [A.b]\n${kept}`, 's.yaml:2: names.0 is not one label', 'no label'],
    [
      `- kind: copy\n  id: a\n  domains: [a.jp]\n  made: stored\n  original: [{ in: place }]\n${kept}`,
      's.yaml:5: original.0',
      'no such place',
    ],
    ['a: b\n', 's.yaml:1: is not a list', 'no list'],
  ])('refuses %j: %s', (text, problem) => {
    expect(() => readSites(text, 's.yaml')).toThrow(RegisterProblems);
    expect(() => readSites(text, 's.yaml')).toThrow(problem);
  });

  it('has no name twice, and only prefectures that there are', () => {
    const { older, letters } = siteRecords();
    expect(Object.keys(older)).toHaveLength(47);
    for (const names of Object.values(older)) expect(new Set(names).size).toBe(names.length);
    for (const [other, letter] of Object.entries(letters)) expect(other).not.toBe(letter);
  });
});
