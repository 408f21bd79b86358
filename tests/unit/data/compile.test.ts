import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reference, SourceRecords } from '../../../lib/knowledge/compiled.ts';
import { withReadings } from '../../../lib/knowledge/localise.ts';
import { createPackaged } from '../../../lib/knowledge/packaged.ts';
import { passesGate } from '../../../lib/page/gate.ts';
import { packagedFiles } from '../../../scripts/data/compile.ts';
import { gateOf, recogniseRule } from '../../../scripts/data/gate.ts';
import { loadData, readFiles } from '../../../scripts/data/load.ts';
import { factRecord, recordsSaidBy } from '../../../scripts/data/packaged-records.ts';
import { phraseIn, readingsOf, withoutReadings } from '../../../scripts/data/sentences-of-language.ts';

let files: ReadonlyMap<string, string>;
beforeAll(() => {
  files = new Map(packagedFiles({ samples: false }).map(({ relativeDest, contents }) => [relativeDest, contents]));
});
const packaged = createPackaged(async (path) => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not packaged`);
  return text;
});
function read<T>(path: string): T {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is not packaged`);
  return JSON.parse(text);
}

describe('packaged files', () => {
  it.each(['en', 'ja', 'ja-easy'])('say in %s, read back, word for word what the records say', async (id) => {
    const data = loadData();
    const language = data.languages.get(id);
    if (!language) throw new Error('the data changed');
    const said = recordsSaidBy(phraseIn(language), data);
    for (const { value } of data.procedures.values())
      expect(await packaged.guide(id, value.id)).toEqual(JSON.parse(JSON.stringify(said.guide(value))));
    expect(await packaged.terms(id)).toEqual(said.terms());
    expect(await packaged.factTexts(id)).toEqual(said.facts());
    expect(await packaged.benefits(id)).toEqual(said.benefits());
    expect(await packaged.truth(id)).toEqual(said.truth());
    expect(await packaged.interface(id)).toEqual(said.interface());
  });

  it('are there for every language and procedure, and packaged once for all where no words are', async () => {
    const languages = packaged.languages;
    expect(languages.map(({ id, furigana }) => [id, furigana])).toEqual([
      ['en', false],
      ['ja', false],
      ['ja-easy', true],
    ]);
    const procedures = [...loadData().procedures.keys()];
    expect(procedures).toContain('foreign-extend');
    for (const { id, furigana } of languages) {
      for (const name of ['guides', 'reference', 'benefits', 'interface'])
        expect(files.has(`knowledge/${id}/${name}.json`), `${id}/${name}`).toBe(true);
      expect(files.has(`knowledge/${id}/readings.json`), id).toBe(furigana);
    }
    const once = ['sources', 'register', 'benefits', 'reference'];
    for (const name of [...once, ...procedures.map((id) => `guides/${id}`)])
      expect(files.has(`knowledge/${name}.json`), name).toBe(true);
  });

  it('stay within 100 kB gzip a language, and the texts of our own buttons and labels within 20', () => {
    for (const language of ['en', 'ja', 'ja-easy']) {
      const labels = `knowledge/${language}/interface.json`;
      const size = (path: string): number => gzipSync(files.get(path) ?? '').length;
      const own = [...files.keys()].filter((path) => path.startsWith(`knowledge/${language}/`) && path !== labels);
      expect(own.reduce((sum, path) => sum + size(path), 0)).toBeLessThan(100_000);
      expect(size(labels)).toBeLessThan(20_000);
    }
  });

  it('say everything in their language', async () => {
    const guide = await packaged.guide('ja-easy', 'foreign-extend');
    expect(guide.title.text).toMatch(/｜[^《｜]+《[ぁ-ん]+》/);
    expect(guide.by).toMatchObject({
      deadlines: expect.arrayContaining(['card-extension']),
      text: expect.stringContaining('{deadline.last}'),
      otherwise: expect.any(String),
    });
    expect(guide.facts).toEqual(
      expect.arrayContaining(['foreign-lapse-fee', 'change-14-days', 'bank-account-freeze-stay-end']),
    );
    expect(guide.related.map(({ id }) => id)).toContain('cert-renew');
  });

  it('leave out what is not certain enough to be shown', async () => {
    const facts = packaged.facts;
    expect(loadData().facts.get('card-validity-renewed-card')?.value.confidence).toBe('low');
    expect(facts['card-validity-renewed-card']).toBeUndefined();
    expect(Object.keys(read<object>('knowledge/sources.json'))).not.toContain('facts/card-validity-renewed-card');
    expect(Object.keys(read<Reference>('knowledge/reference.json').facts)).not.toContain('card-validity-renewed-card');
  });

  it('offer no link to what is only evidence', () => {
    const sources = read<SourceRecords>('knowledge/sources.json');
    const pin = loadData()
      .terms.get('pin')
      ?.value.sources.find((source) => source.evidence_only);
    expect(pin).toBeDefined();
    expect(sources['terms/pin']?.find(({ publisher }) => publisher === pin?.publisher)?.url).toBeNull();
  });

  it('hold the browser’s own texts in English and Japanese', () => {
    expect(read<object>('_locales/en/messages.json')).toMatchObject({
      name: { message: 'Madoguchi 窓口' },
      description: { message: expect.stringContaining('Unofficial') },
    });
    expect(read<object>('_locales/ja/messages.json')).toMatchObject({
      description: { message: expect.stringContaining('非公式') },
    });
  });

  it('know the sample town only where samples are wanted', () => {
    const withSamples = packagedFiles({ samples: true }).find(
      ({ relativeDest }) => relativeDest === 'knowledge/register.json',
    );
    expect(withSamples?.contents).toContain('www.city.mihon.example.jp');
    expect(files.get('knowledge/register.json')).not.toContain('example.jp');
  });

  it('fall back to the English of a sentence that a language does not have yet', () => {
    const all = readFiles();
    const name = 'languages/ja/procedures.yaml';
    const data = loadData(new Map([...all, [name, (all.get(name) ?? '').replace(/^foreign-extend\.title:.*\n/m, '')]]));
    const guide = data.procedures.get('foreign-extend')?.value;
    const japanese = data.languages.get('ja');
    if (!guide || !japanese) throw new Error('the data changed');
    expect(recordsSaidBy(phraseIn(japanese), data).guide(guide)).toMatchObject({
      title: { text: guide.title.en },
      about: { text: expect.stringMatching(/[ぁ-ん]/) },
    });
  });
});

