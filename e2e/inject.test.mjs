// What somebody writes is shown as it was typed and does nothing, wherever a package
// has room for words.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { differences } from './inject-judge.mjs';
import { chunks, cover, disarm, pack, pages } from './inject-package.mjs';
import { preview } from './inject-serve.mjs';
import { texts } from './inject-texts.mjs';
import { fromDisk, fromServer } from './inject-visit.mjs';
import { buildPackage, close, visit, writePackage } from './site.mjs';

after(close);

// The packages that hold all payloads: in all places, each of a size that goes into
// one volume of the handbook, and in the settings.
const packages = [...chunks(texts, 84).map(words => change => pack(words, change)), ...pages(texts).map(words => change => cover(words, change))];

// sites are built from each, armed and disarmed.
let built;
const sites = () => (built ??= (async () => {
  const all = [];
  for (const [n, files] of packages.entries()) all.push(await Promise.all([buildPackage(`armed/${n}`, files()), buildPackage(`disarmed/${n}`, files(disarm))]));
  return all;
})());

test('there are 300 payloads and more', () => assert.ok(new Set(texts).size >= 300));

test('a site of payloads is as one of plain words, file by file', async () => {
  for (const [armed, disarmed] of await sites()) {
    const problems = await visit('about:blank', { base: 'about:' }, async page => assert.deepEqual(await differences(page, armed.dir, disarmed.dir), []));
    assert.deepEqual(problems, []);
  }
});

// The page for a wrong address loads from where the site will stand.
const visited = paths => paths.filter(path => path !== '404.html');

test('from disk nothing runs, and no policy has to stop it', async () => {
  const urls = (await sites()).flatMap(([armed]) => visited(armed.pages).map(path => armed.base + path));
  assert.deepEqual(await fromDisk(urls), []);
});

test('in the preview nothing runs, with no policy to stop it', async () => {
  for (const [n, files] of packages.slice(0, 6).entries()) {
    const [{ pages: paths }] = (await sites())[n];
    const some = visited(paths).filter(path => !/^myths\/m/.test(path)); // what is on the page of a card is on a page of many, too
    await preview(await writePackage(`served ${n}`, files()), async base => assert.deepEqual(await fromServer(base, some.map(path => base + path)), []));
  }
});
