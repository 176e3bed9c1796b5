// Every page as a validator reads it that is not ours.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { build, close } from './site.mjs';

after(close);

// Attributes that HTML has and the validator does not know of.
const attributes = { img: ['alt'], li: ['value'], link: ['type'], script: ['type'], time: ['datetime'] };
const forgotten = Object.fromEntries(Object.entries(attributes).map(([element, names]) =>
  [element, { attributes: Object.fromEntries(names.map(name => [name, {}])) }]));

// All that it recommends, and two rules more.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  root: true,
  elements: ['html5', forgotten],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }], // both are right; we write all names small
    'require-sri': 'off', // a browser does not run a script with a checksum from disk
    'valid-id': ['error', { relaxed: true }], // an entry on a shared page is term-SLUG.HEADING, and headings have letters of all scripts
    'long-title': 'off', // the title of a myth card is its fact, one whole sentence
    'no-unknown-attributes': 'error',
    'allowed-links': ['error', { allowExternal: true, allowRelative: true, allowAbsolute: false }],
  },
});

// faults gives the complaints about a page.
async function faults(name, html) {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(r => r.messages).map(m => `${name}:${m.line}:${m.column}: ${m.message} (${m.ruleId})`);
}

test('every page is valid HTML', async () => {
  const { dir } = await build();
  const files = (await readdir(dir, { recursive: true })).filter(name => name.endsWith('.html'));
  const found = [];
  for (const name of files) found.push(...await faults(name, await readFile(join(dir, name), 'utf8')));
  assert.deepEqual(found, []);
});

const page = (body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>
`;

test('a page that is well is let pass', async () => assert.deepEqual(await faults('good.html', page('<p id="term-a.ü"><a href="b.html">B</a></p>')), []));

const bad = {
  '<p>One<div>Two</div>': 'no-implicit-close',
  '<ul><p>Not an item</p></ul>': 'element-permitted-content',
  '<p><a href="a.html"><a href="b.html">B</a></a></p>': 'element-permitted-content',
  '<h3>Skipped</h3>': 'heading-level',
  '<p id="a">A</p><p id="a">B</p>': 'no-dup-id',
  '<p aria-labelledby="nobody">A</p>': 'no-missing-references',
  '<p colour="red">A</p>': 'no-unknown-attributes',
  '<p style="color: red">A</p>': 'no-inline-style',
  '<p align="center">A</p>': 'no-deprecated-attr',
  '<p role="navigation">A</p><ul role="list"><li>A</li></ul>': 'no-redundant-role',
  '<img src="a.png">': 'element-required-attributes|alt-text|wcag/h37',
  '<p>A & B < C</p>': 'no-raw-characters',
  '<table><tr><td scope="row">A</td></tr></table>': 'attribute-misuse|wcag/h63|prefer-tbody|no-deprecated-attr',
  '<button>A</button>': 'no-implicit-button-type',
  '<p><a href="/b.html">B</a></p>': 'allowed-links',
  '<nav><p>A</p></nav><nav><p>B</p></nav>': 'unique-landmark',
  '<input>': 'input-missing-label|wcag/h44',
};

for (const [body, rules] of Object.entries(bad)) {
  test(`a fault is found: ${body}`, async () => {
    assert.match((await faults('bad.html', page(body))).join('\n'), new RegExp(`^bad\\.html:2:.*\\((?:${rules})\\)$`, 'm'));
  });
}
