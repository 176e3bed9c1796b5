// A note beside a word: the word, its meaning, and the way to the whole entry. It
// is a dialog that does not hold the focus: leaving it closes it, and the focus
// goes back to the word unless the reader has put it elsewhere.
let open; // the word whose note is open
let again; // the word that was pressed while its note was open, which closes it

CG.note = ({ word, meaning }) => {
  const same = again === word;
  again = null;
  if (same) return;
  const note = make('div', { class: 'word-note card', popover: '', role: 'dialog', tabindex: -1, 'aria-labelledby': 'CG-word', 'aria-describedby': 'CG-meaning' },
    make('p', { id: 'CG-word' }, first('a', meaning.previousElementSibling).textContent),
    make('p', { id: 'CG-meaning' }, ...meaning.cloneNode(true).childNodes),
    make('p', {}, make('a', { href: word.href }, words.entry), button(words.close, () => note.hidePopover())));
  note.addEventListener('focusout', ({ relatedTarget: to }) => to && !note.contains(to) && note.hidePopover());
  note.addEventListener('toggle', ({ newState }) => newState === 'closed' && put(word, note));
  word.after(note);
  note.showPopover();
  open = word;
  beside(word, note);
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

// beside puts a note below the end of its word, or above where there is no room.
// It is at most 24 rem wide, and never leaves the window at a side.
function beside(word, note) {
  const at = [...word.getClientRects()].pop();
  const height = note.offsetHeight + 8;
  const above = at.bottom + height > innerHeight && at.top > height;
  const start = document.dir === 'rtl' ? document.documentElement.clientWidth - at.right : at.left;
  note.style.insetInlineStart = `clamp(0.5rem, ${start}px, 100% - 24.5rem)`;
  note.style.top = `${scrollY + (above ? at.top - height : at.bottom + 8)}px`;
}

addEventListener('pointerdown', ({ target }) => { again = open && open.contains(target) ? open : null; });
