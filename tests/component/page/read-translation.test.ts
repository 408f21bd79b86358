import { describe, expect, it } from 'vitest';
import { readTranslation, type Machine } from '../../../lib/page/read-translation.ts';

const URL_ = 'https://www.city.mihon.example.jp/kurashi/tennyu.html';
const ENGLISH = '<h1>Moving in</h1><p>Please come to the window within 14 days.</p>';
const JAPANESE = '<h1>転入届</h1><p>十四日以内に届け出てください。</p>';

const read = (html: string, url = URL_): Machine | undefined =>
  readTranslation(new DOMParser().parseFromString(html, 'text/html'), url);
const page = (root: string, body: string, head = '<title>Moving in</title>'): string =>
  `<!doctype html><html ${root}><head>${head}</head><body>${body}</body></html>`;

describe('a machine has translated', () => {
  it.each<[string, string, string?]>([
    ['Google, by the class of the root', page('lang="en" class="js translated-ltr"', ENGLISH)],
    ['into a language from right to left', page('lang="ar" class="translated-rtl"', '<h1>x</h1>')],
    [
      'Google, by its fonts, before the root is marked',
      page('lang="ja"', '<h1><font style="vertical-align: inherit;"><font>Moving in</font></font></h1>'),
    ],
    ['Microsoft, in Edge', page('lang="en"', '<h1 _msttexthash="123" _msthash="1">Moving in</h1>')],
    ['SHIRASAGI, by the body', page('lang="en"', ENGLISH).replace('<body>', '<body data-translate="en">')],
    ['Firefox: the title stays Japanese', page('lang="en"', ENGLISH, '<title>転入のおしらせ</title>')],
    [
      'a widget: what nobody sees stays Japanese',
      page('lang="pt"', `${ENGLISH}<noscript>スクリプトを有効にしてください</noscript>`),
    ],
    ['WOVN, by its comments', page('lang="en"', '<h1><!--wovn-src:転入届-->Moving in</h1>')],
    [
      'the Digital Agency’s notice',
      page('lang="en"', `<p>This page has been translated using TexTra by NICT.</p>${ENGLISH}`),
    ],
    [
      'a city’s notice',
      page('lang="en"', `${ENGLISH}<footer><p>This page is machine translated and may not be correct.</p></footer>`),
    ],
    ['a notice in Portuguese', page('lang="pt-BR"', `${ENGLISH}<p>Traduzido automaticamente do japonês.</p>`)],
    ['a proxy, by its host', page('lang="en"', ENGLISH), 'https://www.city.x.jp.e.fm.hp.transer.com/a'],
    ['a folder of the site', page('', ENGLISH), 'https://www.city.mihon.example.jp/translate/en/a.html'],
  ])('%s', (_case, html, url) => {
    expect(read(html, url)?.made).toBe('translated');
  });

  it.each<[string, string]>([
    ['Japanese', page('lang="ja"', JAPANESE)],
    ['Japanese in a template that says en', page('lang="en"', JAPANESE, '<title>転入のおしらせ</title>')],
    ['English by people', page('lang="en"', ENGLISH)],
    ['old markup with fonts', page('lang="ja"', '<font color="red"><font size="2">転入届</font></font>')],
    [
      'an offer to translate',
      page('lang="en"', `${ENGLISH}<p><a href="/t">Automatic translation</a></p><button>Machine translation</button>`),
    ],
    [
      'a Japanese page that speaks of it',
      page('lang="ja"', `${JAPANESE}<p>機械翻訳 (machine translation) をお使いください。</p>`),
    ],
    ['WOVN where it has nothing to do', page('lang="en"', '<h1><!--wovn-src:Moving in-->Moving in</h1>')],
    ['a frameset', '<!doctype html><html lang="en"><frameset><frame src="x"></frameset></html>'],
  ])('not: %s', (_case, html) => {
    expect(read(html)).toBeUndefined();
  });

  it.each<[string, string, string, string]>([
    ['that of the document', 'pt-BR', URL_, 'pt-BR'],
    ['of the folder', 'ja', 'https://www.city.mihon.example.jp/translate/zh-TW/a.html', 'zh-TW'],
    ['of WOVN’s parameter', '', `${URL_}?a=b&wovn=ko`, 'ko'],
    ['of J-SERVER', 'ja', 'https://city.j-server.com/X/ns/w0/jaen/http://www.city.mihon.example.jp/', 'en'],
    ['of an office’s host', 'ja', 'https://translate-zht.city.mihon.example.jp/', 'zh-TW'],
    ['of Google', '', 'https://www-city-mihon-example-jp.translate.goog/a?_x_tr_sl=ja&_x_tr_tl=vi', 'vi'],
    ['of a proxy’s first folder', 'ja', 'https://x.c.translation-proxy.com/cn/smph/a.html', 'zh'],
    ['known by nobody', '', 'https://www.city.x.jp.e.fm.hp.transer.com/a', ''],
  ])('the language is %s', (_case, lang, url, language) => {
    expect(read(page(`lang="${lang}" class="translated-ltr"`, ENGLISH), url)?.language).toBe(language);
  });
});

describe('another page that it names', () => {
  const named = (head: string, url = URL_): string | null | undefined =>
    read(page('lang="en" class="translated-ltr"', ENGLISH, head), url)?.named;
  it.each<[string, string, string | null]>([
    [
      'the Japanese one',
      '<link rel="alternate" hreflang="ja" href="/ja/a.html">',
      'https://www.city.mihon.example.jp/ja/a.html',
    ],
    ['with a region', '<link rel="alternate" hreflang="ja-JP" href="https://a.example/">', 'https://a.example/'],
    ['the canonical one', '<link rel="canonical" href="https://b.example/a">', 'https://b.example/a'],
    ['itself', `<link rel="canonical" href="${URL_}#top">`, null],
    ['in another language', '<link rel="alternate" hreflang="en" href="/en/a.html">', null],
    ['no page of the web', '<link rel="canonical" href="javascript:x">', null],
    ['too long', `<link rel="canonical" href="/${'x'.repeat(3000)}">`, null],
    ['none', '', null],
  ])('%s', (_case, head, expected) => {
    expect(named(head)).toBe(expected);
  });
});

it('tells readings and easy Japanese from a translation', () => {
  expect(read(page('lang="ja"', JAPANESE), 'https://www.city.mihon.example.jp/kana/a.html')?.made).toBe('kana');
  expect(read(page('lang="ja"', JAPANESE).replace('<body>', '<body data-kana="true">'))?.made).toBe('kana');
  expect(read(page('lang="ja"', JAPANESE), 'https://tsutaeru.cloud/easy.php?uri=https://a.example/')).toEqual({
    made: 'easy-ja',
    language: 'ja',
    named: null,
  });
});

it('is not misled by form fields that are named like what it asks for', () => {
  const clobbered = '<form><input name="parentElement"><input name="getAttribute"><input name="textContent"></form>';
  expect(read(page('lang="en"', `${ENGLISH}${clobbered}<p>This page is machine translated.</p>`))?.made).toBe(
    'translated',
  );
});
