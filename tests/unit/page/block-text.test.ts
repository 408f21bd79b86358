import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockText, fold } from '../../../lib/page/block-text.ts';

const head = (raw: string): string => {
  const block = new BlockText<null>(true);
  block.append(null, raw);
  return block.text;
};

describe('folding', () => {
  it.each([
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['㈱みほん', '(株)みほん'],
    ['か\u3099', 'が'],
    ['在\u200b留\ufeff期\u00ad間', '在留期間'],
    ['葛\u{e0100}飾', '葛飾'],
    ['  My\n\tNumber  ', 'My Number'],
    ['転 入 届', '転 入 届'],
    ['在留\r\n  期間', '在留期間'],
    ['', ''],
  ])('%j is %j', (raw, folded) => {
    expect(fold(raw)).toBe(folded);
  });

  it('joins letter-spaced words in heads only, and only letters that stand alone', () => {
    expect(head('転　入 届について')).toBe('転入届について');
    expect(head('電 話 番 号')).toBe('電話番号');
    expect(head('住民票 戸籍')).toBe('住民票 戸籍');
  });

  it('lets a line break join Japanese and part anything else', () => {
    const block = new BlockText<null>();
    for (const line of ['届', '出', 'PIN', 'code']) {
      block.append(null, line);
      block.break();
    }
    expect(block.text).toBe('届出\nPIN\ncode');
  });
});

describe('the way back', () => {
  it('leads to the source of a changed, a joined and a late character', () => {
    const block = new BlockText<string>();
    block.append('a', '㈱ｶ');
    block.append('b', '\u200bﾞ 転', 10);
    expect(block.text).toBe('(株)カ゛ 転'.replace('゛', '\u3099'));
    expect(block.locate(1, 2)).toEqual({ startSource: 'a', start: 0, endSource: 'a', end: 1 });
    expect(block.locate(3, block.text.length)).toEqual({ startSource: 'a', start: 1, endSource: 'b', end: 14 });
  });

  it('gives for any piece a raw text that folds to it', () => {
    const raw = fc
      .array(fc.constantFrom('転', '入', 'ｶﾞ', 'か', '㈱', '①', 'A', 'Ａ', '\u200b', '\ufeff', '葛\u{e0100}', '。'), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(raw, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (raws, a, b) => {
        const block = new BlockText<number>();
        raws.forEach((text, index) => block.append(index, text));
        fc.pre(block.text.length > 0);
        const start = a % block.text.length;
        const end = start + 1 + (b % (block.text.length - start));
        const span = block.locate(start, end);
        const covered = raws
          .slice(span.startSource, span.endSource + 1)
          .map((text, index, list) =>
            text.slice(index === 0 ? span.start : 0, index === list.length - 1 ? span.end : undefined),
          )
          .map(fold)
          .join('');
        // A character that became several is covered whole.
        expect(covered).toContain(block.text.slice(start, end));
        expect(covered.length - (end - start)).toBeLessThanOrEqual(4);
      }),
    );
  });
});
