// What a page needs to appear, and whether it keeps still afterwards. A server that
// holds back all but pages and style stands in for a slow line.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { browsers, build, buildPackage, close, folder, kinds, serve, tour } from './site.mjs';

after(close);

// appears opens pages of a folder on a slow line. It gives what keeps them from being
// seen before the rest is sent, and what moved when it was, as far as a browser tells:
// Firefox does not.
async function appears(dir, paths, browser, patience = 20000) {
  let send, sent;
  const { base, stop } = await serve(dir, '/', path => /\.(?:html|css)$/.test(path) ? undefined : sent);
  const found = [];
  const load = async (page, url) => {
    sent = new Promise(done => { send = done; });
    const loaded = page.goto(url, { waitUntil: 'load' });
    const early = await painted(page, url, patience);
    send();
    await loaded;
    if (!early) found.push(`${url.slice(base.length)}: it waits for more than its style`);
  };
  try {
    const problems = await tour(paths.map(path => base + path), { base, browser, load }, async (page, url) => {
      const sheets = await page.evaluate(() => document.styleSheets.length);
      const path = url.slice(base.length);
      if (sheets > 1) found.push(`${path}: ${sheets} style sheets`);
      found.push(...(await moved(page)).map(line => `${path}: ${line}`));
    });
    found.push(...problems);
  } finally {
    stop();
  }
  return found;
}

// painted says whether words of a page are seen before patience ends.
const painted = (page, url, patience) => page.waitForFunction(url => location.href === url &&
  performance.getEntriesByType('paint').some(e => e.name === 'first-contentful-paint'), { polling: 50, timeout: patience }, url).then(() => true, () => false);

// moved names what changed its place since the page appeared.
const moved = page => page.evaluate(() => new Promise(done => {
  const shifts = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done([]);
  new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  const said = source => `${source.node?.localName ?? 'text'}.${source.node?.className ?? ''} moved from ${Math.round(source.previousRect.top)} to ${Math.round(source.currentRect.top)}`;
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shifts.map(shift => shift.sources.map(said).join(', '))))));
}));

test('a page appears with its style alone, and then keeps still', { concurrency: true }, async t => {
  const { dir } = await build();
  const paths = Object.values(await kinds()).filter(path => path !== '404.html'); // which asks for nothing at all
  await Promise.all(browsers.map(browser => t.test(browser, async () => assert.deepEqual(await appears(dir, paths, browser), []))));
});

test('a script that pushes the text down is reported', async () => {
  const { dir } = await buildPackage('pushing', {
    'content/index.md': '---\ntitle: Pushing\nsummary: A package.\nlanguage: en-GB\n---\n\nSome text.\n',
    'static/js/99-push.js': '(() => { const p = document.createElement("p"); p.textContent = "Before all"; document.querySelector("main").prepend(p); })();\n',
  });
  const found = await appears(dir, ['index.html'], 'chromium');
  assert.match(found.join('\n'), /^index\.html: .* moved from \d+ to \d+/m);
});

for (const browser of browsers) {
  test(`a script that must be waited for is reported, ${browser}`, async () => {
    const dir = join(await folder(), 'waiting');
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'index.html'), '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Waiting</title><script src="late.js"></script><p>Text</p>');
    await writeFile(join(dir, 'late.js'), 'document.title = "Late";');
    assert.deepEqual(await appears(dir, ['index.html'], browser, 1000), ['index.html: it waits for more than its style']);
  });
}
