import { describe, expect, it } from 'vitest';
import { foreignText, foreignWords, readForeignWords } from '../../../scripts/data/foreign-words.ts';

const read = (text: string, more: readonly [string, string][] = []) =>
  readForeignWords(new Map([['en.yaml', `# English\n転入: moving in\n${text}`], ...more]));

describe('what other languages call the words of offices', () => {
  it('is read in its order, the languages together', () => {
    expect([...read('転出: moving out, mud*,\n  leave town\n', [['zh.yaml', '転出: 迁出\n引越: 搬家\n']])]).toEqual([
      ['転入', ['moving in']],
      ['転出', ['moving out', 'mud*', 'leave town', '迁出']],
      ['引越', ['搬家']],
    ]);
    expect(foreignWords().size).toBeGreaterThan(100);
  });

  it('takes a name that two languages share once, if it is one word of the offices', () => {
    expect(read('', [['pt.yaml', '転入: moving-in\n']]).get('転入')).toEqual(['moving in']);
  });

  it.each([
    ['転出: moving in', /en\.yaml:3: "moving in" stands under 転入 too\. Keep one/],
    ['転出: x\n引越: movingin', /en\.yaml:4: "movingin" stands under 転入 too/],
    ['転出: Moving out', /en\.yaml:3: "Moving out" has capitals/],
    ['転出: mudança', /en\.yaml:3: "mudança" has accents/],
    ['転出: mud*a', /en\.yaml:3: "mud\*a" is not a word or several/],
    ['転出: out,, off', /en\.yaml:3: "" is not a word or several/],
    ['転出: [out, off]', /en\.yaml:3: has no names\. Write them behind the word/],
    ['転出:', /en\.yaml:3: has no names/],
    ['転入: out', /en\.yaml:\d: Map keys must be unique/],
  ])('%s is refused, with its line and the remedy', (text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });

  it('is refused where it is no list of words', () => {
    expect(() => readForeignWords(new Map([['x.yaml', '- 転入']]))).toThrow(/x\.yaml:1: is no list of words\. Write/);
  });

  it('is bundled by the letters with which names begin, longest first', () => {
    expect(foreignText(read('転出: moving out*, 迁\n')).split('\n')).toEqual([
      '転入|転出',
      'movingout*|1\tmovingin|0',
      '迁|1',
    ]);
  });
});
