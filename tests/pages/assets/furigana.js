// Takes the readings away and puts them back: every text node of the body is made anew, as reading tools do.
const body = document.getElementById('ruby-body');
const withReadings = body.innerHTML;
document.getElementById('furigana').addEventListener('click', () => {
  if (document.body.dataset.kana === 'true') {
    for (const note of body.querySelectorAll('rt, rp')) note.remove();
    for (const ruby of body.querySelectorAll('ruby')) ruby.replaceWith(ruby.textContent);
    document.body.dataset.kana = 'false';
  } else {
    body.innerHTML = withReadings;
    document.body.dataset.kana = 'true';
  }
});
