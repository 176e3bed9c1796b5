// What tells that a payload came to something: it ran, it became part of a page that
// is not text, or it is not shown as it was typed.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { disarm } from './inject-package.mjs';

// trap is run by every page before it does anything: what a payload calls is told,
// nobody waits, and the preview hears of nothing.
export const trap = () => {
  for (const name of ['pwn', 'alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(window, name, { value: () => { window.cgProblem(`a payload ran ${name}`); } });
  }
  Object.defineProperty(Object.prototype, 'src', { set() { window.cgProblem('a payload changed what every object has'); } });
  const { setTimeout } = window;
  window.setTimeout = (fn, wait, ...given) => setTimeout(fn, 0, ...given);
  window.EventSource = class { close() {} };
};

// foul names what an open page holds that nothing of ours would have made.
export const foul = (page, base) => page.evaluate(base => {
  const elements = new Set(('html head meta title link script body template main header footer nav section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd dfn a b strong em del code pre q sup sub br hr '
    + 'blockquote figure figcaption img table thead tbody tr th td details summary span time button input label fieldset legend form progress mark dialog').split(' '));
  const addresses = ['href', 'src', 'action', 'data', 'poster'];
  const barred = /^on|^style$|^srcdoc$|^srcset$|^formaction$|^background$|^ping$|^target$|^name$|^is$|:/;
  const leads = /^(?:https:\/\/example\.org\/|mailto:|data:,$)/;
  const found = [];
  const look = root => {
    for (const e of root.querySelectorAll('*')) {
      if (!elements.has(e.localName)) found.push(`an element: ${e.outerHTML.slice(0, 120)}`);
      for (const { name, value } of e.attributes) {
        const ours = name === 'name' && (e.localName === 'meta' || value.startsWith('CG-')) || name === 'style' && value.startsWith('inset-inline-start: '); // the place of a note
        if (barred.test(name) && !ours) found.push(`an attribute: ${name}="${value.slice(0, 80)}"`);
        if (addresses.includes(name)) {
          const { href } = new URL(value, document.baseURI);
          if (!href.startsWith(base) && !leads.test(href)) found.push(`an address: ${name}="${value.slice(0, 80)}"`);
        }
      }
      if (e.localName === 'script' && !e.src && e.type !== 'application/ld+json') found.push(`a script: ${e.textContent.slice(0, 120)}`);
      if (e.content instanceof DocumentFragment) look(e.content);
    }
  };
  look(document);
  return found;
}, base);

// inside is what two texts are compared with, in the browser: it reads them as a
// page or a feed, without carrying them out, and gives the first difference but in
// the clothes of signs, or ''.
const inside = disarm => {
  const values = (value, key) => typeof value === 'object' && value ? [[key, '{'], ...Object.entries(value).flatMap(([k, v]) => values(v, k)), [key, '}']] : [[key, value]];
  const read = (node, list) => {
    if (node.nodeType === Node.TEXT_NODE) return list.push(['text', node.data]);
    list.push(['<', node.nodeName, node.nodeType === Node.ELEMENT_NODE ? '' : node.data]);
    for (const { name, value } of node.attributes ?? []) list.push([name, value]);
    if (node.type === 'application/ld+json') list.push(...values(JSON.parse(node.textContent), 'json'));
    else (node.localName === 'template' ? node.content : node).childNodes.forEach(child => read(child, list));
    return list.push(['>', node.nodeName]);
  };
  const parse = (text, type) => {
    if (type === 'application/json') return values(JSON.parse(text), 'json');
    const list = [];
    read(new DOMParser().parseFromString(text, type), list);
    return list;
  };
  const decoded = codes => { try { return decodeURIComponent(codes); } catch { return codes; } };
  const plain = part => part?.map(p => disarm(/^https:/.test(p) ? p.replace(/(?:%[0-9a-f]{2})+/gi, decoded) : String(p))).join(' ');
  window.compare = (armed, disarmed, type) => {
    let a, b;
    try { [a, b] = [armed, disarmed].map(text => parse(text, type)); } catch (e) { return String(e); }
    const n = a.findIndex((part, n) => plain(part) !== plain(b[n]));
    if (n < 0 && a.length === b.length) return '';
    return `after ${JSON.stringify(a.slice(Math.max(0, n - 3), n))}: ${JSON.stringify(a[n])} for ${JSON.stringify(b[n])}`;
  };
};

// readable gives a file as something that inside reads.
const readable = {
  '.html': text => [text, 'text/html'],
  '.xml': text => [text, 'application/xml'],
  '.json': text => [text, 'application/json'],
  '.js': text => [JSON.stringify(text.includes('.CGsearch||[]).push(') ? records(text) : text), 'application/json'],
};

// records are what the index of the search says of pages; how it finds them is made
// from words, and payloads have other words than their twins.
function records(text) {
  const CGsearch = [];
  runInNewContext(text, { self: { CGsearch } });
  return CGsearch.map(({ items, kinds, themes }) => ({ items, kinds, themes }));
}

// differences compares the files of two sites, of which one is made of payloads and
// the other of their twins.
export async function differences(page, armed, disarmed) {
  await page.evaluate(`(${inside})(${disarm})`);
  const names = async dir => (await readdir(dir, { recursive: true })).filter(name => extname(name) in readable && !name.startsWith('.')).sort();
  const all = await names(armed);
  assert.deepEqual(await names(disarmed), all);
  const read = async (dir, name) => readable[extname(name)](await readFile(join(dir, name), 'utf8'));
  const found = await Promise.all(all.map(async name => {
    const [[a, type], [b]] = await Promise.all([read(armed, name), read(disarmed, name)]);
    const difference = await page.evaluate((a, b, type) => window.compare(a, b, type), a, b, type);
    return difference && `${name}: ${difference}`;
  }));
  return found.filter(Boolean);
}
