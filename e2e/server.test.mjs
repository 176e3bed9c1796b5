// The same bytes below a path of a web server, found link by link: in Firefox
// without script, so that nothing can only be reached with it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browsers, build, close, serve, tour } from './site.mjs';

after(close);

// crawl opens every page that a link leads to, from the home page on. It gives the
// addresses, and for each the places in it: those that are there, and those that a
// link asks for.
async function crawl(base, browser) {
  const found = new Map([[base + 'index.html', { ids: new Set(), asked: new Set() }]]);
  const problems = await tour(found.keys(), { base, browser, script: browser !== 'firefox' }, async (page, url) => {
    const { ids, hrefs } = await page.evaluate(() => ({
      ids: Array.from(document.querySelectorAll('[id]'), e => e.id), hrefs: Array.from(document.querySelectorAll('a[href]'), a => a.href),
    }));
    ids.forEach(id => found.get(url).ids.add(id));
    for (const href of hrefs) {
      const { origin, pathname, hash } = new URL(href);
      const to = origin + pathname;
      if (origin !== new URL(base).origin) continue;
      assert.ok(to.startsWith(base), `${url} links out of the site: ${href}`);
      if (!to.endsWith('.html')) { assert.equal((await fetch(to)).status, 200, `${url} links to ${to}`); continue; }
      if (!found.has(to)) found.set(to, { ids: new Set(), asked: new Set() }); // and the tour goes on there
      if (hash) found.get(to).asked.add(decodeURIComponent(hash.slice(1)));
    }
  });
  assert.deepEqual(problems, []);
  return found;
}

test('every page is reached by links below a path of a server', { concurrency: true }, async t => {
  const { dir, pages } = await build();
  const { base, stop } = await serve(dir, '/training é/x/');
  try {
    await Promise.all(browsers.map(browser => t.test(browser, async () => {
      const found = await crawl(base, browser);
      const reached = [...found.keys()].map(url => url.slice(base.length)).sort();
      assert.deepEqual(reached, pages.filter(p => p !== '404.html'), 'not every page can be reached from the home page');
      for (const [url, { ids, asked }] of found) assert.deepEqual([...asked].filter(id => !ids.has(id)), [], `${url} lacks what links ask for`);
    })));
  } finally {
    stop();
  }
});
