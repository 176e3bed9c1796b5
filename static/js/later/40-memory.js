// Says what the device keeps, and forgets it.
CG.memory = room => {
  const said = make('p', { tabindex: -1 }, words.kept, kept.apart && words.apart);
  const forget = button(words.forget, () => {
    kept.put('forgot', 1);
    kept.showAll();
    forget.remove();
    fill(said, words.forgotten);
    said.focus();
  });
  fill(room, said, forget);
  said.focus();
};
