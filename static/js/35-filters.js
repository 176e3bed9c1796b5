// Filters of a list: each link above it becomes a button, and the list shows what
// fits one of the pressed buttons of every row. What is pressed stands in the
// address, so that it can be shared.
(() => {
  const room = first('.room.fit');
  if (!room) return;
  const leads = item => first('a', item).href;
  const entries = new Map(all('section [data-is]').map(item => [leads(item), { is: item.dataset.is.split(' ') }]));
  const rows = all('.filters ul').map(list => Array.from(list.children, choice => {
    const one = button(choice.textContent, () => press(one, !pressed(one)), { value: choice.dataset.is });
    fill(choice, one);
    return one;
  }));
  const status = make('span', { role: 'status' });
  const clear = button(words.clear, () => {
    for (const one of rows.flat()) set(one, false);
    press(rows[0][0], false);
    rows[0][0].focus();
  });

  const pressed = one => one.getAttribute('aria-pressed') === 'true';
  const set = (one, on) => one.setAttribute('aria-pressed', on);

  function press(one, on) {
    set(one, on);
    const query = show().join('.');
    history.replaceState(null, '', query ? '?is=' + query : location.pathname);
  }

  // show leaves in the page what fits, and gives the words that are pressed.
  function show() {
    const wanted = rows.map(row => row.filter(pressed).map(one => one.value)).filter(row => row.length > 0);
    let fitting = 0;
    for (const entry of entries.values()) fitting += entry.fits = wanted.every(row => row.some(word => entry.is.includes(word)));
    for (const section of all('main section')) {
      const items = all('.card, [data-is]', section);
      for (const item of items) item.hidden = !entries.get(leads(item)).fits;
      section.hidden = items.length > 0 && items.every(item => item.hidden);
    }
    clear.hidden = wanted.length === 0;
    room.classList.toggle('on', !clear.hidden); // it stays on the screen of a phone
    fill(status, !clear.hidden && (fitting ? words.fit(fitting, entries.size) : words.fitNone));
    return wanted.flat();
  }

  for (const row of all('.filters [hidden]')) row.hidden = false; // choices without a page
  fill(room, status, clear);
  const before = location.search.split(/[=.]/);
  for (const one of rows.flat()) set(one, before.includes(one.value));
  show();
})();
