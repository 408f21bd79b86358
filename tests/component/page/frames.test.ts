import { describe, expect, it } from 'vitest';
import gate from '../../../.data/gate.json';
import foreignWords from '../../../.data/knowledge/foreign-words.txt?raw';
import rules from '../../../.data/recognise.json';
import { passesGate } from '../../../lib/page/gate.ts';
import { inJapaneseBy } from '../../../lib/page/in-japanese.ts';
import { readFacts, readFrame } from '../../../lib/page/read-facts.ts';
import { recognise } from '../../../lib/page/recognise.ts';
import {
  ALL_MENUS,
  FRAMES,
  FRAME_NAMES,
  HOST,
  MENUS,
  addressOf,
  type FrameName,
  type FramePage,
  type MenuName,
} from '../../fixtures/frames.ts';
import { PROCEDURE_PAGES } from '../../fixtures/procedure-pages.ts';
import { UNRELATED_FOREIGN_PAGES } from '../../fixtures/unrelated-foreign-pages.ts';
import { UNRELATED_PAGES } from '../../fixtures/unrelated-pages.ts';

const inJapanese = inJapaneseBy(foreignWords);
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
/** The ids of what is recognised on a page, best first. */
const names = (document: Document, url: string): readonly string[] =>
  recognise(readFacts(document, url), rules, inJapanese).procedures.map(({ procedure }) => procedure);
/** The same with the gate before it, as the spotter asks. */
function found(frame: FrameName, page: FramePage): readonly string[] {
  const document = parse(FRAMES[frame].html(page));
  const url = addressOf(frame, page.under);
  return passesGate(gate, readFrame(document)) ? names(document, url) : [];
}

const menuNames = Object.keys(MENUS) as MenuName[];

/** How often `words` stand in `text`. */
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('what is read of a page', () => {
  const page = {
    title: '転入届',
    crumbs: ['トップページ', 'くらし', '引越し'],
    body: '<p>届け出てください。</p><h2>必要なもの</h2><p>本人確認書類</p>',
    menu: ALL_MENUS,
  };
  it.each(FRAME_NAMES)('in the frame %s is its own name, place, headings and text', (frame) => {
    const facts = readFacts(parse(FRAMES[frame].html(page)), addressOf(frame));
    expect(facts.title).toContain('転入届');
    expect(facts.heading).toBe(frame === 'builder' ? '◆転入届◆' : '転入届');
    const trail = frame === 'siteFirst' ? page.crumbs : [...page.crumbs, page.title];
    const none = frame === 'builder'; // no breadcrumb
    expect(facts.crumbs.slice(-trail.length)).toEqual(none ? [] : trail);
    expect(facts.headings).toEqual(['必要なもの']);
    expect(facts.sample).toContain('本人確認書類');
    expect(ALL_MENUS.filter((words) => words.length > 1 && facts.sample.includes(words))).toEqual([]);
  });
});

