// What is done and where the reader was: kept on the device, shown where it helps,
// and forgotten when asked.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, sideways } from './checks.mjs';
import { browsers, close, serve, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

// fresh gives a training that no test before has left anything of.
let count = 0;
const fresh = () => training(`Kept ${++count}`);

const text = (page, selector) => page.$eval(selector, e => e.innerText.replace(/\s+/g, ' ').trim());
const isDone = page => page.$eval('.done input', e => e.checked);
const marks = page => page.$$eval('.card', all => all.map(e => e.querySelector('.mark')?.textContent ?? ''));
// go follows a link, as readers do.
const go = (page, url) => Promise.all([page.waitForNavigation(), page.evaluate(url => {
  const link = document.createElement('a');
  link.href = url;
  document.body.append(link);
  link.click();
}, url)]);

const tick = page => page.click('.done label');

// follow goes along the pathway to its end, looks at what is shown on the way, and
// has it forgotten. Firefox on disk says that it keeps things page by page.
async function follow(base, browser, says) {
  return visit(base + 'pathways/all.html', { base, browser }, async page => {
    const back = () => go(page, base + 'pathways/all.html');
    assert.equal(await text(page, '.progress'), '');
    assert.equal(await page.$eval('.kept button', e => e.checkVisibility()), false, 'there is something to forget before anything was done');
    await go(page, base + 'lessons/talking.html');
    assert.equal(await isDone(page), false);
    await go(page, base + 'index.html');
    assert.equal(await text(page, '.returning'), 'Last time you were at Talking about screens');
    await Promise.all([page.waitForNavigation(), page.click('.returning a')]);
    await tick(page);
    assert.equal(await text(page, '.done [role=status]'), 'Kept on this device only.');
    assert.deepEqual(await axe(page), []);
    await go(page, base + 'index.html');
    assert.equal(await text(page, '.returning'), 'Next: Showing how it is done', 'what is done is offered again');
    await Promise.all([page.waitForNavigation(), page.click('.returning a')]);
    assert.equal(await text(page, 'h1'), 'Showing how it is done');
    await back();
    assert.equal(await text(page, '.progress'), '1 of 3 done. Carry on with Showing how it is done');
    assert.deepEqual(await marks(page), ['Done', '', '']);
    assert.deepEqual(await axe(page), []);
    await go(page, base + 'lessons/asking.html');
    await tick(page);
    await back();
    assert.equal(await text(page, '.progress'), '2 of 3 done. Carry on with Showing how it is done');
    await Promise.all([page.waitForNavigation(), page.click('.progress a')]);
    await tick(page);
    await back();
    assert.equal(await text(page, '.progress'), '3 of 3 done. Well done.');
    assert.deepEqual(await marks(page), ['Done', 'Done', 'Done']);

    await page.focus('.kept button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.closest('.kept') && document.activeElement.localName === 'p', { polling: 20 });
    assert.match(await text(page, '.kept p'), says);
    assert.deepEqual(await axe(page), []);
    await page.click('.kept button');
    assert.equal(await text(page, '.kept p'), 'This device has forgotten everything.');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'p');
    assert.deepEqual(await marks(page), ['', '', '']);
    assert.equal(await text(page, '.progress'), '');
    await go(page, base + 'index.html');
    assert.equal(await text(page, '.returning'), '');
    await go(page, base + 'lessons/asking.html');
    assert.equal(await isDone(page), false);
  });
}

const whole = /is sent to nobody\.$/;
const byPage = /is sent to nobody\. In Firefox, when opened from a folder/;

for (const browser of browsers) {
  test(`${browser}: a pathway to its end, and forgotten, from disk`, async () => {
    const { base } = await fresh();
    assert.deepEqual(await follow(base, browser, browser === 'firefox' ? byPage : whole), []);
  });

  test(`${browser}: a pathway to its end, and forgotten, from a server`, async () => {
    const { dir } = await fresh();
    const { base, stop } = await serve(dir, '/training/x/');
    try { assert.deepEqual(await follow(base, browser, whole), []); } finally { stop(); }
  });

  test(`${browser}: a new window knows what another did, and shows what it does now`, async () => {
    const { dir } = await fresh();
    const { base, stop } = await serve(dir, '/');
    try {
      await visit(base + 'lessons/talking.html', { base, browser }, async first => {
        await tick(first);
        await visit(base + 'pathways/all.html', { base, browser }, async second => {
          assert.deepEqual(await marks(second), ['Done', '', '']);
          await go(first, base + 'lessons/showing.html');
          await first.$eval('.done input', e => e.click());
          await second.waitForFunction(() => document.querySelectorAll('.mark').length === 2, { polling: 20 });
          await go(second, base + 'lessons/asking.html');
          await second.$eval('.done input', e => e.click());
        });
        await go(first, base + 'pathways/all.html');
        assert.deepEqual(await marks(first), ['Done', 'Done', 'Done']);
        await go(first, base + 'lessons/talking.html');
        await first.$eval('.done input', e => e.click());
        await go(first, base + 'pathways/all.html');
        assert.deepEqual(await marks(first), ['', 'Done', 'Done']);
      });
    } finally { stop(); }
  });

  test(`${browser}: a device whose stores are closed shows nothing of it, and all else works`, async () => {
    const { base } = await fresh();
    const before = () => ['localStorage', 'sessionStorage'].forEach(name => Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } }));
    const problems = [];
    for (const path of ['index.html', 'lessons/talking.html', 'pathways/all.html']) {
      problems.push(...await visit(base + path, { base, browser, before }, async page => {
        assert.deepEqual(await page.$$eval('.room', all => all.map(e => e.childElementCount)), path.startsWith('lessons') ? [0] : [0, 0]);
        if (path.startsWith('lessons')) assert.equal(await page.$$eval('.check', all => all.length), 2);
      }));
    }
    assert.deepEqual(problems, []);
  });

  test(`${browser}: one store is enough, and a full one hurts nothing`, async () => {
    const { base } = await fresh();
    const befores = [
      () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
      () => { Storage.prototype.setItem = function (key, value) { if (this === window.localStorage) throw new DOMException('full', 'QuotaExceededError'); this[key] = value; }; },
    ];
    for (const before of befores) {
      assert.deepEqual(await visit(base + 'lessons/talking.html', { base, browser, before }, async page => {
        await tick(page);
        await go(page, base + 'pathways/all.html');
        assert.deepEqual(await marks(page), ['Done', '', '']);
      }), []);
    }
  });
}

