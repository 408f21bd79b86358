import { describe, expect, it, vi } from 'vitest';
import { createPackaged } from '../../../lib/knowledge/packaged.ts';
import { packagedPath } from '../../../lib/knowledge/packaged-path.ts';
import { packaged, readCompiled } from './compiled.ts';

describe('the reader of packaged files', () => {
  it('reads a file once, also when asked twice at the same moment', async () => {
    const fetchText = vi.fn(async () => '{"a":1}');
    const reader = createPackaged(fetchText);
    await Promise.all([reader.sources(), reader.sources()]);
    await reader.sources();
    expect(fetchText.mock.calls).toEqual([['knowledge/sources.json']]);
  });

  it('keeps languages apart', async () => {
    const files: Record<string, unknown> = {
      'guides/move-in': { title: { text: '1', otherwise: '0' }, start: [{ url: '1' }] },
      'en/guides': { 'move-in': ['Move', 'Move in'] },
      'ja-easy/guides': { 'move-in': ['｜引《ひ》っ｜越｜し', '｜住所｜'] },
      'ja-easy/readings': { 越: 'こ', 住所: 'じゅうしょ' },
    };
    const reader = createPackaged(async (path) =>
      JSON.stringify(files[path.slice('knowledge/'.length, -'.json'.length)]),
    );
    expect(await reader.guide('ja-easy', 'move-in')).toEqual({
      title: { text: '｜住所《じゅうしょ》', otherwise: '｜引《ひ》っ｜越《こ》し' },
      start: [{ url: '1' }],
    });
    expect(await reader.guide('en', 'move-in')).toMatchObject({ title: { text: 'Move in', otherwise: 'Move' } });
  });

  it('tries again after a failure', async () => {
    const fetchText = vi.fn(async () => '[]').mockRejectedValueOnce(new Error('gone'));
    const reader = createPackaged(fetchText);
    await expect(reader.register()).rejects.toThrow('gone');
    await expect(reader.register()).resolves.toEqual([]);
  });

  it('lists the titles of all guides without reading one of them', async () => {
    const asked: string[] = [];
    const reader = createPackaged((path) => {
      asked.push(path);
      return readCompiled(path);
    });
    for (const language of ['en', 'ja-easy']) {
      const titles = await reader.titles(language);
      expect(titles.length).toBeGreaterThan(30);
      for (const { id, title, ended } of titles) {
        const guide = await packaged.guide(language, id);
        expect({ title, ended }).toEqual({ title: guide.title, ended: guide.ended !== undefined });
      }
    }
    expect(asked.filter((path) => path.startsWith('knowledge/guides/'))).toEqual([]);
    expect(asked.toSorted()).toEqual([
      'knowledge/en/guides.json',
      'knowledge/ja-easy/guides.json',
      'knowledge/ja-easy/readings.json',
      'knowledge/titles.json',
    ]);
  });

  it('finds everything in what is compiled', async () => {
    const all = await Promise.all([
      packaged.facts,
      packaged.sources(),
      packaged.wrongWords(),
      packaged.languages,
      packaged.register(),
      packaged.portals,
      packaged.sites,
      packaged.terms('ja'),
      packaged.benefits('ja'),
      packaged.factTexts('ja'),
      packaged.interface('ja'),
      packaged.guide('ja', 'move-in'),
    ]);
    for (const one of all) expect(Object.keys(one).length).toBeGreaterThan(2);
    await expect(packaged.guide('ja', 'no-such-thing')).rejects.toThrow('not packaged');
  });
});

describe('paths inside the package', () => {
  it.each(['knowledge/sources.json', 'knowledge/ja-easy/guides/foreign-extend.json', '_locales/en/messages.json'])(
    '%s is one',
    (path) => {
      expect(packagedPath(path)).toBe(path);
    },
  );
  it.each([
    '',
    '/facts.json',
    '//example.com/x',
    'https://example.com/x',
    'data:text/plain,x',
    '../x.json',
    'knowledge/../../x',
    'knowledge/..',
    'knowledge//facts.json',
    'facts.json?x=1',
    'facts.json#x',
    'a b.json',
    'knowledge\\facts.json',
    'knowledge/%2e%2e/x',
    'facts.json\n',
  ])('%j is none', (path) => {
    expect(() => packagedPath(path)).toThrow('is not a path inside the package');
  });
});
