// Offers to guess the myths before their cards are read.
(() => {
  const [room] = CG.all('.room.guess');
  if (!room || CG.all('.card[data-myth]').length < 2) return;
  room.append(CG.button(CG.words.guess, () => CG.later('guess'), { class: 'button' }));
})();
