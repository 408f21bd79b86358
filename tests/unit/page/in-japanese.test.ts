import { describe, expect, it } from 'vitest';
import { inJapanese } from '../../../lib/page/in-japanese.ts';

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
});
