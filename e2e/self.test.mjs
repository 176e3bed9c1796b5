// The tests themselves: each thing they look for is put on a page, and found.
import assert from 'node:assert/strict';
import { writeFile, readFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axe, clipped, dead, faint, sideways, small, unmarked, unread } from './checks.mjs';
import { browsers, build, close, folder, modes, session, setMedia, setTextSize, tour, visit } from './site.mjs';

after(close);

const bad = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' http:; script-src 'self'; style-src 'self' 'unsafe-inline'">
<link rel="stylesheet" href="missing.css"><style>a:focus-visible, summary:focus-visible { outline: 3px solid #00f }</style></head>
<body><main><h1 style="width: 1500px; color: #999; background: #fff">Too wide and too faint</h1>
<p><button style="width: 12px; height: 12px; padding: 0" aria-label="a"></button><button style="width: 12px; height: 12px; padding: 0" aria-label="b"></button></p>
<p><a href="#a" style="outline: 0; box-shadow: none">Focus that nobody sees</a> <a href="#b" style="outline: 3px solid #000">Focus from the start</a> <a href="#c">Focus as it should be</a></p>
<p hidden>Words that nobody finds</p><details><summary>More</summary><p>Words that unfold</p></details>
<p style="height: 1em; width: 8em; overflow: hidden">Words that do not fit into the box that they were given</p>
<p style="forced-color-adjust: none; color: #333; background: #000">Colours that nobody may force</p>
<img src="missing.png"><img src="../outside.png" alt="outside"><img src="http://example.org/far.png" alt="far"><script src="missing.js"></script><script>document.title = 'ran'</script>
<script src="noisy.js"></script></main></body></html>`;

async function badPage() {
  const dir = join(await folder(), 'bad');
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'index.html'), bad);
  await writeFile(join(dir, 'fine.html'), '<!doctype html><html lang="en"><title>Fine</title><p>Fine</p>');
  await writeFile(join(dir, 'noisy.js'), 'document.documentElement.dataset.ran = "yes"; console.error("a script complains"); nothing.here();');
  return pathToFileURL(dir).href + '/';
}

const has = (list, pattern) => assert.ok(list.some(line => pattern.test(line)), `${pattern} is not among:\n${list.join('\n')}`);

for (const browser of browsers) {
  test(`a bad page is reported in every way, ${browser}`, async () => {
    const base = await badPage();
    const problems = await visit(base + 'index.html', { base, browser }, async page => {
      const found = await axe(page);
      for (const rule of ['color-contrast', 'target-size', 'image-alt']) has(found, new RegExp(`^${rule}:`));
      has(await clipped(page), /Words that do not fit/);
      assert.deepEqual(await unread(page), ['hidden: p. "Words that nobody finds"']);
      has(await dead(page), /does nothing: <button .*aria-label="a"/);
      has(await small(page), /^12 × 12 px: button/);
      assert.deepEqual((await unmarked(page)).map(line => /"(.*)"/.exec(line)[1]).filter(Boolean), ['Focus that nobody sees', 'Focus from the start']);
      await page.setViewport({ width: 320, height: 640 });
      has(await sideways(page), /px wide in 320 px/);
      has(await sideways(page), /<h1 /);
    });
    has(problems, /^console: .*a script complains/);
    has(problems, /^script: .*nothing is not defined/);
    has(problems, /^request failed: .*missing\.png/);
    has(problems, /^request failed: .*missing\.js/);
    has(problems, /^request failed: .*missing\.css/);
    has(problems, /^request outside the site: .*outside\.png/);
    has(problems, /^request outside the site: http:\/\/example\.org\/far\.png/);
    has(problems, /^content policy: script-src/);
  });

  test(`each page of a tour is named with its problems, ${browser}`, async () => {
    const base = await badPage();
    const problems = await tour([base + 'fine.html', base + 'index.html'], { base, browser });
    has(problems, /index\.html: request failed: .*missing\.png/);
    assert.deepEqual(problems.filter(line => line.includes('fine.html')), []);
  });

  test(`forced colours that are refused are reported, ${browser}`, async () => {
    const base = await badPage();
    await visit(base + 'index.html', { base, browser, media: modes.forced }, async page => {
      const found = await faint(page);
      has(found, /nobody may force/);
      assert.equal(found.length, 1, found.join('\n'));
    });
  });

  test(`script is off when it is said to be off, ${browser}`, async () => {
    const base = await badPage();
    const ran = page => page.evaluate(() => document.documentElement.dataset.ran);
    await visit(base + 'index.html', { base, browser }, async page => assert.equal(await ran(page), 'yes'));
    await visit(base + 'index.html', { base, browser, script: false }, async page => assert.equal(await ran(page), undefined));
  });

  test(`a page is shown the way that is asked for, ${browser}`, async () => {
    const base = await badPage();
    const seen = page => page.evaluate(() => ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].filter(q => matchMedia(q).matches));
    const size = page => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).fontSize));
    await visit(base + 'fine.html', { base, browser }, async page => {
      assert.deepEqual(await seen(page), []);
      await setMedia(page, modes.dark);
      assert.deepEqual(await seen(page), ['(prefers-color-scheme: dark)']);
      await setMedia(page, modes.forced);
      assert.deepEqual(await seen(page), ['(prefers-color-scheme: dark)', '(forced-colors: active)']);
      await setMedia(page, {}, 'print');
      assert.deepEqual(await seen(page), ['print']);
      await setMedia(page);
      assert.deepEqual(await seen(page), []);
      await setTextSize(page, 2);
      assert.equal(await size(page), 32);
    });
  });
}

test('what Firefox cannot do fails loudly', async () => {
  const base = await badPage();
  await visit(base + 'fine.html', { base, browser: 'firefox' }, async page => {
    await assert.rejects(async () => session(page), /run this test in Chromium/);
    await assert.rejects(async () => setMedia(page, { 'prefers-contrast': 'more' }), /cannot show prefers-contrast/);
  });
  await assert.rejects(visit(base, { base, browser: 'netscape' }), /no browser is called netscape/);
});

test('a real page that is spoilt is reported', async () => {
  const { dir, pages } = await build();
  const path = pages.find(p => p.startsWith('lessons/') && p !== 'lessons/index.html');
  const html = (await readFile(join(dir, path), 'utf8')).replace(/(<h2[^>]*>)/, '<h1>Again</h1><h5>Skipped</h5>$1');
  const base = await badPage();
  await writeFile(new URL('spoilt.html', base), html);
  const problems = await visit(base + 'spoilt.html', { base }, async page => has(await axe(page), /^heading-order:/));
  has(problems, /^request (failed|outside the site): .*site\.css/);
});
