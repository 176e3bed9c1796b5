// A note beside a word: the word, its meaning, and the way to the whole entry. It
// is a dialog that does not hold the focus: leaving it closes it, and the focus
// goes back to the word unless the reader has put it elsewhere.
(() => {
  const { words, all, make, button } = CG;
  let open; // the word whose note is open
  let move; // puts that note in its place
  let again; // the word that was pressed while its note was open, which closes it

  CG.note = ({ word, meaning }) => {
    const same = again === word;
    again = null;
    if (same) return;
    const note = make('div', { class: 'word-note card', popover: '', role: 'dialog', tabindex: -1, 'aria-labelledby': 'CG-word', 'aria-describedby': 'CG-meaning' },
      make('p', { id: 'CG-word' }, all('a', meaning.previousElementSibling)[0].textContent),
      make('p', { id: 'CG-meaning' }, ...meaning.cloneNode(true).childNodes),
      make('p', {}, make('a', { href: word.href }, words.entry), button(words.close, () => note.hidePopover())));
    note.addEventListener('focusout', ({ relatedTarget: to }) => to && !note.contains(to) && note.hidePopover());
    note.addEventListener('toggle', ({ newState }) => newState === 'closed' && put(word, note));
    word.after(note);
    note.showPopover();
    open = word;
    move = () => beside(word, note);
    move();
    note.focus();
  };

  // put puts a closed note away.
  function put(word, note) {
    const { activeElement } = document;
    const lost = activeElement.contains(word) || note.contains(activeElement);
    note.remove();
    if (open === word) open = null;
    if (lost) word.focus({ preventScroll: true });
  }

  // beside puts a note below the end of its word, or above where there is no room,
  // and never out of the window.
  function beside(word, note) {
    const gap = 8;
    const at = Array.from(word.getClientRects()).pop();
    const { width, height } = note.getBoundingClientRect();
    const start = document.dir === 'rtl' ? at.right - width : at.left;
    const above = at.bottom + gap + height > innerHeight && at.top > gap + height;
    note.style.left = `${scrollX + Math.max(gap, Math.min(start, document.documentElement.clientWidth - width - gap))}px`;
    note.style.top = `${scrollY + (above ? at.top - gap - height : at.bottom + gap)}px`;
  }

  addEventListener('resize', () => open && move());
  addEventListener('pointerdown', ({ target }) => { again = open && open.contains(target) ? open : null; });
})();
