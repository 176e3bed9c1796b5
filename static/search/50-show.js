// The box at work: results while somebody types, as text and links. In the head
// of a page they lie over it and close again; on the page to search they stay.
const { make, button, find } = CG, { form, input, root, own } = find;
const status = make('p', { role: 'status' });
const list = make('ol', {});
const further = make('p', {});
const panel = make('div', { class: 'found', tabindex: -1, hidden: '' }, status, list, further);
const atFirst = own ? 20 : 8;
let turn = 0, pause, most = atFirst;

// show finds what is in the box. What a later search has overtaken is dropped.
async function show() {
  const text = input.value.trim(), mine = ++turn;
  clearTimeout(pause);
  let found = [], entries = [];
  if (text) {
    await opened;
    found = await rank(await ask(text));
    entries = await Promise.all(found.slice(0, most).map(async hit => entry(hit, await recordOf(hit.item))));
  }
  if (mine !== turn) return;
  list.replaceChildren(...entries);
  further.replaceChildren(...found.length > most ? [way(text, found.length)] : []);
  panel.hidden = !text;
  pause = setTimeout(() => tell(text, found.length), 500);
}

// entry is a result. It leads to the heading that fits best.
function entry({ place }, [kind, slug, title, summary, minutes, themes, ...headings]) {
  const [name, before, after] = index.kinds[kind];
  const address = root + before + slug + after;
  const [heading, id] = place > 0 ? headings.slice(2 * place - 2) : [];
  const link = make('a', { href: heading ? address + (address.includes('#') ? '.' : '#') + id : address }, title);
  if (heading) link.append(make('span', { class: 'at' }, heading));
  const facts = make('p', { class: 'facts' }, make('span', {}, said.kinds[name]), ...minutes ? [make('span', {}, said.minutes(minutes))] : []);
  for (const [theme, colour] of themes.map(n => index.themes[n])) facts.append(make('span', { class: 'tag ' + colour }, theme));
  return make('li', {}, link, ...summary ? [make('p', {}, summary)] : [], facts);
}

// way leads to the results that are not shown: below, or on the page to search.
function way(text, count) {
  if (!own) return make('a', { href: `${root}search.html?q=${encodeURIComponent(text)}` }, said.all(count));
  return button(said.more, async () => {
    const next = most;
    most += atFirst;
    await show();
    list.children[next].querySelector('a').focus();
  });
}

// tell says how much was found when the typing stops, and keeps the query in the
// address of the page to search, so that it can be shared.
function tell(text, count) {
  status.textContent = text && (count ? said.count(count) : said.none(text));
  if (own) history.replaceState(null, '', location.href.replace(/[?#].*/, '') + (text && '?q=' + encodeURIComponent(text)));
}

const start = () => { most = atFirst; show().catch(find.broken); };

form.append(panel);
input.addEventListener('input', start);
form.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  panel.hidden = !own || !input.value;
  document.activeElement.blur();
  find.from?.focus();
});
if (own) {
  form.addEventListener('submit', () => list.querySelector('a')?.focus());
} else {
  form.addEventListener('focusout', () => setTimeout(() => { if (!form.contains(document.activeElement)) panel.hidden = true; }));
  input.addEventListener('focus', () => { panel.hidden = !input.value.trim(); });
}

(window.CGsearch ?? []).forEach(take);
window.CGsearch = { push: take };
if (own) input.value ||= new URLSearchParams(location.search).get('q') ?? '';
start();
