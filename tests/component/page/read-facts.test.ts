import { describe, expect, it } from 'vitest';
import { readFacts, readFrame } from '../../../lib/page/read-facts.ts';
import { largestPage, medianPage } from '../../bench/page.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const frame = (title: string, body: string) => readFrame(parse(`<title>${title}</title><body>${body}`));
const URL = 'https://www.city.mihon.example.jp/kurashi/1.html';
const facts = (title: string, body: string) =>
  readFacts(parse(`<html lang="ja"><title>${title}</title><body>${body}`), URL);

describe('main heading', () => {
  it.each([
    ['site name after', '転入届｜みほん市', '<h1>転入届</h1>', '転入届'],
    ['site name before', 'みほん市：転入届 （トップページ&gt;くらし）', '<h1>みほん市</h1><h1>転入届</h1>', '転入届'],
    ['logo first, linked to the start', '転入届 - みほん', '<h1><a href="/">みほん</a></h1><h1>転入届</h1>', '転入届'],
    ['logo as a picture', '転入届/みほん市', '<h1><img alt="みほん市"></h1><h2>転入届</h2>', '転入届'],
    ['heading as a picture', '転入届/みほん市', '<h1><img alt="転入届"></h1>', '転入届'],
    [
      'an h3 below a logo',
      '転入届 | みほん市役所',
      '<header><h1>みほん市役所</h1></header><div><h3>転入届</h3></div>',
      '転入届',
    ],
    [
      'the one the last crumb names',
      '手続き 転入届',
      '<p class="pankuzu"><a href="/">トップ</a> &gt; 転入届</p><h1>手続き</h1><h1>転入届</h1>',
      '転入届',
    ],
    ['letter-spaced', '転入届', '<h1>転 入 届</h1>', '転 入 届'],
    [
      'with a reading',
      '在留期間',
      '<h1><ruby>在留期間<rp>(</rp><rt>ざいりゅうきかん</rt><rp>)</rp></ruby></h1>',
      '在留期間',
    ],
    ['a banner', '転入届', '<div id="main_header"><h1><span>転入届</span></h1></div>', '転入届'],
    ['in a table cell of a form', '転入届', '<form><table><tr><td><h1>転入届</h1></td></tr></table></form>', '転入届'],
    ['none but the site’s name', '転入届｜みほん市', '<h1>みほん市</h1><h2>お知らせ</h2>', ''],
    [
      'below the banner of a chapter',
      'カードの更新｜カード｜みほん市',
      '<h1>カード</h1><h2>カードの更新</h2>',
      'カードの更新',
    ],
    [
      'below a banner that is part of its name',
      'カードの更新｜みほん市',
      '<h1>カード</h1><h2>カードの更新</h2>',
      'カードの更新',
    ],
    ['nothing like it', '転入届', '<h1>ようこそ</h1>', ''],
    ['no title', '', '<h1>転入届</h1><h2>必要なもの</h2>', '転入届'],
    ['only in the footer', '転入届', '<footer><h2>転入届</h2></footer>', ''],
  ])('%s', (_case, title, body, heading) => {
    expect(frame(title, body).heading).toBe(heading);
  });

  it('is an element of the page', () => {
    const page = parse('<title>転入届</title><h1 id="it">転入届</h1>');
    expect(readFrame(page).headingElement).toBe(page.getElementById('it'));
  });
});

describe('crumbs', () => {
  it.each([
    [
      'text with separators',
      '<div class="pankuzu">現在の位置：<a href="/">トップページ</a> &gt; <a href="/k">くらし</a> &gt; 転入届</div>',
      ['トップページ', 'くらし', '転入届'],
    ],
    [
      'a list',
      '<nav aria-label="パンくずリスト"><ol><li><a href="/">ホーム</a></li><li><a href="/k">くらし</a></li><li>転入届</li></ol></nav>',
      ['ホーム', 'くらし', '転入届'],
    ],
    [
      'no telling name',
      '<p>現在地 <a href="/">ホーム</a> › <a href="/k">くらし</a> › 転入届</p>',
      ['ホーム', 'くらし', '転入届'],
    ],
    [
      'the first of a dozen',
      '<div id="breadcrumbs"><ul><li>ホーム</li><li>くらし</li></ul><ul><li>ホーム</li><li>組織</li></ul></div>',
      ['ホーム', 'くらし'],
    ],
    [
      'the last six',
      `<ol class="breadcrumb">${[1, 2, 3, 4, 5, 6, 7].map((n) => `<li>${n}</li>`).join('')}</ol>`,
      ['2', '3', '4', '5', '6', '7'],
    ],
    [
      'a list with separators of a style sheet',
      '<ul><li><a href="/">ホーム</a></li><li><a href="/k">くらし</a></li><li>転入届</li></ul>',
      ['ホーム', 'くらし', '転入届'],
    ],
    [
      'below an empty element of such a name',
      '<div id="PTOP"></div><p>現在地 <a href="/">ホーム</a> &gt; 転入届</p>',
      ['ホーム', '転入届'],
    ],
    ['a menu is none', '<ul><li><a href="/">ホーム</a></li><li><a href="/k">くらし</a></li></ul>', []],
    [
      'a menu that ends in a search is none',
      '<ul><li><a href="/">ホーム</a></li><li><a href="/k">転入</a></li><li><form><button>検索</button></form></li></ul>',
      [],
    ],
    ['none', '<p>転入届</p>', []],
  ])('%s', (_case, body, crumbs) => {
    expect(frame('転入届', body).crumbs).toEqual(crumbs);
  });
});

