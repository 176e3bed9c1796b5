// What a query asks for, word by word: the keys that a word can mean, each with
// how sure that is.
const exactly = 1, joined = 0.9, begun = 0.7, mistyped = 0.6, widened = 0.5;

// wordsOf splits a text into words. The last is open while nothing follows it.
const wordsOf = text => Array.from(text.matchAll(wordPattern), ({ 0: word, index: at }) => {
  const folded = fold(word);
  return { folded, key: keyOf(folded, index.english), open: at + word.length === text.length };
});

const meant = word => !index.little.has(word.key);

// ask gives the words of a query that mean something, or all when none does,
// each with its keys, a map from key to how sure it is, and with other names.
async function ask(text) {
  const all = wordsOf(text).slice(0, 16);
  const words = all.some(meant) ? all.filter(meant) : all;
  await Promise.all(words.map(async word => { Object.assign(word, { keys: keysFor(word, await tableFor(word.key)), others: [] }); }));
  for (let n = 1; n < all.length; n++) {
    const key = keyOf(all[n - 1].folded + all[n].folded, index.english);
    if ((await tableFor(key)).at.has(key)) for (const word of [all[n - 1], all[n]]) word.keys?.set(key, joined);
  }
  widen(words);
  return words;
}

// keysFor looks for a word itself, then for what it may be the beginning of, then
// for what is one slip away from it.
function keysFor({ folded, key, open }, { keys, at }) {
  const found = new Map();
  const forms = open && index.english ? ['s', 'd', 'g', 'ng'].map(ending => keyOf(folded + ending, true)) : [];
  for (const form of [key, ...forms]) if (at.has(form)) found.set(form, form === key ? exactly : begun);
  const sure = found.size > 0;
  const bare = folded.replace(/[ey]$/, '');
  const add = (fits, weight) => {
    for (const other of keys) if (!found.has(other) && fits(other)) found.set(other, weight * Math.sqrt(Math.min(1, bare.length / other.length)));
  };
  if ((open || !sure) && folded.length > 1) add(other => other.startsWith(bare), sure ? begun / 2 : begun);
  if (found.size === 0 && folded.length > 3) add(other => isSlip(key, other), mistyped);
  if (found.size === 0 && folded.length > 3 && open) add(other => [-1, 0, 1].some(n => isSlip(key, other.slice(0, key.length + n))), mistyped / 2);
  return found;
}

// isSlip says whether one letter too many, too few, wrong or swapped with the
// next makes a word of another.
function isSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (word, skip) => word.slice(at + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 0)
    || a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2);
}

// widen adds the other names of a term where the query has one of its names, or
// is part of one. What a query is part of must share two words with it.
function widen(words) {
  const has = (word, key) => word.keys.get(key) > widened;
  for (const names of index.groups) {
    for (const name of names) {
      const within = words.filter(word => name.some(key => has(word, key)));
      const whole = within.length > 0 && name.every(key => within.some(word => has(word, key)));
      if (whole || within.length > 1 && within.length === words.length) within[0].others.push(...names.filter(other => other !== name));
    }
  }
}
