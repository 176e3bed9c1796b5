// What somebody writes is shown as it was typed and does nothing, wherever a package
// has room for words.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { differences, foul } from './inject-judge.mjs';
import { chunks, cover, disarm, pack, pages } from './inject-package.mjs';
import { preview } from './inject-serve.mjs';
import { texts } from './inject-texts.mjs';
import { fromDisk, fromServer } from './inject-visit.mjs';
import { buildPackage, close, visit, writePackage } from './site.mjs';

after(close);

// The packages that hold all payloads: in all places, each of a size that goes into
// one volume of the handbook and one page of the glossary, and in the settings.
const inAllPlaces = chunks(texts, 60).map(words => change => pack(words, change));
const packages = [...inAllPlaces, ...pages(texts).map(words => change => cover(words, change))];

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

// opened are the pages of a site to open: not the page for a wrong address, which loads
// from where the site will stand, and of the cards, which are all alike, one in so many.
const opened = ({ pages: paths }, oneIn) => paths.filter(path => path !== '404.html' && (!/^myths\/m/.test(path) || Number(/\d+/.exec(path)) % oneIn === 0));

test('from disk nothing runs, and no policy has to stop it', async () => {
  const urls = (await sites()).flatMap(([armed]) => opened(armed, 4).map(path => armed.base + path));
  assert.deepEqual(await fromDisk(urls), []);
});

test('in the preview nothing runs, with no policy to stop it', async () => {
  for (const [n, files] of inAllPlaces.entries()) {
    const [armed] = (await sites())[n];
    await preview(await writePackage(`served ${n}`, files()), async base => assert.deepEqual(await fromServer(base, opened(armed, 40).map(path => base + path)), []));
  }
});

// press presses every button of a page and unfolds what can be unfolded, and what
// that brings; scripts that are asked for meanwhile have time to come.
const press = frame => frame.evaluate(async () => {
  for (let round = 0; round < 5; round++) {
    document.querySelectorAll('button, summary, a.term, input:not([type=search])').forEach(e => e.click());
    for (let turn = 0; turn < 20; turn++) await new Promise(done => { setTimeout(done); });
  }
});

test('nothing runs when everything is pressed', async () => {
  const [[armed]] = await sites();
  const some = opened(armed, 40).filter(path => !path.startsWith('handouts/'));
  assert.deepEqual(await fromDisk(some.map(path => armed.base + path), async frame => {
    await press(frame);
    return foul(frame, armed.base);
  }), []);
});

// asked is what the page to search says of a query that is in its address.
const asked = frame => frame.evaluate(() => new Promise(done => {
  const look = tries => {
    const [input, status] = ['#CG-query', '[role=status]'].map(selector => document.querySelector(selector));
    if (status?.textContent || tries > 500) done([input?.value, status?.textContent]);
    else setTimeout(look, 0, tries + 1);
  };
  look(0);
}));

test('what is asked is shown as it was typed', async () => {
  const [site] = (await sites())[inAllPlaces.length]; // a small one
  const queries = texts.map(text => text.replace(/\s+/g, ' '));
  const wrong = [];
  const urls = queries.map(text => `${site.base}search.html?q=${encodeURIComponent(text)}#${encodeURI(text)}`);
  const problems = await fromDisk(urls, async frame => {
    const text = new URLSearchParams(new URL(frame.url()).search).get('q');
    const [value, status] = await asked(frame);
    if (!queries.includes(value) || value.trim() !== text.trim() || !(status.includes(`“${text.trim()}”`) || /^\d+ results?$/.test(status))) wrong.push([text, value, status]);
    return [];
  });
  assert.deepEqual([...problems, ...wrong], []);
});

test('filters take nothing from the address but what they know', async () => {
  const [[site]] = await sites();
  const urls = chunks(texts, 25).flatMap(some => ['lessons/index.html', 'myths/index.html'].map(path => `${site.base}${path}?is=${encodeURIComponent(some.join('.'))}&${encodeURIComponent(some[0])}#${encodeURIComponent(some.at(-1))}`));
  assert.deepEqual(await fromDisk(urls), []);
});
