import { describe, expect, it } from 'vitest';
import { passesGate, pathOf } from '../../../lib/page/gate.ts';

const gate = { words: ['電子証明書', '転入'] };
const frame = (title: string, heading = '', crumbs: string[] = [], lang = 'ja') => ({ title, heading, crumbs, lang });

describe('the gate', () => {
  it.each([
    ['title', frame('電子証明書の更新'), true],
    ['heading', frame('みほん市', '転入の届け出'), true],
    ['Vietnamese', frame('Đăng ký'), true],
    ['Korean', frame('쓰레기'), true],
    ['simplified Chinese', frame('办理'), true],
    ['Chinese with one letter of its own', frame('搬家时'), true],
    ['a card in Chinese', frame('在留卡'), true],
    ['traditional Chinese', frame('入境相關規定'), true],
    ['Nepali', frame('फोहोर'), true],
    ['English', frame('Garbage'), true],
    ['Filipino with its name in Japanese', frame('みほん市', 'Abiso sa Paglipat（引っ越し）'), true],
    ['English before the name of the site', frame('Garbage | みほん市公式ホームページ'), true],
    ['an abbreviation in Japanese', frame('公式SNS・LINEについて'), false],
    ['two letters', frame('DX'), false],
    ['crumbs', frame('手続き', '', ['くらし', '転 入']), true],
    ['a language in which no template leaves it', frame('便利商店交付', '', [], 'zh-Hant'), true],
    ['the same, where the page says it is Japanese', frame('便利商店交付'), false],
    ['nothing', frame('ごみの出し方', 'ごみ', ['くらし']), false],
    ['a chapter of a consulate', frame('領事情報', '領事情報'), true],
    ['a name that says nothing', frame('制度解説｜みほん庁'), true],
    ['one with a reading', frame('FAQ よくある質問（しつもん）'), true],
    ['a name that says something beside', frame('市政の情報', '市政の情報'), false],
    ['the name of a site', frame('みほん市役所'), false],
    ['a word over the border of two', frame('転', '入'), false],
    ['a page without a name', frame(''), true],
    ['a page with crumbs alone', frame('', '', ['ごみ']), true],
  ])('%s', (_case, read, passes) => {
    expect(passesGate(gate, read)).toBe(passes);
  });

  it.each([
    ['https://a.example.jp/docs/%E8%BB%A2%E5%85%A5?x=1#y', '/docs/転入?x=1'],
    ['https://a.example.jp/%E0%A4%A', '/%e0%a4%a'],
    ['https://a.example.jp', ''],
    ['', ''],
  ])('path of %s', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});