describe('headings and breadcrumbs of nothing but text and links', () => {
  /** A role that says nothing makes the reader walk through them. */
  const walked = (html: string): Document => {
    const page = parse(html);
    for (const element of page.querySelectorAll('body *')) element.setAttribute('role', 'none');
    return page;
  };
  const page = {
    title: '転入届',
    crumbs: ['トップページ', 'くらし', 'くらし', '引越し'],
    body: '<p>届け出てください。</p>',
    menu: ALL_MENUS,
  };
  it.each(FRAME_NAMES)('are read in the frame %s as by walking through them', (frame) => {
    const html = FRAMES[frame].html(page);
    const { headingElement: _, ...read } = readFrame(parse(html));
    const { headingElement: __, ...asWalked } = readFrame(walked(html));
    expect(read).toEqual(asWalked);
  });
  it.each([
    '<ol class="breadcrumb"><li><a href="/">Top</a></li><li>くらし</li><li><b>転入</b>届</li></ol>',
    '<ul class="breadcrumb"><li><a href="/">くらし</a></li><li><a href="/a/">くらし</a></li><li>くらし</li></ul>',
    '<div class="breadcrumb">現在の位置：<a href="/">Top</a> &gt; <span><a href="/a/">くらし</a></span> 転入届</div>',
    '<dl class="breadcrumb"><dt>現在地</dt><dd><a href="/">Top</a></dd><dd>転<br>入届</dd></dl>',
    '<dl class="breadcrumb"><dt>You are here:</dt><dd><a href="/">Top</a> 引越し</dd><dd>転入届</dd></dl>',
    '<dl class="breadcrumb"><dd><a href="/"><span>Top</span><meta content="1"></a></dd><dd>引越し<li>転入届</li></dd></dl>',
    '<p class="breadcrumb"><a href="/"></a><a href="/a/">くらし</a><a href="/b/">引越し</a>転入届 | みほん</p>',
    `<p class="breadcrumb"><a href="/">Top</a> ${'<a href="/a/">くらし</a> &gt; '.repeat(900)}転入届</p>`,
    '<form id="f" class="breadcrumb"><a href="/">Top</a> &gt; <b>転入届</b></form><input form="f" name="textContent"><input form="f" name="firstElementChild">',
  ])('such as %.120s', (trail) => {
    const html = `<title>転入届</title><body>${trail}<h1>転入届</h1>`;
    const { crumbs } = readFrame(parse(html));
    expect(crumbs.length).toBeGreaterThan(1);
    expect(crumbs).toEqual(readFrame(walked(html)).crumbs);
  });
});

describe('a page about something else', () => {
  it.each(FRAME_NAMES.flatMap((frame) => menuNames.map((menu) => [frame, menu] as const)))(
    'in the frame %s is silent with a menu about %s',
    (frame, menu) => {
      const spoken = UNRELATED_PAGES.flatMap((page) => {
        const document = parse(FRAMES[frame].html({ ...page, menu: MENUS[menu] }));
        const text = document.body.textContent;
        expect(MENUS[menu].filter((words) => times(text, words) < 2)).toEqual([]);
        const [first] = names(document, addressOf(frame));
        return first === undefined ? [] : `${page.title}: ${first}`;
      });
      expect(spoken, spoken.join(', ')).toEqual([]);
    },
  );
});

