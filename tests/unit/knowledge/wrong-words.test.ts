import { describe, expect, it } from 'vitest';
import type { WrongWords } from '../../../lib/knowledge/compiled.ts';
import { wrongWordsIn } from '../../../lib/knowledge/wrong-words.ts';
import { packagedFiles } from '../../../scripts/data/compile.ts';

const file = packagedFiles({ samples: false }).find(
  ({ relativeDest }) => relativeDest === 'knowledge/wrong-words.json',
);
const all = JSON.parse(file?.contents ?? '{}') as WrongWords;
const has = (language: string, wording: string): boolean =>
  wrongWordsIn(language, all).some(({ surfaces }) => surfaces.includes(wording));

describe('wrong wordings', () => {
  it.each([
    ['en', 'PIN numbers', true],
    ['en-GB', 'PIN numbers', true],
    ['pt-BR', 'cartão de residente', true],
    ['pt', 'PIN numbers', false],
    ['tl', 'Normal na Koleksyon', true],
    ['zh-CN', '在留卡的复印件', true],
    ['zh-CN', '我的號碼卡', false],
    ['zh-Hant', '我的號碼卡', true],
    ['zh-HK', '票面', true],
    ['', 'PIN numbers', false],
    ['constructor', 'PIN numbers', false],
  ])('of a page in "%s": %s is looked for: %s', (language, wording, expected) => {
    expect(has(language, wording)).toBe(expected);
  });

  it('are one for several words where machines make no difference', () => {
    const card = wrongWordsIn('en', all).find(({ surfaces }) => surfaces.includes('Resident Card'));
    expect([card?.id, ...(card?.wrong?.also ?? [])].toSorted()).toEqual(['residence-card', 'resident-record']);
  });

  it('are left out where they are too common, or right for another word', () => {
    for (const wording of ['Any', 'Person', 'Health Insurance Card', 'head of the household', 'in 2024'])
      expect(has('en', wording)).toBe(false);
  });
});
