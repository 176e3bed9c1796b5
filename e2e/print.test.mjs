// What comes out of the printer.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { bare, lonely, outside, says, sheets, words } from './pdf.mjs';
import { build, buildPackage, close, kinds, setMedia, visit } from './site.mjs';

after(close);

// The room for text on an A4 sheet, and below it the line for the number.
const frame = { left: 15.5, top: 14.5, right: 194.5, bottom: 282.5 };
const isNumber = line => line.top > frame.bottom;
const texts = sheet => ({ ...sheet, lines: sheet.lines.filter(line => !isNumber(line)) });
const foot = sheet => sheet.lines.filter(isNumber).map(says).join(' ');
const lowest = sheet => Math.max(...sheet.lines.map(line => line.bottom));

// headings are what must not stand alone at the foot of a sheet. One that says what
// a tag says cannot be told from it on paper.
const headings = page => page.evaluate(() => {
  const said = selector => [...document.querySelectorAll(selector)].map(e => e.innerText.trim()).filter(Boolean);
  const tags = new Set(said('.tag'));
  return said('main :is(h1, h2, h3, h4, h5, h6)').filter(text => !tags.has(text));
});

// printed prints a page and holds it to what every page must be on paper: nothing
// beyond the margins, no heading alone at the foot of a sheet, no empty sheet.
async function printed(page) {
  const wanted = await headings(page);
  const all = await sheets(page);
  const clean = all.map(texts);
  const found = clean.flatMap((sheet, n) => [
    ...outside(words(sheet), frame).map(w => `beyond the margin: ${w}`),
    ...lonely(sheet, wanted).map(h => `nothing below a heading: ${h}`),
    ...sheet.lines.length === 0 ? ['empty'] : [],
  ].map(line => `sheet ${n + 1}: ${line}`));
  assert.deepEqual(found, []);
  return { all, clean, text: clean.map(sheet => sheet.lines.map(says).join('\n')).join('\n') };
}

test('every kind of page prints', { concurrency: 2 }, async t => {
  const { base } = await build();
  const { cards, handbook, 'not-found': plain, ...others } = await kinds(); // have tests of their own, or no style
  await Promise.all(Object.entries(others).map(([kind, path]) => t.test(`${kind}: ${path}`, () => visit(base + path, { base }, async page => {
    const { all, text } = await printed(page);
    all.forEach((sheet, n) => assert.equal(foot(sheet), `${n + 1} / ${all.length}`));
    const links = await page.$$eval('.menu a, .trail a, .foot nav a', all => all.filter(a => a.checkVisibility()).length);
    assert.ok(links > 0, 'the page has no navigation that paper could leave out');
    for (const gone of ['You are here', 'The whole handbook, to print', 'Skip to the text']) assert.ok(!text.includes(gone), `prints "${gone}"`);
    const dates = await page.$$eval('.review', all => all.length);
    if (dates > 0) assert.match(text.replace(/\s+/g, ' '), /[Cc]hecked( again by)? \d+ \w+ 20\d\d/);
  }))));
});

test('outside links are printed with their addresses, others without', async () => {
  const { base } = await buildPackage('addresses', {
    'content/index.md': '---\ntitle: Addresses\nsummary: S.\nlanguage: en-GB\norganisation: Example\n---\n\nSee [the guide](https://example.org/guide?a=1) and [the page](about.md).\n',
    'content/about.md': '---\ntitle: About\n---\n\nText.\n',
  });
  await visit(base + 'index.html', { base }, async page => {
    const { text } = await printed(page);
    assert.match(text, /the guide \(https:\/\/example\.org\/guide\?a=1\) and the page\./);
  });
});

test('the answers to a quiz are printed', async () => {
  const { base, pages } = await build();
  let found = 0;
  for (const path of pages.filter(p => p.startsWith('lessons/'))) {
    await visit(base + path, { base }, async page => {
      const answers = await page.$$eval('.answers > li', all => all.map(e => e.textContent.trim().replace(/\s+/g, ' ')));
      if (answers.length === 0) return;
      const { text } = await printed(page);
      const flat = text.replace(/\s+/g, ' ');
      for (const answer of answers) assert.ok(flat.includes(answer), `${path}: not on paper: ${answer}`);
      found += answers.length;
    });
  }
  assert.ok(found > 0, 'no lesson has a quiz');
});

