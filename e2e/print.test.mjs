// What comes out of the printer.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { build, close, kinds, setMedia, visit } from './site.mjs';

after(close);

// sheets gives the drawing commands of each sheet of a PDF, as Chromium writes
// them: plain objects, page streams deflated.
function sheets(pdf) {
  const text = pdf.toString('latin1');
  assert.match(text, /^%PDF-1\.\d/);
  assert.match(text.slice(-32), /%%EOF\s*$/);
  return [...text.matchAll(/<<\/Type \/Page\b[^]*?\/Contents (\d+) 0 R/g)].map(([, number]) => {
    const object = text.indexOf(`\n${number} 0 obj\n`);
    const start = text.indexOf('stream\n', object) + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(text.slice(object, start))[1]);
    return inflateSync(pdf.subarray(start, start + length)).toString('latin1');
  });
}

const draws = sheet => /\b(Tj|TJ)\b/.test(sheet);

for (const kind of ['lesson-blocks', 'lesson-table', 'glossary', 'myth']) {
  test(`${kind} prints, and the last sheet is not empty`, async () => {
    const { base } = await build();
    await visit(base + (await kinds())[kind], { base }, async page => {
      const all = sheets(Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
      assert.ok(all.length > 0, 'no sheets');
      assert.deepEqual(all.map(draws), all.map(() => true), 'a sheet has no text');
    });
  });
}

test('what is folded away as more is printed, the menu is not', async () => {
  const { base, pages } = await build();
  let found = 0;
  for (const path of pages.filter(p => p.startsWith('lessons/'))) {
    await visit(base + path, { base }, async page => {
      const shown = () => [...document.querySelectorAll('details.more > :not(summary)')]
        .map(e => e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0);
      const before = await page.evaluate(shown);
      assert.ok(before.every(seen => !seen), `${path} opens unfolded`);
      await setMedia(page, {}, 'print');
      // What was skipped is laid out with the next frame, not at once.
      await page.waitForFunction(`(${shown})().every(Boolean)`, { polling: 20, timeout: 3000 })
        .catch(() => assert.fail(`${path}: folded text is not printed`));
      assert.equal(await page.$eval('.menu', e => e.checkVisibility()), false, `${path} prints its menu`);
      found += before.length;
    });
  }
  assert.ok(found > 0, 'no lesson folds anything away');
});
