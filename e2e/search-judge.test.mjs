// Search is judged, not believed: over the shipped package, with what staff would
// type, against two that are widely used. Needs no browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { documents, engine, judge, lunrSearch, miniSearch } from './search-judge.mjs';
import { queries } from './search-queries.mjs';
import { build, close } from './site.mjs';

after(close);

const here = dirname(fileURLToPath(import.meta.url));

test('search finds at least as well as MiniSearch and Lunr', async () => {
  const { dir, pages } = await build();
  const docs = await documents(dir, pages);
  const ids = new Set(docs.map(doc => doc.id)), texts = Object.values(queries).flat();
  for (const [text, ...good] of texts) for (const id of good) assert.ok(ids.has(id), `${text}: there is no ${id}`);
  assert.ok(texts.length >= 60);
  const [ours, ...others] = [await judge(await engine(dir)), await judge(miniSearch(docs)), await judge(lunrSearch(docs))];
  const figures = others.concat(ours).map(({ rank, recall }) => `${rank.toFixed(3)} ${recall.toFixed(3)}`).join(', ');
  for (const { rank, recall } of others) {
    assert.ok(ours.rank >= rank, figures);
    assert.ok(ours.recall >= recall, figures);
  }
});

test('docs/search.md has every query', async () => {
  const text = await readFile(join(here, '..', 'docs', 'search.md'), 'utf8');
  for (const [query] of Object.values(queries).flat()) assert.ok(text.includes(`${query} (`), query);
});

test('the script brings words to the keys that the index has', async () => {
  const script = await readFile(join(here, '..', 'static', 'search', '10-words.js'), 'utf8');
  const { wordPattern, fold, keyOf } = new Function(`${script}\nreturn { wordPattern, fold, keyOf };`)();
  const lines = (await readFile(join(here, '..', 'internal', 'search', 'testdata', 'keys.txt'), 'utf8')).trim().split('\n');
  const other = lines.indexOf('other:');
  assert.ok(other > 10 && lines.length > other + 5);
  lines.forEach((line, n) => {
    if (n === other) return;
    const [text, want] = line.split('\t');
    const keys = [];
    let end = -1, before;
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      const folded = fold(word), key = word => keyOf(word, n < other);
      if (word.length <= 40) keys.push(key(folded), ...index === end + 1 && /[-\u2010\u2011]/.test(text[end]) ? [key(before + folded)] : []);
      end = index + word.length;
      before = folded;
    }
    assert.equal(keys.join(' '), want, text);
  });
});
