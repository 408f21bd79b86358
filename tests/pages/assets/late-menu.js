// Fills both menus some time after the page has loaded, as sites do that keep their menu in one file.
addEventListener('load', () => {
  setTimeout(async () => {
    for (const nav of document.querySelectorAll('[data-tree]')) {
      const items = await (await fetch(nav.dataset.tree)).json();
      const list = document.createElement('ul');
      for (const { text, href } of items) {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = text;
        const item = document.createElement('li');
        item.append(link);
        list.append(item);
      }
      nav.append(list);
    }
    document.documentElement.dataset.settled = 'true';
  }, 400);
});
