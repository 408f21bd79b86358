import { describe, expect, it } from 'vitest';
import { foreignWords, readForeignWords } from '../../../scripts/data/foreign-words.ts';

const read = (words: string) =>
  readForeignWords(`- japanese: 転入\n  words: [moving in]\n- japanese: 転出\n  words: [${words}]\n`, 'x.yaml');

describe('what other languages call the words of offices', () => {
  it('is read in its order', () => {
    expect(read('moving out, 迁出, mud*')).toEqual([
      ['転入', ['moving in']],
      ['転出', ['moving out', '迁出', 'mud*']],
    ]);
    expect(foreignWords().length).toBeGreaterThan(100);
  });

  it.each([
    ['moving in', /x\.yaml:3: "moving in" stands under 転入 too/],
    ['Moving out', /x\.yaml:4: words\.0 has capitals/],
    ['mudança', /x\.yaml:4: words\.0 has accents/],
    ['"mud*a"', /x\.yaml:4: words\.0 is a word or several/],
    ['', /x\.yaml:4: words /],
  ])('[%s] is refused, with its line and the remedy', (words, problem) => {
    expect(() => read(words)).toThrow(problem);
  });
});
