import { describe, expect, it } from 'vitest';
import { manifest, spotterMatches } from '../../../scripts/manifest.ts';
import { copyPatterns } from '../../../lib/sites/patterns.ts';
import { siteRecords } from '../../../scripts/data/sites.ts';
import { portalRecords, readMunicipalities, readPortals, registerRecords } from '../../../scripts/data/register.ts';

const HEAD = 'code,prefecture,name,kana,host,path,siblings';
const portal = (
  hosts: string,
  rest = "  sources: []\n  note: named elsewhere\n  confidence: medium\n  checked: '2026-11-24'",
) => `- id: a\n  ja: あ\n  en: A\n  operator: あ\n  hosts:\n    - ${hosts}\n${rest}\n`;

describe('the table of local governments', () => {
  it('has every local government with a host, and both cities called 府中市', () => {
    const records = registerRecords(false);
    expect(records).toHaveLength(1_963);
    expect(records.filter(({ name, prefecture }) => name === prefecture)).toHaveLength(47);
    expect(records.filter(({ name }) => name === '府中市').map(({ prefecture }) => prefecture)).toEqual([
      '東京都',
      '広島県',
    ]);
    expect(records.filter(({ sample }) => sample)).toEqual([]);
  });

  it.each([
    ['010007,北海道,札幌市,さっぽろし,www.a.jp,/,', 'm.csv:2: code "010007" is not a code', 'the check digit is wrong'],
    ['011002,北海道,札幌市,さっぽろし,*.lg.jp,/,', 'm.csv:2: host "*.lg.jp" is not an exact host', 'a wildcard'],
    ['011002,北海道,札幌市,サッポロ,www.a.jp,/,', 'm.csv:2: kana "サッポロ" is not', 'katakana'],
    ['011002,北海道,札幌市,さっぽろし,www.a.jp,x,', 'm.csv:2: path "x" is not a path', 'no slash'],
    [
      '011002,北海道,札幌市,さっぽろし,www.a.jp,/,https://b.jp',
      'm.csv:2: siblings "https://b.jp" is not',
      'a sibling with a scheme',
    ],
    ['011002,北海道,札幌市,さっぽろし,www.a.jp,/', 'm.csv:2: 6 cells', 'a cell is missing'],
    ['011002,北海道,札幌市 北区,さっぽろし,www.a.jp,/,', 'm.csv:2: name and reading', 'a reading that is too short'],
    [
      '011002,北海道,札幌市,さっぽろし,www.a.jp,/,\n011011,北海道,北市,きたし,www.a.jp,/,',
      'm.csv:3: address www.a.jp/ stands in line 2 too',
      'two bodies on one address',
    ],
  ])('refuses %s', (rows, problem) => {
    expect(() => readMunicipalities(`${HEAD}\n${rows}\n`, 'm.csv')).toThrow(problem);
  });

  it('names its columns', () => {
    expect(() => readMunicipalities('code,name\n', 'm.csv')).toThrow('m.csv:1: the columns are "code,name"');
  });
});

describe('the portals', () => {
  it.each([
    [
      portal('{ host: www.a.com, guide: covered }'),
      'p.yaml:6: hosts.0 only hosts under go.jp',
      'not a government host',
    ],
    [portal('{ host: "*.go.jp", guide: covered }'), 'p.yaml:6: hosts.0.host is not an exact host', 'a wildcard'],
    [
      portal('{ host: www.a.go.jp, guide: silent }'),
      'p.yaml:6: hosts.0 a silent host, and only',
      'silent without a reason',
    ],
    [
      portal('{ host: www.a.go.jp, guide: none, allow: [/] }'),
      'p.yaml:6: hosts.0 only a covered host',
      'nothing to allow',
    ],
    [
      portal('{ host: www.a.go.jp, guide: covered }', "  sources: []\n  confidence: high\n  checked: '2026-11-24'"),
      'p.yaml:1: record a portal without a source',
      'sure without a source',
    ],
    [
      portal('{ host: www.a.go.jp, guide: none }') +
        portal('{ host: www.a.go.jp, guide: none }').replace('id: a', 'id: b'),
      'p.yaml:11: www.a.go.jp belongs to "a" already',
      'one host twice',
    ],
    ['a: b\n', 'p.yaml:1: is not a list', 'no list'],
  ])('refuses %j: %s', (text, problem) => {
    expect(() => readPortals(text, 'p.yaml')).toThrow(problem);
  });

  it('never cover a host on which silence is promised', () => {
    const silent = new Set(portalRecords().flatMap((record) => record.silent));
    expect(silent.has('www.keisan.nta.go.jp')).toBe(true);
    expect(
      portalRecords()
        .flatMap(({ covered }) => covered)
        .filter((host) => silent.has(host)),
    ).toEqual([]);
  });
});

describe('the manifest', () => {
  const flavour = { dayOverride: false, rootMode: 'closed', buildDay: '2026-11-24', samples: false } as const;
  const release = { ...flavour, name: 'release' } as const;
  const demo = { ...flavour, name: 'demo', samples: true } as const;

  it.each(['chrome', 'firefox'])('asks %s for exactly what the docs argue', (browser) => {
    const made = manifest(browser, release);
    expect(made.permissions).toEqual(['storage', 'alarms', 'notifications', 'scripting', 'activeTab']);
    expect(made.optional_permissions).toBeUndefined();
    expect(made.web_accessible_resources).toBeUndefined();
    expect(made.host_permissions).toEqual(spotterMatches(release));
    expect(made.host_permissions?.length).toBeLessThanOrEqual(42);
    expect(
      made.host_permissions?.filter((pattern) => !/^(\*|https):\/\/[a-z0-9.-]+\.go\.jp\/\*$/.test(pattern)),
    ).toEqual([]);
  });

  it('lists only a few optional patterns, and they reach every public body and the translated copies', () => {
    const [wide, ...others] = manifest('chrome', release).optional_host_permissions ?? [];
    expect(wide).toBe('*://*.jp/*');
    expect(others.length).toBeLessThan(30);
    const out = registerRecords(false).filter(({ host }) => !host.endsWith('.jp') && !others.includes(`*://${host}/*`));
    expect(out).toEqual([]);
    expect(others).toEqual(expect.arrayContaining(copyPatterns(siteRecords().copies)));
    expect(others.filter((pattern) => pattern.includes('*.'))).toEqual(copyPatterns(siteRecords().copies));
  });

  it('knows the samples in demonstration and tests only, and grants one of the two', () => {
    expect(JSON.stringify(manifest('chrome', release))).not.toContain('example.jp');
    expect(spotterMatches(demo)).toContain('*://www.city.mihon.example.jp/*');
    expect(spotterMatches(demo)).not.toContain('*://www.city.tonari.example.jp/*');
  });
});
