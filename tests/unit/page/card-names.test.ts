import { describe, expect, it } from 'vitest';
import gate from '../../../.data/gate.json';
import { comparable, withCardMeant } from '../../../lib/page/card-names.ts';
import { passesGate } from '../../../lib/page/gate.ts';

const NAMES = [
  'My Number Card',
  'I number card',
  'Individual Number Cards',
  'Personal number card',
  'Cartão My Number',
  'Cartão de Número Individual',
  'cartões de número pessoal',
  'meu cartão numérico',
  'tarjeta My Number',
  'tarjeta de número personal',
  'tarjeta de Mi Número',
  'thẻ My Number',
  'thẻ mã số cá nhân',
  'thẻ số cá nhân',
  '个人编号卡',
  '個人編號卡',
  '个人号码卡',
  '个人番号卡',
  '我的号码卡',
  '我的編號卡',
  'マイナンバー卡',
  '마이 넘버 카드',
  '개인번호카드',
  '내 번호 카드',
  'Kartu My Number',
  'Kartu Nomor Individu',
  'माइ नम्बर कार्ड',
  'マイナカード',
  'マイナンバー（個人番号）カード',
  '個人番号（マイナンバー）カード',
];

describe('the card', () => {
  it.each(NAMES)('%s has one name', (name) => {
    expect(comparable(name)).toContain('マイナンバーカード');
  });

  it.each([...NAMES, 'マイナンバーカード', '個人番号カード'])('%s opens the gate', (name) => {
    expect(passesGate(gate, { title: '', heading: name, crumbs: [], lang: '' })).toBe(true);
  });

  it('is one name where both stand', () => {
    expect(comparable('マイナンバーカード（個人番号カード）の交付')).toBe('マイナンバーカードの交付');
  });

  it('is not every card and every number', () => {
    for (const name of ['在留卡', 'cartão de residência', 'Library card number', '図書館カード', 'マイナンバー制度'])
      expect(comparable(name)).not.toContain('マイナンバーカード');
  });
});

describe('a card that is called nothing more', () => {
  it.each([
    ['急いでカードが必要な方へ', 'くらし。マイナンバーカード。在留カード', '急いでマイナンバーカードが必要な方へ'],
    ['カードの紛失', '個人番号カードコールセンター。遺失届', 'マイナンバーカードの紛失'],
    ['カードの紛失', '図書館カード。マイナンバーカードでも借りられます', 'カードの紛失'],
    ['カードの紛失', 'カードの再発行。警察への届', 'カードの紛失'],
    ['カードの紛失', '', 'カードの紛失'],
    ['在留カードの紛失', 'マイナンバーカード', '在留カードの紛失'],
    ['おでかけカードの申請', 'マイナンバーカード', 'おでかけカードの申請'],
    ['カードリーダの貸出', 'マイナンバーカード', 'カードリーダの貸出'],
  ])('%s, where the page says %s: %s', (name, around, meant) => {
    expect(withCardMeant(name, around)).toBe(meant);
  });
});
