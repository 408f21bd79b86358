import { describe, expect, it } from 'vitest';
import { furiganaRuns, phrasesOf, withoutFurigana } from '../../../lib/knowledge/furigana.ts';
import { packaged } from './compiled.ts';

const TEXT =
  'カードの ｜期限《きげん》は 2026｜年《ねん》12｜月《がつ》です。「｜転居届《てんきょとどけ》」と ｜言《い》います。';

describe('furigana', () => {
  it('is cut into runs, and can be left out', () => {
    expect(furiganaRuns('｜引《ひ》っ｜越《こ》し')).toEqual([
      { text: '引', reading: 'ひ' },
      { text: 'っ', reading: null },
      { text: '越', reading: 'こ' },
      { text: 'し', reading: null },
    ]);
    expect(withoutFurigana('｜引《ひ》っ｜越《こ》し')).toBe('引っ越し');
  });
});

describe('phrases', () => {
  it('end at spaces and behind marks, and a mark stays with what it closes', () => {
    expect(phrasesOf(TEXT).map(withoutFurigana)).toEqual([
      'カードの ',
      '期限は ',
      '2026年12月です。',
      '「転居届」',
      'と ',
      '言います。',
    ]);
  });

  it('are one where nothing has a reading: other languages find the ends of their lines themselves', () => {
    expect(phrasesOf('Extend the card. 在留期間、更新')).toEqual(['Extend the card. 在留期間、更新']);
  });

  it('joined are the text, and no reading is torn, in every label of easy Japanese', async () => {
    const texts = Object.values(await packaged.interface('ja-easy'));
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) {
      const phrases = phrasesOf(text);
      expect(phrases.join('')).toBe(text);
      for (const phrase of phrases) expect(withoutFurigana(phrase)).not.toMatch(/[｜《》]/);
    }
  });
});
