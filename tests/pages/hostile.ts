/**
 * Pages that are broken, or built against whatever is put into them, made from one sample page. They are no sample
 * pages themselves: what `pages.test.ts` asserts of every page does not hold for them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVERED_HOST, samplePage, type Served } from './pages.ts';

/** What the person gets there: the guide in the text, a button at the edge, or nothing on the page itself. */
type Gets = 'guide' | 'edge' | 'nothing';

export type HostilePage = {
  name: string;
  url: string;
  gets: Gets;
  /** an expression that is true in the page's own world: it is as hostile as it claims */
  proof: string;
  /** an expression that gives what the page has learned or caught of us */
  caught: string;
  /** its own script changes it all the time, so that it is never the same twice */
  restless: boolean;
  served: Served;
};

const { url: MODEL_URL } = samplePage('article-foreign-extend');
const MODEL = readFileSync(join(import.meta.dirname, 'article-foreign-extend.html'), 'utf8');

type Change = {
  gets?: Gets;
  proof: string;
  caught?: string;
  restless?: boolean;
  /** before everything else in the head */
  head?: string;
  /** at the beginning of the body */
  body?: string;
  edit?: (html: string) => string;
  headers?: Record<string, string>;
};

function page(
  name: string,
  { gets = 'guide', proof, caught = '[]', restless = false, head = '', body = '', edit, headers }: Change,
): HostilePage {
  const html = MODEL.replace('<head>', () => `<head>${head}`).replace('<body>', () => `<body>${body}`);
  return {
    name,
    url: `https://${COVERED_HOST}/hostile/${name.replaceAll(/\W+/g, '-')}`,
    gets,
    proof,
    caught,
    restless,
    served: {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      body: Buffer.from(edit ? edit(html) : html),
    },
  };
}

