// What a page is held to. Each check reads a page that is open and gives the
// complaints, one a line; nothing is well.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// axe gives one line for each element that breaks a rule. off lists rules that
// cannot judge the way the page is shown.
export async function axe(page, off = []) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(await axeSource);
  return page.evaluate(async (tags, off) => {
    const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(off.map(id => [id, { enabled: false }])) };
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'], preload: false });
    return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
  }, axeTags, off);
}

// faint names text with less than 4.5:1 against the nearest opaque background.
// It is for forced colours, where axe reads the fill colour that was overruled.
export const faint = page => page.evaluate(() => {
  const parts = colour => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const solid = e => e && ((parts(getComputedStyle(e).backgroundColor)[3] ?? 1) === 1 ? e : solid(e.parentElement));
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas'; // what lies under everything: black in Chromium's forced colours, white in Firefox's
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const found = [];
  for (const e of document.body.querySelectorAll('*')) {
    const own = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!own || !e.checkVisibility()) continue;
    const ground = solid(e), text = getComputedStyle(e).color;
    const back = ground ? getComputedStyle(ground).backgroundColor : canvas;
    const [low, high] = [light(parts(text)), light(parts(back))].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) found.push(`${text} on ${back}: ${e.localName}.${e.className} "${e.textContent.trim().slice(0, 40)}"`);
  }
  return found;
});

// sideways names what makes a page wider than its window; nothing is well.
export const sideways = page => page.evaluate(() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1 && !scrolls(e.parentElement));
  const named = wide.slice(0, 5).map(e => `<${e.localName} class="${e.className}"> ends at ${Math.round(e.getBoundingClientRect().right)}`);
  return [`${document.scrollingElement.scrollWidth} px wide in ${room} px`, ...named];
});

// clipped names text that is cut off: outside the window, or outside a box that
// hides what does not fit. A box that scrolls cuts nothing off.
export const clipped = page => page.evaluate(() => {
  const cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.unseen, .skip') || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    for (let box = parent; box; box = box.parentElement) {
      const r = box.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX)) break;
      const root = box === document.documentElement;
      const across = (root || /hidden|clip/.test(overflowX)) && (text.left < r.left - 1 || text.right > r.right + 1);
      const down = !root && /hidden|clip/.test(overflowY) && text.bottom > r.bottom + 1;
      if (across || down) { cut.push(`${box.localName}.${box.className}: "${node.data.trim().slice(0, 60)}"`); break; }
    }
  }
  return cut;
});
