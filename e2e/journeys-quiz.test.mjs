// A quiz: choose, check, hear why, choose again.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, faint } from './checks.mjs';
import { browsers, close, modes, setMedia, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

let built;
const lesson = async () => { const { base } = await (built ??= training('Quiz')); return { base, url: base + 'lessons/talking.html' }; };

// Each quiz by its number: the boxes to choose, and what was said.
const choose = async (page, quiz, choice) => (await (await page.$$('.quiz'))[quiz].$$('input'))[choice].click();
const check = async (page, quiz) => (await (await page.$$('.quiz'))[quiz].$('.check')).click();
const said = (page, quiz) => page.$$eval('.quiz', (all, n) => all[n].querySelector('[role=status]').innerText.replace(/\s+/g, ' ').trim(), quiz);

for (const browser of browsers) {
  test(`${browser}: nothing, wrong, right, and the focus stays`, async () => {
    const { base, url } = await lesson();
    const problems = await visit(url, { base, browser }, async page => {
      await check(page, 0);
      assert.equal(await said(page, 0), 'Choose an answer first.');
      await choose(page, 0, 0);
      assert.equal(await said(page, 0), '', 'what was said of nothing stays');
      await page.focus('.check');
      await page.keyboard.press('Enter');
      assert.equal(await said(page, 0), 'Not right. The first is too long. Choose again, then check.');
      assert.equal(await page.evaluate(() => document.activeElement.className), 'check');
      assert.deepEqual(await axe(page), []);
      await choose(page, 0, 1);
      assert.equal(await said(page, 0), '', 'what was said of another choice stays');
      await check(page, 0);
      assert.equal(await said(page, 0), 'Right. The second is plain.');
    });
    assert.deepEqual(problems, []);
  });

  test(`${browser}: a question with several right answers`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      await choose(page, 1, 0);
      await check(page, 1);
      assert.equal(await said(page, 1), 'Right. Red can be seen. Right so far. There is more to find.');
      await choose(page, 1, 1);
      await check(page, 1);
      assert.equal(await said(page, 1), 'Right. Red can be seen. Not right. Grey is too pale. Choose again, then check.');
      assert.deepEqual(await page.$$eval('.result .answers li', all => all.map(li => li.value)), [1, 2]);
      await choose(page, 1, 1);
      await choose(page, 1, 2);
      await check(page, 1);
      assert.equal(await said(page, 1), 'Right. Red can be seen. Right. Blue can be read. You found them all.');
      assert.equal(await said(page, 0), '', 'the other quiz says something');
    });
  });

  test(`${browser}: arrow keys choose, and the group has the question as its name`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      assert.deepEqual(await page.$$eval('legend', all => all.map(e => e.textContent)), ['Check yourself: One of these is right', 'Check yourself: Two of these are right']);
      assert.deepEqual(await page.$$eval('.quiz input', all => all.map(e => e.type)), [...Array(3).fill('radio'), ...Array(3).fill('checkbox')]);
      await page.focus('.quiz input');
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      assert.deepEqual(await page.$$eval('.quiz input', all => all.map(e => e.checked).slice(0, 3)), [false, true, false]);
    });
  });

  test(`${browser}: the answers are folded away until one is checked, and paper has all`, async () => {
    const { base, url } = await lesson();
    await visit(url, { base, browser }, async page => {
      const seen = selector => page.$eval(selector, e => e.checkVisibility());
      assert.equal(await seen('.answer'), false);
      await choose(page, 0, 0);
      await check(page, 0);
      assert.equal(await seen('.answer'), true);
      await setMedia(page, {}, 'print');
      assert.deepEqual(await page.$$eval('.answer', all => all.map(e => e.checkVisibility())), [true, true]);
      assert.deepEqual(await page.$$eval('.quiz input, .check, .result', all => all.filter(e => e.checkVisibility()).length), 0);
    });
  });

  for (const [mode, media] of Object.entries(modes)) {
    test(`${browser}: what a quiz says can be read, ${mode}, narrow`, async () => {
      const { base, url } = await lesson();
      await visit(url, { base, browser, media, width: 320 }, async page => {
        await choose(page, 0, 0);
        await check(page, 0);
        assert.deepEqual(mode === 'forced' ? await faint(page) : await axe(page), []);
      });
    });
  }
}
