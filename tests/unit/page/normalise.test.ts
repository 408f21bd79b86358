import { describe, expect, it } from 'vitest';
import { normalise } from '../../../lib/page/normalise.ts';

describe('one spelling', () => {
  it.each([
    ['引っ越しの手続き', '引越しの手続', '引越の手続'],
    ['転入届け出', '転入届出', '転入の届け出'.replace('の', '')],
    ['子どもの申し込み', 'こどもの申込み', '子供の申込'],
    ['お問い合わせ', 'お問い合せ', 'お問合せ'],
    ['3ヶ月', '3か月', '３カ月', '3ケ月'],
    ['ＭＹ　ＮＵＭＢＥＲ カード', 'My Number ｶｰﾄﾞ', 'my-number カード'],
    ['転 入 届', '転　入\u00a0届', '転入届', '転\u200b入\ufeff届'],
    ['在留（ざいりゅう）期間（きかん）', '在留期間', '在留(ざいりゅう) 期間'],
    ['切り替え', '切替え', '切替'],
    ['ひっこしの てつづき', '引っ越しの手続き'],
  ])('%s', (first, ...others) => {
    expect(others.map(normalise)).toEqual(others.map(() => normalise(first)));
  });

  it('keeps apart what means something else', () => {
    expect(normalise('在留期間')).not.toBe(normalise('在留資格'));
    expect(normalise('3月')).not.toBe(normalise('3か月'));
    expect(normalise('マイナンバー(個人番号)カード')).toContain('個人番号');
  });

  it('changes nothing the second time', () => {
    for (const text of ['引っ越し 手続き（てつづき）', 'ｶﾞｲﾄﾞ 3ヶ月', 'Cartão My Number'])
      expect(normalise(normalise(text))).toBe(normalise(text));
  });
});
