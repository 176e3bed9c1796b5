// What every browser test needs: the built site, and the browsers that visit it.
// Both are made on first use, shared by everything in the process, and put away
// by close.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { quit } from './browser.mjs';

export { browsers, modes, session, setMedia, setTextSize, tour, visit } from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));

let temporary;

const run = promisify(execFile);

const once = make => { let made; return () => (made ??= make()); };

// folder is a place that no careless address survives: space, accent, # and %.
export const folder = once(async () => (temporary = await mkdtemp(join(tmpdir(), 'common é#100% '))));

// build gives {dir, base, pages}: the site as built from this repository, its
// address on disk, and the paths of its HTML files but those that only lead on.
export const build = once(() => buildTo('site', '.'));

// program is the program as built from this repository.
export const program = once(async () => {
  const file = join(await folder(), 'commonground');
  await run('go', ['build', '-o', file, '.'], { cwd: dirname(here) });
  return file;
});

async function buildTo(name, from) {
  const dir = join(await folder(), name);
  await run(await program(), ['build', '-q', '-C', from, '-o', dir], { cwd: dirname(here) });
  const files = await readdir(dir, { recursive: true });
  const pages = [];
  for (const file of files.filter(f => f.endsWith('.html')).sort()) {
    if (!(await readFile(join(dir, file), 'utf8')).includes('http-equiv="refresh"')) pages.push(file.split(sep).join('/'));
  }
  if (pages.length === 0) throw new Error('the build wrote no pages');
  return { dir, base: pathToFileURL(dir).href + '/', pages };
}

// buildPackage builds a package that a test brings: path in it → text.
export const buildPackage = async (name, files) => buildTo(name, await writePackage(name, files));

// writePackage gives the folder of a package that a test brings.
export async function writePackage(name, files) {
  const from = join(await folder(), `${name} package`);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(from, path)), { recursive: true });
    await writeFile(join(from, path), text);
  }
  return from;
}

export async function close() {
  await quit();
  if (temporary) await rm(temporary, { recursive: true, force: true });
  temporary = undefined;
}

// serve puts a folder on the web below a prefix, and nothing beside it. Each file is
// sent when what hold gives for its path has come about.
export async function serve(dir, prefix, hold = () => {}) {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg' };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = resolve(dir, '.' + sep + path.slice(prefix.length));
    if (!path.startsWith(prefix) || !file.startsWith(dir + sep) || !existsSync(file) || !extname(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    await hold(path);
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(await readFile(file));
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  return { base: new URL(prefix, `http://127.0.0.1:${server.address().port}`).href, stop: () => server.close() };
}

// kinds names one page of each kind, and the lessons that hold what a lesson
// can hold. A kind that no page has is an error: the test would prove nothing. A
// kind that is not named here is taken by the mark that its pages have.
export const kinds = once(async () => {
  const { dir, pages } = await build();
  const texts = new Map(await Promise.all(pages.map(async p => [p, await readFile(join(dir, p), 'utf8')])));
  const inside = name => pages.filter(p => p.startsWith(name + '/') && p !== `${name}/index.html`);
  const lesson = (...marks) => inside('lessons').find(p => marks.every(mark => texts.get(p).includes(mark)));
  const found = {
    home: 'index.html', lessons: 'lessons/index.html',
    'lesson-blocks': inside('lessons').sort((a, b) => count(texts.get(b)) - count(texts.get(a)))[0],
    'lesson-steps': lesson('class="block steps"', '<img'), 'lesson-table': lesson('<table'), 'lesson-footnotes': lesson('class="footnotes"'),
    theme: inside('themes')[0], themes: 'themes/index.html', role: inside('roles')[0], roles: 'roles/index.html',
    pathway: inside('pathways')[0], pathways: 'pathways/index.html', glossary: 'glossary/index.html',
    myths: 'myths/index.html', cards: 'myths/cards.html', myth: inside('myths')[0], evidence: 'insights/index.html',
    stories: 'stories/index.html', story: inside('stories')[0], plain: 'about.html', handout: inside('handouts').find(p => texts.get(p).includes('class="block steps"')), handbook: 'print.html', 'not-found': '404.html',
  };
  for (const [kind, path] of Object.entries(found)) if (!texts.has(path)) throw new Error(`no page of the kind ${kind}`);
  const mark = path => /<body class="on-([a-z-]+)/.exec(texts.get(path))?.[1];
  const marks = new Set(Object.values(found).map(mark));
  for (const path of pages.filter(path => !marks.has(mark(path)))) found[mark(path) ?? path] ??= path;
  return found;
});

// count says how many sorts of block a page has.
const count = html => new Set(html.match(/class="block [a-z-]+/g)).size;
