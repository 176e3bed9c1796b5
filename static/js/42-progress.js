// Shows what is done, where the reader was, and how to have it forgotten. The
// layouts leave room for it, so that nothing moves.
(() => {
  const { kept } = CG;
  if (!kept) return;
  const [finish, progress, returning, foot] = ['done', 'progress', 'returning', 'kept'].map(name => first('.room.' + name));
  const value = (now, name) => (now[name] || [])[0];
  const isDone = (now, slug) => value(now, 'done/' + slug) === 1;

  // Each shows one thing as it is now, and again when that changes: in this tab, in
  // another, or while the page lay behind the one that the reader came back from.
  const shows = [];
  const showAll = kept.showAll = () => shows.forEach(show => show(kept.read()));
  addEventListener('storage', showAll);
  addEventListener('pageshow', showAll);

  const lesson = first('article[data-lesson]');
  if (lesson && finish) {
    const { lesson: slug } = lesson.dataset;
    const box = make('input', { type: 'checkbox', autocomplete: 'off' });
    const said = make('span', { role: 'status' });
    box.onchange = () => {
      kept.put('done/' + slug, Number(box.checked));
      fill(said, box.checked && words.doneKept);
    };
    finish.append(make('label', {}, box, words.done), said);
    kept.put('last', `${slug} ${first('h1').textContent}`);
    const next = first('.next .button');
    kept.put('next', next && `${next.pathname.match(/([^/]*)\.html$/)[1]} ${next.textContent}`);
    shows.push(now => { box.checked = isDone(now, slug); });
  }

  const start = first('.start');
  if (start) shows.push(now => { start.hidden = isDone(now, start.dataset.lesson); });

  const cards = all('.card[data-lesson]');
  shows.push(now => cards.forEach(card => {
    all('.mark', card).forEach(mark => mark.remove());
    if (isDone(now, card.dataset.lesson)) card.prepend(make('span', { class: 'mark' }, words.doneMark));
  }));

  if (progress) shows.push(now => {
    const left = cards.filter(card => !isDone(now, card.dataset.lesson));
    const done = cards.length - left.length;
    const next = left.length > 0 && first('a', left[0]);
    fill(progress, ...done > 0 ? [words.doneOf(done, cards.length), next ? words.carryOn : words.allDone,
      next && make('a', { href: next.href }, next.textContent)] : []);
  });

  if (returning) shows.push(now => {
    const spot = name => /^([a-z\d-]+) (.+)/.exec(value(now, name));
    const last = spot('last');
    const next = last && isDone(now, last[1]) && spot('next');
    const [, slug, title] = next || last || [];
    fill(returning, ...slug ? [!next && words.lastTime, make('a', { href: `lessons/${slug}.html` }, title)] : []);
  });

  if (foot) {
    const ask = button(words.remembered, () => later('memory', foot));
    foot.append(ask);
    shows.push(now => { ask.hidden = !now.last; });
  }

  showAll();
})();
