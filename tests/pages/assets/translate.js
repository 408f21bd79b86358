// What Google's translation does to a page, in its browser and as a widget: every text node outside `notranslate` is taken out
// and two nested font elements with the translation stand in its place, a part of the page at a time; the root is marked last.
(() => {
  const WORDS = {
    転入届: 'Transfer notification',
    'ほかの市区町村から引っ越してきた方は、': 'If you have moved from another municipality, please submit a ',
    'を出してください。': '.',
    持ち物: 'What to bring',
    在留カード: 'Resident card',
    マイナンバーカード: 'My number card',
    転出証明書: 'Certificate of moving out',
    住民票の写し: 'Copy of resident card',
    '住民票の写しは、手続きの後に窓口で請求できます。': 'You can request a copy of your resident card at the window after the procedure.',
    '更新日 2026年9月18日': 'Updated: September 18, 2026',
  };
  const before = new Map();
  let japanese = null;
  const font = (child) => {
    const element = document.createElement('font');
    element.style.verticalAlign = 'inherit';
    element.append(child);
    return element;
  };
  const textsOf = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() !== '' && !parent.closest('script,style,.notranslate,.skiptranslate,[translate=no]'))
        texts.push(walker.currentNode);
    }
    return texts;
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 40));
  globalThis.translatePage = async () => {
    japanese ??= { title: document.title, lang: document.documentElement.lang };
    document.documentElement.classList.add('translated-ltr');
    for (const [i, text] of textsOf(document.body).entries()) {
      const words = WORDS[text.data.trim()];
      const outer = font(font(words ?? `Text ${i}`));
      before.set(outer, text);
      text.replaceWith(outer);
      if (i % 5 === 4) await pause();
    }
    document.title = 'Moving in notification | Mihon City';
    document.documentElement.lang = 'en';
    document.documentElement.dataset.translated = 'done';
  };
  globalThis.untranslatePage = async () => {
    for (const [outer, text] of before) outer.replaceWith(text);
    before.clear();
    document.documentElement.classList.remove('translated-ltr');
    document.documentElement.lang = japanese.lang;
    document.title = japanese.title;
    document.documentElement.dataset.translated = 'undone';
  };
  document.getElementById('translate')?.addEventListener('click', () => void translatePage());
  document.getElementById('untranslate')?.addEventListener('click', () => void untranslatePage());
})();
