// Builds the main region anew every second, as a page does that shows how many people are waiting.
const root = document.getElementById('root');
const template = document.getElementById('main').cloneNode(true);
let waiting = 0;
setInterval(() => {
  waiting = (waiting + 3) % 17;
  const next = template.cloneNode(true);
  next.querySelector('.waiting b').textContent = String(waiting);
  root.querySelector('main').replaceWith(next);
}, 1000);
