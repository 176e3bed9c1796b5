// An index of several pages: it is turned by keyboard and without script, and what
// leads into it leads to the page that has it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, clipped, dead, sideways, small } from './checks.mjs';
import { browsers, buildPackage, close, modes, setMedia, visit } from './site.mjs';

after(close);

// Words stand ninety to a page: those under A fill more than two.
const words = 205, lessons = 301;
const term = n => (n < 202 ? 'a' : 'b') + 'word' + String(n).padStart(3, '0');

const files = {
  'content/index.md': '---\ntitle: Many\nsummary: A lot of it.\nlanguage: en-GB\n---\n',
  ...Object.fromEntries(Array.from({ length: words }, (_, n) => [`content/glossary/${term(n)}.md`,
    `---\ntitle: ${term(n)}\nmeaning: What word ${n} means.\n---\n`])),
  ...Object.fromEntries(Array.from({ length: lessons }, (_, n) => [`content/lessons/lesson-${n}.md`,
    `---\ntitle: Lesson number ${n}\nsummary: About ${n}.\nthemes: [${n % 2 ? 'language' : 'barriers'}]\nminutes: ${n % 2 ? 5 : 15}\noutcome: Say it\n---\nThe ${term(n % words)} is here.\n`])),
};

let built;
const site = () => (built ??= buildPackage('Many', files));

const heading = page => page.$eval('h1', e => e.textContent);
const turn = async (page, rel) => {
  await page.focus(`nav[aria-label="Pages"] a[rel="${rel}"]`);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
};
const follow = async (page, selector) => Promise.all([page.waitForNavigation(), page.$eval(selector, e => e.click())]);

for (const browser of browsers) {
  test(`pages are turned by keyboard, narrow and without script, ${browser}`, async () => {
    const { base } = await site();
    assert.deepEqual(await visit(base + 'glossary/index.html', { base, browser, width: 320, script: false }, async page => {
      assert.equal(await heading(page), 'Glossary');
      for (const at of [2, 3]) {
        await turn(page, 'next');
        assert.equal(await heading(page), `Glossary, page ${at} of 3`);
        assert.deepEqual(await sideways(page), []);
      }
      assert.deepEqual([await clipped(page), await small(page), await dead(page)], [[], [], []]);
      assert.equal(await page.$('a[rel="next"]'), null, 'the last page leads on');
      assert.deepEqual(await page.$$eval('h2', all => all.map(e => e.textContent)), ['A, continued', 'B']);
      await turn(page, 'prev');
      assert.equal(await heading(page), 'Glossary, page 2 of 3');
    }), []);
  });

  test(`letters, times, words and results lead to the right page, ${browser}`, async () => {
    const { base } = await site();
    assert.deepEqual(await visit(base + 'glossary/index.html', { base, browser }, async page => {
      await follow(page, '[aria-label="Letters"] li:last-child a');
      assert.equal(page.url(), base + 'glossary/index_3.html#letter-b');
      await follow(page, '[aria-label="All pages"] li:nth-child(3) a');
      assert.equal(page.url(), base + 'glossary/index_2.html');
      await page.goto(base + 'index.html');
      await follow(page, '.times li:last-child a');
      assert.equal(page.url(), base + 'lessons/index.html#up-to-20');
      assert.deepEqual(await page.$$eval('.filters button', all => all.length), 0, 'a filter promises to look through all pages');
      await page.goto(base + 'lessons/lesson-204.html');
      await page.focus('a.term');
      await page.keyboard.press('Enter');
      const note = await page.waitForSelector('.word-note:popover-open');
      assert.match(await note.evaluate(e => e.querySelector('a').href), /glossary\/index_3\.html#term-bword204$/);
      await page.goto(base + 'search.html');
      await page.focus('#CG-query');
      await page.keyboard.type('bword204');
      await page.waitForFunction(() => document.querySelector('.found li a'), { polling: 50 });
      assert.equal(await page.$eval('.found li a', e => e.href), base + 'glossary/index_3.html#term-bword204');
    }), []);
  });
}

test('a page of several is well made, light and dark', async () => {
  const { base } = await site();
  for (const media of [modes.light, modes.dark]) {
    for (const path of ['glossary/index_2.html', 'lessons/index_2.html', 'search.html']) {
      assert.deepEqual(await visit(base + path, { base, media }, async page => {
        await setMedia(page, media);
        assert.deepEqual(await axe(page), [], path);
      }), []);
    }
  }
});
