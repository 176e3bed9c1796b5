// A lesson that was renamed is found under its old address, without script.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axe } from './checks.mjs';
import { buildPackage, close, serve, visit } from './site.mjs';

after(close);

let built;
const renamed = () => (built ??= buildPackage('renamed', {
  'content/index.md': '---\ntitle: Renamed\nsummary: A package.\nlanguage: en-GB\n---\n',
  'content/lessons/new.md': '---\ntitle: New\nsummary: A summary.\nthemes: [language]\nminutes: 5\noutcome: Say it plainly.\nformerly: [old]\n---\n\nSome text.\n',
}));

// arrives waits until a tab is at an address.
async function arrives(page, address) {
  const late = AbortSignal.timeout(10000);
  while (page.url() !== address && !late.aborted) await new Promise(next => setTimeout(next, 20));
  assert.equal(page.url(), address);
}

async function leadsOn(base) {
  await visit(base + 'lessons/old.html', { base, script: false }, async page => {
    await arrives(page, base + 'lessons/new.html');
    await page.waitForSelector('.on-lesson');
    assert.equal(await page.$eval('h1', e => e.innerText), 'New');
  });
}

test('an old address leads on from disk', async () => leadsOn((await renamed()).base));

test('an old address leads on below a path of a server', async () => {
  const { base, stop } = await serve((await renamed()).dir, '/training/x/');
  try { await leadsOn(base); } finally { stop(); }
});

// Some readers forbid pages to lead on by themselves.
test('whoever stays has a link', async () => {
  const { dir, base } = await renamed();
  const text = await readFile(join(dir, 'lessons', 'old.html'), 'utf8');
  await writeFile(join(dir, 'lessons', 'stays.html'), text.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  const problems = await visit(base + 'lessons/stays.html', { base }, async page => {
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.$eval('h1', e => e.innerText), 'New has moved');
    assert.equal(await page.$eval('main > .lead a', e => e.href), base + 'lessons/new.html');
  });
  assert.deepEqual(problems, []);
});
