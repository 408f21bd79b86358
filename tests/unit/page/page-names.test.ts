import { describe, expect, it } from 'vitest';
import gate from '../../../.data/gate.json';
import rules from '../../../.data/recognise.json';
import { passesGate } from '../../../lib/page/gate.ts';
import type { PageFacts } from '../../../lib/page/page-facts.ts';
import { recognise } from '../../../lib/page/recognise.ts';
import { inJapanese } from '../../fixtures/in-japanese.ts';
import { OTHER_NAMES, PAGE_NAMES } from '../../fixtures/page-names.ts';

const named = (name: string): PageFacts => ({
  url: 'https://www.city.mihon.example.jp/soshiki/1/2.html',
  title: `${name} | みほん市`,
  heading: name,
  crumbs: ['トップページ', '市民課', name],
  headings: [],
  sample: '',
  lang: '',
});
const found = (name: string) => recognise(named(name), rules, inJapanese).procedures.map(({ procedure }) => procedure);

describe('a page with no more than its name', () => {
  it.each(Object.entries(PAGE_NAMES).flatMap(([procedure, names]) => names.map((name) => [procedure, name] as const)))(
    '%s: %s',
    (procedure, name) => {
      expect(found(name)[0]).toBe(procedure);
      expect(passesGate(gate, named(name))).toBe(true);
    },
  );

  it.each(OTHER_NAMES)('about something else: %s', (name) => {
    expect(found(name)).toEqual([]);
  });
});

describe('a page for other readers', () => {
  it.each([
    ['in a library', 'https://lib.city.mihon.example.jp/card', '住所変更の手続き'],
    ['of a council', 'https://www.city.mihon.example.jp/gikai/r7/1.html', 'マイナンバーカードの更新'],
    ['for bidders', 'https://www.k-nyusatsu.city.mihon.example.jp/1.html', '電子証明書の更新'],
    ['of those who issue the cards', 'https://www.city.mihon.example.jp/1.html', 'マイナンバーカード交付事務取扱要綱'],
  ])('%s', (_where, url, name) => {
    expect(recognise({ ...named(name), url }, rules, inJapanese).procedures).toEqual([]);
  });
});
