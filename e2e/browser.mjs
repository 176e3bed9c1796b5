// A visit to a page in a real browser, which notes all that goes wrong there.
// Each browser is started on first use, shared by everything in the process, and
// put away by quit.
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';

const drivers = { chromium, firefox };

export const browsers = Object.keys(drivers);

const started = new Map(); // name → the promise of a browser
const drivenBy = new WeakMap(); // tab → its driver

function open(name) {
  if (!started.has(name)) started.set(name, drivers[name].launch());
  return started.get(name);
}

export async function quit() {
  const running = [...started.values()];
  started.clear();
  await Promise.all(running.map(async browser => (await browser).close()));
}

// visit opens an address in a new tab of a browser, hands the tab to fn and closes
// it. The problems it gives back are what the browser complained of meanwhile. The
// clock of the page stands still at now, if it is given, in a time zone. load goes
// to the address, if going there and waiting is not all; before is run by every page
// before it does anything.
export const visit = (url, options, fn) => travel([url], options, fn, () => '');

// tour is a visit to several addresses, one after the other in the same tab: fn is
// given the tab and the address, and each problem names the page it was met on. The
// list of addresses may grow on the way.
export const tour = (urls, options, fn) => travel(urls, options, fn, url => `${url}: `);

async function travel(urls, options, fn, title) {
  const { base, browser = 'chromium', width = 1280, height = 900, script = true, media, type, now, zone = 'Europe/London', load = arrive, before } = options;
  const driver = drivers[browser];
  if (!driver) throw new Error(`no browser is called ${browser}`);
  const page = await driver.newTab(await open(browser), { script });
  drivenBy.set(page, driver);
  const problems = [];
  let at;
  const note = text => problems.push(title(at) + text);
  try {
    await watch(page, base, note, driver);
    if (now) await setClock(page, now, zone);
    if (before) await page.evaluateOnNewDocument(before);
    await page.setViewport({ width, height });
    await setMedia(page, media, type);
    for (at of urls) {
      await load(page, at);
      await fn?.(page, at);
      (await driver.unseen(page, base)).forEach(note);
    }
  } finally {
    await page.close();
  }
  return problems;
}

const arrive = (page, url) => page.goto(url, { waitUntil: 'load' });

async function watch(page, base, note, driver) {
  page.on('console', m => ['error', 'warn', 'assert'].includes(m.type()) && note(`console: ${m.text()}`));
  page.on('pageerror', e => note(`script: ${e.message}`));
  page.on('requestfailed', r => gaveUp(r) || note(`request failed: ${r.url()} ${r.failure()?.errorText}`));
  page.on('response', r => r.status() >= 400 && note(`status ${r.status()}: ${r.url()}`));
  page.on('request', r => r.url().startsWith(base) || r.url().startsWith('data:') || note(`request outside the site: ${r.url()}`));
  await page.exposeFunction('cgProblem', note);
  await page.evaluateOnNewDocument(() => addEventListener('securitypolicyviolation',
    e => window.cgProblem(`content policy: ${e.violatedDirective} ${e.blockedURI}`)));
  if (driver.watch) await page.evaluateOnNewDocument(driver.watch);
}

// gaveUp says whether a request only ended with its page, which was left or had heard
// enough. What is refused or missing ends otherwise.
const gaveUp = request => ['net::ERR_ABORTED', 'NS_BINDING_ABORTED'].includes(request.failure()?.errorText);

async function setClock(page, now, zone) {
  await page.emulateTimezone(zone);
  await page.evaluateOnNewDocument(at => {
    const Real = Date;
    window.Date = class extends Real { constructor(...given) { super(...(given.length > 0 ? given : [at])); } };
  }, now);
}

// light, dark and forced are the ways a page can be shown.
export const modes = {
  light: { 'prefers-color-scheme': 'light' },
  dark: { 'prefers-color-scheme': 'dark' },
  forced: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
};

// setMedia shows an open page another way: media features over those of light, and
// the medium, screen or print.
export const setMedia = (page, media = {}, type = 'screen') => drivenBy.get(page).setMedia(page, { ...modes.light, ...media }, type);

// setTextSize makes the text of an open page so many times larger.
export const setTextSize = (page, factor) => drivenBy.get(page).setTextSize(page, factor);

// session is a connection for what only Chromium can do; in Firefox it is an error.
export const session = page => drivenBy.get(page).session(page);
