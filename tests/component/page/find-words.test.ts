import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WordRule } from '../../../lib/knowledge/compiled.ts';
import { findAtOnce, findInSlices, type FindOptions, type Hits, type WordHit } from '../../../lib/page/find-words.ts';
import { findWritten } from '../../../lib/page/find-written.ts';
import packaged from '../../../.data/words.json';
import { largestPage, medianPage, stressPage } from '../../bench/page.ts';
import { hitsByBruteForce } from './words-oracle.ts';

const RULES: readonly WordRule[] = [
  { id: 'stay', surfaces: ['在留期間'] },
  { id: 'stay-end', surfaces: ['在留期間満了日', '満了日'], needs: '在留' },
  { id: 'move-in', surfaces: ['転入届', '転入'], unless: '転入(学|超過)|編転入' },
  { id: 'certificate', surfaces: ['電子証明書'], unless: '(商業登記|スマホ用)電子証明書' },
  { id: 'guide', surfaces: ['ガイド'] },
  { id: 'pin', surfaces: ['PIN', '暗証番号'] },
  { id: 'notification', surfaces: ['届出'] },
];
const findWords = (root: Element, rules: readonly WordRule[], how: FindOptions): WordHit[] =>
  findAtOnce(root, rules, how).words;
const forever = new AbortController().signal;
const options = { after: null, limit: 1000, signal: forever };

