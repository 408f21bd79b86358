import { describe, expect, it } from 'vitest';
import {
  choosablePatterns,
  copyPatterns,
  covers,
  installPatterns,
  patternsOf,
  prefecturePatterns,
} from '../../../lib/sites/patterns.ts';
import {
  allPlace,
  copiesPlace,
  copiesState,
  missingAccess,
  patternsToDrop,
  placeById,
  placeOf,
  prefecturePlace,
  withheldAccess,
} from '../../../lib/sites/places.ts';
import { portalRecords, registerRecords } from '../../../scripts/data/register.ts';
import { siteRecords } from '../../../scripts/data/sites.ts';

const register = registerRecords(true);
const sites = siteRecords();
const tables = { register, sites };
const body = (name: string, prefecture?: string) => {
  const record = register.find((each) => each.name === name && (!prefecture || each.prefecture === prefecture));
  if (!record) throw new Error(`No ${name}`);
  return record;
};
const YOKOHAMA = [
  '*://www.city.yokohama.lg.jp/*',
  '*://en.city.yokohama.lg.jp/*',
  '*://vi.city.yokohama.lg.jp/*',
  '*://translate-en.city.yokohama.lg.jp/*',
  '*://translate-ko.city.yokohama.lg.jp/*',
  '*://translate-zht.city.yokohama.lg.jp/*',
];

describe('patterns', () => {
  it('of a city are its host and its siblings, and of a ward those of its city', () => {
    expect(patternsOf(body('横浜市'))).toEqual(YOKOHAMA);
    expect(patternsOf(body('横浜市 港北区'))).toEqual(YOKOHAMA);
  });

  it('of a prefecture are its office and everything in it, each host once', () => {
    const patterns = prefecturePatterns('神奈川県', register);
    expect(patterns).toContain('*://www.pref.kanagawa.jp/*');
    expect(patterns).toContain('*://www.city.yokosuka.kanagawa.jp/*');
    expect(patterns).not.toContain('*://www.city.fuchu.tokyo.jp/*');
    expect(patterns).toEqual(expect.arrayContaining(YOKOHAMA));
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(prefecturePatterns('江戸府', register)).toEqual([]);
  });

  it('never reach over a suffix: whatever is a public body’s is an exact host', () => {
    const all = [...allPlace(register).patterns, ...installPatterns(portalRecords())];
    expect(all.length).toBeGreaterThan(1_800);
    expect(all.filter((pattern) => !/^(\*|https):\/\/([a-z0-9-]+\.)+[a-z]+\/\*$/.test(pattern))).toEqual([]);
  });

  it.each([
    [['*://a.jp/*'], '*://a.jp/*', true, 'the same'],
    [['https://a.jp/*'], '*://a.jp/*', false, 'http is missing'],
    [['https://a.jp/*', 'http://a.jp/*'], '*://a.jp/*', true, 'both schemes one by one'],
    [['<all_urls>'], '*://a.jp/*', true, 'everything'],
    [['*://*/*'], '*://a.jp/*', true, 'everything on the web'],
    [['*://*.jp/*'], '*://www.city.a.lg.jp/*', true, 'a wider suffix'],
    [['*://*.city.a.lg.jp/*'], '*://city.a.lg.jp/*', true, 'a wildcard takes the bare name in'],
    [['*://*.city.a.lg.jp/*'], '*://xcity.a.lg.jp/*', false, 'labels are compared whole'],
    [['*://a.jp/*'], '*://www.a.jp/*', false, 'a host is not its subdomains'],
    [[], '*://a.jp/*', false, 'nothing is granted'],
  ])('%j reaches %s: %s (%s)', (granted, pattern, expected) => {
    expect(covers(granted, pattern)).toBe(expected);
  });
});

