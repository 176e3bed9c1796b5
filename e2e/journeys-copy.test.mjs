// Things to say are copied as they are said.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe } from './checks.mjs';
import { browsers, close, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

let built;
const site = () => (built ??= training('Copy'));

// A page cannot be asked what is on the clipboard, so the clipboard is ours.
const ours = () => Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: async text => { window.copied = text; } } });
const none = () => {
  Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
  document.execCommand = () => { window.copied = document.activeElement.value; return true; };
};

for (const browser of browsers) {
  for (const [how, before] of [['the clipboard', ours], ['the old way', none]]) {
    test(`${browser}: a thing to say is copied by ${how}`, async () => {
      const { base } = await site();
      const problems = await visit(base + 'lessons/talking.html', { base, browser, before }, async page => {
        assert.deepEqual(await page.$$eval('.copy', all => all.map(e => e.getAttribute('aria-label'))), ['Copy: Open the app.', 'Copy: We will help you.']);
        await page.focus('.copy');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some(e => e.textContent === 'Copied'), { polling: 20 });
        assert.equal(await page.evaluate(() => window.copied), 'Open the app.');
        assert.equal(await page.evaluate(() => document.activeElement.className), 'copy copied');
        assert.deepEqual(await axe(page), []);
      });
      assert.deepEqual(problems, []);
    });
  }

  test(`${browser}: so are the words of a myth card and of an entry`, async () => {
    const { base } = await site();
    for (const [path, label] of [['myths/myth-1.html', 'Copy: Say this about 1.'], ['glossary/index.html', 'Copy: the hospital website']]) {
      await visit(base + path, { base, browser, width: 320 }, async page => {
        assert.equal(await page.$eval('.copy', e => e.getAttribute('aria-label')), label);
        assert.ok(await page.$eval('.copy', e => Math.min(e.offsetWidth, e.offsetHeight)) >= 24, 'the button is too small');
        assert.deepEqual(await axe(page), []);
      });
    }
  });
}
