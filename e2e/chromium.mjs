// Chromium, driven by its own developer protocol.
import puppeteer from 'puppeteer-core';
import { findProgram } from './find.mjs';

// launch gives a browser that knows no address but those of this machine.
export const launch = () => puppeteer.launch({
  executablePath: findProgram('CHROMIUM', 'chromium'),
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});

// newTab gives a tab that believes it has the focus: all tabs share one window.
export async function newTab(browser, { script }) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await (await session(page)).send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

// setMedia shows a page with these media features, on this type of medium.
export async function setMedia(page, features, type) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await (await session(page)).send('Emulation.setEmulatedMedia', { media: type, features: list });
}

// setTextSize sets the reader's own default size, as browser settings have it:
// unlike a style sheet it also moves the steps of the layout that are in rem.
export const setTextSize = async (page, factor) =>
  (await session(page)).send('Page.setFontSizes', { fontSizes: { standard: 16 * factor, fixed: 13 * factor } });

// unseen has nothing to add: the protocol told of everything.
export const unseen = async () => [];

const sessions = new WeakMap();

// session gives a tab's connection for what only Chromium can do.
export async function session(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}
