// What the program says of payloads, it says as they were typed: in the panel and on
// the page of problems of the preview, and in the report. Nothing runs there either.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { foul, trap } from './inject-judge.mjs';
import { chunks, front, said } from './inject-package.mjs';
import { preview } from './inject-serve.mjs';
import { texts } from './inject-texts.mjs';
import { withoutPolicy } from './inject-visit.mjs';
import { close, folder, program, visit, writePackage } from './site.mjs';

after(close);

const words = [...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim()))];
const lesson = { title: 'Words', summary: 'Words.', themes: ['language'], minutes: 5, outcome: 'Say them.' };
const settings = { title: words[0], summary: words[1], language: 'en-GB', organisation: words[2], version: words[3] };

// One package has words that it advises against, with payloads for what to say
// instead, and builds; the other has mistakes, and does not.
const packages = {
  advice: {
    'content/index.md': front(settings),
    'words/plain-words.yaml': JSON.stringify({ source: words[4], words: words.map((text, n) => n % 2 ? { avoid: `avoid${n}x`, use: text } : { avoid: `avoid${n}x`, advice: text, source: text }) }),
    ...Object.fromEntries(chunks(words, 20).map((some, n) => [`content/lessons/l${n}.md`,
      front({ ...lesson, title: `${n} ${some[0]}`, owner: some[0], review_by: '2026-01-01' }) + some.map((text, m) => `Say avoid${n * 20 + m}x. ${said(text)}\n\n`).join('')])),
    'content/roles/r.md': front({ title: words[5], summary: words[6] }),
    'content/glossary/t.md': front({ title: words[7], meaning: words[8] }),
    'content/myths/m.md': front({ fact: words[9], myth: words[10], why: words[11], say: words[12], sources: [{ title: words[13], reference: words[14] }], evidence: 'law' }),
  },
  mistakes: {
    'content/index.md': front(settings),
    'content/lessons/l.md': front({ ...lesson, themes: words }),
    'content/lessons/m.md': front({ ...lesson, ...Object.fromEntries(words.slice(0, 200).map(text => [JSON.stringify(text), 'x'])) }),
    ...Object.fromEntries(words.slice(0, 200).map(text => text.replaceAll('/', '∕').slice(0, 60)).map(name => [`content/lessons/x${name}.md`, front(lesson)])),
  },
};

// checked gives the folder of a package, what is found in it, and the report.
async function checked(name) {
  const from = await writePackage(name, packages[name]);
  const report = join(await folder(), `${name}.html`);
  const file = await program();
  const found = await new Promise(done => execFile(file, ['check', '-C', from, '--format', 'json', '--today', '2026-11-22', '--report', report], { maxBuffer: 1e8 }, (_, out) => done(JSON.parse(out))));
  return { from, found, report: pathToFileURL(report).href };
}

const lines = (page, selector) => page.$$eval(selector, all => all.map(e => e.textContent));

// missing gives what is not among the lines that a page shows.
const missing = (shown, wanted) => { const all = new Set(shown); return wanted.filter(line => !all.has(line)); };

const problems = found => found.flatMap(f => [`${f.severity}: ${f.message}`, ...f.hint ? [`try this: ${f.hint}`] : []]);

for (const name of Object.keys(packages)) {
  test(`the report shows what was typed: ${name}`, async () => {
    const { found, report } = await checked(name);
    assert.ok(found.length >= 300, `${found.length} findings`);
    const complaints = await visit(report, { base: report, before: trap }, async page => {
      const wanted = found.flatMap(f => [`${f.line ? `Line ${f.line}: ` : ''}${f.message} ${f.rule}`, ...f.hint ? [f.hint] : []]);
      assert.deepEqual(missing(await lines(page, '.found p'), wanted), []);
      const made = (await page.$$eval('body *', all => [...new Set(all.map(e => e.localName))])).filter(e => !'a header p h1 h2 h3 ul li b nav main section div table caption span thead tbody tfoot tr th td code details summary svg rect g line text title figure figcaption'.split(' ').includes(e));
      assert.deepEqual(made, []);
    });
    assert.deepEqual(complaints, []);
  });

  test(`the page of problems shows what was typed: ${name}`, async () => {
    const { from, found } = await checked(name);
    const telling = found.filter(f => f.rule === 'plain-word' || f.severity === 'error'); // the rest is advice, which waits for a package without mistakes
    assert.ok(telling.length >= 300, `${telling.length} findings`);
    await preview(from, async base => {
      const complaints = await visit(base + '_/problems', { base, load: withoutPolicy }, async page => {
        await page.waitForFunction(n => document.querySelectorAll('li').length >= n, {}, Math.min(telling.length, 1000));
        assert.deepEqual(missing(await lines(page, 'li p'), problems(telling)), []);
        assert.deepEqual(await foul(page, base), []);
      });
      assert.deepEqual(complaints.filter(line => !line.includes('503')), []); // that there is no site yet
    });
  });
}

test('the panel shows what was typed', async () => {
  const { from, found } = await checked('advice');
  await preview(from, async base => {
    for (const n of chunks(words, 20).keys()) {
      const of = found.filter(f => f.path === `content/lessons/l${n}.md`);
      const complaints = await visit(`${base}lessons/l${n}.html`, { base, load: withoutPolicy }, async page => {
        await page.waitForFunction(n => document.querySelectorAll('#CG-serve li').length >= n, {}, Math.min(50, of.length));
        assert.deepEqual(missing(await lines(page, '#CG-serve li p'), problems(of.filter(f => f.rule === 'plain-word'))), []);
        assert.deepEqual(await foul(page, base), []);
      });
      assert.deepEqual(complaints, []);
    }
  });
});
