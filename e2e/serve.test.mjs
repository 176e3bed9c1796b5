// The preview: a file is saved, and the page that is open follows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { axe, clipped, sideways } from './checks.mjs';
import { close, modes, program, setMedia, visit, writePackage } from './site.mjs';

after(close);

const long = 'A sentence that fills the page.\n\n'.repeat(60);
const lesson = (title, text, theme = 'language') => `---\ntitle: ${title}\nsummary: A summary.\nthemes: [${theme}]\nminutes: 5\noutcome: Say it plainly.\n---\n\n${text}\n`;
const tablet = text => lesson('The tablet', `${long}::: more For the left hand\n\nHold it on the left.\n\n:::\n\n::: more For the right hand\n\nHold it on the right.\n\n:::\n\n${long}${text}`);
const style = spacing => `h1 { letter-spacing: ${spacing}; }\n`;
const files = {
  'content/index.md': '---\ntitle: Shown\nsummary: A package.\nlanguage: en-GB\nrules: {lesson-shape: off}\n---\n', // the panel is empty at first
  'content/lessons/tablet.md': tablet('The first words.'),
  'content/lessons/phone.md': lesson('The phone', 'Words about the phone.'),
  'static/css/99-own.css': style('1px'),
};

// preview serves the package, with changes and flags, hands it to fn and ends.
async function preview(name, fn, { changed = {}, flags = [] } = {}) {
  const from = await writePackage(name, { ...files, ...changed });
  const start = async port => {
    const server = spawn(await program(), ['serve', '-C', from, '--addr', `127.0.0.1:${port}`, ...flags],
      { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 }); // so that nothing hangs for ever
    const ended = once(server, 'exit');
    const base = await new Promise((found, failed) => {
      const said = [];
      let address;
      createInterface(server.stderr).on('line', line => {
        said.push(line);
        if (address) found(address); // what is said next is said of the first build
        address ??= /^serving (\S+)/.exec(line)?.[1];
      }).on('close', () => failed(new Error(`serve ended:\n${said.join('\n')}`)));
    });
    const stop = async () => { server.kill('SIGINT'); return (await ended)[0]; };
    return { base, stop };
  };
  let { base, stop } = await start(0);
  try {
    await fn({
      base,
      write: (path, text) => writeFile(join(from, path), text),
      stop: () => stop(),
      restart: async () => { ({ stop } = await start(new URL(base).port)); },
    });
  } finally {
    await stop();
  }
}

// What a page says, waited for.
const shows = (page, text) => page.waitForFunction(t => document.querySelector('main').innerText.includes(t), {}, text);
const notes = (page, text) => page.waitForFunction(t => document.querySelector('#CG-serve > [role=status]')?.innerText === t, {}, text);
const finds = (page, text) => page.waitForFunction(t => document.querySelector('#CG-serve li')?.innerText.includes(t), {}, text);
const panel = page => page.$$eval('#CG-serve li', all => all.filter(e => e.checkVisibility()).map(e => ({
  severity: e.className, lines: [...e.querySelectorAll('p')].map(p => p.innerText), line: e.querySelector('pre').innerText, marked: e.querySelector('mark')?.innerText,
})));

// A mark on the window lives until the page is loaded anew.
const mark = page => page.evaluate(() => { window.marked = true; });
const marked = page => page.evaluate(() => window.marked === true);

const failed = 'This shows the last version without mistakes: 1 error to fix';

test('a saved file is shown, and the reader stays where they were', () => preview('place', async ({ base, write }) => {
  const problems = await visit(base + 'lessons/tablet.html', { base }, async page => {
    await shows(page, 'The first words.');
    await page.$$eval('summary', all => all.find(e => e.innerText.includes('right hand')).click());
    await page.evaluate(() => { history.scrollRestoration = 'manual'; scrollTo(0, 1234); }); // not every browser would help
    await mark(page);
    await write('content/lessons/tablet.md', tablet('The second words.'));
    await shows(page, 'The second words.');
    assert.equal(await marked(page), false);
    await page.waitForFunction(() => scrollY === 1234);
    assert.deepEqual(await page.$$eval('main details', all => all.map(e => e.open)), [false, true]);
  });
  assert.deepEqual(problems, []);
}));

test('a new style is put on without loading the page', () => preview('style', async ({ base, write }) => {
  const problems = await visit(base + 'lessons/phone.html', { base }, async page => {
    const looks = value => page.waitForFunction(v => getComputedStyle(document.querySelector('h1')).letterSpacing === v, {}, value);
    await looks('1px');
    await mark(page);
    for (const value of ['2px', '3px']) {
      await write('static/css/99-own.css', style(value));
      await looks(value);
    }
    assert.equal(await marked(page), true, 'the page was loaded again');
    await page.waitForFunction(() => document.querySelectorAll('link[href*="site.css"]').length === 1);
  });
  assert.deepEqual(problems, []);
}));

test('a mistake is told in the page, which stays, and goes when it is mended', () => preview('mistake', async ({ base, write }) => {
  const problems = await visit(base + 'lessons/phone.html', { base }, async page => {
    await shows(page, 'Words about the phone.');
    assert.equal(await page.$eval('#CG-serve', e => e.innerText.trim()), '');
    await write('content/lessons/phone.md', lesson('The phone', 'Words with a mistake.', 'langauge'));
    await finds(page, 'langauge'); // and not of a file that is half written
    await notes(page, failed);
    assert.deepEqual(await panel(page), [{
      severity: 'error', lines: ['error: no theme "langauge"', 'content/lessons/phone.md, line 4', 'try this: did you mean "language"?'],
      line: 'themes: [langauge]', marked: 'langauge',
    }]);
    await shows(page, 'Words about the phone.');
    await write('content/lessons/phone.md', lesson('The phone', 'Words without a mistake.'));
    await shows(page, 'Words without a mistake.');
    await notes(page, '');
    assert.deepEqual(await panel(page), []);
  });
  assert.deepEqual(problems, []);
}));

