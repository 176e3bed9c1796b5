// The index: what internal/search wrote, as its scripts hand it over. A large one
// comes in several files, each loaded when a search needs it.
const tables = []; // by letter: keys, and for each the places where it is found
const records = []; // by file: what results show of some items
let index; // what the opening says, and what follows from it
let isOpen;
const opened = new Promise(resolve => { isOpen = resolve; });

const digit = code => code - (code > 92 ? 36 : 35);

// numbers reads what appendNumber of internal/search wrote.
function numbers(codes) {
  const all = [];
  let value = 0, unit = 1;
  for (let at = 0; at < codes.length; at++) {
    const n = digit(codes.charCodeAt(at));
    value += n * unit;
    if (n < 64) { all.push(value); value = 0; unit = 1; } else unit *= 27;
  }
  return all;
}

// tableOf takes the keys of a file apart: each says how much of it is as in the
// one before.
function tableOf(words) {
  const keys = [], lists = words.split('!');
  let key = '';
  for (let at = 0; at + 1 < lists.length; at += 2) keys.push(key = key.slice(0, digit(lists[at].charCodeAt(0))) + lists[at].slice(1));
  return { keys, at: new Map(keys.map((key, n) => [key, n])), listOf: n => lists[2 * n + 1] };
}

function take(part) {
  if (part.words !== undefined) tables[part.letter ?? 0] = tableOf(part.words);
  if (part.items) records[part.part ?? 0] = part.items;
  if (part.kinds) open(part);
}

// open notes for each item its first place, for each place its item, and how
// long a text is beside the others.
function open(part) {
  const firsts = [], owners = [];
  for (const count of numbers(part.counts)) {
    firsts.push(owners.length);
    for (let n = 0; n < count; n++) owners.push(firsts.length - 1);
  }
  const sizes = Array.from(part.sizes, symbol => 2 ** (digit(symbol.charCodeAt(0)) / 8));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  index = { ...part, firsts, owners, sizes: sizes.map(size => size / mean), little: new Set(part.little) };
  index.groups = part.groups.map(names => names.map(name => wordsOf(name).filter(meant).map(word => word.key)));
  isOpen();
}

const letterOf = key => index.perFile ? key.codePointAt(0) % 32 : 0;

// tableFor gives the table that a key is in if it is anywhere.
async function tableFor(key) {
  const letter = letterOf(key);
  if (!tables[letter]) await load(`search/words-${letter}`);
  return tables[letter];
}

// recordOf gives what is shown of an item.
async function recordOf(item) {
  const part = index.perFile ? Math.floor(item / index.perFile) : 0;
  if (!records[part]) await load(`search/items-${part}`);
  return records[part][index.perFile ? item % index.perFile : item];
}
