// Puts a button beside things to say, to copy them into a message.
(() => {
  const voice = make('div', { class: 'unseen', role: 'status' });
  document.body.append(voice);

  for (const place of all('.say td:first-child, .spoken, .say-instead q')) {
    const text = place.textContent.trim().replace(/^["“]([^"“”]*)["”]$/, '$1');
    const copy = button('', async () => {
      if (!await put(text)) return;
      fill(voice, words.copied);
      copy.classList.add('copied');
      setTimeout(() => {
        fill(voice);
        copy.classList.remove('copied');
      }, 2000);
    }, { class: 'copy', 'aria-label': words.copy + text });
    (place.closest('td, p') ?? place.lastElementChild).append(copy);
  }

  // put says whether it could copy. A site without https has only the old way.
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const { activeElement } = document;
      const area = make('textarea', { class: 'unseen' }, text);
      document.body.append(area);
      area.select();
      const copied = document.execCommand('copy');
      area.remove();
      activeElement.focus();
      return copied;
    }
  }
})();
