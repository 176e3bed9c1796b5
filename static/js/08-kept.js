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

  // stores gives what use gives for each store, and nothing for one that is closed,
  // full, or holds what makes no sense.
  const stores = use => ['sessionStorage', 'localStorage'].flatMap(kind => {
    try {
      return use(window[kind]);
    } catch {
      return [];
    }
  });
  if (!name || stores(store => [store.length]).length === 0) return;
  const apart = location.protocol === 'file:' && 'mozInnerScreenX' in window;
  const here = new URL(location);
  const handed = apart && here.searchParams.get('kept');

  const entriesIn = text => Object.entries(JSON.parse(text)).filter(([, entry]) => Array.isArray(entry) && isFinite(entry[1]));

  // read joins what is known since everything was forgotten last.
  function read() {
    const entries = new Map();
    const told = stores(store => entriesIn(store.getItem(key))).concat(stores(() => entriesIn(handed)));
    for (const [name, entry] of told.sort(([, [, a]], [, [, b]]) => a - b)) {
      if (name === 'forgot') entries.clear();
      entries.set(name, entry);
    }
    return Object.fromEntries(entries);
  }

  const write = entries => stores(store => store.setItem(key, JSON.stringify(entries)));

  // put adds an entry. It is later than all others, whatever the clock says.
  function put(name, value) {
    const entries = read();
    entries[name] = [value, Math.max(Date.now(), ...Object.values(entries).map(([, when]) => when + 1))];
    write(entries);
  }

  if (handed) {
    write(read());
    here.searchParams.delete('kept');
    history.replaceState(null, '', here);
  }
  if (apart) addEventListener('click', ({ target, defaultPrevented }) => {
    const link = target.closest('a[href]');
    if (!link || defaultPrevented || link.protocol !== 'file:' || link.pathname === location.pathname) return;
    const there = new URL(link);
    there.searchParams.set('kept', JSON.stringify(read()));
    link.href = there;
  });

  CG.kept = { put, read, apart };
})();
