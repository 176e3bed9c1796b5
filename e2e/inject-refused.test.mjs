// What may not be in a package is refused at its line, whoever wrote it and however
// it is spelt, and nothing is built.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { addresses } from './inject-addresses.mjs';
import { trap } from './inject-judge.mjs';
import { drawing, front } from './inject-package.mjs';
import { texts } from './inject-texts.mjs';
import { close, program, tour, writePackage } from './site.mjs';

after(close);

const settings = { title: 'Refused', summary: 'Words.', language: 'en-GB' };
const lesson = { title: 'Words', summary: 'Words.', themes: ['language'], minutes: 5, outcome: 'Say them.' };

// errors checks a package and gives what stops it from being built.
async function errors(name, files) {
  const from = await writePackage(name, { 'content/index.md': front(settings), ...files });
  const found = await program().then(file => new Promise(done => execFile(file, ['check', '-C', from, '--format', 'json'], { maxBuffer: 1e8 }, (_, out) => done(JSON.parse(out)))));
  return found.filter(f => f.severity === 'error');
}

// plain undoes entities and escapes, as Markdown would, for what is no Markdown.
const named = { colon: ':', Tab: '\t', NewLine: '\n', nbsp: '\u00a0', ZeroWidthSpace: '\u200b', shy: '\u00ad', sol: '/' };
const plain = address => address.replace(/&#x([\da-f]+);|&#(\d+);|&(\w+);|\\([!-/:-@[-`{-~])/gi, (_, hex, code, name, sign) =>
  sign ?? named[name] ?? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(code)));

const ofAddresses = /^(?:link|image|picture)-/;

// Each is on a line of its own, the first on line 9, so many lines apart.
const sinks = {
  'a link': [address => `[x](${address})`, 2],
  'a link in angle brackets': [address => `[x](<${address}>)`, 2],
  'a link by name': [(address, n) => `[x][n${n}]\n\n[n${n}]: ${address}`, 4],
  'a link by name in angle brackets': [(address, n) => `[x][n${n}]\n\n[n${n}]: <${address}>`, 4],
  'a picture': [address => `![A thing](${address})`, 2],
  'a picture in angle brackets': [address => `![A thing](<${address}> "A caption")`, 2],
  'a picture in a link': [address => `[![A thing](${address})](${address})`, 2],
  'a link in a heading': [address => `## [x](${address})`, 2],
  'a link in a table': [address => `| [x](${address}) |\n|---|`, 3],
};

for (const [name, [write, lines]] of Object.entries(sinks)) {
  test(`no address that runs or leads out: ${name}`, async () => {
    const found = await errors(name, { 'content/lessons/l.md': front(lesson) + '\n' + addresses.map(write).join('\n\n') + '\n' });
    const told = new Set(found.filter(f => ofAddresses.test(f.rule)).map(f => f.line));
    assert.deepEqual(addresses.filter((_, n) => !told.has(9 + n * lines)), []);
  });
}

test('no address that runs or leads out: between angle brackets', async () => {
  const found = await errors('angle', { 'content/lessons/l.md': front(lesson) + '\n' + addresses.map(address => `<${address}>`).join('\n\n') + '\n' });
  const told = new Set(found.map(f => f.line));
  const taken = addresses.filter((address, n) => /^[a-z][a-z\d+.-]+:[^\s<>]*$/i.test(address) && !told.has(9 + n * 2)); // what is no address is shown as it is
  assert.deepEqual(taken, []);
});

test('no address that runs or leads out: of a source', async () => {
  const found = await errors('source', { 'content/lessons/l.md': front({ ...lesson, sources: addresses.map((address, n) => ({ title: `S${n}`, url: plain(address) })) }) });
  const told = found.filter(f => ['source-form', 'key-type'].includes(f.rule)).map(f => f.column); // all are in one line
  assert.equal(new Set(told).size, addresses.length);
});

// In the settings there is room for one of each: every address is a package.
test('no address that runs or leads out: of the settings', async () => {
  const taken = [];
  for (const [n, address] of addresses.entries()) {
    const found = await errors(`settings ${n}`, { 'content/index.md': front({ ...settings, contact: plain(address), url: plain(address) }) });
    for (const line of [5, 6]) if (!found.some(f => f.path === 'content/index.md' && f.line === line)) taken.push(address);
  }
  assert.deepEqual(taken, []);
});