function page(html: string): Element {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** What a hit covers in the page, as the browser sees it. */
function covered(hit: Pick<WordHit, 'range'>): string {
  const range = document.createRange();
  range.setStart(hit.range.startContainer, hit.range.startOffset);
  range.setEnd(hit.range.endContainer, hit.range.endOffset);
  return range.toString();
}
const found = (html: string): string[] =>
  findWords(page(html), RULES, options).map((hit) => `${hit.id}: ${covered(hit)}`);

describe('words of a block', () => {
  it.each<[string, string, string[]]>([
    ['plain', '<p>転入届を出します</p>', ['move-in: 転入届']],
    ['cut by br', '<p>届<br>出の種類</p>', ['notification: 届出']],
    ['cut by a span', '<p>犬の届<span>出</span></p>', ['notification: 届出']],
    [
      'in a ruby, readings left out',
      '<p><ruby>電子<rp>(</rp><rt>でんし</rt><rp>)</rp></ruby><ruby>証明書<rt>しょうめいしょ</rt></ruby></p>',
      ['certificate: 電子(でんし)証明書'],
    ],
    ['with a zero-width space', '<p>在留\u200b期間</p>', ['stay: 在留\u200b期間']],
    ['with a byte order mark and a soft hyphen', '<p>在\ufeff留\u00ad期間</p>', ['stay: 在\ufeff留\u00ad期間']],
    ['full width', '<p>ＰＩＮの入力</p>', ['pin: ＰＩＮ']],
    ['half-width katakana with sound marks', '<p>※ｶﾞｲﾄﾞ。</p>', ['guide: ｶﾞｲﾄﾞ']],
    ['after a character that grows', '<p>㈱㌔の転入届</p>', ['move-in: 転入届']],
    ['letter-spaced in a heading', '<h2>転　入 届</h2>', ['move-in: 転　入 届']],
    [
      'letter-spaced in a table head',
      '<table><tr><th>届&nbsp;出</th><td>要</td></tr></table>',
      ['notification: 届\u00a0出'],
    ],
    ['letter-spaced in a paragraph: neighbours', '<p>届 出</p>', []],
    ['wrapped in the source', '<p>在留\n      期間</p>', ['stay: 在留\n      期間']],
    ['across two blocks', '<p>在留</p><p>期間</p>', []],
    ['across a picture', '<p>在留<img alt="">期間</p>', []],
    ['across a comment', '<p>在留<!--x-->期間</p>', ['stay: 在留期間']],
    ['the longest at a place', '<p>在留期間満了日</p>', ['stay-end: 在留期間満了日']],
    ['a Latin word inside another', '<p>SHOPPING、PINs</p>', []],
    ['unless', '<p>転入学の案内</p>', []],
    ['unless, cut by an element', '<p>スマホ用<b>電子証明書</b></p>', []],
    ['unless elsewhere in the block', '<p>転入学ではなく転入届</p>', ['move-in: 転入届']],
    ['needs, missing', '<p>契約の満了日</p>', []],
    ['needs, in another block', '<p>在留</p><p>満了日</p>', []],
    ['needs, there', '<p>在留カードの満了日</p>', ['stay-end: 満了日']],
  ])('%s', (_case, html, expected) => {
    expect(found(html)).toEqual(expected);
  });

  it('is not looked for where no reader reads or where people type', () => {
    const silent = [
      'script',
      'style',
      'noscript',
      'template',
      'textarea',
      'button',
      'nav',
      'header',
      'footer',
      'aside',
      'svg',
    ];
    const html = silent.map((name) => `<${name}>転入届</${name}>`).join('');
    expect(
      found(
        `${html}<select><option>転入届</option></select><div contenteditable>転入届</div><div role="navigation">転入届</div>`,
      ),
    ).toEqual([]);
    expect(found('<section>転入届</section>')).toEqual(['move-in: 転入届']);
  });
});

describe('a list', () => {
  const items = (item: (at: number) => string, count = 5): string =>
    Array.from({ length: count }, (_none, at) => item(at)).join('\n');
  const link = (at: number): string => `<li><a href="/${at}.html"><span>転入届</span></a></li>`;

  it.each<[string, string]>([
    ['of five links', `<ul>${items(link)}</ul>`],
    ['in order', `<ol>${items(link)}</ol>`],
    ['of many links', `<ul>${items(link, 300)}</ul>`],
    ['within another', `<ul><li>暮らし<ul>${items(link)}</ul></li></ul>`],
  ])('of nothing but links is a menu: %s', (_case, html) => {
    expect(found(`<p>届出</p>${html}<p>暗証番号</p>`)).toEqual(['notification: 届出', 'pin: 暗証番号']);
  });

  it.each<[string, string]>([
    ['of four links', `<ul>${items(link, 4)}</ul>`],
    ['of files', `<ul>${items((at) => `<li><a href="/${at}.pdf#page=2">転入届（PDF：92KB）</a></li>`)}</ul>`],
    ['with text beside a link', `<ul>${items(link)}<li><a href="/x.html">転入届</a>の書き方</li></ul>`],
    ['with two links in an item', `<ul>${items(link)}<li><a href="/x.html">転</a><a href="/y.html">出</a></li></ul>`],
    ['with an item that is no link', `<ul>${items(link)}<li>委任状</li></ul>`],
    ['with a list in an item', `<ul>${items(link)}<li><a href="/x.html">転出</a><ul><li>x</li></ul></li></ul>`],
    ['with links to nowhere', `<ul>${items(() => '<li><a>転入届</a></li>')}</ul>`],
    ['without items', `<ul>${items((at) => `<a href="/${at}.html">転入届</a>`)}</ul>`],
  ])('stays: %s', (_case, html) => {
    expect(found(html)[0]).toBe('move-in: 転入届');
  });
});

describe('which occurrence', () => {
  it('is the first in each section, and sections begin at headings', () => {
    const hits = findWords(
      page('<p>転入届 転入届</p><h2>転入届</h2><p>転入届</p><h3>ほか</h3><p>転入届</p>'),
      RULES,
      options,
    );
    expect(hits.map((hit) => hit.section)).toEqual([0, 1, 2]);
  });

  it('is the first that is rendered: not the one in a closed accordion', () => {
    const root = page(
      '<div style="display:none">転入届</div><details><summary>ひらく</summary>転入届</details><div style="visibility:hidden">転入届</div><p id="seen">転入届</p>',
    );
    expect(findWords(root, RULES, options).map((hit) => hit.range.startContainer.parentElement?.id)).toEqual(['seen']);
  });

  it('lies after the main heading, also when that is wrapped', () => {
    const root = page('<p>転入届</p><header><h1>暗証番号</h1></header><div><p>届出</p></div>');
    expect(findWords(root, RULES, { ...options, after: root.querySelector('h1') }).map((hit) => hit.id)).toEqual([
      'notification',
    ]);
  });

  it('says when a click would be the page’s', () => {
    const root = page('<a href="/x">転<b>入届</b></a><label>暗証番号</label><p>届出</p>');
    expect(findWords(root, RULES, options).map(({ id, inLink }) => [id, inLink])).toEqual([
      ['move-in', true],
      ['pin', true],
      ['notification', false],
    ]);
  });

  it('stops at the limit', () => {
    expect(findWords(page('<p>転入届</p><p>届出</p><p>暗証番号</p>'), RULES, { ...options, limit: 2 })).toHaveLength(2);
  });
});

describe('a page that is not ours', () => {
  it('is left as it was', () => {
    const root = page('<p>在留<br>期間</p>');
    const before = root.outerHTML;
    const records = new MutationObserver(() => undefined);
    records.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    findWords(root, RULES, options);
    expect(records.takeRecords()).toEqual([]);
    expect(root.outerHTML).toBe(before);
  });

  it('may name form fields after what we ask of a form', () => {
    const names = [
      'nodeType',
      'localName',
      'firstChild',
      'nextSibling',
      'parentNode',
      'parentElement',
      'getAttribute',
      'hasAttributes',
      'checkVisibility',
      'textContent',
    ];
    const root = page(`<form>${names.map((name) => `<input name="${name}">`).join('')}転入届<p>届出</p></form>`);
    expect(findWords(root, RULES, options).map((hit) => hit.id)).toEqual(['move-in', 'notification']);
  });

  it('is searched anew after it was rewritten', () => {
    const root = page('<p>在留期間</p>');
    expect(findWords(root, RULES, options)).toHaveLength(1);
    root.innerHTML = '<p><ruby>在留<rt>ざいりゅう</rt></ruby><ruby>期間<rt>きかん</rt></ruby></p>';
    expect(findWords(root, RULES, options).map(covered)).toEqual(['在留ざいりゅう期間']);
    root.innerHTML = '<p><font><font>在留</font></font><font>期間</font></p>';
    expect(findWords(root, RULES, options).map(covered)).toEqual(['在留期間']);
  });

  it('may hold more in one text node than is searched at once', () => {
    const filler = '手続きの案内です。'.repeat(5_000);
    const root = page(`<p>${filler}在留期間${filler}転入届</p>`);
    expect(findWords(root, RULES, options).map(covered)).toEqual(['在留期間', '転入届']);
  });

  it('is searched to 20,000 text nodes and no further', () => {
    const root = page(`<p>${'<b>x</b>'.repeat(19_999)}<b>届出</b><b>転入届</b></p>`);
    expect(findWords(root, RULES, options).map((hit) => hit.id)).toEqual(['notification']);
  });
});

describe('in slices', () => {
  it('finds the same, and lets others come between', async () => {
    const root = page(new DOMParser().parseFromString(stressPage(), 'text/html').body.innerHTML);
    const turns = vi.spyOn(scheduler, 'yield');
    const sliced = (await findInSlices(root, RULES, options)).words;
    expect(turns.mock.calls.length).toBeGreaterThan(0);
    turns.mockRestore();
    const whole = findWords(root, RULES, options);
    expect(whole.length).toBeGreaterThan(100);
    expect(sliced.map((hit) => [hit.id, hit.section, hit.range.startContainer, hit.range.startOffset])).toEqual(
      whole.map((hit) => [hit.id, hit.section, hit.range.startContainer, hit.range.startOffset]),
    );
  });

  it('lets others come between in browsers without scheduler.yield as well', async () => {
    vi.stubGlobal('scheduler', {});
    const root = page(new DOMParser().parseFromString(stressPage(), 'text/html').body.innerHTML);
    let others = 0;
    const ticking = setInterval(() => (others += 1), 0);
    const sliced = (await findInSlices(root, RULES, options)).words;
    clearInterval(ticking);
    expect(others).toBeGreaterThan(0);
    expect(sliced).toHaveLength(findWords(root, RULES, options).length);
  });

  it('ends with nothing when the visit ends', async () => {
    const visit = new AbortController();
    const root = page(new DOMParser().parseFromString(stressPage(), 'text/html').body.innerHTML);
    const search = findInSlices(root, RULES, { ...options, signal: visit.signal });
    visit.abort();
    expect((await search).words).toEqual([]);
    expect(findWords(root, RULES, { ...options, signal: visit.signal })).toEqual([]);
  });
});

/** Hits as the oracle gives them. */
const plain = ({ words, dates }: Hits): ReturnType<typeof hitsByBruteForce> => {
  const ends = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange) => ({
    start: [startContainer as Text, startOffset] as [Text, number],
    end: [endContainer as Text, endOffset] as [Text, number],
  });
  return {
    words: words.map(({ id, section, text, inLink, range }) => ({ id, section, text, inLink, ...ends(range) })),
    dates: dates.map(({ text, range }) => ({ text, ...ends(range) })),
  };
};