// What may stand in a store that others can write to, or that is from another time.
const odd = ['', 'null', '[]', '7', '"done"', '{', '{"last": null}', '{"last": 3, "done/talking": true}', '{"last": [], "done/talking": [1]}',
  '{"last": [{}, 5], "done/talking": ["yes", 5]}', '{"last": ["../../x y", 5]}', '{"last": ["javascript:alert(1) Press", 5]}',
  '{"last": ["talking <img src=x onerror=alert(1)>", 5]}', '{"__proto__": [1, 5], "constructor": [1, 5], "forgot": [1, "x"]}', '{"done/talking": [0, 1e999]}', '{"apart": ["x", -1]}'];

test('what makes no sense in a store breaks nothing', async () => {
  const { base } = await fresh();
  const key = `commonground.kept-${count}`;
  const problems = [];
  for (const value of odd) {
    problems.push(...await visit(base + 'index.html', { base }, async page => {
      await page.evaluate((key, value) => localStorage.setItem(key, value), key, value);
      await go(page, base + 'index.html');
      const shown = await text(page, '.returning');
      assert.equal(shown, value.includes('<img') ? 'Last time you were at <img src=x onerror=alert(1)>' : '', value);
      await go(page, base + 'pathways/all.html');
      assert.deepEqual(await marks(page), ['', '', ''], value);
      await go(page, base + 'lessons/talking.html');
      assert.equal(await isDone(page), false, value);
      await tick(page);
      await go(page, base + 'pathways/all.html');
      assert.deepEqual(await marks(page), ['Done', '', ''], value);
      await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
    }));
  }
  assert.deepEqual(problems, []);
});

test('a clock that goes back undoes nothing', async () => {
  const { base } = await fresh();
  const late = () => { Date.now = () => 2e12; };
  const early = () => { Date.now = () => 1e12; };
  await visit(base + 'lessons/talking.html', { base, before: late }, async first => {
    await tick(first);
    await visit(base + 'lessons/talking.html', { base, before: early }, async second => {
      assert.equal(await isDone(second), true);
      await second.$eval('.done input', e => e.click());
    });
    await go(first, base + 'pathways/all.html');
    assert.deepEqual(await marks(first), ['', '', '']);
  });
});

test('another training on the same device knows nothing of it', async () => {
  const one = await fresh();
  await visit(one.base + 'lessons/talking.html', { base: one.base }, tick);
  const two = await fresh();
  await visit(two.base + 'lessons/talking.html', { base: two.base }, async page => assert.equal(await isDone(page), false));
});

test('what is remembered fits a narrow window', async () => {
  const { base } = await fresh();
  await visit(base + 'lessons/talking.html', { base, width: 320 }, async page => {
    await tick(page);
    for (const path of ['lessons/talking.html', 'index.html', 'pathways/all.html', 'lessons/index.html']) {
      await go(page, base + path);
      assert.deepEqual([...await sideways(page), ...await axe(page)], [], path);
    }
  });
});
