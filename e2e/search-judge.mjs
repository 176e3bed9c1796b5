// Judges searches by the same queries over the same documents: ours, as the site
// has it but without a browser, and two that are widely used, each set up as its
// makers advise for text that people type.
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { queries } from './search-queries.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'static', 'search');

// engine gives our search over an index: text → places, best first. It runs the
// files of static/search but the last, which shows the results.
export async function engine(dir) {
  const texts = [];
  for (const name of (await readdir(folder)).sort().slice(0, -1)) texts.push(await readFile(join(folder, name), 'utf8'));
  const { take, ask, rank, recordOf, kindOf } = new Function('CG', `${texts.join('\n')}
    return { take, ask, rank, recordOf, kindOf: kind => index.kinds[kind][0] };`)({});
  new Function('self', await readFile(join(dir, 'assets', 'search', 'index.js'), 'utf8'))({ CGsearch: { push: take } });
  const folders = { lesson: 'lessons', term: 'glossary', myth: 'myths', story: 'stories', pathway: 'pathways', theme: 'themes', role: 'roles', page: 'pages', list: 'lists' };
  return async text => Promise.all((await rank(await ask(text))).map(async ({ item }) => {
    const [kind, slug] = await recordOf(item);
    return `${folders[kindOf(kind)]}/${slug}`;
  }));
}

const plain = html => html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#\d+);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? String.fromCharCode(name.slice(1))).replace(/\s+/g, ' ').trim();
const every = (html, pattern) => Array.from(html.matchAll(pattern), m => plain(m[1])).join('\n');

// documents reads what readers see from the pages of a built site.
export async function documents(dir, pages) {
  const all = [];
  const add = (id, html) => all.push({ id, title: every(html, /<h1[^>]*>(.*?)<\/h1>/gs), headings: every(html, /<h[2-4][^>]*>(.*?)<\/h[2-4]>/gs),
    summary: every(html, /<p class="lead">(.*?)<\/p>/gs), text: plain(html.replace(/<nav.*?<\/nav>/gs, '')) });
  for (const path of pages) {
    const [, place, slug] = /^(?:(lessons|myths|stories|pathways|themes|roles)\/)?([a-z0-9-]+)\.html$/.exec(path) ?? [];
    const html = (await readFile(join(dir, path), 'utf8')).replace(/^.*?<main/s, '<main').replace(/<\/main>.*$/s, '');
    if (path === 'glossary/index.html') {
      for (const [, name, entry] of html.matchAll(/<article class="entry" id="term-([a-z0-9-]+)">(.*?)<\/article>/gs)) {
        add(`glossary/${name}`, entry.replace(/h3>/g, 'h1>').replace('class="meaning"', 'class="lead"').replace(/<details class="used">.*?<\/details>/s, ''));
      }
    } else if (place && !['index', 'cards'].includes(slug)) add(`${place}/${slug}`, html);
    else if (slug && !place && !['index', 'search', 'print', '404'].includes(slug)) add(`pages/${slug}`, html);
  }
  return all;
}

const boost = { title: 4, headings: 2, summary: 1.5, text: 1 };

export function miniSearch(docs) {
  const mini = new MiniSearch({ fields: Object.keys(boost), searchOptions: { boost, prefix: true, fuzzy: 0.2 } });
  mini.addAll(docs);
  return async text => mini.search(text).map(hit => hit.id);
}

export function lunrSearch(docs) {
  const index = lunr(function () {
    for (const [field, by] of Object.entries(boost)) this.field(field, { boost: by });
    for (const doc of docs) this.add(doc);
  });
  return async text => index.query(query => {
    for (const token of lunr.tokenizer(text)) {
      const word = token.toString();
      query.term(word, { boost: 10 });
      query.term(word, { boost: 5, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      if (word.length > 3) query.term(word, { editDistance: 1, usePipeline: false });
    }
  }).map(hit => hit.ref);
}

// judge gives the mean reciprocal rank of the first good answer, the mean share
// of the good answers among the first five, and how each query did.
export async function judge(search) {
  const each = [];
  for (const [sort, list] of Object.entries(queries)) {
    for (const [text, ...good] of list) {
      const found = await search(text);
      const first = found.findIndex(id => good.includes(id));
      each.push({ sort, text, good, found: found.slice(0, 5), rank: first < 0 ? 0 : 1 / (first + 1), recall: good.filter(id => found.slice(0, 5).includes(id)).length / Math.min(5, good.length) });
    }
  }
  return { ...means(each), each };
}

const mean = list => list.reduce((sum, n) => sum + n, 0) / list.length;

export const means = each => ({ rank: mean(each.map(e => e.rank)), recall: mean(each.map(e => e.recall)) });