describe('chosen places', () => {
  it('are found again by their id', () => {
    const fuchu = placeOf(body('府中市', '広島県'));
    const prefecture = prefecturePlace(body('府中市', '広島県'), register);
    expect(placeById(fuchu.id, tables)).toEqual(fuchu);
    expect(prefecture?.id).toBe('prefecture:34');
    expect(placeById('prefecture:34', tables)).toEqual(prefecture);
    expect(placeById('all', tables)?.kind).toBe('all');
    expect(placeById('copies', tables)).toEqual(copiesPlace(sites));
  });

  it.each(['000000', 'prefecture:99', 'prefecture:', 'prefecture:0', '', 'prefecture:3420'])('%j is not one', (id) => {
    expect(placeById(id, tables)).toBeUndefined();
  });

  it('whose access was withdrawn are named, the others are not', () => {
    const fuchu = placeOf(body('府中市', '東京都'));
    const yokohama = placeOf(body('横浜市'));
    const missing = (granted: string[]) =>
      missingAccess([fuchu.id, yokohama.id, '000000'], tables, granted).map(({ id }) => id);
    expect(missing([...fuchu.patterns, ...yokohama.patterns])).toEqual([]);
    expect(missing([...fuchu.patterns, ...yokohama.patterns.slice(1)])).toEqual([yokohama.id]);
    expect(missing(['*://*.jp/*'])).toEqual([]);
    expect(missing([])).toEqual([fuchu.id, yokohama.id]);
  });

  it('are one thing, and what the install granted another: either can be withdrawn', () => {
    const required = ['https://a.go.jp/*', '*://b.go.jp/*'];
    expect(withheldAccess(required, required)).toEqual([]);
    expect(withheldAccess(required, ['https://a.go.jp/*', 'https://b.go.jp/*'])).toEqual(['*://b.go.jp/*']);
  });

  it('that move to a new host are missing until it is allowed', () => {
    const before = placeOf(body('横浜市'));
    const moved = register.map((r) => (r.code === before.id ? { ...r, host: 'www.city.yokohama.example.jp' } : r));
    expect(missingAccess([before.id], { register: moved, sites }, before.patterns).map(({ id }) => id)).toEqual([
      before.id,
    ]);
  });

  it('give back only what nothing else needs', () => {
    const ward = placeOf(body('横浜市 港北区'));
    const city = body('横浜市').code;
    expect(patternsToDrop(ward, [], tables, [])).toEqual(YOKOHAMA);
    expect(patternsToDrop(ward, [city], tables, [])).toEqual([]);
    const mihon = placeOf(body('みほん市'));
    expect(patternsToDrop(mihon, [], tables, mihon.patterns)).toEqual([]);
    const prefecture = prefecturePlace(body('横浜市'), register);
    expect(prefecture && patternsToDrop(prefecture, [city], tables, [])).not.toContain(YOKOHAMA[0]);
  });
});

describe('translated copies', () => {
  const place = copiesPlace(sites);

  it('are the services that have a name, each at and below its own domain', () => {
    expect(place.services.map(({ name, domain }) => `${name}: ${domain}`)).toEqual([
      'Google Translate: translate.goog',
      'transer: hp.transer.com',
      'J-SERVER: j-server.com',
      'translation-proxy: translation-proxy.com',
      '伝えるウェブ: tsutaeru.cloud',
    ]);
    expect(place.patterns).toEqual(place.services.map(({ domain }) => `*://*.${domain}/*`));
  });

  it('are no archive, no memory of a search engine, and nobody’s address alone', () => {
    expect(sites.copies.filter(({ name }) => name === null).flatMap(({ domains }) => domains)).toEqual([
      'translate.google.com',
      'webcache.googleusercontent.com',
      '40.74.122.252',
      'web.archive.org',
      'warp.ndl.go.jp',
      'warp.da.ndl.go.jp',
      'cache.yimg.jp',
    ]);
    expect(copyPatterns(sites.copies)).toHaveLength(place.services.length);
  });

  it('come with nothing else: neither a municipality nor all of them has them', () => {
    for (const pattern of place.patterns) expect(allPlace(register).patterns).not.toContain(pattern);
    expect(choosablePatterns(register, sites)).toEqual([...allPlace(register).patterns, ...place.patterns]);
  });

  it.each<[string, string[], string[], string]>([
    ['off', [], [], 'nothing is chosen'],
    ['off', ['all'], [...allPlace(register).patterns], 'all public bodies are something else'],
    ['on', ['copies'], [...place.patterns], 'chosen and granted'],
    ['on', [], [...place.patterns], 'granted in the browser’s own settings: that decides'],
    ['missing', ['copies'], [], 'withdrawn'],
    ['missing', ['copies'], place.patterns.slice(1), 'one of them withdrawn, or new with an update'],
    ['off', [], place.patterns.slice(1), 'a part that nobody chose here'],
  ])('are %s (%j)', (state, places, granted) => {
    expect(copiesState(place, places, granted)).toBe(state);
  });

  it('are missing when withdrawn, and give everything back when dropped', () => {
    expect(missingAccess(['copies'], tables, []).map(({ id }) => id)).toEqual(['copies']);
    expect(missingAccess(['copies'], tables, place.patterns)).toEqual([]);
    expect(patternsToDrop(place, ['all'], tables, [])).toEqual(place.patterns);
  });
});
