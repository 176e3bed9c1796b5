// How long a search takes, in Chromium, from disk: from the last key to the
// results on the page, for a package of many lessons (10,000, or as many as the
// command line says). docs/search.md has the figures.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPackage, close, visit } from './site.mjs';

const lessons = Number(process.argv[2] ?? 10_000);

// random is a small generator with a seed, so that every run has the same text.
let seed = 7;
const random = () => {
  seed = (seed + 0x6D2B79F5) | 0;
  let n = Math.imul(seed ^ seed >>> 15, 1 | seed);
  n = n + Math.imul(n ^ n >>> 7, 61 | n) ^ n;
  return ((n ^ n >>> 14) >>> 0) / 2 ** 32;
};

// Words are as long and as often used as in English: the n-th most common of
// 20,000 is used about 1/n as often as the first.
const syllables = 'ba be bo ca ce co da de di do fa fe fi ga go ha he ho la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa we'.split(' ');
const words = Array.from({ length: 20_000 }, (_, n) => Array.from({ length: 1 + Math.min(4, Math.floor(Math.log10(n + 1) + random() * 2)) }, () => syllables[Math.floor(random() * syllables.length)]).join('') + 'nrtl'[Math.floor(random() * 6)] ).map(word => word.replace('undefined', ''));
const word = () => words[Math.floor(words.length ** random()) - 1] ?? words[0];
const sentence = n => { const text = Array.from({ length: n }, word).join(' '); return text[0].toUpperCase() + text.slice(1); };

function lesson(n) {
  const sections = Array.from({ length: 6 }, () => `## ${sentence(4)}\n\n` + Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => sentence(10) + '.').join(' ')).join('\n\n'));
  return `---\ntitle: ${sentence(5)} ${n}\nsummary: ${sentence(12)}.\nthemes: [language]\nminutes: 9\noutcome: Say ${sentence(4)}\n---\n\n${sections.join('\n\n')}\n`;
}

const files = { 'content/index.md': '---\ntitle: Many\nsummary: Many lessons.\nlanguage: en-GB\n---\n' };
for (let n = 0; n < lessons; n++) files[`content/lessons/lesson-${n}.md`] = lesson(n);

// time types a text into the box, and takes the time from the last key until the
// results stand there.
const time = (page, text) => page.evaluate(text => new Promise(resolve => {
  const input = document.getElementById('CG-query');
  input.value = text;
  const start = performance.now();
  const seen = new MutationObserver(() => { seen.disconnect(); resolve(performance.now() - start); });
  seen.observe(document.querySelector('.found'), { childList: true, subtree: true, attributes: true });
  input.dispatchEvent(new Event('input', { bubbles: true }));
}), text);

try {
  const { dir, base } = await buildPackage(`bench-${lessons}`, files);
  const folder = join(dir, 'assets', 'search');
  const sizes = await Promise.all((await readdir(folder)).map(async name => [name, (await stat(join(folder, name))).size]));
  console.log(`${lessons} lessons, index ${sizes.reduce((sum, [, size]) => sum + size, 0)} bytes in ${sizes.length} files, largest ${Math.max(...sizes.map(([, size]) => size))}, opening ${sizes.find(([name]) => name === 'index.js')[1]}`);
  const problems = await visit(base + 'search.html', { base }, async page => {
    const start = Date.now();
    await page.focus('#CG-query');
    await page.waitForFunction(() => document.querySelector('.found'), { polling: 20 });
    await page.waitForFunction(() => self.CGsearch && !Array.isArray(self.CGsearch), { polling: 20 });
    console.log(`ready after ${Date.now() - start} ms`);
    for (const n of [30, 300, 3000, 12000]) {
      for (const text of [words[n], `${words[n + 1]} ${words[n + 7]}`, words[n + 2].slice(0, 3), words[n + 3].slice(0, 2) + 'x' + words[n + 3].slice(2), `${words[5]} ${words[n + 4]} ${words[n + 5]} ${words[n + 6]}`]) {
        const first = await time(page, text), again = [];
        await time(page, '');
        for (let i = 0; i < 5; i++) { again.push(await time(page, text)); await time(page, ''); }
        console.log(`${text.padEnd(40)} first ${first.toFixed(0)} ms, then ${again.sort((a, b) => a - b)[2].toFixed(0)} ms`);
      }
    }
  });
  if (problems.length > 0) console.log(problems.join('\n'));
} finally {
  await close();
}
