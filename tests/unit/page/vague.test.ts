import { describe, expect, it } from 'vitest';
import { isVague } from '../../../lib/page/vague.ts';

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
    'Guia de mudança',
  ])('%s is no such name', (name) => {
    expect(isVague(name)).toBe(false);
  });
});
