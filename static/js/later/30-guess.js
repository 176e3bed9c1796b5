// The list of myth cards as a game for a workshop, on the whole screen: a
// statement, true or false, then the card.
// shuffled gives all of a list in an order of chance.
function shuffled(list) {
  const rest = [...list];
  return list.map(() => rest.splice(Math.floor(Math.random() * rest.length), 1)[0]);
}

const line = (name, text) => make('p', {}, make('strong', {}, name), text);

CG.guess = () => {
  const deck = shuffled(all('.card[data-myth]'));
  const truths = shuffled(deck.map((_, n) => n % 2 === 0)); // half of them, so that no answer is always right
  let at = 0;
  let score = 0;

  const count = make('p', { id: 'CG-count' });
  const statement = make('h2', { tabindex: -1 });
  const card = make('div', { role: 'status' });
  const choices = make('p', { class: 'game-line' });
  const leave = () => game.close();
  const game = make('dialog', { class: 'game', 'aria-labelledby': 'CG-count' },
    make('p', { class: 'game-line' }, count, button(words.leave, leave)), statement, card, choices);

  function show(where, what, ...buttons) {
    count.textContent = where;
    statement.textContent = what;
    fill(card);
    fill(choices, ...buttons);
    statement.focus();
  }

  function ask() {
    if (at === deck.length) {
      show('', words.score(score, deck.length), button(words.restart, () => { leave(); CG.guess(); }));
      return;
    }
    const { dataset: { myth, why, say } } = deck[at];
    const fact = first('a', deck[at]);
    const answer = guess => {
      const right = guess === truths[at];
      score += right;
      fill(card,
        make('p', { class: right ? 'right' : 'not-right' }, make('strong', {}, right ? words.right : words.wrong), truths[at] ? words.isFact : words.isMyth),
        !truths[at] && line(words.fact, fact.textContent), line(words.why, why), line(words.say, say), make('p', {}, make('a', { href: fact.href }, words.card)));
      at++;
      const next = button(words.next, ask);
      fill(choices, next);
      next.focus();
    };
    show(words.statement(at + 1, deck.length), truths[at] ? fact.textContent : myth, button(words.yes, () => answer(true)), button(words.no, () => answer(false)));
  }

  game.onclose = () => game.remove();
  document.body.append(game);
  game.showModal();
  ask();
};
