// Many pages at once: each in a frame of one page, which is a third of the work. They
// run as any page does.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { foul, trap } from './inject-judge.mjs';
import { chunks } from './inject-package.mjs';
import { folder, visit } from './site.mjs';

const atOnce = 40;

// fromDisk opens pages on disk, under the policy that they have, or without it.
export async function fromDisk(urls, fn, load) {
  const base = pathToFileURL(await folder()).href + '/';
  await writeFile(join(await folder(), 'host.html'), '<!doctype html><html lang="en"><title>Host</title>');
  return inFrames(base + 'host.html', base, urls, fn, load);
}

// fromServer opens pages of a server without their policy, so that only what is
// written keeps a payload from running.
export const fromServer = (base, urls) => inFrames(base + 'index.html', base, urls, undefined, withoutPolicy);

// withoutPolicy goes to a page as if it had no policy.
export async function withoutPolicy(page, url) {
  await page.setBypassCSP(true);
  await page.goto(url);
}

// inFrames gives what went wrong, and what is in a page that nothing of ours made. fn
// looks at each page, and gives what it complains of.
async function inFrames(host, base, urls, fn = () => [], load) {
  const found = [];
  const problems = await visit(host, { base, before: trap, load }, async page => {
    for (const some of chunks(urls, atOnce)) {
      await page.evaluate(urls => Promise.all(urls.map(src => new Promise(onload => {
        document.documentElement.append(Object.assign(document.createElement('iframe'), { src, onload }));
      }))), some);
      const frames = page.frames().filter(frame => frame !== page.mainFrame());
      if (frames.length !== some.length) found.push(`${frames.length} frames for ${some.length} pages`);
      for (const frame of frames) {
        const complaints = [...await foul(frame, base), ...await fn(frame)];
        found.push(...complaints.map(line => `${frame.url()}: ${line}`));
      }
      await page.evaluate(() => document.querySelectorAll('iframe').forEach(frame => frame.remove()));
    }
  });
  return [...problems, ...found];
}
