// One page of each kind in every way people see it: light, dark and forced
// colours, wide and narrow, with large text and with roomy text.
//
// axe has a limit in forced colours: it reads the fill colour of text, which is
// still the one the style sheet asked for, so its contrast rules are off there
// and we measure. Neither knows the plate that browsers put behind text, nor
// borders and marks that vanish: for those, look at `npm run shots`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, clipped, faint, sideways } from './checks.mjs';
import { build, close, kinds, modes, session, setMedia, visit } from './site.mjs';

after(close);

const widths = [1280, 390, 320];

// The text spacing that WCAG 1.4.12 says a page must bear.
const roomy = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

// eachWidth runs fn at every width and joins the complaints, each with its width.
async function eachWidth(page, fn) {
  const found = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    found.push(...(await fn(page)).map(line => `${width} px: ${line}`));
  }
  return found;
}

const colours = async (page, forced) => forced
  ? [...await axe(page, ['color-contrast', 'link-in-text-block']), ...await faint(page)] : axe(page);

const fits = async page => [...await sideways(page), ...await clipped(page)];

// eachKind is a test with one tab for each kind of page.
function eachKind(name, fn) {
  test(name, { concurrency: 3 }, async t => {
    const { base } = await build();
    await Promise.all(Object.entries(await kinds()).map(([kind, path]) =>
      t.test(`${kind}: ${path}`, () => visit(base + path, { base }, fn))));
  });
}

eachKind('light, dark and forced colours', async page => {
  const found = [];
  for (const [mode, media] of Object.entries(modes)) {
    await setMedia(page, media);
    const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
    assert.equal(forced, mode === 'forced', 'the browser does not show the mode');
    const lines = await eachWidth(page, async () => [...await colours(page, forced), ...await fits(page)]);
    found.push(...lines.map(line => `${mode}, ${line}`));
  }
  assert.deepEqual(found, []);
});

// The reader's own default size, as browser settings have it: unlike a
// style sheet it also moves the steps of the layout that are in rem.
eachKind('text at 200 %', async page => {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).fontSize));
  const before = await size();
  await (await session(page)).send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  assert.equal(await size(), before * 2, 'the text does not follow the reader\'s size');
  assert.deepEqual(await eachWidth(page, fits), []);
});

eachKind('roomy text', async page => {
  const s = await session(page);
  await s.send('DOM.enable');
  await s.send('CSS.enable');
  const { frameTree } = await s.send('Page.getFrameTree');
  const { styleSheetId } = await s.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
  await s.send('CSS.setStyleSheetText', { styleSheetId, text: roomy });
  const spacing = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).letterSpacing));
  assert.ok(spacing > 1, 'the spacing was not applied');
  assert.deepEqual(await eachWidth(page, fits), []);
});
