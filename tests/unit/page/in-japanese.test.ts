import { describe, expect, it } from 'vitest';
import { inJapaneseBy } from '../../../lib/page/in-japanese.ts';
import { foreignText } from '../../../scripts/data/foreign-words.ts';
import { inJapanese } from '../../fixtures/in-japanese.ts';

const said = (text: string): string => inJapanese(text).replace(/\s+/g, ' ').trim();

describe('a text in another language', () => {
  it.each([
    ['Residence Card', '在留カード'],
    ['RESIDENCE-CARDS', '在留カード'],
    ['Moving-In Notification', '転入届'],
    ['Renewing your period of stay', '更新 your 在留期間'],
    ['Cartão de Permanência', '在留カード'],
    ['Cartao de Permanencia', '在留カード'],
    ['Registro de nacimiento', '出生届'],
    ['Thẻ lưu trú', '在留カード'],
    ['Đăng ký khai sinh', '申請 出生届'],
    ['Perpanjangan visa', '更新 ビザ'],
    ['Pag-renew ng visa', '更新 ng ビザ'],
    ['個人編號卡的更新', 'マイナンバーカード の 更新'],
    ['재류 카드', '在留カード'],
    ['주민등록', '外国人住民登録'],
    ['주민등록증', '身分証明書'],
    ['जन्म दर्ता', '出生届'],
    ['Memperbarui masa tinggal', '更新 在留期間'],
    ['Pagpapalit ng uri ng visa', '変更 ng 在留資格'],
    ['离开日本', '転出届'],
    ['बच्चा जन्मिएपछि', '出生届'],
  ])('%s says %s', (text, japanese) => {
    expect(said(text)).toBe(japanese);
  });

  it('takes the longest of its words: a visa is not a status, nor a birthday a birth', () => {
    expect(said('visa status')).toBe('在留資格');
    expect(said('birthday party')).toBe('birthday party');
    expect(said('movingly')).toBe('movingly');
  });

  it('keeps what it does not know, in lower case', () => {
    expect(said('Bon Odori in Mihon')).toBe('bon odori in mihon');
    expect(inJapanese('')).toBe('');
  });

  describe('by a small table', () => {
    const by = inJapaneseBy(
      foreignText(
        new Map([
          ['銀行', ['banco']],
          ['マイナンバー', ['my number']],
          ['マイナポイント', ['minapoint*', 'my number point*']],
          ['遺失', ['遗失']],
          ['の', ['在']],
          ['期限', ['期*']],
        ]),
      ),
    );
    const short = (text: string): string => by(text).replace(/\s+/g, ' ').trim();

    it.each([
      // A single word has no space in it: two Vietnamese words are no Spanish one.
      ['el banco', 'el 銀行'],
      ['bạn có', 'bạn có'],
      ['ban-co', '銀行'],
      // Words that belong together may be written together, or in quotation marks.
      ['MyNumber', 'マイナンバー'],
      ['“My Number”', '“ マイナンバー ”'],
      ['“My” Number', '“ マイナンバー'],
      // Chinese has no bounds, and binds no Latin letters.
      ['关于Minapoint第2弹', '关于 マイナポイント 第2弹'],
      ['不遗失', '不 遺失'],
      // One letter of it is a part of longer words in Japanese, which has kana beside them.
      ['在日本', 'の 日本'],
      ['在留カードとは', '在留カードとは'],
      ['期限', '期限'],
      // The longest comes first, also where shorter ones begin with the same letters.
      ['my number points', 'マイナポイント'],
      ['minapointsystem', 'マイナポイント'],
      ['xminapoint', 'xminapoint'],
    ])('%s says %s', (text, japanese) => {
      expect(short(text)).toBe(japanese);
    });

    it('of nothing changes nothing but capitals', () => {
      expect(inJapaneseBy('')('My Number')).toBe('my number');
    });
  });
});
