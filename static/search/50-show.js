// The box at work: results while somebody types, as text and links. In the head
// of a page they lie over it and close again; on the page to search they stay.
const { form, input, own } = find;
const root = find.way('').replace('search.html', '');
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
  fill(list, ...entries);
  fill(further, found.length > most ? way(text, found.length) : !own && !found[0] && make('a', { href: find.way('') }, said.atoz));
  panel.hidden = !text;
  pause = setTimeout(() => tell(text, found.length), 500);
}

// entry is a result. It leads to the heading that fits best.
function entry({ place }, [kind, slug, title, summary, minutes, themes, ...headings]) {
  const [name, before, after] = index.kinds[kind];
  const address = root + before + slug + after;
  const [heading, id] = place > 0 ? headings.slice(2 * place - 2) : [];
  return make('li', {},
    make('a', { href: heading ? address + (address.includes('#') ? '.' : '#') + id : address }, title, heading && make('span', { class: 'at' }, heading)),
    summary && make('p', {}, name === 'myth' && make('b', {}, said.myth), summary),
    make('p', { class: 'facts' }, make('span', {}, said.kinds[name]), minutes && make('span', {}, said.minutes(minutes)),
      ...themes.map(n => index.themes[n]).map(([theme, colour]) => make('span', { class: 'tag ' + colour }, theme))));
}

// way leads to the results that are not shown: below, or on the page to search.
function way(text, count) {
  if (!own) return make('a', { href: find.way(text) }, said.all(count));
  return button(said.more, async () => {
    const next = most;
    most += atFirst;
    await show();
    first('a', list.children[next]).focus();
  });
}

// tell says how much was found when the typing stops, and keeps the query in the
// address of the page to search, so that it can be shared.
function tell(text, count) {
  fill(status, text && (count ? said.count(count) : said.none(text)));
  if (own) history.replaceState(null, '', find.way(text));
}

const start = () => { most = atFirst; show().catch(find.broken); };

form.append(panel);
input.oninput = start;
form.onkeydown = ({ key }) => {
  if (key !== 'Escape') return;
  panel.hidden = !own || !input.value;
  document.activeElement.blur();
  find.from?.focus();
  find.from = null;
};
form.onpointerdown = () => { find.from = null; }; // whoever comes by hand goes back nowhere
if (own) {
  form.addEventListener('submit', () => first('a', list)?.focus());
} else {
  form.addEventListener('focusout', () => setTimeout(() => { if (!form.contains(document.activeElement)) panel.hidden = true; }));
  input.addEventListener('focus', () => { panel.hidden = !input.value.trim(); });
}

(window.CGsearch ?? []).forEach(take);
window.CGsearch = { push: take };
if (own) input.value ||= new URLSearchParams(location.search).get('q') ?? '';
start();
