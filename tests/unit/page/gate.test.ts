import { describe, expect, it } from 'vitest';
import { passesGate, pathOf } from '../../../lib/page/gate.ts';

const gate = { words: ['電子証明書', '転入'], paths: ['tenyu'] };
const frame = (title: string, heading = '', crumbs: string[] = []) => ({ title, heading, crumbs });
const URL = 'https://www.city.mihon.example.jp/a.html';

describe('the gate', () => {
  it.each([
    ['title', frame('電子証明書の更新'), URL, true],
    ['heading', frame('みほん市', '転入の届け出'), URL, true],
    ['Vietnamese', frame('Đăng ký'), URL, true],
    ['Korean', frame('쓰레기'), URL, true],
    ['simplified Chinese', frame('办理'), URL, true],
    ['English', frame('Garbage'), URL, false],
    ['crumbs', frame('手続き', '', ['くらし', '転 入']), URL, true],
    ['nothing', frame('ごみの出し方', 'ごみ', ['くらし']), URL, false],
    ['a word over the border of two', frame('転', '入'), URL, false],
    ['the path of a page without a name', frame(''), 'https://www.city.mihon.example.jp/kurashi/Tennyu.html', true],
    [
      'the path of a page with another name',
      frame('ごみ'),
      'https://www.city.mihon.example.jp/kurashi/tennyu.html',
      false,
    ],
    ['the host', frame(''), 'https://tennyu.example.jp/', false],
  ])('%s', (_case, read, url, passes) => {
    expect(passesGate(gate, read, url)).toBe(passes);
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
