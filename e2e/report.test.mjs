// The report of check, which is one file and no part of the site.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { axe, clipped, faint, sideways } from './checks.mjs';
import { close, folder, modes, program, setMedia, visit, writePackage } from './site.mjs';

after(close);

const lesson = (title, keys, text) => `---\ntitle: ${title}\nsummary: A summary.\nthemes: [language]\nminutes: 5\noutcome: Say it plainly.\n${keys}---\n\n${text}\n`;

// report checks a package that has something in each part of a report, and gives
// the address of the page.
let made;
const report = () => (made ??= (async () => {
  const from = await writePackage('reported', {
    'content/index.md': '---\ntitle: Reported\nsummary: A package.\nlanguage: en-GB\n---\n',
    'content/lessons/a.md': lesson('A title that is long enough to need several lines on a narrow screen', 'reviewed: 2026-01-10\nreview_by: 2026-03-10\n', 'See [this](nowhere.md) and <dose>. Call 07911 234567.'),
    'content/lessons/b.md': lesson('Short', 'roles: [gp]\nreview_by: 2027-03-10\n', 'Open it. '.repeat(120)),
    'content/roles/gp.md': '---\ntitle: GP\nsummary: A summary.\n---\n',
    'content/roles/manager.md': '---\ntitle: Practice manager\nsummary: A summary.\n---\n',
    'content/glossary/app.md': '---\ntitle: App\nmeaning: A program on a phone.\nreview_by: 2026-12-20\n---\n',
    'content/pathways/first.md': '---\ntitle: First\nsummary: A summary.\nlessons: [a]\n---\n',
  });
  const file = join(await folder(), 'report.html');
  await promisify(execFile)(await program(), ['check', '-C', from, '--today', '2026-11-22', '--report', file]).catch(e => assert.equal(e.code, 1, e.stderr));
  return pathToFileURL(file).href;
})());

test('the report stands alone, and is readable in each mode', async () => {
  const url = await report();
  for (const width of [1280, 390, 320]) {
    const problems = await visit(url, { base: url, width, height: 800 }, async page => {
      for (const [mode, media] of Object.entries(modes)) {
        await setMedia(page, media);
        const found = [...await sideways(page), ...await clipped(page), ...mode === 'forced' ? await faint(page) : await axe(page)];
        assert.deepEqual(found, [], `${mode} at ${width}`);
      }
    });
    assert.deepEqual(problems, []);
  }
});

test('each finding can be reached from its lesson, and each part from the top', async () => {
  const url = await report();
  await visit(url, { base: url }, async page => {
    const to = await page.$$eval('nav a, td a', all => all.map(a => ({ words: a.textContent, there: !!document.getElementById(decodeURIComponent(a.hash.slice(1))) })));
    assert.ok(to.length >= 7, `${to.length} links`);
    assert.deepEqual(to.filter(l => !l.there), []);
    assert.match(await page.$eval('main', e => e.innerText), /there is no content\/lessons\/nowhere\.md/);
  });
});

test('the report prints whole, in black on white', async () => {
  const url = await report();
  await visit(url, { base: url, media: modes.dark, type: 'print' }, async page => {
    assert.equal(await page.$eval('body', e => getComputedStyle(e).backgroundColor), 'rgb(255, 255, 255)');
    assert.equal(await page.$eval('nav', e => e.checkVisibility()), false);
    assert.equal(await page.$$eval('.found li', all => all.every(e => e.checkVisibility())), true);
    assert.deepEqual(await faint(page), []);
  });
});
