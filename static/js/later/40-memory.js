// Says what the device keeps, and forgets it.
(() => {
  const { words, make, button, kept } = CG;

  CG.memory = room => {
    const said = make('p', { tabindex: -1 }, words.kept, kept.apart ? words.apart : '');
    const forget = button(words.forget, () => {
      kept.put('forgot', 1);
      kept.showAll();
      forget.remove();
      said.textContent = words.forgotten;
      said.focus();
    });
    room.replaceChildren(said, forget);
    said.focus();
  };
})();
