// Puts a box to search with where the link to the A to Z is, or on the A to Z
// where it says how to find a word. What searches is loaded when it is first used.
(function () {
  'use strict';
  const link = document.querySelector('.find a');
  if (!link) return;
  const { words: { search: said }, make } = CG;
  const own = document.getElementById('CG-find');
  const root = link.href.replace(/search\.html$/, '');
  const input = make('input', { type: 'search', id: 'CG-query', name: 'q', autocomplete: 'off', placeholder: said.label });
  const form = make('form', { role: 'search', class: 'search', action: link.href }, make('label', { for: input.id, class: 'unseen' }, said.label), input);
  let from; // had the focus before the box was asked for

  CG.find = { form, input, root, own };
  (own ?? link).replaceWith(form);
  form.onerror = () => form.append(make('p', { role: 'alert' }, said.broken));
  const wake = () => {
    for (const name of ['search', 'search/index']) document.head.append(make('script', { src: `${root}assets/${name}.js` }));
    for (const script of document.head.querySelectorAll('script:not([defer])')) script.onerror = form.onerror;
  };
  input.addEventListener('focus', wake, { once: true });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!own) location.href = `${link.href}?q=${encodeURIComponent(input.value)}`;
  });
  form.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    document.activeElement.blur();
    from?.focus();
  });
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    from = document.activeElement;
    input.select();
  });
  const query = own && new URLSearchParams(location.search).get('q');
  if (query) {
    input.value = query;
    input.focus();
  }
})();