test('all problems stand on a page of their own, which follows too', () => preview('problems', async ({ base, write }) => {
  await write('content/lessons/phone.md', lesson('The phone', 'Words.', 'langauge'));
  await write('content/lessons/tablet.md', lesson('The tablet', 'A <dose> a day.'));
  const problems = await visit(base + '_/problems', { base }, async page => {
    await shows(page, 'no theme "langauge"');
    await shows(page, '<dose>');
    assert.deepEqual(await page.$$eval('h2', all => all.map(e => e.innerText)), ['content/lessons/phone.md', 'content/lessons/tablet.md']);
    await shows(page, 'try this: did you mean "language"?');
    await shows(page, 'themes: [langauge]');
    await write('content/lessons/phone.md', files['content/lessons/phone.md']);
    await shows(page, '1 piece of advice in this package.');
    await write('content/lessons/tablet.md', files['content/lessons/tablet.md']);
    await shows(page, 'Nothing is wrong with this package.');
  });
  assert.deepEqual(problems, []);
}));

test('a package that begins with a mistake appears when it is mended', () => preview('begin', async ({ base, write }) => {
  const problems = await visit(base + 'lessons/phone.html', { base }, async page => {
    await shows(page, 'There is nothing to show yet: 1 error to fix.');
    await shows(page, 'no theme "langauge"');
    await write('content/lessons/phone.md', lesson('The phone', 'Words at last.'));
    await shows(page, 'Words at last.');
  });
  assert.deepEqual(problems.filter(line => !line.includes('503')), []); // that there is no page yet
}, { changed: { 'content/lessons/phone.md': lesson('The phone', 'Words.', 'langauge') } }));

test('the panel and the page of problems bar nobody', () => preview('access', async ({ base, write }) => {
  await visit(base + 'lessons/phone.html', { base }, async page => {
    await write('content/lessons/phone.md', lesson('The phone', 'A <dose> a day.', 'langauge'));
    await finds(page, 'langauge');
    const look = async where => {
      for (const mode of ['light', 'dark']) {
        await setMedia(page, modes[mode]);
        assert.deepEqual(await axe(page), [], `${where}, ${mode}`);
      }
      await page.setViewport({ width: 320, height: 640 });
      assert.deepEqual([...await axe(page), ...await sideways(page), ...await clipped(page)], [], `${where}, narrow`);
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('#CG-serve')].every(e => e.scrollWidth <= e.clientWidth)), `${where} scrolls sideways`);
      await page.setViewport({ width: 1280, height: 900 });
    };
    await look('the panel');
    await Promise.all([page.waitForNavigation(), page.click('#CG-serve [role=status] a')]);
    assert.equal(page.url(), base + '_/problems');
    await look('the page of problems');
  });
}));

test('only the tabs whose page changed are loaded again', () => preview('tabs', async ({ base, write }) => {
  const problems = await visit(base + 'lessons/phone.html', { base }, async phone => {
    const others = await visit(base + 'lessons/tablet.html', { base }, async tablets => {
      await mark(phone);
      await mark(tablets);
      await write('content/lessons/tablet.md', tablet('A <dose> a day.'));
      await shows(tablets, 'A <dose> a day.');
      await phone.bringToFront();
      await notes(phone, '1 piece of advice in this package'); // so it has heard of the change
      assert.deepEqual([await marked(tablets), await marked(phone)], [false, true]);
      await mark(tablets);
      await write('content/lessons/phone.md', lesson('The phone', 'Other <words>.'));
      await shows(phone, 'Other <words>.');
      await tablets.bringToFront();
      await notes(tablets, '2 pieces of advice in this package');
      assert.deepEqual([await marked(tablets), await marked(phone)], [true, false]);
    });
    assert.deepEqual(others, []);
  });
  assert.deepEqual(problems, []);
}));

test('the page says that the preview has ended, and goes on when it is back', () => preview('end', async ({ base, write, stop, restart }) => {
  await visit(base + 'lessons/phone.html', { base }, async page => {
    await notes(page, '');
    assert.equal(await stop(), 0, 'Ctrl-C is no trouble');
    await notes(page, 'The preview has stopped, so this page may be out of date');
    await shows(page, 'Words about the phone.');
    await write('content/lessons/phone.md', lesson('The phone', 'Words written meanwhile.'));
    await restart();
    await shows(page, 'Words written meanwhile.');
    await notes(page, '');
  });
}));

test('a preview below a path follows as well', () => preview('path', async ({ base, write }) => {
  assert.match(base, /\/training\/x\/$/);
  const problems = await visit(base, { base }, async page => {
    await Promise.all([page.waitForNavigation(), page.click('a[href="lessons/index.html"]')]);
    assert.equal(page.url(), base + 'lessons/index.html');
    await write('content/lessons/phone.md', lesson('A newer phone', 'Words.'));
    await shows(page, 'A newer phone');
    await write('content/lessons/phone.md', lesson('A newer phone', 'Words.', 'langauge'));
    await notes(page, failed);
  });
  assert.deepEqual(problems, []);
}, { flags: ['--sub-path', '/training/x/'] }));
