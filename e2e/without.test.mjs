// Everything without script: what the package says is on its pages, nothing of it
// is hidden but what unfolds, and nothing is there that does not work.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, test } from 'node:test';
import { dead, unread } from './checks.mjs';
import { browsers, build, close, tour } from './site.mjs';

after(close);

// said is what must be read on a page, from the first lines of the keys of front
// matter: path of the page → texts.
async function said() {
  const { pages } = await build();
  const found = {};
  for (const [folder, keys, page] of [
    ['lessons', ['title', 'outcome']], ['themes', ['title', 'summary']], ['roles', ['title']], ['pathways', ['title']],
    ['stories', ['title']], ['myths', ['fact', 'myth', 'why', 'say']], ['glossary', ['title', 'meaning'], 'glossary/index.html'],
  ]) {
    const root = new URL(folder === 'themes' ? '../themes/' : `../content/${folder}/`, import.meta.url);
    for (const file of (await readdir(root, { recursive: true })).filter(name => name.endsWith('.md'))) {
      const text = await readFile(new URL(file, root), 'utf8');
      const path = page ?? `${folder}/${file.replace(/(?:\/index)?\.md$/, '.html')}`;
      if (/^draft: (?:true|yes)/m.test(text) || !pages.includes(path)) continue; // a draft, or a theme that nothing belongs to
      for (const key of keys) {
        const value = new RegExp(`^${key}: (?![>|])(.*)$`, 'm').exec(text)?.[1];
        if (value) (found[path] ??= []).push(value.replace(/^(["'])(.*)\1$/, '$2').trim());
      }
    }
  }
  return found;
}

// unfolds opens what is folded, by the keyboard, and names what stays shut.
async function unfolds(page) {
  for (const summary of await page.$$('details:not([open]) > summary')) {
    await summary.focus();
    await page.keyboard.press('Enter');
  }
  return page.$$eval('details', all => all.filter(d => !d.open || [...d.children].slice(1).some(e => !e.checkVisibility() || e.innerText.trim() === ''))
    .map(d => `Enter does not open: ${d.textContent.trim().slice(0, 60)}`));
}

test('without script everything is there', { concurrency: true }, async t => {
  const { base, pages } = await build();
  const texts = await said();
  assert.ok(Object.keys(texts).length > 20, 'too little was found to prove anything');
  await Promise.all(browsers.map(browser => t.test(browser, async () => {
    const found = [];
    let answers = 0;
    const problems = await tour(pages.map(path => base + path), { base, browser, script: false }, async (page, url) => {
      const path = url.slice(base.length);
      const words = (await page.$eval('main', e => e.innerText)).replace(/\s+/g, ' ');
      const lost = (texts[path] ?? []).filter(text => !words.includes(text));
      const open = await page.$$eval('.quiz details[open]', all => all.map(() => 'an answer is open from the start'));
      found.push(...[...lost.map(text => `does not say: ${text}`), ...open, ...await unread(page), ...await dead(page), ...await unfolds(page)].map(line => `${path}: ${line}`));
      if (path.startsWith('lessons/')) answers += await page.$$eval('details', all => all.length);
    });
    assert.deepEqual([...problems, ...found], []);
    assert.ok(answers > 10, 'too few answers were found to prove anything');
  })));
});
