// Asks for a note beside a word that is explained. Its meaning stands in the list
// of words at the end of the page. The word stays a link: for a click that asks for
// a new tab, and in browsers without popovers.
(() => {
  if (!('popover' in document.body)) return;
  const meanings = new Map(all('.words dt a').map(a => [a.href, a.closest('dt').nextElementSibling]));

  for (const word of all('a.term')) {
    const meaning = meanings.get(word.href);
    if (!meaning) continue;
    word.setAttribute('aria-haspopup', 'dialog');
    word.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      later('note', { word, meaning }, () => location.assign(word.href));
    };
  }
})();
