// What a page is held to. Each check reads a page that is open and gives the
// complaints, one a line; nothing is well.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// axe gives one line for each element that breaks a rule. off lists rules that
// cannot judge the way the page is shown; only, if it is given, the rules to ask.
export async function axe(page, { off = [], only } = {}) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(await axeSource);
  return page.evaluate(async (tags, off, only) => {
    const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(off.map(id => [id, { enabled: false }])) };
    const { violations } = await window.axe.run(document, { runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags }, rules, resultTypes: ['violations'], preload: false });
    return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
  }, axeTags, off, only);
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

// small names what is to be hit with a finger and is less than 24 px high or wide.
// A link in a sentence may be as small as its words.
export const small = page => page.evaluate(() => {
  const inSentence = e => {
    if (getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block.textContent.trim().length > e.textContent.trim().length;
  };
  const found = [];
  for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
    if (!e.checkVisibility() || inSentence(e)) continue;
    const { width, height } = (e.closest('label') ?? e).getBoundingClientRect();
    if (width < 24 || height < 24) found.push(`${Math.round(width)} × ${Math.round(height)} px: ${e.localName}.${e.className} "${e.textContent.trim().slice(0, 40)}"`);
  }
  return found;
});

// unmarked names what does not show that it has the focus: nothing comes to it that
// stands out from its ground, at 3:1 or, where the system's colours are forced on
// the page, at all. Where Tab leads is not asked here.
export async function unmarked(page) {
  if (!await page.$('a[href], button, input, select, textarea, summary, [tabindex="0"]')) return []; // Tab would lead out of the page, and Firefox not back
  await page.keyboard.press('Tab'); // a browser shows the focus to those who use the keyboard
  return page.evaluate(() => {
    const parts = colour => colour.match(/[\d.]+/g).map(Number);
    const clear = colour => parts(colour)[3] === 0;
    const light = colour => parts(colour).slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const apart = (a, b) => { const [low, high] = [light(a), light(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };
    const ground = e => !e ? canvas : clear(getComputedStyle(e).backgroundColor) ? ground(e.parentElement) : getComputedStyle(e).backgroundColor;
    const look = e => {
      e.getAnimations().forEach(a => a.finish());
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor, boxShadow } = getComputedStyle(e);
      const outline = outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? [] : [outlineColor];
      return [...outline, backgroundColor, ...boxShadow.match(/rgba?\([^)]*\)/g) ?? []];
    };
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const enough = matchMedia('(forced-colors: active)').matches ? 1.5 : 3;
    document.activeElement.blur();
    const found = [];
    for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      if (!e.checkVisibility() || e.disabled) continue;
      const before = look(e);
      e.focus({ preventScroll: true });
      const came = look(e).filter(colour => !before.includes(colour) && !clear(colour));
      const seen = e.matches(':focus-visible') && came.some(colour => apart(colour, ground(e.parentElement)) >= enough);
      if (!seen) found.push(`${e.localName}.${e.className} "${e.textContent.trim().slice(0, 40)}" gets ${came.join(', ') || 'nothing'} on ${ground(e.parentElement)}`);
      e.blur();
    }
    return found;
  });
}

// overruled are the rules of axe that read colours which forced colours replace.
export const overruled = ['color-contrast', 'link-in-text-block'];

// unread names text that nobody can get to see: neither shown nor folded away where
// a click unfolds it. What is only said aloud counts as shown.
export const unread = page => page.evaluate(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, template, style') || parent.checkVisibility()) continue;
    if (!parent.closest('details:not([open])')) found.push(`hidden: ${parent.localName}.${parent.className} "${node.data.trim().slice(0, 60)}"`);
  }
  return found;
});

// dead names what looks as if it did something and needs script for it.
export const dead = page => page.$$eval('button, input, select, textarea, [role=button], [role=tab], [role=switch], [aria-expanded], [onclick], a:not([href])', all =>
  all.filter(e => e.checkVisibility()).map(e => `does nothing: ${e.outerHTML.slice(0, 80)}`));
