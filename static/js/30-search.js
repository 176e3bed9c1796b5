// Puts a box to search with where the link to the A to Z is, or on the A to Z
// where it says how to find a word. What searches is loaded when it is first used.
(() => {
  const link = document.querySelector('.find a');
  if (!link) return;
  const { words, make, load } = CG;
  const own = document.getElementById('CG-find');
  const root = link.href.replace('search.html', '');
  const input = make('input', { type: 'search', id: 'CG-query', autocomplete: 'off', placeholder: words.search, 'aria-label': words.search });
  const form = make('form', { role: 'search', class: 'search' }, input);
  const find = CG.find = { form, input, root, own, broken: () => form.append(make('p', { role: 'alert' }, words.noSearch)) };

  (own ?? link).replaceWith(form);
  form.onsubmit = () => { // by hand: Firefox takes no file for its own site
    if (!own) location.assign(`${link.href}?q=${encodeURIComponent(input.value)}`);
    return false;
  };
  input.addEventListener('focus', () => ['search', 'search/index'].forEach(name => load(name, null, find.broken)), { once: true });
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea')) return;
    event.preventDefault();
    find.from = document.activeElement;
    input.select();
  });
  if (own && location.search) input.focus();
})();
