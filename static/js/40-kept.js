// What the reader's device keeps of this package, and nothing else does: entries,
// name → [value, when]. The later of two wins, one by one, so that two tabs do not
// undo each other.
//
// They are written to both stores of the browser, for one of them may be closed or
// full. Without a store nothing is kept, and what makes no sense in one is passed
// over. Firefox on disk gives each page a local store of its own and each folder one
// for the tab: there, what is known goes along with the links that are followed.
(() => {
  const name = document.body.dataset.package;
  const key = 'commonground.' + name;
  const stores = ['sessionStorage', 'localStorage'].flatMap(kind => {
    try {
      return [window[kind]].filter(store => store.length >= 0);
    } catch {
      return [];
    }
  });
  if (stores.length === 0) return;
  const apart = location.protocol === 'file:' && 'mozInnerScreenX' in window;
  const handed = apart && new URLSearchParams(location.search).get('kept');

  function entriesIn(text) {
    try {
      return Object.entries(JSON.parse(text)).filter(([, entry]) => Array.isArray(entry) && isFinite(entry[1]));
    } catch {
      return [];
    }
  }

  // read joins what the stores hold since everything was forgotten last.
  function read() {
    const entries = new Map();
    const told = [handed, ...stores.map(store => store.getItem(key))].flatMap(entriesIn);
    for (const [name, entry] of told.sort(([, [, a]], [, [, b]]) => a - b)) {
      if (name === 'forgot') entries.clear();
      entries.set(name, entry);
    }
    return Object.fromEntries(entries);
  }

  function write(entries) {
    for (const store of stores) {
      try {
        store.setItem(key, JSON.stringify(entries));
      } catch {
        // This store is full: the other may not be.
      }
    }
  }

  // put adds an entry. It is later than all others, whatever the clock says.
  function put(name, value) {
    const entries = read();
    entries[name] = [value, Math.max(Date.now(), ...Object.values(entries).map(([, when]) => when + 1))];
    write(entries);
  }

  if (handed) {
    write(read());
    history.replaceState(null, '', location.pathname + location.hash);
  }
  if (apart) addEventListener('click', ({ target, defaultPrevented }) => {
    const link = target.closest('a[href]');
    if (!link || defaultPrevented || link.protocol !== 'file:' || link.pathname === location.pathname) return;
    link.search = new URLSearchParams({ kept: JSON.stringify(read()) });
  });

  CG.kept = { key, put, read, apart };
})();