test('no name of a page but letters, digits and hyphens', async () => {
  const names = texts.map(text => text.replaceAll(/[/\n]/g, '∕').slice(0, 60)).filter(name => !/^[.#]|^~\$|~$/.test(name) && Buffer.byteLength(name) < 200);
  const files = Object.fromEntries(names.flatMap(name => ['lessons', 'glossary', 'myths', 'roles', 'pathways', 'stories', 'insights'].map(kind => [`content/${kind}/${name}.md`, front(lesson)])));
  const refused = new Set((await errors('names', files)).filter(f => f.rule === 'file-name').map(f => f.path));
  assert.deepEqual(Object.keys(files).filter(path => !refused.has(path) && !/\/[a-z\d-]+\.md$/.test(path)), []);
});

test('no reference and no choice but one that is there', async () => {
  const one = { roles: t => [t], before: t => [t], myths: t => [t], level: t => t, glossary: t => t, reviewed: t => t, review_by: t => t };
  const files = Object.fromEntries(texts.map((text, n) => [`content/lessons/l${n}.md`, front({ ...lesson, ...Object.fromEntries(Object.entries(one).map(([key, of]) => [key, of(text)])) })]));
  const found = await errors('references', files);
  for (const path of Object.keys(files)) {
    const told = new Set(found.filter(f => f.path === path).map(f => f.line));
    assert.deepEqual(Object.keys(one).filter((_, n) => !told.has(7 + n)), [], path);
  }
});

test('no icon of a theme but a file beside it or one of ours', async () => {
  const files = Object.fromEntries(texts.map((text, n) => [`themes/t${n}.md`, front({ title: `T${n}`, summary: 'Words.', order: n, icon: text })]));
  const refused = new Set((await errors('icons', { ...files, 'themes/language.md': front({ title: 'L', summary: 'Words.', order: 999 }), 'content/lessons/l.md': front({ ...lesson, themes: texts.map((_, n) => `t${n}`) }) })).map(f => f.path));
  assert.deepEqual(Object.keys(files).filter(path => !refused.has(path)), []);
});

test('no sign that cannot be seen, or turns text round', async () => {
  const signs = ['\0', '\u0001', '\b', '\u000b', '\f', '\u001b', '\u007f', '\u0085', '\u009b', '\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];
  const typed = Object.fromEntries(signs.map((sign, n) => [`content/typed${n}.md`, `---\ntitle: T${n}\n---\n\nWords ${sign}<script>pwn()</script>.\n`]));
  const escaped = Object.fromEntries(signs.map((sign, n) => [`content/escaped${n}.md`, `---\ntitle: "E${n} \\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}<script>pwn()</script>"\n---\n`]));
  const refused = new Set((await errors('signs', { ...typed, ...escaped })).map(f => f.path));
  assert.deepEqual(Object.keys({ ...typed, ...escaped }).filter(path => !refused.has(path)), []);
});

test('no file that a browser would carry out', async () => {
  const names = ['a.html', 'a.htm', 'a.xhtml', 'a.shtml', 'a.js', 'a.mjs', 'a.css', 'a.svgz', 'a.xml', 'a.xsl', 'a.swf', 'a.php', 'a.hta', 'a.exe', 'a.bat', 'a.mht', 'a.url', 'a.lnk', 'a.wasm', 'a.json', 'a', 'a.svg.html', 'a.png.js'];
  const files = Object.fromEntries(names.map(name => [`content/lessons/${name}`, '<script>pwn()</script>']));
  const found = await errors('files', { ...files, 'content/lessons/l.md': front(lesson) + names.map(name => `[${name}](<${name}>)`).join(' ') });
  assert.deepEqual(names.filter(name => !found.some(f => f.rule === 'asset-type' && f.path === `content/lessons/${name}`)), []);
});

// What a browser runs of a drawing that is opened by itself is not let in; what is let
// in does nothing there.
test('no drawing that runs or loads something', async () => {
  const drawings = texts.filter(text => /^<[\w!?/]/.test(text)).map(text => drawing.replace('<path', () => `${text.replaceAll('&', '&amp;')}<path`));
  const paths = drawings.map((_, n) => `content/lessons/d${n}.svg`);
  const files = Object.fromEntries(paths.map((path, n) => [path, drawings[n]]));
  const refused = new Set((await errors('drawings', { ...files, 'content/lessons/l.md': front(lesson) })).map(f => f.path));
  const taken = paths.filter(path => !refused.has(path));
  assert.ok(taken.length < 15, `${taken.length} are let in`);
  const base = pathToFileURL(await writePackage('drawings', {})).href + '/';
  assert.deepEqual(await tour(taken.map(path => base + path), { base, before: trap }), []);
});
