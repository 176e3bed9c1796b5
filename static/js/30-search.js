// Puts a box to search with where the link to the A to Z is, or on the A to Z
// where it says how to find a word. What searches is loaded when it is first used.
(() => {
  const link = first('.find a');
  if (!link) return;
  const own = first('#CG-find');
  const input = make('input', { type: 'search', id: 'CG-query', autocomplete: 'off', placeholder: words.search, 'aria-label': words.search });
  const form = make('form', { role: 'search', class: 'search' }, input);
  const trouble = make('p', { role: 'alert' }, words.noSearch);
  const broken = () => form.append(trouble);
  const way = text => link.href + (text && '?q=' + encodeURIComponent(text)); // to all results
  const find = CG.find = { form, input, own, broken, way };

  (own ?? link).replaceWith(form);
  link.remove(); // it leads to where the box on the A to Z is
  form.onsubmit = () => { // by hand: Firefox takes no file for its own site
    if (!own) location.assign(way(input.value));
    return false;
  };
  input.onfocus = () => Promise.all(['search', 'search/index'].map(load)).catch(broken);
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea')) return;
    event.preventDefault();
    find.from = document.activeElement;
    input.select();
  });
  if (own && location.search) input.focus();
})();
