// The same bytes below a path of a web server, found link by link.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { build, close, serve, visit } from './site.mjs';

after(close);

test('every page is reached by links below a path of a server', async () => {
  const { dir, pages } = await build();
  const { base, stop } = await serve(dir, '/training/x/');
  try {
    const targets = new Map([[base + 'index.html', new Set()]]); // page → the places in it that are linked to
    const ids = new Map();
    for (const [url] of targets) { // grows while it runs
      const problems = await visit(url, { base }, async page => {
        ids.set(url, new Set(await page.$$eval('[id]', all => all.map(e => e.id))));
        for (const href of await page.$$eval('a[href]', all => all.map(a => a.href))) {
          const { origin, pathname, hash } = new URL(href);
          const to = origin + pathname;
          if (origin !== new URL(base).origin) continue;
          assert.ok(to.startsWith(base), `${url} links out of the site: ${href}`);
          if (!to.endsWith('.html')) { assert.equal((await fetch(to)).status, 200, `${url} links to ${to}`); continue; }
          if (!targets.has(to)) targets.set(to, new Set());
          if (hash) targets.get(to).add(decodeURIComponent(hash.slice(1)));
        }
      });
      assert.deepEqual(problems, [], url);
    }
    const reached = [...targets.keys()].map(url => url.slice(base.length)).sort();
    assert.deepEqual(reached, pages.filter(p => p !== '404.html'), 'not every page can be reached from the home page');
    for (const [url, places] of targets) {
      for (const place of places) assert.ok(ids.get(url).has(place), `nothing is at ${url}#${place}`);
    }
  } finally {
    stop();
  }
});
