// A copy that has grown old says so, by the reader's own clock.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, clipped, faint, overruled, sideways } from './checks.mjs';
import { build, buildPackage, close, kinds, modes, setMedia, visit } from './site.mjs';

after(close);

const lesson = (title, keys) => `---\ntitle: ${title}\nsummary: A summary.\nthemes: [language]\nminutes: 5\noutcome: Say it plainly.\n${keys}---\n\nSome text.\n`;
const term = (title, keys) => `---\ntitle: ${title}\nmeaning: A word.\n${keys}---\n`;

let built;
const aged = () => (built ??= buildPackage('aged', {
  'content/index.md': '---\ntitle: Aged\nsummary: A package.\nlanguage: en-GB\ncontact: help@example.org\n---\n',
  'content/lessons/soon.md': lesson('Soon', 'reviewed: 2026-01-10\nreview_by: 2027-03-10\n'),
  'content/lessons/later.md': lesson('Later', 'reviewed: 2027-02-01\nreview_by: 2030-01-01\n'),
  'content/lessons/undated.md': lesson('Undated', ''),
  'content/glossary/app.md': term('App', 'review_by: 2027-03-20\n'),
  'content/glossary/web.md': term('Web', 'review_by: 2031-01-01\n'),
}));

const notices = page => page.$$eval('.overdue', all => all.map(e => ({
  text: e.innerText.replace(/\s+/g, ' '), seen: e.checkVisibility(), above: e.previousElementSibling?.localName, links: [...e.querySelectorAll('a')].map(a => a.href),
})));

const shows = async (path, now, options = {}) => {
  const { base } = await aged();
  let found;
  const problems = await visit(base + path, { base, now, ...options }, async page => { found = await notices(page); });
  assert.deepEqual(problems, []);
  return found;
};

test('a lesson past its date says so under its title', async () => {
  const { base } = await aged();
  await visit(base + 'lessons/soon.html', { base, now: '2027-03-11T08:00' }, async page => {
    assert.deepEqual(await notices(page), [{ above: 'h1', seen: true, links: ['mailto:help@example.org'],
      text: 'This may be out of date. It was due to be checked by 10 March 2027. Ask whoever gave you this, or help@example.org, before you rely on it.' }]);
    assert.match(await page.$eval('.review', e => e.innerText), /^May be out of date\. Last checked 10 January 2026\. To be checked again by 10 March 2027\.$/);
    for (const [mode, media] of Object.entries(modes)) {
      await setMedia(page, media);
      const forced = mode === 'forced';
      assert.deepEqual([...await axe(page, { off: forced ? overruled : [] }), ...forced ? await faint(page) : []], [], mode);
    }
    await page.setViewport({ width: 320, height: 640 });
    assert.deepEqual([...await sideways(page), ...await clipped(page)], []);
    await setMedia(page, {}, 'print');
    assert.equal((await notices(page))[0].seen, true, 'the notice is not printed');
  });
});

test('a page without a date of its own speaks of the package', async () => {
  for (const path of ['index.html', 'lessons/index.html', 'lessons/undated.html']) {
    const found = await shows(path, '2027-03-11T08:00');
    assert.equal(found.length, 1, path);
    assert.match(found[0].text, /^Parts of this training may be out of date\. They were due to be checked by 10 March 2027\./, path);
  }
});

test('a glossary marks each entry that is past its date', async () => {
  const { base } = await aged();
  await visit(base + 'glossary/index.html', { base, now: '2027-04-01T08:00' }, async page => {
    const found = await notices(page);
    assert.equal(found.length, 1);
    assert.match(found[0].text, /^Parts of this training may be out of date\. They were due to be checked by 20 March 2027\./);
    assert.deepEqual(await page.$$eval('.entry', all => all.filter(e => /May be out of date/.test(e.innerText)).map(e => e.id)), ['term-app']);
  });
});

test('nothing is said in time, on the day itself, or when the clock is wrong', async () => {
  for (const [path, now] of [
    ['lessons/soon.html', '2027-02-20T08:00'],
    ['lessons/soon.html', '2027-03-10T23:59'],
    ['lessons/later.html', '2027-06-01T08:00'],
    ['index.html', '2027-03-10T12:00'],
    ['lessons/soon.html', '2001-01-01T00:00'],
  ]) assert.deepEqual(await shows(path, now), [], `${path} at ${now}`);
});

test('a clock before the last check is not believed', async () => {
  const { base } = await buildPackage('checked', {
    'content/index.md': '---\ntitle: Checked\nsummary: A package.\nlanguage: en-GB\n---\n',
    'content/lessons/old.md': lesson('Old', 'reviewed: 2026-01-10\nreview_by: 2026-06-10\n'),
    'content/lessons/new.md': lesson('New', 'reviewed: 2026-09-01\nreview_by: 2030-01-01\n'),
  });
  for (const [now, count] of [['2026-08-31T12:00', 0], ['2026-09-01T12:00', 1]]) {
    await visit(base + 'lessons/old.html', { base, now }, async page => assert.equal((await notices(page)).length, count, now));
  }
});

test('the day is that of the place where the reader is', async () => {
  const now = '2027-03-10T12:00:00Z';
  assert.equal((await shows('lessons/soon.html', now, { zone: 'Pacific/Auckland' })).length, 1);
  assert.equal((await shows('lessons/soon.html', now, { zone: 'America/Los_Angeles' })).length, 0);
});

test('without script the date stands at the foot of every kind of page', async () => {
  const { base } = await build();
  for (const path of Object.values(await kinds()).filter(p => p !== '404.html')) {
    await visit(base + path, { base, script: false, now: '2040-01-01T08:00' }, async page => {
      assert.match(await page.$eval('main', e => e.innerText), /checked again by \d+ [A-Z][a-z]+ \d{4}\./, path);
      assert.deepEqual(await notices(page), [], path);
    });
  }
});
