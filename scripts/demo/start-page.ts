/** The page that the demonstration opens with: the sample pages, by procedure. */
import { samplePages, COVERED_HOST, type SamplePage, type Served } from '../../tests/pages/pages.ts';

export const START_HOST = 'start.madoguchi.example';
export const START_URL = `https://${START_HOST}/`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

export const served = (html: string): Served => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
});

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0 auto; padding: 32px 20px 64px; max-width: 860px; font: 16px/1.6 system-ui, "Noto Sans CJK JP", sans-serif;
    color: light-dark(#1d1b20, #eceaf0); background: light-dark(#fff, #17151b); }
  h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 18px; margin: 32px 0 4px; } h2 small { font-weight: 400; }
  p { margin: 8px 0; } small, .note { color: light-dark(#5c5866, #b3aebd); font-size: 14px; }
  .plain { padding: 10px 14px; border-left: 4px solid light-dark(#5109ad, #cdb2f7); background: light-dark(#f6f2fc, #221c2c); }
  ul { list-style: none; padding: 0; margin: 0; } li { padding: 10px 0; border-top: 1px solid light-dark(#e3e0e8, #36323d); }
  a { color: light-dark(#5109ad, #cdb2f7); font-weight: 700; text-underline-offset: 3px; } li .note { display: block; }
  a:focus-visible { outline: 4px solid light-dark(#000, #fff); outline-offset: 2px; }`;

const covered = ({ url }: SamplePage): boolean => new URL(url).host === COVERED_HOST;

const line = ({ url, shape, note }: SamplePage): string =>
  `<li><a href="${escaped(url)}">${escaped(shape)}</a><span class="note">${escaped(note)}</span></li>`;

/** `titles`: procedure id → its title in English and Japanese. */
export function startPage(titles: ReadonlyMap<string, { en: string; ja: string }>, today: string): string {
  const groups = [...titles].map(([id, { en, ja }]) => ({
    heading: `${escaped(en)} <small lang="ja">${escaped(ja)}</small>`,
    pages: samplePages().filter((page) => page.procedure === id && covered(page)),
  }));
  const silent = samplePages().filter((page) => page.procedure === null && page.shape !== 'frame');
  groups.push({ heading: 'Nothing may appear here', pages: silent });
  groups.push({
    heading: 'A city that you have not chosen <small lang="ja">となり市</small>',
    pages: samplePages().filter((page) => page.procedure !== null && !covered(page)),
  });
  const section = ({ heading, pages }: (typeof groups)[number]): string =>
    pages.length === 0 ? '' : `<h2>${heading}</h2>\n<ul>\n${pages.map(line).join('\n')}\n</ul>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Madoguchi: sample pages</title>
<style>${STYLE}</style>
<h1>Madoguchi <span lang="ja">窓口</span>: sample pages</h1>
<p>The extension is at work in this browser, as of ${escaped(today)}. Open a page, look under its heading, and put the pointer on an underlined word. The button in the toolbar has the dates and what the card is worth.</p>
<p class="plain"><span lang="ja">みほん市</span> and <span lang="ja">となり市</span> do not exist. The pages are our own, shaped like real ones and served from this machine; no real site is contacted. The person whose dates are shown is invented too.</p>
${groups.map(section).join('\n')}
</html>
`;
}

/**
 * What a notification says, drawn by us: a browser without a display shows none. The words are those that the
 * worker handed to the browser.
 */
export function noticePage(
  notices: readonly { title: string; message: string; buttons: readonly string[] }[],
  icon: string,
): string {
  const drawn = notices.map(
    ({ title, message, buttons }) => `<section><img src="${icon}" alt="" width="48" height="48"><div>
<h2>${escaped(title)}</h2><p>${escaped(message)}</p><p>${buttons.map((one) => `<b>${escaped(one)}</b>`).join(' ')}</p></div></section>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>What the notification says</title>
<style>body { margin: 24px; font: 15px/1.6 system-ui, "Noto Sans CJK JP", sans-serif; color: #1d1b20; background: #e9e7ee; }
section { display: flex; gap: 14px; max-width: 460px; background: #fff; border-radius: 12px; padding: 16px; margin: 12px 0; }
h2 { font-size: 16px; margin: 0; } p { margin: 4px 0 0; } b { display: inline-block; margin: 6px 8px 0 0; padding: 4px 14px; border: 1px solid #bbb; border-radius: 8px; font-weight: 400; }
small { color: #555; }</style>
<small>The words of the notification, drawn by the demonstration: your system draws its own.</small>
${drawn.join('\n')}
</html>`;
}