describe('the same as without any cleverness', () => {
  const scraps = [
    '在留',
    '期間',
    '満了日',
    '転入',
    '転',
    '入',
    '届',
    '届出',
    '出',
    '学',
    '超過',
    '電子',
    '証明書',
    'スマホ用',
    'ｶﾞ',
    'イド',
    'PIN',
    'ＰＩ',
    'Ｎ',
    's',
    '暗証番号',
    ' ',
    '　',
    '\n  ',
    '\u200b',
    '\ufeff',
    '。',
    '㈱',
    '<br>',
    '<img alt="転入">',
    '<wbr>',
    '<!-- -->',
    '<button>転入</button>',
    '<rt>よみ</rt>',
    '5月1日',
    '令和８年',
    '2026/5/1(',
    '年',
    '元',
  ];
  const text = fc.array(fc.constantFrom(...scraps), { maxLength: 6 }).map((parts) => parts.join(''));
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'div',
            'span',
            'b',
            'a href="/"',
            'h2',
            'h3',
            'th',
            'ruby',
            'label',
            'nav',
            'li',
            'font',
            'div style="display:none"',
            'span hidden',
            'div role="banner"',
            'div contenteditable',
            'article',
            'details',
          ),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag.split(' ')[0]}>`),
      fc
        .tuple(
          fc.constantFrom('ul', 'ol'),
          fc.array(fc.tuple(fc.constantFrom('/', '/', '/', '/a.pdf'), text), { minLength: 3, maxLength: 7 }),
          fc.oneof({ weight: 4, arbitrary: fc.constant('') }, tie('node')),
        )
        .map(([list, links, last]) => {
          const items = links.map(([href, words]) => `<li><a href="${href}">${words}</a></li>`);
          return `<${list}>${items.join('')}${last === '' ? '' : `<li>${last}</li>`}</${list}>`;
        }),
    ),
  }));

  it('on any page', () => {
    let marked = 0;
    let dated = 0;
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 6 }), fc.boolean(), (parts, headed) => {
        const root = page(
          headed ? `<div>${parts[0]}<div><h1>見出し</h1></div></div>${parts.slice(1).join('')}` : parts.join(''),
        );
        const after = headed ? root.querySelector('h1') : null;
        const theirs = hitsByBruteForce(root, RULES, after, { dates: true });
        expect(plain(findAtOnce(root, RULES, { ...options, after, dateLimit: 1000 }))).toEqual(theirs);
        root.remove();
        marked += theirs.words.length;
        dated += theirs.dates.length;
      }),
      { numRuns: 500 }, // a failure prints its seed and path
    );
    expect(marked).toBeGreaterThan(200);
    expect(dated).toBeGreaterThan(50);
  });

  it('and the menu beside the text of a page has no words', () => {
    const html = SAMPLES['/tests/pages/date-first-move-in.html'] ?? '';
    const root = page(new DOMParser().parseFromString(html, 'text/html').body.innerHTML);
    const after = root.querySelector('h1');
    const hits = findWords(root, packaged, { ...options, after });
    expect(hits.length).toBeGreaterThan(10);
    expect(hits.filter((hit) => hit.range.startContainer.parentElement?.closest('ul.local'))).toEqual([]);
  });

  const SAMPLES = import.meta.glob<string>('/tests/pages/*.html', { query: '?raw', import: 'default', eager: true });
  it.each([
    ...Object.entries(SAMPLES).map(([path, html]): [string, string] => [path.replace(/^.*\//, ''), html]),
    ['median real', medianPage()],
    ['largest real', largestPage()],
  ])('with the words as packaged: %s', (_name, html) => {
    const root = page(new DOMParser().parseFromString(html, 'text/html').body.innerHTML);
    const after = root.querySelector('h1');
    const theirs = hitsByBruteForce(root, packaged, after, { dates: true });
    expect(plain(findAtOnce(root, packaged, { ...options, after, limit: Infinity, dateLimit: Infinity }))).toEqual(
      theirs,
    );
  });
});

describe('dates of the page', () => {
  const dates = (html: string, dateLimit = 60): string[] =>
    findAtOnce(page(html), RULES, { ...options, dateLimit }).dates.map(({ range }) => covered({ range }));

  it.each<[string, string, string[]]>([
    ['plain', '<p>令和8年5月1日まで</p>', ['令和8年5月1日']],
    ['full width and spaced', '<p>令和　８　年　５月１日</p>', ['令和　８　年　５月１日']],
    ['cut by a span and br', '<p>令和<b>8</b>年5月<br>1日</p>', ['令和8年5月1日']],
    ['in ruby', '<p><ruby>令和<rt>れいわ</rt></ruby>8<ruby>年<rt>ねん</rt></ruby></p>', ['令和れいわ8年']],
    ['the first of each only', '<p>2026/5/1</p><p>2026/5/1、2026/5/2</p>', ['2026/5/1', '2026/5/2']],
    ['not where nobody sees it', '<p hidden>2026/5/1</p><p>2026/5/2</p>', ['2026/5/2']],
    ['also in a link', '<p><a href="#">5月1日</a></p>', ['5月1日']],
    ['not across blocks', '<p>令和8年</p><p>5月1日</p>', ['令和8年', '5月1日']],
  ])('%s', (_name, html, expected) => {
    expect(dates(html)).toEqual(expected);
  });

  it('are not looked for unless they are asked for, and no more than that', () => {
    expect(findAtOnce(page('<p>2026/5/1</p>'), RULES, options).dates).toEqual([]);
    expect(dates('<p>2026/5/1、2026/5/2、2026/5/3</p>', 2)).toHaveLength(2);
  });

  it('go on where there are enough words', () => {
    const { words, dates: found } = findAtOnce(page('<p>転入届</p><p>届出は5月1日</p>'), RULES, {
      ...options,
      limit: 1,
      dateLimit: 60,
    });
    expect([words.length, found.length]).toEqual([1, 1]);
  });

  it.each<[string, string[], string[], string]>([
    ['令和8年度と令和の年度', ['令和', '年度'], ['令和8年度'], 'a word inside a date gives way'],
    ['令和9年を2027年4月期', ['2027年4月期'], ['令和9年'], 'a date inside a word gives way'],
    ['5月1日現在', ['日現在'], [], 'a date that a word is cut from gives way'],
  ])('never overlap a word: %s (%j, %j: %s)', (text, words, expected) => {
    const rules = ['令和', '年度', '2027年4月期', '日現在'].map((surface, i) => ({ id: `w${i}`, surfaces: [surface] }));
    const root = page(`<p>${text}</p>`);
    const hits = findAtOnce(root, rules, { ...options, dateLimit: 60 });
    expect([hits.words.map((hit) => hit.text), hits.dates.map((hit) => hit.text)]).toEqual([words, expected]);
  });

  it('know which is the day of the page', () => {
    const { dates: found } = findAtOnce(page('<p>更新日：2026年5月1日</p><p>6月1日から</p>'), RULES, {
      ...options,
      dateLimit: 60,
    });
    expect(found.map(({ text, ofPage }) => [text, ofPage])).toEqual([
      ['2026年5月1日', true],
      ['6月1日', false],
    ]);
  });

  it('know it too where its label is a block of its own', () => {
    const [found] = findAtOnce(page('<dl><dt>更新日</dt><dd>2026年5月1日</dd></dl>'), RULES, {
      ...options,
      dateLimit: 60,
    }).dates;
    expect(found).toMatchObject({ text: '2026年5月1日', ofPage: true });
  });

  it.each([
    ['<h2>現況届</h2><p>締切：令和8年6月30日</p>', '現況届：締切', 'a label'],
    ['<h2>現況届</h2><table><tr><th>提出期限</th><td>令和8年6月30日</td></tr></table>', '現況届：提出期限', 'a row'],
    ['<h2>現況届</h2><dl><dt>提出期限<dd>令和八年六月三十日</dl>', '現況届：提出期限', 'a list of names'],
    ['<h2>現況届の提出期限 令和8年6月30日</h2>', '現況届の提出期限', 'a heading'],
    ['<h2>前の項</h2><p>本文。<h3>現況届</h3><p>令和8年6月30日', '現況届', 'the nearest heading'],
    ['<p>令和8年6月30日', '', 'nothing before'],
  ])('say what they are for: %s is %j (%s)', (html, about) => {
    const found = findAtOnce(page(html), RULES, { ...options, dateLimit: 60 }).dates;
    expect(found.map((date) => date.about)).toEqual([about]);
  });

  it('are for what the main heading says, where nothing is nearer', () => {
    const root = page('<h1>児童手当</h1><p>令和8年6月30日</p>');
    const after = root.querySelector('h1');
    expect(findAtOnce(root, RULES, { ...options, after, dateLimit: 60 }).dates).toMatchObject([{ about: '児童手当' }]);
  });

  it.each<[string, string | null, string]>([
    ['<p>更新日：2026年5月1日</p><h1>転入届</h1>', '2026年5月1日', 'a row above'],
    ['<dl><dt>更新日<dd>令和8年5月1日</dl><div><h1>転入届</h1></div>', '令和8年5月1日', 'a label of its own'],
    ['<p>2026年5月1日</p><h1>転入届</h1>', null, 'a date without a label'],
    ['<h1>転入届</h1><p>更新日：2026年5月1日</p>', null, 'below the heading'],
    ['<p>公開日 2020/4/1 更新日 2026/5/1</p><h1>転入届</h1>', '2026/5/1', 'the last of two'],
    ['<nav>更新日：2026年5月1日</nav><h1>転入届</h1>', null, 'a menu'],
  ])('of a page stand above its heading too: %s is %j (%s)', (html, written) => {
    const root = page(html);
    expect(findWritten(root, root.querySelector('h1')!)).toBe(written);
  });
});
