// Guess the myths: every statement once, the card after each, a count at the end.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, faint, sideways } from './checks.mjs';
import { browsers, close, modes, visit } from './site.mjs';
import { training } from './training.mjs';

after(close);

let built;
const myths = async () => { const { base } = await (built ??= training('Guess')); return { base, url: base + 'myths/index.html' }; };

const start = async page => {
  await page.focus('.guess button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.game[open]');
};
const press = (page, text) => page.$$eval('.game button', (all, text) => all.find(e => e.textContent === text).click(), text);
const words = page => page.$eval('.game', e => e.innerText.replace(/\s+/g, ' '));
const statement = page => page.$eval('.game h2', e => e.textContent);

for (const browser of browsers) {
  test(`${browser}: a game from the first statement to the count`, async () => {
    const { base, url } = await myths();
    const problems = await visit(url, { base, browser }, async page => {
      await start(page);
      const asked = [];
      for (let n = 1; n <= 5; n++) {
        assert.match(await words(page), new RegExp(`Statement ${n} of 5`));
        const what = await statement(page);
        assert.equal(await page.evaluate(() => document.activeElement.localName), 'h2', 'a new statement does not get the focus');
        const number = /\d/.exec(what)[0];
        asked.push(what);
        const right = n !== 2; // the second guess is wrong
        await press(page, what.startsWith('Fact') === right ? 'True' : 'False');
        const card = await page.$eval('.game [role=status]', e => e.innerText.replace(/\s+/g, ' '));
        assert.ok(card.startsWith(right ? 'Right.' : 'Not right.'), card);
        assert.match(card, what.startsWith('Fact') ? /This is true\./ : /This is a myth\. Fact: Fact \d is true/);
        assert.match(card, new RegExp(`Why ${number} is believed\\..*Say this about ${number}\\.`));
        assert.match(await page.$eval('.game a', a => a.href), new RegExp(`myths/myth-${number}\\.html$`));
        assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Next');
        await page.keyboard.press('Enter');
      }
      assert.equal(await statement(page), 'You were right 4 times out of 5.');
      assert.deepEqual(asked.map(text => /\d/.exec(text)[0]).sort(), ['1', '2', '3', '4', '5'], 'a card came twice or not at all');
      const facts = asked.filter(text => text.startsWith('Fact')).length;
      assert.equal(facts, 3, 'the answers are not mixed');
      await press(page, 'Guess again');
      assert.match(await words(page), /Statement 1 of 5/);
      assert.equal(await page.$$eval('.game', all => all.length), 1);
    });
    assert.deepEqual(problems, []);
  });

  test(`${browser}: Escape and a button lead out, and the focus goes back`, async () => {
    const { base, url } = await myths();
    await visit(url, { base, browser }, async page => {
      for (const leave of [() => page.keyboard.press('Escape'), () => press(page, 'Leave')]) {
        await start(page);
        await leave();
        await page.waitForFunction(() => !document.querySelector('.game'), { polling: 20 });
        assert.equal(await page.evaluate(() => document.activeElement.closest('.guess') !== null), true);
      }
    });
  });

  for (const [mode, media] of Object.entries(modes)) {
    test(`${browser}: the game can be read, ${mode}, wide and narrow`, async () => {
      const { base, url } = await myths();
      for (const [width, height] of [[1280, 720], [320, 480]]) {
        await visit(url, { base, browser, media, width, height }, async page => {
          await start(page);
          const well = async () => [...await sideways(page), ...mode === 'forced' ? await faint(page) : await axe(page)];
          assert.deepEqual(await well(), []);
          await press(page, 'True');
          assert.deepEqual(await well(), []);
          assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().bottom <= innerHeight), 'the way on is out of sight');
          assert.equal(await page.$eval('.game', e => e.scrollTop), 0, 'the way on hides what was said');
        });
      }
    });
  }
}

// Chance must not decide a test, so it is counted over many games: each card comes
// first sometimes, and is told as a fact and as a myth.
test('the order and the answers differ from game to game', async () => {
  const { base, url } = await myths();
  await visit(url, { base }, async page => {
    const first = new Set();
    for (let n = 0; n < 80 && first.size < 10; n++) {
      await start(page);
      first.add(await statement(page));
      await press(page, 'Leave');
      await page.waitForFunction(() => !document.querySelector('.game'), { polling: 5 });
    }
    assert.equal(first.size, 10, `80 games began with ${[...first]}`);
  });
});
