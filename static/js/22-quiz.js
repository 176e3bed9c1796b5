// Lets a reader choose and check an answer. The choices and what is said of each
// stand in the page; nothing is stored or sent.
(() => {
  const isRight = answer => answer.matches('.right');

  all('.quiz').forEach((quiz, number) => {
    const list = first('.choices', quiz);
    const answers = all('.answers > li', quiz);
    if (!list || !answers[0]) return;
    const right = answers.filter(isRight).length;
    const boxes = Array.from(list.children, choice => {
      const box = make('input', { type: right > 1 ? 'checkbox' : 'radio', name: 'CG-quiz-' + number });
      choice.append(make('label', {}, box, ...choice.childNodes));
      return box;
    });
    const result = make('div', { class: 'result', role: 'status' });

    function check() {
      const chosen = answers.filter((_, n) => boxes[n].checked);
      if (chosen.length === 0) {
        fill(result, words.choose);
        return;
      }
      quiz.classList.remove('open');
      fill(result, make('ol', { class: 'answers' }, ...chosen.map(answer => copy(answer, answers.indexOf(answer) + 1))),
        !chosen.every(isRight) ? words.again : chosen.length < right ? words.missing : right > 1 && words.all);
    }

    const set = make('fieldset', {}, make('legend', { class: 'unseen' }, first('.block-title', quiz).textContent));
    list.replaceWith(set);
    set.append(list);
    set.onchange = () => fill(result);
    set.after(button(words.check, check, { class: 'check' }), result);
    quiz.classList.add('open');
  });

  // copy repeats what is said of an answer, under its letter.
  function copy(answer, number) {
    const said = answer.cloneNode(true);
    all('[id]', said).forEach(named => named.removeAttribute('id'));
    said.value = number;
    return said;
  }
})();
