import { expect, it } from 'vitest';
import { foldRomaji } from '../../../lib/page/romaji.ts';

it.each([
  ['転出', ['tenshutsu', 'tensyutsu', 'tensyutu', 'tenshutu']],
  ['更新', ['koshin', 'koushin', 'kousin', 'kosin']],
  ['住民票', ['juminhyo', 'jyuminhyo', 'juuminhyou', 'zyuminhyo', 'jumin-hyo']],
  ['紛失', ['funshitsu', 'hunsitu', 'funsitsu']],
  ['児童手当', ['jidoteate', 'jidouteate', 'zidou_teate']],
  ['コンビニ', ['konbini', 'kombini']],
])('%s is one word however it is written', (_word, spellings) => {
  expect(new Set(spellings.map(foldRomaji)).size).toBe(1);
});

it('keeps apart what is not one word', () => {
  expect(new Set(['tennyu', 'tenkyo', 'tenshutsu', 'nenkin', 'foreign', 'renewal'].map(foldRomaji)).size).toBe(6);
});