describe('what follows the main heading', () => {
  const MENU = '<ul><li><a href="/m">マイナンバー</a></li><li><a href="/t">転出</a></li></ul>';
  const page = `${MENU}<h1>転入届</h1><p>更新日</p><h2>必要<span>なもの</span></h2><p><ruby>在留<rt>ざいりゅう</rt></ruby>カード</p>
    <p>くわしくは<a href="/x">リンク先</a></p><div hidden>隠れた文</div><script>var 台本;</script><style>.様式{}</style><noscript>代わり</noscript>
    <input value="入力"><textarea>記入</textarea><h2>このページに関するお問い合わせ</h2><p>市民課</p><footer>役所</footer><nav>${MENU}</nav>`;

  it('is read without menus, links, readings, scripts, hidden text, input and contact box', () => {
    expect(facts('転入届', page)).toEqual({
      url: URL,
      title: '転入届',
      heading: '転入届',
      crumbs: [],
      headings: ['必要なもの'],
      sample: '更新日\n在留カード\nくわしくは',
      lang: 'ja',
    });
  });

  it('is read without the headings of menus behind it', () => {
    const menu = `<h2>届出・証明</h2>${MENU}<div><h3><a href="/m">くらし</a></h3>${MENU}</div>`;
    expect(
      facts('転入届', `<h1>転入届</h1><h2>必要なもの</h2><h3>本人</h3><p>鍵</p>${menu}<p>末尾</p>`).headings,
    ).toEqual(['必要なもの', '本人']);
  });

  it('is read without plain lists of links and the headings over them', () => {
    const links = [1, 2, 3, 4, 5].map((at) => `<li><a href="/${at}.html">パスポート</a></li>`).join('');
    const menu = `<h2>住民票・戸籍</h2><ul>${links}</ul><p>みほん市役所</p>`;
    const { headings, sample } = facts('転入届', `<h1>転入届</h1><h2>必要なもの</h2><p>鍵</p>${menu}`);
    expect(headings).toEqual(['必要なもの']);
    expect(sample).toBe('鍵\nみほん市役所');
  });

  it('is the main element where no heading names the page, and nothing where there is none', () => {
    expect(facts('お知らせ', '<p>外</p><main><p>内</p></main>').sample).toBe('内');
    expect(facts('お知らせ', '<p>外</p>').sample).toBe('');
  });

  it('is cut to what a message holds', () => {
    const long = 'あ'.repeat(5000);
    const huge = readFacts(
      parse(
        `<html lang="${long}"><title>${long}</title><ol class="breadcrumb">${`<li>${long.slice(0, 500)}</li>`.repeat(7)}</ol><h1>${long}</h1>${`<h2>${long}</h2><p>${long}</p>`.repeat(60)}`,
      ),
      `${URL}?${long}`,
    );
    expect(huge.title).toHaveLength(300);
    expect(huge.heading).toHaveLength(300);
    expect(huge.crumbs.map((crumb) => crumb.length)).toEqual([300, 300, 300, 300, 300, 300]);
    expect(huge.headings.length).toBeLessThanOrEqual(40);
    expect(Math.max(...huge.headings.map((heading) => heading.length))).toBe(300);
    expect(huge.sample).toHaveLength(4000);
    expect(huge.lang).toHaveLength(40);
    expect(huge.url).toHaveLength(2048);
  });

  it.each([
    ['median', medianPage()],
    ['largest', largestPage()],
  ])('is found on the %s page of the bench', (_name, html) => {
    const read = readFacts(parse(html), URL);
    expect(read.heading).toBe('電子証明書の更新');
    expect(read.crumbs).toEqual(['トップページ', 'くらし', 'マイナンバーカード', '電子証明書の更新']);
    expect(read.sample).toContain('有効期限通知書が届いた方は');
    expect(read.headings.length).toBeGreaterThan(3);
  });
});

describe('a broken or hostile page', () => {
  const EMPTY = { title: '', heading: '', crumbs: [], lang: '', headingElement: null };
  it.each([
    ['a frameset', '<frameset cols="*"><frame src="about:blank"></frameset>'],
    ['nothing', ''],
  ])('%s gives nothing', (_case, html) => {
    expect(readFrame(parse(html))).toEqual(EMPTY);
    expect(readFacts(parse(html), URL)).toMatchObject({ title: '', sample: '', headings: [] });
  });

  it('without a root gives nothing', () => {
    const page = document.implementation.createHTMLDocument('転入届');
    page.documentElement.remove();
    expect(readFacts(page, URL)).toEqual({
      url: URL,
      title: '',
      heading: '',
      crumbs: [],
      headings: [],
      sample: '',
      lang: '',
    });
  });

  it('may hide what we ask of document and form behind names', () => {
    const names = ['title', 'body', 'documentElement', 'querySelectorAll', 'createTreeWalker', 'head'];
    const clobber = names.map((name) => `<img name="${name}"><form name="${name}"></form>`).join('');
    const fields = [
      'children',
      'parentNode',
      'nodeType',
      'localName',
      'getAttribute',
      'hasAttributes',
      'querySelector',
      'closest',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    const page = parse(`<title>転入届</title><body>${clobber}<form>${fields}<h1>転入届</h1><p>必要なもの</p></form>`);
    expect(readFacts(page, URL)).toMatchObject({ title: '転入届', heading: '転入届', sample: '必要なもの' });
  });

  it('may be XHTML', () => {
    const page = new DOMParser().parseFromString(
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>転入届</title></head><body><h1>転入届</h1><p>必要なもの</p></body></html>',
      'application/xhtml+xml',
    );
    expect(readFacts(page, URL)).toMatchObject({ heading: '転入届', sample: '必要なもの' });
  });

  it('is left as it was', () => {
    const page = parse(medianPage());
    const before = page.documentElement.outerHTML;
    readFacts(page, URL);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
