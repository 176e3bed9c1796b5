// Puts a button beside things to say, to copy them into a message, where pages may
// copy: from disk, from this machine, and from a site with https.
(() => {
  const { words, all, make, button } = CG;
  const { clipboard } = navigator;
  if (!clipboard) return;
  const voice = make('div', { class: 'unseen', role: 'status' });
  document.body.append(voice);

  for (const place of all('.say td:first-child, .spoken, .say-instead q')) {
    const text = place.textContent.trim().replace(/^["“]([^"“”]*)["”]$/, '$1');
    const copy = button('', async () => {
      try { await clipboard.writeText(text); } catch { return; }
      voice.textContent = words.copied;
      copy.classList.add('copied');
      setTimeout(() => {
        voice.textContent = '';
        copy.classList.remove('copied');
      }, 2000);
    }, { class: 'copy', 'aria-label': words.copy + text });
    (place.closest('td, p') || place.lastElementChild).append(copy);
  }
})();