describe('a page about a procedure', () => {
  it('is there for each rule', () => {
    expect(Object.keys(PROCEDURE_PAGES).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it.each(
    Object.entries(PROCEDURE_PAGES).flatMap(([procedure, pages]) =>
      pages.map((page) => [procedure, page.title, page] as const),
    ),
  )('%s: %s, in every frame', (procedure, _title, page) => {
    const others = FRAME_NAMES.flatMap((frame) => {
      const [first = 'nothing'] = found(frame, { ...page, menu: ALL_MENUS });
      return first === procedure ? [] : `${frame}: ${first}`;
    });
    expect(others, others.join(', ')).toEqual([]);
  });
});

describe('a name is read', () => {
  const page = { crumbs: ['トップページ', 'くらし'], body: '<p>市民課の窓口へ。</p>', menu: ALL_MENUS };
  it.each<[string, string, Partial<FramePage>]>([
    ['in full width', 'move-in', { title: '転入届（ＭＹＮＡをお持ちの方）' }],
    ['in full-width letters', 'etax', { title: 'ｅ－Ｔａｘの利用' }],
    ['in half-width kana', 'card-renew', { title: 'ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞの更新' }],
    ['letter-spaced', 'move-in', { title: '転 入 届' }],
    ['letter-spaced with ideographic spaces', 'move-in', { title: '転　入　届' }],
    ['letter-spaced with no-break spaces', 'move-in', { title: '転\u00a0入\u00a0届' }],
    ['letter-spaced only in the heading', 'move-in', { title: 'お知らせ（転入届）', heading: '転 入&nbsp;届' }],
    ['with zero-width characters', 'cert-renew', { title: '電子\u200b証明\ufeff書の\u2060更新' }],
    ['with soft hyphens', 'birth', { title: 'Birth regis\u00adtration', lang: 'en' }],
    ['in decomposed kana', 'konbini', { title: 'コンヒ\u3099ニ交付' }],
    ['cut by a line break', 'cert-renew', { title: '電子証明書の更新', heading: '電子証<br>明書の<br>更新' }],
    ['cut by lines of the source', 'cert-renew', { title: '電子証明書の更新', heading: '電子証\n明書の\n更新' }],
    [
      'cut by spans',
      'card-lost',
      { title: 'マイナンバーカードの紛失', heading: '<span>マイナン</span>バー<strong><em>カー</em>ドの紛</strong>失' },
    ],
    [
      'with a reading',
      'foreign-extend',
      {
        title: '在留期間とマイナンバーカード',
        heading:
          '<ruby>在留<rp>（</rp><rt>ざいりゅう</rt><rp>）</rp></ruby><ruby><rb>期間</rb><rt>きかん</rt></ruby>とマイナンバーカード',
      },
    ],
    ['with a reading in brackets', 'move-in', { title: '転入（てんにゅう）届（とどけ）' }],
    [
      'with hidden parts for narrow screens',
      'move-in',
      { title: '転入届', heading: '<a href="/x"><span class="pconly">転入</span>届</a>' },
    ],
    ['as a picture', 'move-in', { title: '転入届', heading: '<img src="t.gif" alt="転入届">' }],
    ['as a picture without words', 'move-in', { title: '転入届', heading: '<img src="t.gif" alt="">' }],
    [
      'in the font elements of a translator',
      'move-in',
      { title: '転入届', heading: '<font style="vertical-align: inherit;"><font>転入届</font></font>' },
    ],
  ])('%s', (_how, procedure, words) => {
    for (const frame of FRAME_NAMES) expect(found(frame, { ...page, title: '', ...words })[0], frame).toBe(procedure);
  });

  /** As SHIRASAGI writes it on the server: each word with its reading. */
  const kana = (words: readonly string[]): string =>
    words.map((word) => `<ruby>${word}<rp>(</rp><rt>よみ</rt><rp>)</rp></ruby>`).join('');
  it.each(FRAME_NAMES)('in the copy with furigana: %s', (frame) => {
    const words = ['転入', '届', 'の', '出し方'];
    const copy = { ...page, title: words.join(''), heading: kana(words), under: '/kana' };
    expect(found(frame, copy)[0]).toBe('move-in');
    const other = ['図書館', 'カード', 'の', '更新'];
    expect(found(frame, { ...copy, title: other.join(''), heading: kana(other) })).toEqual([]);
  });
  it.each(FRAME_NAMES)('in the translated copy: %s', (frame) => {
    const copy = { ...page, crumbs: ['TOP', 'Living'], lang: 'en', site: 'Town of Mihon', under: '/translate/en' };
    const title = 'Moving-in notification';
    expect(found(frame, { ...copy, title })[0]).toBe('move-in');
    expect(found(frame, { ...copy, title, heading: '<img src="t.gif" alt="">' })[0]).toBe('move-in');
    expect(found(frame, { ...copy, title: 'Renewal of the library card' })).toEqual([]);
  });
});

describe('a page that does not say what it is about', () => {
  const page = { crumbs: ['トップページ', 'くらし'], body: '<p>市民課の窓口へ。</p>' };
  const cases = FRAME_NAMES.flatMap((frame) => menuNames.map((menu) => [frame, menu] as const));
  it.each(cases)('in the frame %s is silent with a menu about %s', (frame, menu) => {
    for (const words of [
      { title: '', heading: '' },
      { title: 'お知らせ', heading: '' },
      { title: '', heading: 'お知らせ' },
    ]) {
      expect(found(frame, { ...page, ...words, menu: MENUS[menu] })).toEqual([]);
    }
  });

  it.each(FRAME_NAMES)('in the frame %s is silent below a chapter that is about something', (frame) => {
    const crumbs = ['トップページ', '引っ越しの手続き', '転入届'];
    for (const heading of ['市民プールの予約', '<img src="t.gif" alt="">']) {
      expect(found(frame, { ...page, crumbs, title: '市民プールの予約', heading, menu: ALL_MENUS })).toEqual([]);
    }
  });
});

describe('a name that says nothing', () => {
  const title = 'Procedures at the City Hall';
  const page = { title, crumbs: ['TOP', 'Living'], lang: 'en', menu: ALL_MENUS };
  it.each(FRAME_NAMES)('in the frame %s leaves it to headings and text', (frame) => {
    const moving =
      '<h2>When you move</h2><p>Submit the moving-in notification within 14 days. Bring your residence card.</p>';
    expect(found(frame, { ...page, body: moving })[0]).toBe('move-in');
    const others =
      '<h2>Garbage</h2><p>Burnable garbage is collected twice a week.</p><h2>When you move</h2><ul><li><a href="/m">Moving</a></li></ul>';
    expect(found(frame, { ...page, body: others })).toEqual([]);
  });
});

describe('a name that does not say its subject', () => {
  const paragraphs = (text: string): string =>
    text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('');
  const page = { crumbs: ['TOP', 'Living'], lang: 'en', menu: ALL_MENUS };

  it.each(FRAME_NAMES)('in the frame %s leaves it to a heading that the text confirms', (frame) => {
    const title = 'After you have settled in';
    const text = paragraphs(
      'Foreigners show passport, residence card and, where they have it, a translation.\nWithin 14 days.',
    );
    expect(found(frame, { ...page, title, body: `<h2>Resident registration</h2>${text}` })[0]).toBe('foreign-arrival');
    expect(found(frame, { ...page, title, body: `<h2>Garbage</h2>${text}<h2>Resident registration</h2>` })).toEqual([]);
    expect(found(frame, { ...page, title: 'Scholarships', body: `<h2>Resident registration</h2>${text}` })).toEqual([]);
  });

  it.each(FRAME_NAMES)('in the frame %s is silent on other subjects, with every menu', (frame) => {
    const spoken = UNRELATED_FOREIGN_PAGES.flatMap(({ lang, title, headings, text }) => {
      const [first = '', ...rest] = headings;
      const body = `<h2>${first}</h2>${paragraphs(text)}${rest.map((heading) => `<h3>${heading}</h3><p>―</p>`).join('')}`;
      return found(frame, { ...page, lang, title, body }).map((procedure) => `${title}: ${procedure}`);
    });
    expect(spoken, spoken.join(', ')).toEqual([]);
  });
});

describe('a list of files', () => {
  const files = (...names: readonly string[]): string =>
    `<ul>${names.map((name, i) => `<li><a href="/files/${i}.pdf">${name} [PDFファイル／92KB]</a></li>`).join('')}</ul>`;
  const page = { crumbs: ['トップページ', '申請書ダウンロード'], menu: ALL_MENUS };
  it.each(FRAME_NAMES)('in the frame %s is known by the name of the page, not by those of files', (frame) => {
    const body = files('住民異動届', '委任状');
    expect(found(frame, { ...page, title: '転入届・転居届の様式', body })[0]).toBe('move-in');
    expect(found(frame, { ...page, title: '児童手当の申請書', body: `<h2>様式</h2>${body}` })[0]).toBe(
      'child-allowance',
    );
    const all = `<h2>転入届</h2>${files('住民異動届')}<h2>電子証明書の更新</h2>${files('電子証明書の更新申請書')}`;
    expect(found(frame, { ...page, title: '申請書ダウンロード', body: all })).toEqual([]);
    expect(found(frame, { ...page, title: '様式一覧', body: files('転入届') })).toEqual([]);
  });
});

describe('what is no page, or a broken one', () => {
  const URLS = [
    `https://${HOST}/tennyu/`,
    `https://${HOST}.:8443/tennyu/index.html`,
    `http://[::1]:80/tennyu`,
    'https://user:word@/',
    'about:blank',
    '',
    '%E0%A4%A',
  ];
  const MENU = '<ul><li><a href="/t">転入届</a></li><li><a href="/m">マイナンバーカードの更新</a></li></ul>';
  const without = (html: string, selector: string): Document => {
    const document = parse(html);
    document.querySelector(selector)?.remove();
    return document;
  };
  it.each<[string, () => Document]>([
    ['nothing', () => parse('')],
    ['no title, no heading', () => parse(`<body>${MENU}<p>本文</p>`)],
    ['no body', () => without(`<title>転入届</title>${MENU}`, 'body')],
    ['no root', () => without(`<title>転入届</title>${MENU}`, 'html')],
    ['a frameset', () => parse('<title>転入届</title><frameset cols="*,*"><frame src="about:blank"></frameset>')],
    [
      'text in a wrong encoding',
      () => parse(`<title>\ufffd]\ufffd\ufffd\ufffd\ufffd</title><h1>\ufffd]\ufffd\ufffd</h1>${MENU}`),
    ],
    ['mojibake', () => parse(`<title>è»¢å…¥å±Š</title><h1>è»¢å…¥å±Š</h1>${MENU}`)],
    ['a title of a million characters', () => parse(`<title>${'あ'.repeat(1_000_000)}転入届</title>${MENU}`)],
    [
      'a heading of a million characters',
      () => parse(`<title>お知らせ</title><h1>${'お知らせ'.repeat(250_000)}</h1>${MENU}`),
    ],
    ['a hundred thousand headings', () => parse(`<title>お知らせ</title>${'<h2>お知らせ</h2>'.repeat(100_000)}`)],
    [
      'elements a thousand deep',
      () => parse(`<title>お知らせ</title>${'<div>'.repeat(1_000)}<h1>お知らせ</h1>${MENU}`),
    ],
    ['XML', () => new DOMParser().parseFromString('<title>転入届</title>', 'application/xml')],
    ['broken XML', () => new DOMParser().parseFromString('<title>転入届', 'application/xml')],
    [
      'a drawing',
      () =>
        new DOMParser().parseFromString(
          '<svg xmlns="http://www.w3.org/2000/svg"><title>転入届</title></svg>',
          'image/svg+xml',
        ),
    ],
  ])('%s gives nothing', (_case, make) => {
    const document = make();
    for (const url of URLS) expect(names(document, url), url).toEqual([]);
  });

  /** What the browser makes of a file that it shows without being HTML. */
  async function shown(type: string, content: BlobPart): Promise<Document> {
    const frame = document.createElement('iframe');
    const url = URL.createObjectURL(new Blob([content], { type }));
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = url;
    document.body.append(frame);
    await loaded;
    if (!frame.contentDocument) throw new Error(`not shown: ${type}`);
    return frame.contentDocument;
  }
  const PIXEL = Uint8Array.from(atob('R0lGODlhAQABAAAAACwAAAAAAQABAAACAUwAOw=='), (char) => char.charCodeAt(0));
  it.each<[string, string, BlobPart]>([
    [
      'a text file',
      'text/plain;charset=utf-8',
      '転入届\n転出証明書、在留カード、委任状を持って14日以内に届け出てください。',
    ],
    ['JSON', 'application/json', '{"title":"転入届"}'],
    ['XML', 'application/xml', '<feed><title>転入届</title></feed>'],
    ['a picture', 'image/gif', PIXEL],
    ['a drawing', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><title>転入届</title></svg>'],
  ])('%s, as the browser shows it, gives nothing', async (_kind, type, content) => {
    const page = await shown(type, content);
    page.title = '転入届.gif (1×1)'; // as the browser names a picture after its file
    expect(type).toContain(page.contentType);
    expect(readFacts(page, URLS[0]!)).toMatchObject({ title: '', heading: '', crumbs: [], headings: [], sample: '' });
    for (const url of URLS) expect(names(page, url), url).toEqual([]);
  });
});
