import { afterEach, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../../lib/overlay/host.ts';
import { findPlace, putAtEdge, type Place } from '../../../lib/overlay/place.ts';

/** The skeletons of real municipal sites, shortened; `#main` is the main heading, `expected` the element before the guide. */
const STANDARD = '<!doctype html>';
const QUIRKS = '';
const text =
  '<p>市民課で手続きができます。必要なものを確かめてからお越しください。平日の午前8時30分から午後5時15分まで受け付けます。代理の方は委任状が要ります。詳しくは次のとおりです。電話でも受け付けています。</p>'.repeat(
    3,
  );
const shapes: [name: string, expected: string, html: string, css?: string, doctype?: string][] = [
  [
    'A: date before the heading',
    '#main',
    `<div id="tmp_contents"><p id="tmp_update">更新日：2026年5月1日</p><h1 id="main">転入届</h1>${text}</div>`,
  ],
  [
    'B: article, date box after',
    '#box',
    `<main><article id="content"><div id="voice"><h1 id="main">転入届</h1><div id="box"><p class="update">更新日 令和8年5月1日</p></div>${text}</div></article></main>`,
  ],
  [
    'C: heading alone in a banner',
    '#main_header',
    `<div id="main_a"><div id="main_header"><h1 id="main">転入届</h1></div><div id="main_body">${text}</div></div>`,
    '#main_header{height:60px;background:#eee}',
  ],
  ['D: heading box, alone', '.main_naka_h1', `<div class="main_naka_h1"><h1 id="main">転入届</h1></div>${text}`],
  [
    'E: date and sharing row',
    '#social',
    `<article id="contents"><h1 id="main">転入届</h1><div id="social">更新日：2026年5月1日 <a href="#">印刷</a> シェア</div>${text}</article>`,
  ],
  [
    'F: h1bg, then an empty anchor',
    '.h1bg',
    `<div id="base"><div class="h1bg"><h1 id="main">転入届</h1></div><a id="top"></a><p>更新日</p>${text}</div>`.replace(
      '<p>更新日</p>',
      '',
    ),
  ],
  [
    'G: heading in a cell of the page table',
    'edge',
    `<form><table><tr><td><h1 id="main">転入届</h1></td></tr><tr><td>${text}</td></tr></table></form>`,
  ],
  [
    'G: heading in a table of its own',
    '#title',
    `<form><table id="title"><tr><td><h1 id="main">転入届</h1></td></tr></table>${text}</form>`,
  ],
  [
    'H: header of an article',
    '#head',
    `<article><header id="head"><h1 id="main">転入届</h1><time>2026.05.01</time></header>${text}</article>`,
  ],
  [
    'I: layout table, quirks',
    'edge',
    `<table width="700"><tr><td width="150"><a href="#">menu</a></td><td><h1 id="main">◆転入届◆</h1>${text}</td></tr></table>`,
    '',
    QUIRKS,
  ],
  ['plain page in quirks mode', '#main', `<center><h1 id="main">転入届</h1>${text}</center>`, '', QUIRKS],
  [
    'flex row with a print button',
    '#row',
    `<div id="row"><h1 id="main">転入届</h1><button>印刷</button></div>${text}`,
    '#row{display:flex;justify-content:space-between}',
  ],
  [
    'grid of everything',
    'edge',
    `<div id="grid"><h1 id="main">転入届</h1><div>${text}</div></div>`,
    '#grid{display:grid;grid-template-columns:200px 1fr}',
  ],
  [
    'flex column with a gap',
    '#main',
    `<div id="column"><h1 id="main">転入届</h1>${text}</div>`,
    '#column{display:flex;flex-direction:column;gap:24px}',
  ],
  [
    'h1 + p has its own style',
    '#lead',
    `<main><h1 id="main">転入届</h1><p id="lead">引っ越した人へ</p>${text}</main>`,
    'h1 + p{font-weight:bold;color:#a00}',
  ],
  [
    'sections in stripes',
    'edge',
    `<main><h1 id="main">転入届</h1><section>${text}</section><section>${text}</section></main>`,
    'main > :nth-child(odd){background:#eee;padding:8px}',
  ],
  [
    'heading is the last child and looks like it',
    '#wrap',
    `<div id="outer"><div id="wrap"><p>くらし</p><h1 id="main">転入届</h1></div>${text}</div>`,
    '#wrap > :last-child{border-bottom:4px solid #060}',
  ],
  [
    'fixed height that cuts off',
    '#box',
    `<div id="box"><h1 id="main">転入届</h1><span>市民課</span></div>${text}`,
    '#box{height:70px;overflow:hidden}',
  ],
  [
    'date floats to the right',
    '#date',
    `<main><h1 id="main">転入届</h1><p id="date">更新日：2026年5月1日</p><div style="clear:both"></div>${text}</main>`,
    '#date{float:right;margin:0}',
  ],
  [
    'menu floats beside',
    '#main',
    `<div id="menu">menu</div><div id="content"><h1 id="main">転入届</h1>${text}</div>`,
    '#menu{float:left;width:200px;height:900px}#content{margin-left:220px}',
  ],
  [
    'everything !important',
    '#main',
    `<main><h1 id="main">転入届</h1>${text}</main>`,
    '*{position:relative!important;margin:3px!important;color:#fff!important;background:#333!important;float:none!important}',
  ],
];

const frames: HTMLIFrameElement[] = [];
async function load(html: string, css = '', doctype = STANDARD): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:900px;height:700px;border:0';
  frame.srcdoc = `${doctype}<html lang="ja"><head><title>転入届</title><style>${css}</style></head>${html.startsWith('<frameset') ? html : `<body>${html}</body>`}</html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame.contentDocument!;
}
afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

function put(page: Document, signal: AbortSignal): { place: Place; host: Host } {
  const look = { locale: 'en', direction: 'ltr', theme: 'light', scale: 1 } as const;
  const host = createHost(page, 'madoguchi-guide', '.madoguchi > div { height: 66px }', look, signal);
  host.frame.append(page.createElement('div'));
  const place = findPlace(page, page.querySelector('#main'), host);
  if (place.kind === 'edge') putAtEdge(page, place.corner, host);
  return { place, host };
}

/** Every computed property of every element of the page, apart from sizes and places that follow from one height. */
function looks(page: Document): string[] {
  const follows =
    /^(?:(?:width|height|inline-size|block-size)$|(?:inset|top|bottom|left|right|transform-origin|perspective-origin))/u;
  return [...page.body.querySelectorAll('*')]
    .filter((element) => element.localName !== 'madoguchi-guide')
    .map((element) => {
      const style = page.defaultView!.getComputedStyle(element);
      return `${element.localName}#${element.id} ${[...style]
        .filter((name) => !follows.test(name))
        .map((name) => `${name}:${style.getPropertyValue(name)}`)
        .join(';')}`;
    });
}
const boxes = (page: Document, of: string): string[] =>
  [...page.body.querySelectorAll(of)].map((element) => {
    const { x, width, height } = element.getBoundingClientRect();
    return [element.localName, x, width, height].join(' ');
  });

describe('a place for the guide', () => {
  it.each(shapes)('%s', async (_name, expected, html, css, doctype) => {
    const page = await load(html, css, doctype);
    const before = {
      html: page.documentElement.outerHTML,
      looks: looks(page),
      boxes: boxes(page, 'h1,p,section,time,button'),
    };
    const visit = new AbortController();
    const { place, host } = put(page, visit.signal);

    if (expected === 'edge') {
      expect(place.kind).toBe('edge');
      expect(host.element.parentElement).toBe(page.documentElement);
    } else {
      expect(place).toEqual({ kind: 'after', element: page.querySelector(expected) });
      expect(host.element.previousElementSibling).toBe(page.querySelector(expected));
      expect(host.element.getBoundingClientRect().width).toBeGreaterThan(300);
    }
    expect(looks(page)).toEqual(before.looks);
    expect(boxes(page, 'h1,p,section,time,button')).toEqual(before.boxes);

    visit.abort();
    expect(page.documentElement.outerHTML).toBe(before.html);
    expect(looks(page)).toEqual(before.looks);
  });

  it('is at the edge where no heading matches the title', async () => {
    const page = await load(`<h2>転入届</h2>${text}`);
    expect(put(page, new AbortController().signal).place.kind).toBe('edge');
  });

  it('is nowhere in a frameset', async () => {
    const page = await load('<frameset cols="*"><frame src="about:blank"></frameset>');
    expect(put(page, new AbortController().signal).place).toEqual({ kind: 'none' });
    expect(page.querySelector('madoguchi-guide')).toBeNull();
  });

  it('finds the body although an image is named body', async () => {
    const page = await load(`<img name="body"><h1 id="main">転入届</h1>${text}`);
    expect(put(page, new AbortController().signal).place.kind).toBe('after');
  });

  it.each([
    ['bottom left', ''],
    ['middle left', '<div style="position:fixed;left:0;bottom:0;width:300px;height:80px">cookies</div>'],
    ['middle right', '<nav style="position:fixed;left:0;top:0;bottom:0;width:200px">menu</nav>'],
  ])('keeps the edge button off what is fixed there: %s', async (corner, fixed) => {
    const page = await load(`${text}${fixed}`);
    expect(put(page, new AbortController().signal).place).toEqual({ kind: 'edge', corner });
  });
});
