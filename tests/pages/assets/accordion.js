for (const opener of document.querySelectorAll('.opener')) {
  opener.addEventListener('click', () => {
    const open = opener.parentElement.classList.toggle('open');
    opener.setAttribute('aria-expanded', String(open));
  });
}
