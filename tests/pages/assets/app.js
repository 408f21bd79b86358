// A small application with routes: the address changes without a load, the text comes a little later.
const VIEWS = {
  '/navi/': {
    title: '手続きナビ',
    paragraphs: ['知りたい手続きを選んでください。'],
  },
  '/navi/tennyu': {
    title: '転入届の手続き',
    paragraphs: [
      '新しい住所に住み始めてから14日以内に、市民課の窓口で転入届を出してください。',
      '持ち物は、本人確認書類、転出証明書、異動する全員のマイナンバーカードと暗証番号です。外国人住民の方は在留カードもお持ちください。',
      'マイナンバーカードの継続利用の手続きも、同じ窓口でできます。署名用電子証明書は引っ越しで失効します。',
    ],
  },
  '/navi/denshi': {
    title: '電子証明書の更新の手続き',
    paragraphs: [
      '電子証明書の有効期限まで残り3か月を切ったら、市民課で更新できます。手数料は無料です。',
      'マイナンバーカードと、署名用電子証明書および利用者証明用電子証明書の暗証番号が必要です。',
    ],
  },
  '/navi/library': {
    title: '図書館の利用案内',
    paragraphs: ['本は2週間借りられます。住所が分かる書類を持って、カウンターへお越しください。'],
  },
};

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

function show(path) {
  const view = VIEWS[path] ?? VIEWS['/navi/'];
  document.title = `${view.title} | みほん市`;
  document.documentElement.dataset.settled = 'false';
  const main = document.querySelector('main');
  main.replaceChildren(element('p', '読み込んでいます。'));
  setTimeout(() => {
    if (location.pathname !== path) return;
    const list = document.createElement('ul');
    for (const [href, { title }] of Object.entries(VIEWS)) {
      if (href === path) continue;
      const link = element('a', title);
      link.href = href;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    main.replaceChildren(
      element('h1', view.title),
      ...view.paragraphs.map((text) => element('p', text)),
      element('h2', 'ほかの手続き'),
      list,
    );
    document.documentElement.dataset.settled = 'true';
  }, 300);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('main a, header a');
  if (!link || link.origin !== location.origin) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(location.pathname);
});
addEventListener('popstate', () => show(location.pathname));
show(location.pathname);
