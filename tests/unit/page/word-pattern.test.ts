import { describe, expect, it } from 'vitest';
import { wordMatches, wordPattern } from '../../../lib/page/word-pattern.ts';

describe('a word in a text', () => {
  it.each([
    ['plain', { surfaces: ['転入届'] }, '転入届を出す', true],
    ['missing', { surfaces: ['転入届'] }, '転出届を出す', false],
    ['a variant', { surfaces: ['転入届', '転入の届出'] }, '転入の届出', true],
    ['full width', { surfaces: ['PIN'] }, 'ＰＩＮを入力', true],
    ['inside a Latin word', { surfaces: ['PIN'] }, 'SHOPPING', false],
    ['a surface is no pattern', { surfaces: ['初期化・再設定(無料)'] }, '初期化・再設定（無料）', true],
    ['context against it', { surfaces: ['発行'], unless: '再発行' }, '再発行する', false],
    ['once against, once not', { surfaces: ['発行'], unless: '再発行' }, '再発行と発行', true],
    ['against, beside it', { surfaces: ['発行'], unless: '再交付' }, '再交付と発行', true],
    [
      'against, found only from inside another find',
      { surfaces: ['異動届'], unless: '[^。]異動|所得者異動届' },
      '給与所得者異動届',
      false,
    ],
    ['needed and there', { surfaces: ['満了日'], needs: '在留' }, '満了日は在留カードに', true],
    ['needed and not there', { surfaces: ['満了日'], needs: '在留' }, '契約の満了日', false],
    ['an empty text', { surfaces: ['転入届'] }, '', false],
    ['no surface', { surfaces: [] }, '転入届', false],
  ])('%s', (_case, rule, text, expected) => {
    expect(wordMatches({ id: 'word', ...rule }, text)).toBe(expected);
  });
});

describe('several words', () => {
  const pattern = wordPattern([
    { id: 'stay', surfaces: ['在留期間'] },
    { id: 'stay-end', surfaces: ['在留期間満了日'] },
    { id: 'again', surfaces: ['在留期間'] },
  ]);

  it('are found longest first, in order, each place once', () => {
    const text = '在留期間満了日と在留期間';
    const first = pattern.next(text, 0);
    expect(first).toEqual({ id: 'stay-end', start: 0, end: 7 });
    expect(pattern.next(text, first?.end ?? 0)).toEqual({ id: 'stay', start: 8, end: 12 });
    expect(pattern.next(text, 12)).toBeUndefined();
  });

  it('may begin alike, or be part of each other', () => {
    const words = ['在', '在留', '在留カード', '留', 'カード交付', 'ード'].map((surface) => ({
      id: surface,
      surfaces: [surface],
    }));
    const all = (text: string): string[] => {
      const { next } = wordPattern(words);
      const ids: string[] = [];
      for (let match = next(text, 0); match; match = next(text, match.end)) ids.push(match.id);
      return ids;
    };
    expect(all('在留カー')).toEqual(['在留']);
    expect(all('在留カード交付')).toEqual(['在留カード']);
    expect(all('留在カードカード交付')).toEqual(['留', '在', 'ード', 'カード交付']);
  });

  it('of two words the longer Latin one wins only where it ends', () => {
    const { next } = wordPattern([
      { id: 'short', surfaces: ['e-Tax'] },
      { id: 'long', surfaces: ['e-Tax web'] },
    ]);
    expect(next('e-Tax webサイト', 0)?.id).toBe('long');
    expect(next('e-Tax website', 0)?.id).toBe('short');
    expect(next('he-Tax', 0)).toBeUndefined();
  });

  it('throw when the context of a word that is there is no regular expression', () => {
    expect(() => wordMatches({ id: 'word', surfaces: ['語'], unless: '(' }, '語')).toThrow(SyntaxError);
  });
});

describe('a wrong wording of a translation', () => {
  const wrong = { also: [] };
  it.each([
    ['in any case', 'resident card', 'Resident Card: a copy', true],
    ['of several', 'resident card', 'two resident cards', true],
    ['not of a longer word', 'resident card', 'a nonresident cardholder', false],
    ['not of a longer word with accents', 'nome popular', 'sobrenome popularíssimo', false],
    ['after an accent', 'cartão de residente', 'o cartão de residente', true],
    ['with a printer’s apostrophe', "resident's card", 'the resident’s card', true],
    ['over a line of the source', 'resident card', 'resident\n  card', true],
    ['in a script without word ends', '내 번호 카드', '내 번호 카드를 가지고', true],
  ])('%s', (_case, wording, text, expected) => {
    expect(wordMatches({ id: 'word', surfaces: [wording], wrong }, text)).toBe(expected);
  });

  it('stands beside Japanese words, names what it also stands for, and the longest wins', () => {
    const pattern = wordPattern([
      { id: 'residence-card', surfaces: ['在留カード', 'CARD'] },
      { id: 'resident-record', surfaces: ['resident card'], wrong: { also: ['residence-card'] } },
      { id: 'resident-record-copy', surfaces: ['copy of the resident card'], wrong },
    ]);
    const text = '在留カード: Copy of the Resident Card, resident card, card';
    const found = [];
    for (let match = pattern.next(text, 0); match; match = pattern.next(text, match.end)) {
      expect(pattern.fits(text, match)).toBe(true);
      found.push([match.id, text.slice(match.start, match.end), match.wrong?.also]);
    }
    expect(found).toEqual([
      ['residence-card', '在留カード', undefined],
      ['resident-record-copy', 'Copy of the Resident Card', []],
      ['resident-record', 'resident card', ['residence-card']],
    ]);
  });
});
