// Every page of the site, once in each browser, opened from disk as from a memory
// stick. Whether a page bars anybody is asked in one of them: axe looks at what the
// page says, and kinds.test.mjs asks Firefox about a page of each kind.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, sideways } from './checks.mjs';
import { browsers, build, close, tour } from './site.mjs';

after(close);

test('every page opens from disk, bars nobody and fits a narrow window', { concurrency: true }, async t => {
  const { base, pages } = await build();
  await Promise.all(browsers.map(browser => t.test(browser, async () => {
    const found = [];
    const problems = await tour(pages.map(path => base + path), { base, browser, width: 320, height: 640 }, async (page, url) => {
      assert.equal(page.url(), url, 'the page led somewhere else');
      const lines = [...await sideways(page), ...browser === 'chromium' ? await axe(page) : []];
      found.push(...lines.map(line => `${url.slice(base.length)}: ${line}`));
    });
    assert.deepEqual([...problems, ...found], []);
  })));
});
