// What works without a mouse.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { faint } from './checks.mjs';
import { browsers, build, close, kinds, modes, tour, visit } from './site.mjs';

after(close);

const focused = page => page.evaluate(() => {
  const e = document.activeElement;
  const { left, top, right, bottom } = e.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return { what: `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 40)}"`, id: e.id, class: e.className,
    seen: right - left >= 24 && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && (e.contains(hit) || hit?.contains(e)) };
});

test('the first Tab shows a skip link that leads to the text', { concurrency: true }, async t => {
  const { base } = await build();
  const paths = Object.values(await kinds()).filter(p => p !== '404.html');
  await Promise.all(browsers.map(browser => t.test(browser, () => tour(paths.map(path => base + path), { base, browser }, async (page, url) => {
    await page.keyboard.press('Tab');
    const skip = await focused(page);
    assert.equal(skip.class, 'skip', `${url}: the first Tab stops at ${skip.what}`);
    assert.ok(skip.seen, `${url}: the skip link is not seen`);
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'CG-main', `${url}: Enter does not lead to the text`);
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.closest('header.top')), `${url}: the next Tab is back in the menu`);
  }))));
});

// Each stop must lie inside the window, with nothing over it. Whether it looks as if
// it had the focus is asked of every kind of page, in kinds.test.mjs.
test('Tab leads through everything on the home page, and each stop is in view', { concurrency: true }, async t => {
  const { base } = await build();
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  await Promise.all(browsers.map(browser => t.test(browser, () => visit(base + 'index.html', { base, browser }, async page => {
    const count = await page.$$eval(stops, all => all.filter(e => e.checkVisibility()).length);
    const reached = [];
    for (let n = 0; n < count; n++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(stops => [...document.querySelectorAll(stops)].indexOf(document.activeElement), stops));
      const { what, seen } = await focused(page);
      assert.ok(seen, `${what} is not in view when it has the focus`);
    }
    assert.equal(new Set(reached).size, count, 'Tab does not reach everything once');
    assert.deepEqual(reached, [...reached].sort((a, b) => a - b), 'Tab leads back and forth');
  }))));
});

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