// A table that is wider than its page, and longer: each cell is there, and the
// head of the table on each sheet.
test('no table is cut off', async () => {
  const row = (mark, fill) => `| ${Array.from({ length: 7 }, (_, c) => `${mark}c${c} ${fill}`).join(' | ')} |`;
  const rows = Array.from({ length: 60 }, (_, r) => row(`r${r}`, r % 9 === 4 ? 'Donaudampfschifffahrtsgesellschaftskapitän' : 'some words'));
  const { base } = await buildPackage('a wide table', {
    'content/index.md': '---\ntitle: T\nsummary: S.\nlanguage: en-GB\n---\n',
    'themes/care.md': '---\ntitle: Care\nsummary: S.\norder: 1\n---\n',
    'content/lessons/l.md': `---\ntitle: L\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n\n## A table\n\n${row('head', '')}\n${'|---'.repeat(7)}|\n${rows.join('\n')}\n`,
  });
  for (const path of ['lessons/l.html', 'handouts/l.html', 'print.html']) {
    await visit(base + path, { base }, async page => {
      const { clean } = await printed(page);
      const seen = clean.map(sheet => words(sheet).map(w => w.text));
      for (let r = 0; r < 60; r++) for (let c = 0; c < 7; c++) assert.ok(seen.some(s => s.includes(`r${r}c${c}`)), `${path}: r${r}c${c} is not on paper`);
      const tabled = seen.filter(s => s.some(w => /^r\d+c\d$/.test(w)));
      assert.ok(tabled.length > 1, 'the table is on one sheet');
      for (const s of tabled) assert.equal(s.filter(w => w === 'headc0').length, 1, `${path}: a sheet without the head of the table`);
    });
  }
});

test('the handbook is a book', async () => {
  const { base } = await build();
  await visit(base + 'print.html', { base }, async page => {
    const openings = await page.$$eval('.part.opens > h2', all => all.map(e => e.innerText));
    const lessons = await page.$$eval('.chapter-head', all => all.map(e => e.innerText));
    const { all, clean, text } = await printed(page);
    assert.deepEqual(all.map(foot), all.map((_, n) => n === 0 ? '' : String(n + 1)), 'the numbers at the foot');
    assert.equal(clean.filter(sheet => says(sheet.lines[0]) === 'Contents').length, 1, 'the contents begin a sheet');
    const begins = n => n === clean.length || openings.includes(says(clean[n].lines[0]));
    for (const title of openings) assert.ok(clean.some(sheet => says(sheet.lines[0]) === title), `${title} does not begin a sheet`);
    clean.forEach((sheet, n) => n === 0 || begins(n + 1) || assert.ok(lowest(sheet) > 297 / 3, `sheet ${n + 1} is nearly empty`));
    const sheetsOf = opening => clean.filter(sheet => bare(sheet.lines.map(says).join(' ')).includes(bare(opening))).length;
    for (const opening of lessons) assert.equal(sheetsOf(opening), 1, `parted: ${opening}`);
    assert.ok(!text.includes('Need help, or found a mistake?'), 'the foot of the site is in the book');
  });
});

test('what is folded away as more is printed, the menu is not', async () => {
  const { base, pages } = await build();
  let found = 0;
  for (const path of pages.filter(p => p.startsWith('lessons/'))) {
    await visit(base + path, { base }, async page => {
      const shown = () => [...document.querySelectorAll('details.more > :not(summary)')]
        .map(e => e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0);
      const before = await page.evaluate(shown);
      assert.ok(before.every(seen => !seen), `${path} opens unfolded`);
      await setMedia(page, {}, 'print');
      // What was skipped is laid out with the next frame, not at once.
      await page.waitForFunction(`(${shown})().every(Boolean)`, { polling: 20, timeout: 3000 })
        .catch(() => assert.fail(`${path}: folded text is not printed`));
      assert.equal(await page.$eval('.menu', e => e.checkVisibility()), false, `${path} prints its menu`);
      found += before.length;
    });
  }
  assert.ok(found > 0, 'no lesson folds anything away');
});
