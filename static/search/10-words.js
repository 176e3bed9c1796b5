// Words as the index has them: internal/search/keys.go says how and why, and
// internal/search/testdata/keys.txt holds both to the same. Every file of this
// folder becomes part of assets/search.js, inside one function.
const wordPattern = /[\p{L}\p{N}](?:['’]?[\p{L}\p{N}]|[\p{M}\u00ad\u200c\u200d])*/gu;
const unheard = /[\u00ad\u200c\u200d]|(?![\u3099\u309a])(?=\p{Mn})\p{Script=Inherited}/gu;

// fold takes capitals, accents and what nobody sees off a word.
const fold = word => word.normalize('NFD').replace(unheard, '').replace(/’/g, "'")
  .toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, 'σ').normalize('NFC');

// stem takes the common endings off an English word.
function stem(word) {
  if (!/^[a-z'][a-z']{3,}$/.test(word)) return word;
  if (/[^sui]s$/.test(word)) word = word.replace(/(..)ies$/, '$1ys').replace(/(ss|x|ch|sh)es$/, '$1s').slice(0, -1);
  const [, bare] = /^(.{3,})(?:ing|ed)$/.exec(word) ?? [];
  if (/[aeiouy]/.test(bare ?? '') && !word.endsWith('eed')) word = bare.replace(/(..)([^aeioulsz])\2$/, '$1$2');
  return word.length < 4 ? word : word.replace(/(?:e|([^aeiou])y)$/, (_, before) => before ? before + 'i' : '');
}

const keyOf = (folded, english) => {
  const word = folded.replace(/'s$/, '');
  return english ? stem(word) : word;
};
