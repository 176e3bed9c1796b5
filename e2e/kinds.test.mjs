// One page of each kind in every way people see it, in both browsers: light, dark
// and forced colours, wide and narrow, with large text and with roomy text.
//
// axe has a limit in forced colours: it reads the fill colour of text, which is
// still the one the style sheet asked for, so its contrast rules are off there
// and we measure. Neither knows the plate that browsers put behind text, nor
// borders and marks that vanish: for those, look at `npm run shots`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, clipped, faint, overruled, sideways, small, unmarked } from './checks.mjs';
import { browsers, build, close, kinds, modes, setMedia, setTextSize, tour } from './site.mjs';

after(close);

const widths = [1280, 390, 320];

const fits = async page => [...await sideways(page), ...await clipped(page)];

// eachWidth runs fn at every width and joins the complaints, each with its width.
async function eachWidth(page, fn) {
  const found = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    found.push(...(await fn(page, width)).map(line => `${width} px: ${line}`));
  }
  return found;
}

// What changes only with the width is asked in light, what changes with the colours
// at one width. Firefox is asked once about what the page says.
const ways = {
  light: (page, browser) => eachWidth(page, async (page, width) => [
    ...browser === 'chromium' || width === 320 ? await axe(page) : [], ...await fits(page), ...await small(page), ...width === 390 ? await unmarked(page) : []]),

  async dark(page, browser) {
    await setMedia(page, modes.dark);
    return [...browser === 'chromium' ? await axe(page, { only: overruled }) : [], ...await faint(page), ...await unmarked(page)];
  },

  async forced(page) {
    await setMedia(page, modes.forced);
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'the browser does not force colours');
    const found = [...await faint(page), ...await unmarked(page), ...await eachWidth(page, fits)];
    await setMedia(page);
    return found;
  },

  async 'text at 200 %'(page) {
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).fontSize));
    const before = await size();
    await setTextSize(page, 2);
    assert.equal(await size(), before * 2, 'the text does not follow the reader\'s size');
    const found = await eachWidth(page, fits);
    await setTextSize(page, 1);
    return found;
  },

  // The text spacing that WCAG 1.4.12 says a page must bear.
  async 'roomy text'(page) {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
      document.adoptedStyleSheets = [sheet];
    });
    const spacing = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).letterSpacing));
    assert.ok(spacing > 1, 'the spacing was not applied');
    return eachWidth(page, fits);
  },
};

test('one page of each kind, in every way it is seen', { concurrency: true }, async t => {
  const { base } = await build();
  const paths = Object.entries(await kinds());
  await Promise.all(browsers.map(browser => t.test(browser, async t => {
    const problems = await tour(paths.map(([, path]) => base + path), { base, browser }, (page, url) => {
      const [kind, path] = paths.find(([, path]) => base + path === url);
      return t.test(`${kind}: ${path}`, async () => {
        const found = [];
        for (const [way, look] of Object.entries(ways)) found.push(...(await look(page, browser)).map(line => `${way}: ${line}`));
        assert.deepEqual(found, []);
      });
    });
    assert.deepEqual(problems, []);
  })));
});
