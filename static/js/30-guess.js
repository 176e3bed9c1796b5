// Offers to guess the myths before their cards are read.
(() => {
  const room = first('.room.guess');
  if (!room || all('.card[data-myth]').length < 2 || !window.HTMLDialogElement) return;
  room.append(button(words.guess, () => later('guess'), { class: 'button' }));
})();
