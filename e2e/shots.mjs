// Pictures of every kind of page, to look at: wide, phone, narrow, dark, forced
// colours and as printed, into shots/.
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
try {
  await rm(shots, { recursive: true, force: true });
  await mkdir(shots);
  const { base } = await build();
  for (const [kind, path] of Object.entries(await kinds())) {
    await visit(base + path, { base }, async page => {
      for (const [look, { width, media = {}, type }] of Object.entries(looks)) {
        await setMedia(page, media, type);
        await page.setViewport({ width, height: 800 });
        await page.screenshot({ path: join(shots, `${kind}-${look}.png`), fullPage: true });
      }
    });
  }
} finally {
  await close();
}
