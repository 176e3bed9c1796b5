// Every page of the site, once, opened from disk as from a memory stick.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, sideways } from './checks.mjs';
import { build, close, visit } from './site.mjs';

after(close);

test('every page opens from disk', { concurrency: 3 }, async t => {
  const { base, pages } = await build();
  await Promise.all(pages.map(path => t.test(path, async () => {
    const problems = await visit(base + path, { base }, async page => {
      assert.equal(page.url(), base + path, 'the page led somewhere else');
      assert.deepEqual(await axe(page), []);
      await page.setViewport({ width: 320, height: 640 });
      assert.deepEqual(await sideways(page), []);
    });
    assert.deepEqual(problems, []);
  })));
});
