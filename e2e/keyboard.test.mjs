// What works without a mouse, and without script.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faint } from './checks.mjs';
import { build, close, kinds, modes, visit } from './site.mjs';

after(close);

const focused = page => page.evaluate(() => {
  const e = document.activeElement;
  const { left, top, right, bottom } = e.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return { what: `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 40)}"`, id: e.id, class: e.className,
    seen: right - left >= 24 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && (e.contains(hit) || hit?.contains(e)) };
});

test('the first Tab shows a skip link that leads to the text', { concurrency: 3 }, async t => {
  const { base } = await build();
  const paths = Object.values(await kinds()).filter(p => p !== '404.html');
  await Promise.all(paths.map(path => t.test(path, () => visit(base + path, { base }, async page => {
    await page.keyboard.press('Tab');
    const skip = await focused(page);
    assert.equal(skip.class, 'skip', `the first Tab stops at ${skip.what}`);
    assert.ok(skip.seen, 'the skip link is not seen');
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'CG-main', 'Enter does not lead to the text');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.closest('header.top')), 'the next Tab is back in the menu');
  }))));
});

// Each stop must look different from itself without focus: an outline or another
// ground. It must lie inside the window, with nothing over it.
for (const [mode, media] of Object.entries(modes)) {
  test(`every link of the home page shows its focus, ${mode}`, async () => {
    const { base } = await build();
    await visit(base + 'index.html', { base, media }, async page => {
      const links = await page.$$eval('a[href]', all => all.length);
      const look = () => page.evaluate(() => [...document.querySelectorAll('a[href]')].map(e => {
        const s = getComputedStyle(e);
        return [s.outlineStyle === 'none' ? '' : `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`, s.backgroundColor].join(', ');
      }));
      const unfocused = await look();
      const reached = new Set();
      for (let n = 0; n < links; n++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => [...document.querySelectorAll('a[href]')].indexOf(document.activeElement));
        const { what, seen } = await focused(page);
        assert.ok(seen, `${what} is not in view when it has the focus`);
        assert.notEqual((await look())[at], unfocused[at], `${what} looks the same with the focus`);
        reached.add(at);
      }
      assert.equal(reached.size, links, 'Tab does not reach every link once');
    });
  });
}

// What has the focus changes its colours, and must still be read.
for (const [mode, media] of Object.entries(modes)) {
  test(`what has the focus can be read, ${mode}`, async () => {
    const { base } = await build();
    await visit(base + (await kinds())['lesson-blocks'], { base, media }, async page => {
      const stops = await page.$$eval('a[href], summary, [tabindex="0"]', all => all.length);
      assert.ok(stops > 15, 'too few stops to prove anything');
      for (let n = 0; n < stops; n++) {
        await page.keyboard.press('Tab');
        assert.deepEqual(await faint(page), []);
      }
    });
  });
}

test('without script a lesson is whole and its answers open', async () => {
  const { base, dir, pages } = await build();
  const lessons = pages.filter(p => p.startsWith('lessons/') && p !== 'lessons/index.html');
  let opened = 0;
  for (const path of lessons) {
    const html = await readFile(join(dir, path), 'utf8');
    const problems = await visit(base + path, { base, script: false }, async page => {
      const text = await page.$eval('main', e => e.innerText);
      assert.ok(text.length > 1500, `${path}: only ${text.length} letters are shown`);
      for (const details of await page.$$('details')) {
        const shown = () => details.evaluate(d => d.open && [...d.children].slice(1).every(e => e.checkVisibility() && e.innerText.trim() !== ''));
        assert.equal(await shown(), false, `${path}: an answer is open from the start`);
        await (await details.$('summary')).focus();
        await page.keyboard.press('Enter');
        assert.ok(await shown(), `${path}: Enter opens nothing`);
        opened++;
      }
      assert.deepEqual(await page.$$eval('button', all => all.map(b => b.outerHTML)), [], `${path}: a button that needs script is there`);
    });
    assert.deepEqual(problems, []);
    assert.equal(/ on[a-z]+="/.test(html), false, `${path} has a script in an attribute`);
  }
  assert.ok(opened >= lessons.length, 'too few answers were found to prove anything');
});
