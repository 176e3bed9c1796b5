// The sources of style and script. What is wrong here may well look right in the
// browsers of the other tests, which are newer than the oldest we promise.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { lintScript, ofPages, ofPreview } from './lint-script.mjs';
import { lintStyle } from './lint-style.mjs';

const root = new URL('../', import.meta.url);

// sources gives [path, text] of the files below a folder that end so, in their order.
async function sources(folder, end) {
  const names = (await readdir(new URL(folder, root), { recursive: true })).filter(name => name.endsWith(end)).sort();
  assert.ok(names.length > 0, `${folder} has no ${end}`);
  return Promise.all(names.map(async name => [folder + name, await readFile(new URL(folder + name, root), 'utf8')]));
}

test('style sheets', async () => {
  const sheets = [...await sources('static/css/', '.css'), ...await sources('internal/serve/', '.css')];
  assert.deepEqual((await Promise.all(sheets.map(sheet => lintStyle(...sheet)))).flat(), []);
});

test('style sheets use only names that one of them gives', async () => {
  for (const folder of ['static/css/', 'internal/serve/']) {
    const text = (await sources(folder, '.css')).map(([, text]) => text).join('\n');
    const given = new Set(Array.from(text.matchAll(/(--[\w-]+)\s*:/g), m => m[1]));
    assert.deepEqual(Array.from(text.matchAll(/var\((--[\w-]+)/g), m => m[1]).filter(name => !given.has(name)), []);
  }
});

// together puts files into one function, as they are built.
const together = files => [['begin', "(function () {\n'use strict';"], ...files, ['end', '})();']];

test('scripts', async () => {
  const [later, page] = [true, false].map(is => ([name]) => name.startsWith('static/js/later/') === is);
  const ours = await sources('static/js/', '.js');
  assert.deepEqual(lintScript(together(ours.filter(page))), []);
  for (const files of [ours.filter(later), await sources('static/search/', '.js')]) assert.deepEqual(lintScript(together(files), { ...ofPages, CG: 'readonly' }), []);
  for (const file of await sources('internal/serve/', '.js')) assert.deepEqual(lintScript([file], ofPreview), []);
});

const styles = {
  'p { margin-left: 1px }': /margin-left: 1px: say start and end/,
  'p { text-align: right }': /text-align: right: say start and end/,
  'a:focus { outline: none }': /a:focus: the focus is never hidden/,
  'p { color: #123 }': /#123: colours stand in/,
  'p { border: 1px solid red }': /red: colours stand in/,
  'p { transition: color 1s }': /transition: things move only/,
  'p { a { color: inherit } }': /Too deep nesting/,
  'p { color: light-dark(var(--a), var(--b)) }': /light-dark\(\) is not known to chrome/,
  'p { anchor-name: --a }': /anchor-name is not known/,
  'p { overflow: clip }': /overflow: clip is not known to safari/,
  'p, :has(p) { gap: 0 }': /:has\(\) drops what stands beside it/,
  ':popover-open { gap: 0 }': /:popover-open is not known/,
  '@container (min-width: 1em) { p { gap: 0 } }': /@container is not known to safari/,
  '@media (scripting: none) { p { gap: 0 } }': /\(scripting\) is not known/,
  '@media (width > 9em) { p { gap: 0 } }': /range notation/,
  'p { block-size: 10dvh }': /unit "dvh"/,
  'p { colour: inherit }': /Unknown property/,
};

for (const [code, complaint] of Object.entries(styles)) {
  test(`style: ${code}`, async () => {
    const found = await lintStyle('static/css/bad.css', code);
    assert.match(found.join('\n'), complaint);
    assert.match(found[0], /^static\/css\/bad\.css:1: /);
  });
}

test('style that is well is let pass', async () => {
  for (const code of ['@media print { p { color: #000 } }', '@media (prefers-reduced-motion: no-preference) { p { transition: color 1s } }',
    '@supports (overflow: clip) { p { overflow: clip } }', 'p { color: var(--red) }', '[tabindex="-1"]:focus { outline: none }', ':has(p), :has(q) { gap: 0 }',
    'a { text-decoration-thickness: 1px; margin-inline-start: 1px; inset-inline-end: 0; translate: 1px }']) {
    assert.deepEqual(await lintStyle('static/css/good.css', code), [], code);
  }
});

const scripts = {
  'document.body.innerHTML = "";': /put text in by textContent/,
  'document.write("a");': /it writes over the page/,
  'document.body.title = "a";': /few see a tooltip/,
  'document.body.setAttribute("style", "a");': /the policy of the pages/,
  'fetch("a.json");': /'fetch' is not defined/,
  'import("./a.js");': /no modules from disk/,
  'history.pushState({}, "", "a.html");': /fails on a page from disk/,
  'document.startViewTransition();': /startViewTransition is not known/,
  'document.body.prepend([2].toSorted());': /ES2023/,
  'document.body.prepend(/(?<=a)b/.source);': /lookbehind/,
  'class A { static { document.body.remove(); } } document.body.prepend(new A());': /class static block/,
  'navigation.reload();': /'navigation' is not defined/,
  'const a = 1;': /never used/,
};

for (const [code, complaint] of Object.entries(scripts)) {
  test(`script: ${code}`, () => {
    const found = lintScript([['a.js', '(() => {\n})();\n'], ['b.js', `(() => {\n${code}\n})();`]]);
    assert.match(found.join('\n'), complaint);
    assert.match(found[0], /^b\.js:2: /);
  });
}

test('a script may use what another has made', () => {
  assert.deepEqual(lintScript([['a.js', 'const CG = {};\n'], ['b.js', '(() => { CG.ready = document.readyState; })();']]), []);
});
