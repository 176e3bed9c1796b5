// Firefox, driven by WebDriver BiDi.
//
// BiDi cannot show a page in dark, in forced colours, as printed, with larger
// text or without script. Firefox itself can, for each tab, as its developer
// tools do: the browser is started so that its own scope may be spoken to, and
// there the tab's BrowsingContext takes those settings.
//
// Of a page opened from disk BiDi tells no request, and so none that failed or
// led out of the site. The page is asked instead, as far as it can tell: watch
// hears of what did not load, unseen looks at what the page holds in the end.
import puppeteer from 'puppeteer-core';
import { findProgram } from './find.mjs';

// What it may not do. Whatever part of it wants to call home anyhow (its settings
// do, and would go round the proxy) finds every name to be this machine, and a
// proxy that nobody keeps. puppeteer would let pages from disk read each other, as
// no reader's Firefox does.
const prefs = {
  'security.fileuri.strict_origin_policy': true,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  'network.proxy.failover_direct': false,
  'network.proxy.allow_bypass': false,
  'network.dns.forceResolve': '127.0.0.1',
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.region.update.enabled': false,
  'browser.topsites.contile.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-provider.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
  'toolkit.telemetry.server': '',
};

export const launch = () => puppeteer.launch({
  browser: 'firefox',
  executablePath: findProgram('FIREFOX', 'firefox-esr'),
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: prefs,
});

// newTab gives a window of its own: a tab behind another draws nothing. The
// keyboard belongs to the newest, so visits that type go one after another.
export async function newTab(browser, { script }) {
  const page = await browser.newPage({ type: 'window' });
  if (!script) await set(page, { allowJavascript: false });
  return page;
}

const overrides = { 'prefers-color-scheme': 'prefersColorSchemeOverride', 'forced-colors': 'forcedColorsOverride' };

// setMedia shows a page with these media features, on this type of medium.
export function setMedia(page, features, type) {
  const values = { mediumOverride: type === 'screen' ? '' : type, forcedColorsOverride: 'none' };
  for (const [name, value] of Object.entries(features)) {
    if (!overrides[name]) throw new Error(`Firefox cannot show ${name}`);
    values[overrides[name]] = value;
  }
  return set(page, values);
}

// setTextSize makes the text larger and nothing else, as "Zoom text only" does.
export const setTextSize = (page, factor) => set(page, { textZoom: factor });

export async function session() {
  throw new Error('Firefox has no such session: run this test in Chromium, or find a way for both');
}

// watch is run by every page before it does anything.
export const watch = () => addEventListener('error', ({ target }) =>
  target !== window && window.cgProblem(`request failed: ${target.currentSrc || target.src || target.href}`), true);

// unseen gives what the page can still tell of its pictures, style and script
// when it has loaded, with script and without.
export const unseen = (page, base) => page.evaluate(base => {
  const problems = [];
  const parts = [...document.querySelectorAll('img, script[src], link[rel=stylesheet], iframe, video, audio, source, track, embed')];
  for (const part of parts) {
    const url = part.currentSrc || part.src || part.href;
    if (url && !url.startsWith(base) && !url.startsWith('data:')) problems.push(`request outside the site: ${url}`);
    if (part.complete && part.naturalWidth === 0) problems.push(`request failed: ${url} has no picture`);
    if (part.localName === 'link' && !part.sheet) problems.push(`request failed: ${url} has no style`);
  }
  return problems;
}, base);

// set gives values to a tab's BrowsingContext, in the scope of the browser.
async function set(page, values) {
  const { connection } = page.browser();
  const ask = async (method, params) => (await connection.send(method, params)).result;
  const { contexts: [{ context }] } = await ask('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { exceptionDetails } = await ask('script.callFunction', {
    functionDeclaration: assign.toString(), awaitPromise: false, target: { context },
    arguments: [page.mainFrame()._id, JSON.stringify(values)].map(value => ({ type: 'string', value })),
  });
  if (exceptionDetails) throw new Error(`Firefox does not take ${JSON.stringify(values)}: ${exceptionDetails.text}`);
}

function assign(id, values) {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  Object.assign(NavigableManager.getBrowsingContextById(id), JSON.parse(values));
}