describe('furigana that always read alike', () => {
  const sentences = [
    '｜明日《あした》 ｜行《い》きます',
    '｜明日《あす》の ｜日《ひ》',
    '｜日《ひ》と ｜日本《にほん》',
  ];
  it('are taken out and put back', () => {
    const readings = readingsOf(sentences);
    expect(readings).toEqual({ 行: 'い', 日: 'ひ', 日本: 'にほん' });
    const short = sentences.map((one) => withoutReadings(one, readings));
    expect(short).toEqual(['｜明日《あした》 ｜行｜きます', '｜明日《あす》の ｜日｜', '｜日｜と ｜日本｜']);
    expect(short.map((one) => withReadings(one, readings))).toEqual(sentences);
  });
});

describe('since when a fact is known', () => {
  const source = { publisher: 'p', url: 'https://example.jp/', says: 's' };
  const rows: readonly [why: string, sources: { page_date: string | null; checked: string }[], known: string][] = [
    ['an undated page: since it was read', [{ page_date: null, checked: '2026-11-24' }], '2026-11-24'],
    ['a dated page: since its day', [{ page_date: '2025-02-21', checked: '2026-11-24' }], '2025-02-21'],
    [
      'the oldest of several',
      [
        { page_date: null, checked: '2026-11-24' },
        { page_date: '2024-09-30', checked: '2026-11-23' },
      ],
      '2024-09-30',
    ],
    ['a month: since its end', [{ page_date: '2024-02', checked: '2026-11-24' }], '2024-02-29'],
    ['a year: since its end', [{ page_date: '2023', checked: '2026-11-24' }], '2023-12-31'],
    ['never later than it was read', [{ page_date: '2026', checked: '2026-11-24' }], '2026-11-24'],
  ];
  it.each(rows)('%s', (_why, sources, known) => {
    const record = factRecord({
      id: 'f',
      topic: 't',
      statement: { en: 's' },
      unit: 'none',
      periods: [{ from: null, until: null, value: null }],
      applies_to: 'all',
      confidence: 'high',
      checked: '2026-11-24',
      sources: sources.map((dates) => ({ ...source, ...dates })),
    });
    expect(record.knownFrom).toBe(known);
  });
});

describe('gate', () => {
  const rules = [...loadData().procedures.values()].map(({ value }) => recogniseRule(value));
  const gate = gateOf(rules);

  it('opens for every topic group of every procedure', () => {
    for (const { topic } of rules) {
      for (const group of topic) {
        expect(passesGate(gate, { title: group.join(' '), heading: '', crumbs: [], lang: '' }), group.join()).toBe(
          true,
        );
      }
    }
  });

  it.each(['加入の手続き', '任意加入制度', 'こんなときは届け出を', '戸籍に関する届出', '届出・証明の窓口案内'])(
    'opens for %s, of which the headings decide',
    (title) => {
      expect(passesGate(gate, { title, heading: '', crumbs: [], lang: '' })).toBe(true);
    },
  );

  it('has fewer words than there are groups, and none that another makes needless', () => {
    expect(gate.words.length).toBeLessThan(rules.flatMap(({ topic }) => topic).length / 2);
    for (const word of gate.words) expect(gate.words.filter((other) => word.includes(other))).toEqual([word]);
  });

  it('stays shut for pages about something else', () => {
    const frame = {
      title: '粗大ごみの出し方 | ごみ・リサイクル',
      heading: '粗大ごみの出し方',
      crumbs: ['くらし', 'ごみ'],
      lang: 'ja',
    };
    expect(passesGate(gate, frame)).toBe(false);
  });
});
