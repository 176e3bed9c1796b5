// The tests of injection themselves: one place of a site is left open, and that is
// found in each way that should find it.
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { differences } from './inject-judge.mjs';
import { disarm, pack } from './inject-package.mjs';
import { fromDisk, withoutPolicy } from './inject-visit.mjs';
import { buildPackage, close, folder, visit } from './site.mjs';

after(close);

const payloads = ['<script>pwn()</script>', '" onmouseover="pwn()', '</script><script>pwn()</script>', '<img src=x onerror=pwn()>', '<b>bold</b>', 'a & b < c'];

let built;
const sites = () => (built ??= Promise.all([buildPackage('self armed/a', pack(payloads)), buildPackage('self disarmed/a', pack(payloads, disarm))]));

// spoilt copies the site of payloads and changes a file in the copy.
async function spoilt(name, file, from, to) {
  const [armed] = await sites();
  const dir = join(await folder(), `spoilt ${name}`);
  await cp(armed.dir, dir, { recursive: true });
  const text = await readFile(join(dir, file), 'utf8');
  const inBody = text.indexOf(from, text.indexOf('<h1')); // in the head, a title is text whatever it holds
  const at = inBody < 0 ? text.indexOf(from) : inBody;
  assert.ok(at >= 0, `${file} has no ${from}`);
  await writeFile(join(dir, file), text.slice(0, at) + to + text.slice(at + from.length));
  return { dir, base: pathToFileURL(dir).href + '/' };
}

const has = (list, pattern) => assert.ok(list.some(line => pattern.test(line)), `${pattern} is not among:\n${list.join('\n')}`);

async function compared({ dir }) {
  const [, disarmed] = await sites();
  let found;
  await visit('about:blank', { base: 'about:' }, async page => { found = await differences(page, dir, disarmed.dir); });
  return found;
}

test('a site without a leak is let pass', async () => {
  const [armed] = await sites();
  assert.deepEqual(await compared(armed), []);
  assert.deepEqual(await fromDisk([armed.base + 'lessons/l1.html']), []);
  assert.deepEqual(await fromDisk([armed.base + 'lessons/l1.html'], undefined, withoutPolicy), []);
});

// A leak: the file, what is in it, what it becomes, what each way says of it; and the
// query with which the page is opened.
const page = 'lessons/l1.html';
const leaks = {
  'a script in text': [page, '&lt;script&gt;pwn()&lt;/script&gt;', '<script>pwn()</script>', /content policy: script-src/, /ran pwn/],
  'a handler that fires': [page, '&lt;img src=x onerror=pwn()&gt;', '<img src=x onerror=pwn()>', /content policy: script-src/, /ran pwn/],
  'a handler that waits': [page, '<h2 ', '<h2 onmouseover="pwn()" ', /an attribute: onmouseover/, /an attribute: onmouseover/],
  'an address that runs': [page, 'href="https://example.org/', 'href="javascript:pwn()//', /an address: href="javascript:/, /an address: href="javascript:/],
  'an element that does nothing': [page, '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
  'a strange element': [page, '&lt;b&gt;', '<portal>', /an element: <portal>/, /an element: <portal>/],
  'a style': [page, '<h2 ', '<h2 style="color: red" ', /content policy: style-src/, /an attribute: style/],
  'data that end too early': [page, '\\u003c/script\\u003e\\u003cscript\\u003epwn()', '</script><script>pwn();//', /content policy: script-src/, /a script: pwn/],
  'a picture from elsewhere': [page, '<h2 ', '<img src="https://example.net/x.png" alt=""><h2 ', /request outside the site|content policy: img-src/, /request outside the site/],
  'a base': [page, '<title>', '<base href="https://example.net/"><title>', /content policy: base-uri/, /an element: <base|an address/],
  'text that is lost': [page, '&lt;script&gt;pwn()', 'pwn()'],
  'text that is escaped twice': [page, '&lt;script&gt;', '&amp;lt;script&amp;gt;'],
  'a script that makes elements of text': ['assets/site.js', '"use strict";', '"use strict";document.querySelector("h1").innerHTML=new URLSearchParams(location.search).get("q");', /content policy: script-src/, /ran pwn/],
  'an element in the feed': ['feed.xml', '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
  'a lost sign in the catalogue': ['catalogue.json', '<script>pwn()', '<script>pwn('],
  'a lost sign in the index of the search': ['assets/search/index.js', '<script>pwn()', 'script>pwn()'],
};

for (const [name, [file, from, to, underPolicy, without]] of Object.entries(leaks)) {
  test(`a leak is found: ${name}`, async () => {
    const site = await spoilt(name, file, from, to);
    has(await compared(site), new RegExp(`^${file}: `));
    if (!underPolicy) return;
    const url = `${site.base}${page}?q=${encodeURIComponent('<img src=x onerror=pwn()>')}`;
    has(await fromDisk([url]), underPolicy);
    has(await fromDisk([url], undefined, withoutPolicy), without);
  });
}
