import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, readLines, savedPage, type Row } from '../../../../scripts/recognise/rows.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recognise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const row = (more: Partial<Row>): Row => ({
  url: 'https://www.city.mihon.example.jp/1.html',
  title: '',
  breadcrumb: [],
  headings: [],
  terms: [],
  labels: [],
  lang: '',
  ...more,
});

describe('the facts of a row', () => {
  it('are those of the page: the main heading is the one that the title names', () => {
    expect(
      factsOf(
        row({
          url: 'https://www.city.mihon.example.jp/1.html#top',
          title: '転入届｜みほん市',
          breadcrumb: ['トップ', 'くらし'],
          headings: ['みほん市', '転入届', '必要なもの'],
          terms: ['14日以内', '在留カード'],
          lang: 'ja',
        }),
      ),
    ).toEqual({
      url: 'https://www.city.mihon.example.jp/1.html',
      title: '転入届｜みほん市',
      heading: '転入届',
      crumbs: ['トップ', 'くらし'],
      headings: ['必要なもの'],
      sample: '14日以内\n在留カード',
      lang: 'ja',
    });
  });

  it('have all headings where none is the main one', () => {
    const { heading, headings } = factsOf(row({ title: 'お知らせ', headings: ['転入届', '必要なもの'] }));
    expect({ heading, headings }).toEqual({ heading: '', headings: ['転入届', '必要なもの'] });
  });

  it('are cut to what is read of a page', () => {
    const long = '転'.repeat(1_000_000);
    const facts = factsOf(
      row({ title: long, headings: Array(900).fill('x'), breadcrumb: Array(50).fill(long), terms: [long], lang: long }),
    );
    expect(facts.title.length).toBe(300);
    expect(facts.headings.length).toBe(40);
    expect(facts.crumbs.length).toBe(6);
    expect(facts.sample.length).toBe(4000);
    expect(facts.lang.length).toBe(40);
  });
});

describe('a file of rows', () => {
  it('gives each line, or what is wrong with it and where', () => {
    const file = join(folder, 'rows.jsonl');
    writeFileSync(
      file,
      ['\ufeff{"url":"a","html":"x/y.html"}', '', '{broken', '{"title":"転入届"}', '{"url":"b","title":null}'].join(
        '\n',
      ),
    );
    expect(readLines(file)).toEqual([
      { place: `${file}:1`, row: { ...row({ url: 'a' }), html: join(folder, 'x/y.html') } },
      { place: `${file}:3`, fault: 'this is no JSON' },
      { place: `${file}:4`, fault: expect.stringContaining('url') },
      { place: `${file}:5`, row: row({ url: 'b' }) },
    ]);
  });

  it('may name a page that is not there', () => {
    expect(savedPage(join(folder, 'none.html')).length).toBe(0);
    expect(savedPage(folder).length).toBe(0);
  });
});
