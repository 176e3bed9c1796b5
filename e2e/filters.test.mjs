// Choosing from the lists of lessons and myth cards.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axe, clipped, faint, overruled, sideways } from './checks.mjs';
import { browsers, build, close, modes, serve, setMedia, visit } from './site.mjs';

after(close);

const button = (page, name) => page.evaluateHandle(name => [...document.querySelectorAll('.filters button')].find(b => b.textContent === name), name);
const press = async (page, name) => (await button(page, name)).click();
const cards = page => page.$$eval('section .card', all => all.filter(e => e.offsetParent).map(e => e.querySelector('a').textContent).sort());
const pressed = page => page.$$eval('.filters [aria-pressed="true"]', all => all.map(b => b.textContent));
const status = page => page.$eval('.filters [role="status"]', e => e.textContent);

// catalogue is what the site says of itself to machines.
const catalogue = async () => JSON.parse(await readFile(join((await build()).dir, 'catalogue.json'), 'utf8'));

for (const browser of browsers) {
  test(`lessons are chosen by time, role, theme and level, ${browser}`, async () => {
    const { dir, base: disk } = await build();
    const { lessons } = await catalogue();
    const { base: served, stop } = await serve(dir, '/training/x/');
    const fits = (...tests) => lessons.filter(l => tests.every(fit => fit(l))).map(l => l.title).sort();
    const gp = l => !l.roles || l.roles.includes('gp'), nurse = l => !l.roles || l.roles.includes('hospital-nurse');
    const tens = l => l.minutes > 5 && l.minutes <= 10, barriers = l => l.themes.includes('barriers'), start = l => l.level === 'start';
    try {
      for (const base of [disk, served]) {
        const problems = await visit(base + 'lessons/index.html', { base, browser }, async page => {
          assert.deepEqual(await cards(page), fits());
          await press(page, 'GP');
          assert.deepEqual(await cards(page), fits(gp));
          assert.equal(await status(page), `${fits(gp).length} of ${lessons.length} fit`);
          await press(page, 'Hospital nurse');
          assert.deepEqual(await cards(page), fits(l => gp(l) || nurse(l)));
          await press(page, 'Hospital nurse');
          await press(page, '6 to 10 minutes');
          assert.deepEqual(await cards(page), fits(gp, tens));
          assert.deepEqual(await pressed(page), ['6 to 10 minutes', 'GP']);
          assert.equal(page.url(), base + 'lessons/index.html?is=up-to-10.role-gp');
          await page.reload();
          assert.deepEqual(await pressed(page), ['6 to 10 minutes', 'GP']);
          assert.deepEqual(await cards(page), fits(gp, tens));
          await press(page, 'Clear choices');
          assert.deepEqual([await cards(page), await pressed(page), page.url()], [fits(), [], base + 'lessons/index.html']);
          assert.equal(await page.evaluate(() => document.activeElement.closest('.filters') !== null), true, 'the focus is lost');
          await press(page, 'Barriers');
          assert.deepEqual(await cards(page), fits(barriers));
          await press(page, 'Barriers');
          await press(page, 'No experience needed');
          assert.deepEqual(await cards(page), fits(start));
        });
        assert.deepEqual(problems, [], base);
      }
    } finally {
      stop();
    }
  });

  test(`a choice that nothing fits says what to do, ${browser}`, async () => {
    const { base } = await build();
    await visit(base + 'lessons/index.html?is=level-start.theme-peer-support', { base, browser }, async page => {
      assert.deepEqual(await cards(page), []);
      assert.match(await status(page), /Take one choice away/);
      assert.equal(await page.$$eval('main section h2', all => all.filter(e => e.offsetParent).length), 0, 'a heading stands over nothing');
      assert.deepEqual(await page.$$eval('section [data-is]', all => all.filter(e => e.offsetParent)), []);
    });
  });

  test(`myth cards are chosen by role and theme, ${browser}`, async () => {
    const { base } = await build();
    const { myths } = await catalogue();
    const problems = await visit(base + 'myths/index.html', { base, browser }, async page => {
      assert.equal((await cards(page)).length, myths.length);
      await press(page, 'Barriers');
      assert.deepEqual(await cards(page), myths.filter(m => m.themes?.includes('barriers')).map(m => m.fact).sort());
    });
    assert.deepEqual(problems, []);
  });

  test(`filters can be read and reached in every way, ${browser}`, async () => {
    const { base } = await build();
    for (const path of ['lessons/index.html', 'myths/index.html']) {
      await visit(base + path, { base, browser, width: 320 }, async page => {
        await page.focus('.filters button');
        await page.keyboard.press('Enter');
        assert.equal((await pressed(page)).length, 1);
        await page.focus('.foot a');
        for (const [mode, media] of Object.entries(modes)) {
          await setMedia(page, media);
          const forced = mode === 'forced';
          assert.deepEqual([...await axe(page, { off: forced ? overruled : [] }), ...forced ? await faint(page) : []], [], `${path}, ${mode}`);
        }
        assert.deepEqual([...await sideways(page), ...await clipped(page)], []);
      });
    }
  });

  test(`without script the filters are links, ${browser}`, async () => {
    const { base } = await build();
    await visit(base + 'lessons/index.html', { base, browser, script: false }, async page => {
      assert.equal(await page.$('button'), null);
      const links = await page.$$eval('.filters a', all => all.map(a => a.href));
      for (const to of ['lessons/index.html#up-to-10', 'roles/gp.html', 'themes/barriers.html']) assert.ok(links.includes(base + to), `no link to ${to}`);
      assert.equal(await page.$$eval('.filters li', all => all.filter(e => e.checkVisibility({ checkVisibilityCSS: true }) && !e.querySelector('a[href]')).length), 0, 'a choice leads nowhere');
    });
  });
}
