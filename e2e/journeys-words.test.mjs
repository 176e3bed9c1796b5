// A word that is explained: its note opens and closes by keyboard, mouse and touch.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, sideways } from './checks.mjs';
import { browsers, close, modes, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

let built;
const lesson = async () => { const { base } = await (built ??= training('Words')); return { base, url: base + 'lessons/talking.html' }; };

const word = 'a.term[href$="term-portal"]';
const opened = page => page.waitForSelector('.word-note:popover-open');
const closed = page => page.waitForFunction(() => !document.querySelector('.word-note'), { polling: 20 });
const focus = page => page.evaluate(() => document.activeElement.className || document.activeElement.localName);

for (const browser of browsers) {
  test(`${browser}: a note opens by keyboard, is read, and gives the focus back`, async () => {
    const { base, url } = await lesson();
    const problems = await visit(url, { base, browser }, async page => {
      await page.focus(word);
      await page.keyboard.press('Enter');
      const note = await opened(page);
      assert.equal(page.url(), url);
      assert.equal(await focus(page), 'word-note card');
      const names = await note.evaluate(e => ['labelledby', 'describedby'].map(a => document.getElementById(e.getAttribute('aria-' + a)).textContent));
      assert.deepEqual(names, ['patient portal', 'A website with your own letters. To patients, say: the hospital website']);
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press('Tab');
      assert.match(await page.evaluate(() => document.activeElement.href), /glossary\/index\.html#term-portal$/);
      await page.keyboard.press('Escape');
      await closed(page);
      assert.equal(await focus(page), 'term');
      await page.keyboard.press('Enter');
      await opened(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter'); // the button that closes it
      await closed(page);
      assert.equal(await focus(page), 'term');
    });
    assert.deepEqual(problems, []);
  });

  test(`${browser}: leaving a note with Tab closes it and goes on`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      await page.focus(word);
      await page.keyboard.press('Enter');
      await opened(page);
      for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
      await closed(page);
      assert.match(await page.evaluate(() => document.activeElement.href), /term-app$/);
    });
  });

  test(`${browser}: a click opens a note, one beside it closes it, and on the word too`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      await page.click(word);
      await opened(page);
      await page.click('h1');
      await closed(page);
      assert.equal(await focus(page), 'term');
      await page.click(word);
      await opened(page);
      await page.click(word);
      await closed(page);
      assert.equal(page.url(), url);
      await page.click(word);
      await opened(page);
      await page.click('a.term[href$="term-app"]');
      await page.waitForFunction(() => document.querySelectorAll('.word-note').length === 1 && document.querySelector('#CG-word').textContent === 'app', { polling: 20 });
    });
  });

  test(`${browser}: a touch opens a note inside a narrow window`, async () => {
    const { base, url } = await lesson();
    for (const media of [modes.light, modes.dark]) {
      await visit(url, { base, browser, width: 320, height: 640, media }, async page => {
        await (await page.$(word)).tap();
        const note = await opened(page);
        const { left, right, top, bottom, room, height } = await note.evaluate(e => {
          const { left, right, top, bottom } = e.getBoundingClientRect();
          return { left, right, top, bottom, room: document.documentElement.clientWidth, height: innerHeight };
        });
        assert.ok(left >= 0 && right <= room && top >= 0 && bottom <= height, `the note is at ${left} ${right} ${top} ${bottom} in ${room} ${height}`);
        assert.deepEqual(await sideways(page), []);
        assert.deepEqual(await axe(page), []);
        const { x, y } = await page.evaluate(() => ({ x: innerWidth - 4, y: 4 }));
        await page.touchscreen.tap(x, y);
        await closed(page);
      });
    }
  });

  test(`${browser}: a click for a new tab, and a browser without popovers, follow the link`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      const followed = keys => page.$eval(word, (e, keys) => {
        const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys });
        let prevented;
        addEventListener('click', e => { prevented = e.defaultPrevented; e.preventDefault(); }, { once: true });
        e.dispatchEvent(event);
        return !prevented;
      }, keys);
      assert.equal(await followed({ ctrlKey: true }), true);
      assert.equal(await followed({ metaKey: true }), true);
      assert.equal(await followed({}), false);
    });
    await visit(url, { base, browser, before: () => { delete HTMLElement.prototype.popover; } }, async page => {
      assert.equal(await page.$eval(word, e => e.hasAttribute('aria-haspopup')), false);
      await Promise.all([page.waitForNavigation(), page.click(word)]);
      assert.match(page.url(), /glossary\/index\.html#term-portal$/);
    });
  });
}
