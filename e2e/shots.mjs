// Pictures of every kind of page, to look at, into shots/: wide, phone, narrow, dark,
// forced colours and as printed; the home page without script; and two pages as
// Firefox shows them. `npm run shots -- home myth` takes only those kinds.
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, close, kinds, modes, setMedia, visit } from './site.mjs';

const looks = {
  1280: { width: 1280 },
  390: { width: 390 },
  320: { width: 320 },
  dark: { width: 1280, media: modes.dark },
  forced: { width: 1280, media: modes.forced },
  print: { width: 700, type: 'print' }, // about the text width of A4
};

const shots = join(dirname(fileURLToPath(import.meta.url)), 'shots');
const asked = process.argv.slice(2);

// take photographs a page in some of the looks. A name says what is special.
async function take(kind, path, wanted, special = '', options = {}) {
  const { base } = await build();
  await visit(base + path, { base, ...options }, async page => {
    for (const look of wanted) {
      const { width, media, type } = looks[look];
      await setMedia(page, media, type);
      await page.setViewport({ width, height: 800 });
      await page.screenshot({ path: join(shots, `${[kind, special, look].filter(Boolean).join('-')}.png`), fullPage: true });
    }
  });
}

try {
  const all = await kinds();
  const unknown = asked.filter(kind => !all[kind]);
  if (unknown.length > 0) throw new Error(`no kind is called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`);
  if (asked.length === 0) await rm(shots, { recursive: true, force: true });
  await mkdir(shots, { recursive: true });
  for (const [kind, path] of Object.entries(all)) {
    if (asked.length > 0 && !asked.includes(kind)) continue;
    await take(kind, path, Object.keys(looks));
    if (kind === 'home') await take(kind, path, ['1280'], 'without-script', { script: false });
    if (kind === 'home' || kind === 'lesson-blocks') await take(kind, path, ['1280', 'dark', 'forced', '390'], 'firefox', { browser: 'firefox' });
  }
} finally {
  await close();
}
