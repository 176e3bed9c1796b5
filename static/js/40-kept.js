// What the reader's device keeps of this package, and nothing else does: entries,
// name → [value, when]. The later of two wins, one by one, so that two tabs do not
// undo each other.
//
// They are written to both stores of the browser, since Firefox on disk has a local
// one for each page by itself but one for all pages of a tab. Without a store
// nothing is kept, and what makes no sense in one is passed over.
(function () {
  'use strict';
  const name = document.body.dataset.package;
  const key = 'commonground.' + name;
  const stores = ['sessionStorage', 'localStorage'].flatMap(kind => {
    try {
      return [window[kind]].filter(store => store.length >= 0);
    } catch {
      return [];
    }
  });
  if (!name || stores.length === 0) return;

  function entriesIn(store) {
    try {
      return Object.entries(JSON.parse(store.getItem(key))).filter(([, entry]) => Array.isArray(entry) && isFinite(entry[1]));
    } catch {
      return [];
    }
  }

  const latest = entries => Math.max(0, ...entries.map(([, [, when]]) => when));

  // joined is what the stores hold together since everything was forgotten last.
  function joined() {
    const entries = new Map();
    for (const [name, entry] of stores.flatMap(entriesIn).sort(([, [, a]], [, [, b]]) => a - b)) {
      if (name === 'forgot') entries.clear();
      entries.set(name, entry);
    }
    return Array.from(entries);
  }

  // put adds an entry. It is later than all others, whatever the clock says.
  function put(name, value) {
    const before = joined();
    const entries = { ...Object.fromEntries(before), [name]: [value, Math.max(Date.now(), latest(before) + 1)] };
    for (const store of stores) {
      try {
        store.setItem(key, JSON.stringify(entries));
      } catch {
        // This store is full: the other may not be.
      }
    }
  }

  // A tab that knows more than the store of this page was told on another page.
  const [tab, page] = stores.map(store => latest(entriesIn(store)));
  if (location.protocol === 'file:' && tab > page) put('apart', 1);

  // read gives the values by their names.
  const read = () => new Map(joined().filter(([name]) => name !== 'forgot').map(([name, [value]]) => [name, value]));

  CG.kept = { key, put, read };
})();
