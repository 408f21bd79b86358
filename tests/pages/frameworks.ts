/**
 * A small application with routes that React 19 and Vue 3 really draw, in their production builds: such pages hold on
 * to their own nodes and break when somebody else moves one. Fresh, or over markup that the server has sent.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { COVERED_HOST, type Served } from './pages.ts';

const packages = createRequire(import.meta.url);
const fileOf = (name: string, path: string): string =>
  readFileSync(packages.resolve(`${name}/package.json`).replace(/package\.json$/, path), 'utf8');

/** React comes as CommonJS alone: its modules, and the least that lets them find each other in a page. */
function reactScript(): string {
  const modules = {
    scheduler: fileOf('scheduler', 'cjs/scheduler.production.js'),
    react: fileOf('react', 'cjs/react.production.js'),
    'react-dom': fileOf('react-dom', 'cjs/react-dom.production.js'),
    'react-dom/client': fileOf('react-dom', 'cjs/react-dom-client.production.js'),
  };
  const bodies = Object.entries(modules).map(
    ([name, text]) => `${JSON.stringify(name)}(module, exports, require) {\n${text}\n}`,
  );
  return `
const bodies = { ${bodies.join(',\n')} };
const loaded = {};
const require = (name) => {
  if (!loaded[name]) bodies[name]((loaded[name] = { exports: {} }), loaded[name].exports, require);
  return loaded[name].exports;
};
const { createElement, useState } = require('react');
const { createPortal } = require('react-dom');
const { createRoot, hydrateRoot } = require('react-dom/client');
const portal = (child) => createPortal(child, document.body);
function App() {
  const [state, setState] = useState(FIRST);
  app.change = (part) => setState((now) => ({ ...now, ...part }));
  return draw(createElement, portal, state);
}
function start(root, hydrate) {
  if (hydrate) hydrateRoot(root, createElement(App), { onRecoverableError: (error) => app.recovered.push(String(error)) });
  else createRoot(root).render(createElement(App));
}`;
}

const vueScript = (): string => `
${fileOf('vue', 'dist/vue.runtime.global.prod.js')}
const element = (name, props, ...children) => Vue.h(name, props, children);
const portal = (child) => Vue.h(Vue.Teleport, { to: 'body' }, [child]);
function start(root, hydrate) {
  const state = Vue.shallowReactive({ ...FIRST });
  app.change = (part) => Object.assign(state, part);
  (hydrate ? Vue.createSSRApp : Vue.createApp)({ render: () => draw(element, portal, { ...state }) }).mount(root);
}`;

const TITLE = '転入届の手続き';
const PARAGRAPHS = [
  '新しい住所に住み始めてから14日以内に、市民課の窓口で転入届を出してください。',
  '持ち物は、本人確認書類、転出証明書、異動する全員のマイナンバーカードと暗証番号です。外国人住民の方は在留カードもお持ちください。',
  'マイナンバーカードの継続利用の手続きも、同じ窓口でできます。署名用電子証明書は引っ越しで失効します。',
];
const LIBRARY = '図書館の利用案内';

/** What both draw: `waiting` may be taken away beside the heading, `round` replaces the whole region, `note` is a portal. */
const APP = `
const VIEWS = {
  tennyu: { title: '${TITLE}', paragraphs: ${JSON.stringify(PARAGRAPHS)} },
  library: { title: '${LIBRARY}', paragraphs: ['本は2週間借りられます。'] },
};
const FIRST = { path: location.pathname.split('/').at(-1), round: 0, waiting: 0, note: false };
// What tests look at: errors that nobody caught, and what the framework found other than it had left it.
const app = (globalThis.app = { errors: [], recovered: [] });
addEventListener('error', (event) => app.errors.push(event.message));
addEventListener('unhandledrejection', (event) => app.errors.push(String(event.reason)));
addEventListener('popstate', () => app.change({ path: location.pathname.split('/').at(-1) }));
function go(event) {
  event.preventDefault();
  history.pushState(null, '', event.currentTarget.href);
  app.change({ path: location.pathname.split('/').at(-1) });
}
function draw(h, portal, { path, round, waiting, note }) {
  const { title, paragraphs } = VIEWS[path];
  document.title = title + ' | みほん市';
  const links = Object.keys(VIEWS).map((to) => h('a', { key: to, href: to, onClick: go }, VIEWS[to].title));
  return h('div', { id: 'page' },
    h('header', { key: 'header' }, ...links),
    h('main', { key: path + round },
      h('h1', { key: 'h1' }, title),
      ...(waiting === null ? [] : [h('p', { key: 'waiting', id: 'waiting' }, '待ち人数 ' + waiting)]),
      ...paragraphs.map((text, i) => h('p', { key: i }, text))),
    ...(note ? [portal(h('p', { key: 'note', id: 'note' }, 'お知らせ'))] : []));
}`;

/** What a server would send of the first view. */
const MARKUP = `<div id="page"><header><a href="tennyu">${TITLE}</a><a href="library">${LIBRARY}</a></header><main><h1>${TITLE}</h1><p id="waiting">待ち人数 0</p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</main></div>`;

export type Framework = 'react' | 'vue';

/** Drawn by the framework, or sent by the server for the framework to take over when `app.takeOver()` is called. */
export type Birth = 'fresh' | 'hydrated';

export const frameworkUrl = (framework: Framework, birth: Birth): string =>
  `https://${COVERED_HOST}/apps/${framework}-${birth}/tennyu`;

/** Answers for the application, beside those for sample pages. */
export function serveFrameworks(url: string): Served | undefined {
  const [, framework, birth] = /\/apps\/(react|vue)-(fresh|hydrated)\/(?:tennyu|library)$/.exec(url) ?? [];
  if (!framework) return undefined;
  const root = "document.getElementById('root')";
  const begin =
    birth === 'fresh' ? `start(${root}, false);` : `app.takeOver = () => start(${root}, true);`;
  const html = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${TITLE} | みほん市</title></head>
<body><div id="root">${birth === 'fresh' ? '' : MARKUP}</div>
<script>${APP}
${framework === 'react' ? reactScript() : vueScript()}
${begin}</script></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) };
}