export const hostilePages: readonly HostilePage[] = [
  page('a theme with the last word', { proof: "getComputedStyle(document.body).pointerEvents === 'none'",
    head: `<style>
      * { background: #333 !important; color: #fff !important; float: none !important; opacity: 0.99 !important;
          pointer-events: none !important; position: static !important; font: 30px/3 serif !important;
          letter-spacing: 1em !important; text-transform: uppercase !important; visibility: hidden !important; }
      h1, h1 ~ *, h1 ~ * *, :has(h1) { visibility: visible !important; }
      madoguchi-guide, madoguchi-word, #reading > :not(h1, div, p, ul, h2), html > :not(head, body) {
          all: unset !important; display: none !important; position: fixed !important; left: -9999px !important;
          transform: scale(0) !important; pointer-events: none !important; clip-path: inset(50%) !important; }
    </style>`,
  }),
  page('prototypes with more in them', {
    proof: "'procedures' in {} && 'then' in []",
    head: `<script>
      const names = ['type', 'key', 'ref', 'children', 'procedures', 'mode', 'signal', 'once', 'passive', 'then', 'get', 'set', 'value'];
      const accessor = { __proto__: null, get() {}, set() { throw new Error('polluted'); }, enumerable: true, configurable: true };
      for (const prototype of [Object.prototype, Array.prototype, Function.prototype])
        for (const name of names) Object.defineProperty(prototype, name, accessor);
    </script>`,
  }),
  page('methods that fail', {
    proof:
      "(() => { try { document.createElement('p'); } catch { return called.splice(0).join() === 'createElement'; } })()",
    caught: 'called',
    head: `<script>
      const called = [];
      const trap = (owner, name) => {
        const { get, set, configurable } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
        if (configurable === false) return;
        const fail = () => { called.push(String(name)); throw new Error('trapped'); };
        Object.defineProperty(owner, name, get ? { get: fail, set: set && fail } : { value: fail, writable: true });
      };
      for (const owner of [Node, Element, HTMLElement, EventTarget, CharacterData, CSSStyleSheet, Highlight, HighlightRegistry, ShadowRoot, TreeWalker, Range])
        for (const name of Object.getOwnPropertyNames(owner.prototype)) if (/^(?!constructor)[a-z]/.test(name)) trap(owner.prototype, name);
      for (const name of ['createElement', 'createElementNS', 'createTextNode', 'createTreeWalker', 'createRange', 'querySelector', 'querySelectorAll', 'elementsFromPoint', 'adoptedStyleSheets', 'adoptNode', 'body', 'title', 'activeElement'])
        trap(Document.prototype, name);
      for (const name of ['MutationObserver', 'Highlight', 'StaticRange', 'CSSStyleSheet', 'AbortController', 'Promise', 'Map', 'Set', 'setTimeout', 'getComputedStyle', 'matchMedia'])
        trap(globalThis, name);
      for (const name of ['map', 'filter', 'find', 'some', 'flatMap', 'values', Symbol.iterator]) trap(Array.prototype, name);
    </script>`,
  }),
  page('parts of the document named after others', { proof: "typeof document.querySelector !== 'function' && typeof document.createElement !== 'function'",
    body: `<div hidden><form name="body"></form><form name="head"></form><img name="documentElement" alt=""><img name="title" alt=""><img name="activeElement" alt=""><img name="defaultView" alt=""><form name="querySelector"></form><form name="querySelectorAll"></form><form name="adoptedStyleSheets"></form><form name="addEventListener"></form><form name="dispatchEvent"></form><form name="elementsFromPoint"></form><form name="createElement"></form><form name="createRange"></form><form name="createTextNode"></form></div>`,
  }),
  page('a form around the heading with fields named after its methods', { proof: "typeof document.getElementById('reading').closest !== 'function'",
    gets: 'guide',
    edit: (html) =>
      html
        .replace(
          '<div id="reading">',
          `<form id="reading" action="/sent">${[
            ...['parentNode', 'parentElement', 'childNodes', 'children', 'firstChild', 'nextSibling', 'nextElementSibling'],
            ...['lastElementChild', 'previousElementSibling', 'textContent', 'innerHTML', 'nodeName', 'tagName', 'localName'],
            ...['id', 'className', 'closest', 'matches', 'contains', 'querySelector', 'querySelectorAll', 'getAttribute'],
            ...['hasAttribute', 'getBoundingClientRect', 'checkVisibility', 'ownerDocument', 'getRootNode', 'isConnected'],
            ...['after', 'append', 'insertBefore', 'removeChild', 'remove', 'style', 'dataset', 'nodeType', 'attributes'],
          ]
            .map((name) => `<input type="hidden" name="${name}">`)
            .join('')}`,
        )
        .replace('</div>\n<form class="questionnaire"', '</form>\n<form class="questionnaire"'),
  }),
  page('parts of the page named after what scripts know', { proof: "browser instanceof Node && runtime instanceof Node",
    body: `<div hidden>${['browser', 'chrome', 'CSS', 'madoguchi', 'document', 'scheduler', 'Temporal', 'Highlight', 'getSelection', 'globalThis', 'runtime', 'navigation', 'location', 'performance', 'AbortController', 'NodeFilter'].map((id) => `<a id="${id}" href="#${id}"></a>`).join('')}</div>`,
  }),
  page('elements of our names', { proof: "customElements.get('madoguchi-guide') !== undefined", caught: 'seen.filter(Boolean)',
    head: `<script>
      globalThis.seen = [];
      for (const name of ['madoguchi-guide', 'madoguchi-word'])
        customElements.define(name, class extends HTMLElement {
          static observedAttributes = ['lang', 'dir', 'translate'];
          constructor() {
            super();
            this.internals = this.attachInternals();
            globalThis.seen.push(this.internals.shadowRoot !== null);
          }
          connectedCallback() { globalThis.seen.push(this.internals.shadowRoot !== null); }
          attributeChangedCallback() {}
        });
    </script>`,
  }),
  page('elements of our names with a root of their own', { proof: "document.createElement('madoguchi-word').shadowRoot !== null",
    head: `<script>
      for (const name of ['madoguchi-guide', 'madoguchi-word'])
        customElements.define(name, class extends HTMLElement {
          constructor() { super(); try { this.attachShadow({ mode: 'open' }).innerHTML = '<p>theirs</p>'; } catch {} }
        });
    </script>`,
  }),
  page('a page that never rests', { proof: "document.getElementById('ticker').textContent !== ''",
    restless: true,
    body: `<p id="ticker"></p><script>
      let n = 0;
      setInterval(() => {
        n += 1;
        document.getElementById('ticker').textContent = 'ただいま ' + n;
        const items = document.querySelector('#reading ul');
        items?.append(items.firstElementChild);
        const p = document.createElement('p');
        document.querySelector('.contact')?.append(p);
        setTimeout(() => p.remove(), 5);
      }, 10);
    </script>`,
  }),
  page('a hundred thousand elements', { proof: "document.querySelectorAll('*').length > 100_000",
    edit: (html) =>
      html.replace('<p class="pdf">', () => `${'<p><b>受付</b>の<i>順番</i></p>'.repeat(34_000)}<p class="pdf">`),
  }),
  page('a million characters', { proof: "document.body.textContent.length > 1_000_000",
    edit: (html) =>
      html.replace('<p class="pdf">', () => `${`<p>${'市の窓口は混み合います。'.repeat(420)}</p>`.repeat(200)}<p class="pdf">`),
  }),
  page('a page that takes everything foreign out', { proof: "document.body.append(document.createElement('madoguchi-x')), Promise.resolve().then(() => document.querySelector('madoguchi-x') === null)",
    gets: 'nothing',
    restless: true,
    head: `<script>
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (/^madoguchi-/i.test(node.nodeName)) node.remove();
      }).observe(document, { childList: true, subtree: true });
    </script>`,
  }),
  page('a page that throws styles and highlights away', { proof: "CSS.highlights.set('x', new Highlight()), new Promise((done) => setTimeout(() => done(CSS.highlights.size === 0), 100))",
    restless: true,
    head: `<script>setInterval(() => { document.adoptedStyleSheets = []; CSS.highlights.clear(); }, 20);</script>`,
  }),
  page('a policy that allows nothing', { proof: "(() => { try { document.createElement('p').innerHTML = 'x'; } catch { return true; } })()",
    headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" },
  }),
  page('a page in a sandbox', { proof: "origin === 'null'", headers: { 'content-security-policy': 'sandbox' } }),
  page('XHTML', { proof: "document.contentType === 'application/xhtml+xml' && document.querySelector('h1').tagName === 'h1'",
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    edit: (html) =>
      html
        .replace('<!DOCTYPE html>\n<html lang="ja">', '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ja" lang="ja">')
        .replaceAll(/<(meta|link|hr|br|input)\b([^>]*)>/g, '<$1$2/>'),
  }),
  page('quirks', { proof: "document.compatMode === 'BackCompat'", edit: (html) => html.replace('<!DOCTYPE html>\n', '') }),
  page('right to left', { proof: "getComputedStyle(document.body).direction === 'rtl'", edit: (html) => html.replace('<html lang="ja">', '<html lang="ar" dir="rtl">') }),
  page('frames in a sandbox', { proof: "frames.length === 2",
    body: `<iframe sandbox src="${MODEL_URL}" width="600" height="200"></iframe><iframe sandbox="allow-scripts" srcdoc="&lt;h1&gt;在留期間&lt;/h1&gt;"></iframe>`,
  }),
];

/** Answers for the hostile pages, beside those for sample pages. */
export const serveHostile = (url: string): Served | undefined => hostilePages.find((one) => one.url === url)?.served;
