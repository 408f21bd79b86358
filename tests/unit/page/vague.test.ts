import { describe, expect, it } from 'vitest';
import { isVague, telling } from '../../../lib/page/vague.ts';

describe('a name', () => {
  it.each([
    'Procedures at the City Hall',
    'Notifications to the Citizens’ Section（市民課での届出）',
    'Trámites en la Municipalidad',
    '1. Mga Proseso',
    'Os procedimentos na prefeitura',
    'Secao do Cidadao',
    'Thủ tục tại tòa thị chính',
    'マイナンバーカード（個人番号カード）',
    'こんなときは届出を',
    '各種証明書の交付について',
    '加入・脱退の手続き',
    'FAQ よくある質問（しつもん）',
    'スマートフォン（iPhone）応用編',
    '申請から交付までの流れについて',
    '届出の内容が変わったとき',
  ])('%s says nothing', (name) => {
    expect(isVague(name)).toBe(true);
  });

  it.each([
    '',
    '2026',
    'Procedures for moving',
    'Living guide: garbage',
    '市民課',
    'マイナンバーカードの更新',
    '電子証明書について',
    '国民年金の任意加入',
    'Guia de mudança',
    'スマートフォン教室',
    '住所が変わったとき',
    '健康保険（けんこうほけん）の手続（てつづ）き',
  ])('%s is no such name', (name) => {
    expect(isVague(name)).toBe(false);
  });

  it.each([
    ['国民年金の任意加入制度について', '国民年金'],
    ['Procedures for Moving House', 'movinghouse'],
    ['各種届出', ''],
    ['', ''],
  ])('%s tells %s', (name, told) => {
    expect(telling(name)).toBe(told);
  });
});
