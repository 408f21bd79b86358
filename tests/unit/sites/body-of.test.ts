import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../../lib/sites/body-of.ts';
import publicPages from '../../../.data/public-pages.json';
import { siteAllowed } from '../../../lib/sites/allowed.ts';
import { isPublicPage } from '../../../lib/sites/public-pages.ts';
import { portalRecords, registerRecords } from '../../../scripts/data/register.ts';

const register = registerRecords(true);
const portals = portalRecords();
const whose = (address: string): string | undefined => {
  const body = bodyOf(address, register, portals);
  if (!body) return undefined;
  return body.kind === 'portal' ? `portal ${body.record.id}` : `${body.kind} ${body.record.name}`;
};

describe('whose site an address is on', () => {
  it.each<[string, string | undefined, string]>([
    ['https://www.city.yokohama.lg.jp/', 'municipality 横浜市', 'the city'],
    ['https://www.city.yokohama.lg.jp/kohoku/kurashi/', 'municipality 横浜市 港北区', 'a ward lives under a path'],
    ['https://www.city.yokohama.lg.jp/kohokuX/', 'municipality 横浜市', 'paths end at a slash'],
    ['https://www.city.shizuoka.lg.jp/aoi.html', 'municipality 静岡市 葵区', 'a ward that is one page'],
    ['https://www.city.shizuoka.lg.jp/aoi.html/x', 'municipality 静岡市', 'and only that page'],
    [
      'https://translate-ko.city.yokohama.lg.jp/kohoku/',
      'municipality 横浜市',
      'a sibling host is the city’s as a whole',
    ],
    ['http://city.aichi-miyoshi.lg.jp/a.html', 'municipality みよし市', 'the host without www'],
    ['https://WWW.CITY.Fuchu.Tokyo.JP./x?y#z', 'municipality 府中市', 'capitals and the dot of a full name'],
    ['https://www.pref.hokkaido.lg.jp/', 'municipality 北海道', 'a prefecture'],
    ['https://www.city.mihon.example.jp/shimin/', 'sample みほん市', 'does not exist'],
    ['https://www.moj.go.jp/isa/', 'portal isa', 'a portal'],
    ['https://www.keisan.nta.go.jp/x', 'portal etax', 'also where we are silent'],
    [
      'https://www.city.kumamoto.jp.e.fm.hp.transer.com/a',
      undefined,
      'a translation proxy that begins with a real name',
    ],
    ['https://city.yokohama.lg.jp.example.com/', undefined, 'a longer host'],
    ['https://evil.www.city.yokohama.lg.jp/', undefined, 'a label before it'],
    ['https://www.city.yokohama.lg.jp@example.com/', undefined, 'the name as a user name'],
    ['https://example.com/https://www.city.yokohama.lg.jp/', undefined, 'the name in the path'],
    ['https://lg.jp/', undefined, 'a suffix'],
    ['ftp://www.city.yokohama.lg.jp/', undefined, 'not the web'],
    ['file:///www.city.yokohama.lg.jp/', undefined, 'a file'],
    ['not an address', undefined, 'no address'],
  ])('%s: %s (%s)', (address, expected) => {
    expect(whose(address)).toBe(expected);
  });

  it('knows the samples only in builds that have them', () => {
    expect(bodyOf('https://www.city.mihon.example.jp/', registerRecords(false), portals)).toBeUndefined();
  });

  it('gives every body back for its own address', () => {
    const lost = register.filter(({ host, path, name }) => {
      const body = bodyOf(`https://${host}${path}`, register, portals);
      return body?.kind === 'portal' || body?.record.name !== name;
    });
    expect(lost).toEqual([]);
  });
});

describe('where we may run', () => {
  it.each([
    ['https://myna.go.jp/', true, 'its start page'],
    ['https://myna.go.jp/#main', true, 'a place in it'],
    ['https://myna.go.jp/?screen=mypage', false, 'a query may be a screen'],
    ['https://myna.go.jp/#/mypage', false, 'a fragment may be a route'],
    ['https://myna.go.jp/#!/mypage', false, 'in the older way too'],
    ['https://myna.go.jp//', false, 'another path'],
    ['https://www.myna.go.jp/', false, 'a host below it that we do not know'],
    ['https://www.app.oss.myna.go.jp/', false, 'and below one where we are silent'],
    ['https://faq.myna.go.jp/faq/show/1?category_id=5', true, 'one that we know, without a log-in'],
    ['https://notmyna.go.jp/', true, 'a longer name is another host'],
    ['https://myna.go.jp/html/help.html', true, 'a page that is listed'],
    ['https://myna.go.jp/html/help.html/x', false, 'and not below it'],
    ['https://myna.go.jp/SCK0101_03_001/SCK0101_03_001_Init.form', false, 'the log-in'],
    ['https://www.hellowork.mhlw.go.jp/help/question02.html', true, 'a folder that is listed'],
    ['https://www.hellowork.mhlw.go.jp/help/../kensaku/GECA110010.do', false, 'a way around'],
    ['https://www.hellowork.mhlw.go.jp/help/question02.html;jsessionid=1', false, 'a session'],
    ['https://www.hellowork.mhlw.go.jp/kensaku/GECA110010.do', false, 'its application'],
    ['https://www.keisan.nta.go.jp/', false, 'silence is promised'],
    ['https://login.e-tax.nta.go.jp/login/reception/loginIndividual', false, 'a log-in on a host of its own'],
    ['https://www.e-tax.nta.go.jp/toiawase/qa/yokuaru01/09.htm', true, 'its public pages'],
    ['https://img.myna.go.jp/manual/', false, 'images and downloads'],
    ['https://www.nta.go.jp/taxes/', true, 'a portal without a log-in'],
    ['https://www.city.yokohama.lg.jp/', true, 'a municipality'],
    ['https://example.com/', true, 'anywhere else the person’s click decides'],
    ['chrome://extensions', false, 'not the web'],
    ['', false, 'nothing'],
  ])('%s: %s (%s)', (address, expected) => {
    expect(siteAllowed(address, portals)).toBe(expected);
  });

  it('the spotter knows the same public pages, without the table of portals', () => {
    for (const { allow, covered } of portals)
      for (const host of covered)
        for (const path of [...(allow[host] ?? []), '/', '/login', '/#/mypage', '/?screen=1']) {
          const address = `https://${host}${path}`;
          expect(isPublicPage(new URL(address), publicPages), address).toBe(siteAllowed(address, portals));
        }
  });
});
