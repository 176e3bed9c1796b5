// What scripts add takes only room that was left for it: nothing on a page stands
// anywhere else than it does without script. Without script nothing of it is there.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browsers, build, close, kinds, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

// added are the kinds of pages on which scripts add something.
const added = ['home', 'lessons', 'lesson-blocks', 'lesson-table', 'theme', 'role', 'pathway', 'pathways', 'glossary', 'myths', 'myth', 'handout'];

const widths = [1280, 390, 320];

// places names what is on a page with where it stands, but for what scripts add.
const places = page => page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, td, summary, section, footer')]
  .filter(e => !e.closest('.room, .answer, .result, dialog'))
  .map(e => {
    const { left, top, width, height } = e.getBoundingClientRect();
    return `${e.localName} "${e.textContent.trim().replace(/^Done/, "").slice(0, 30)}" at ${[left, top + scrollY, width, height].map(n => Math.round(n * 4) / 4).join(' ')}`;
  }));

// The text of a section is other with script, so it is left out of the comparison.
const unnamed = list => list.map(line => line.startsWith('section') ? line.replace(/"[^"]*"/, '') : line);

async function compare(base, browser, path, prepare) {
  const [without, withIt] = await Promise.all([false, true].map(async script => {
    const found = [];
    await visit(base + path, { base, browser, script, width: widths[0] }, async page => {
      if (script) await prepare?.(page);
      if (script && browser === 'chromium') assert.deepEqual(await shifts(page), []);
      for (const width of widths) {
        await page.setViewport({ width, height: 800 });
        found.push(...unnamed(await places(page)).map(line => `${width} px: ${line}`));
      }
    });
    return found;
  }));
  const moved = withIt.flatMap((line, n) => line === without[n] ? [] : [`${line}, not ${without[n]}`]);
  assert.deepEqual(moved.slice(0, 3), []);
  assert.equal(withIt.length, without.length);
}

// shifts are what the browser itself saw move.
const shifts = page => page.evaluate(() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().map(e => `${e.value}: ${e.sources.map(s => s.node?.className || s.node?.nodeName)}`)))
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done([])));
}));

for (const browser of browsers) {
  test(`${browser}: nothing moves where scripts add something`, async t => {
    const { base } = await build();
    const pages = await kinds();
    for (const kind of added) await t.test(kind, () => compare(base, browser, pages[kind]));
  });

  test(`${browser}: nor where much is remembered`, async () => {
    const { base } = await training('Room');
    const remember = at => async page => {
      for (const path of ['lessons/showing.html', 'lessons/talking.html', at]) {
        await Promise.all([page.waitForNavigation(), page.evaluate(url => Object.assign(document.body.appendChild(document.createElement('a')), { href: url }).click(), base + path)]);
        const box = await page.$('.done input');
        if (box && !await box.evaluate(e => e.checked)) await box.evaluate(e => e.click());
      }
      assert.ok(await page.$$eval('.returning a, .progress a, .mark', all => all.length) > 0, 'nothing is remembered');
    };
    for (const path of ['index.html', 'pathways/all.html', 'lessons/index.html']) await compare(base, browser, path, remember(path));
  });

  test(`${browser}: without script there is nothing of it`, async () => {
    const { base } = await training('Plain');
    for (const path of ['index.html', 'lessons/talking.html', 'pathways/all.html', 'pathways/index.html', 'myths/index.html']) {
      await visit(base + path, { base, browser, script: false }, async page => {
        assert.deepEqual(await page.$$eval('button, input, fieldset, [role=status], [aria-haspopup], .room > *', all => all.map(e => e.outerHTML)), [], path);
      });
    }
    await visit(base + 'lessons/talking.html', { base, browser, script: false }, async page => {
      await page.click('.answer summary');
      assert.match(await page.$eval('.answer', e => e.innerText), /The second is plain/);
      await Promise.all([page.waitForNavigation(), page.click('a.term')]);
      assert.match(page.url(), /glossary\/index\.html#term-portal$/);
    });
  });
}
