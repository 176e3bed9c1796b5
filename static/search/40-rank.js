// What fits a query best. A word counts more the fewer items have it, and where
// it stands: in the title, a heading, a summary or the text.
const inItem = [0, 0.3, 1.2, 2.5]; // what a level adds to a word that is in the text
const inPlace = [1, 1.5, 4, 5];

// rank gives the items for a query, best first, each with its best place.
async function rank(words) {
  const all = scores();
  const fitting = new Uint8Array(all.items.length);
  for (const word of words) {
    const one = scores();
    for (const [key, sure] of word.keys) await weigh(key, sure, one);
    for (const name of word.others) await weighName(name, one);
    one.items.forEach((score, item) => { if (score) { all.items[item] += score; fitting[item]++; } });
    one.places.forEach((score, place) => { all.places[place] += score; });
  }
  const most = fitting.reduce((a, b) => Math.max(a, b), 0);
  return [...all.items.keys()].filter(item => fitting[item] && fitting[item] * 2 >= most)
    .map(item => ({ item, score: all.items[item] * (0.5 + fitting[item] / words.length), place: bestPlace(item, all.places) }))
    .sort((a, b) => b.score - a.score || a.item - b.item);
}

const scores = () => ({ items: new Float64Array(index.firsts.length), places: new Float64Array(index.owners.length) });
const raise = (list, at, score) => { list[at] = Math.max(list[at], score); };

// weighName notes the score of another name, where two of its words are, or its
// only one: a single word of many says too little.
async function weighName(name, one) {
  const words = new Uint8Array(one.items.length), whole = scores();
  for (const key of name) {
    const part = scores();
    await weigh(key, widened, part);
    part.items.forEach((score, item) => { if (score) { words[item]++; whole.items[item] += score / name.length; } });
    part.places.forEach((score, place) => { whole.places[place] += score / name.length; });
  }
  words.forEach((count, item) => { if (count >= Math.min(2, name.length)) raise(one.items, item, whole.items[item]); });
  whole.places.forEach((score, place) => raise(one.places, place, score));
}

// weigh notes the score of a key where it is higher than that of the keys before.
async function weigh(key, sure, one) {
  const { owners, sizes } = index, { at, listOf } = await tableFor(key);
  if (!at.has(key)) return;
  const list = numbers(listOf(at.get(key)));
  const hits = [];
  let place = -1, last;
  for (const code of list) {
    place += (code >> 2) + 1;
    if (last?.item !== owners[place]) hits.push(last = { item: owners[place], level: 0, times: 0 });
    last.level = Math.max(last.level, code & 3);
    last.times += code & 3 ? 2 : 1;
  }
  const worth = sure * Math.log(1 + (sizes.length - hits.length + 0.5) / (hits.length + 0.5));
  for (const { item, level, times } of hits) {
    const text = times * 2.2 / (times + 1.2 * (0.6 + 0.4 * sizes[item]));
    raise(one.items, item, worth * (text + inItem[level]));
  }
  place = -1;
  for (const code of list) {
    place += (code >> 2) + 1;
    raise(one.places, place, worth * inPlace[code & 3]);
  }
}

// bestPlace is the place of an item that fits best, counted from its top.
function bestPlace(item, places) {
  const first = index.firsts[item], end = index.firsts[item + 1] ?? places.length;
  let best = first;
  for (let place = first; place < end; place++) if (places[place] > places[best]) best = place;
  return best - first;
}
