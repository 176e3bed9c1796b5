// A package in which everything that an author can write is a payload. It is made
// twice: armed, and disarmed, where each sign that HTML, scripts and styles know has
// a twin that means nothing to anybody. The two must become the same site but for
// these signs.

// disarm turns ASCII marks into patterns of Braille, which are no letters and as
// broad. The hyphen and the low line stay: they are part of ids.
export const disarm = text => text.replace(/[!-,./:-@[-^`{-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0x2800));

// chunks cuts a list into lists of so many.
export const chunks = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

// front writes front matter in the quotes in which YAML undoes every escape.
export const front = keys => `---\n${Object.entries(keys).map(([key, value]) => `${key}: ${quoted(value)}\n`).join('')}---\n`;
const quoted = value => JSON.stringify(value).replace(/[\u2028\u2029\ufeff]/g, c => `\\u${c.charCodeAt(0).toString(16)}`);

// said is text in Markdown that means nothing but itself.
export const said = text => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

// fenced is code with fences longer than any in it.
const fenced = (text, language = '') => `~~~~~~ ${language}\n${text}\n~~~~~~\n`;

// spanned is code within a line.
const spanned = text => '`````` ' + text.replace(/\s+/g, ' ') + ' ``````';

const date = { reviewed: '2026-01-10', review_by: '2027-01-10' };
const address = text => `https://example.org/${encodeURIComponent(text)}?a=1&b=2#c`;
const unquoted = text => `https://example.org/${said(text.replaceAll('%', '%25').replace(/[\s\\\u285c\p{Cf}]+/gu, '+'))}`; // only what no address may hold is missing
const source = text => ({ title: text, url: address(text), date: '2026' });
const printed = text => ({ title: text, reference: text, date: '2026-11' });

// alone is the front matter of a lesson that holds each payload by itself, in lists.
const alone = lists => front({ title: 'Alone', summary: 'Words.', themes: ['language'], minutes: 5, outcome: 'Say them.', ...lists });

// numbered tells apart what is the same but for spaces.
const numbered = (text, n) => `${text} ${n}`;

// A body with every place that Markdown and our blocks have for words.
const body = (words, n) => words.map((text, m) => `## ${n} ${said(text)}

Words ${said(text)} and **${said(text)}** and *${said(text)}* and ~~${said(text).replaceAll("\\~", "&#126;")}~~ and ${spanned(text)}.

[${said(text)}](<../lessons/l1.md> "${said(text)}") [${n} ${said(text)}](<${address(text)}> '${said(text)}') [${n}][r${m}] [${n}](<${unquoted(text)}>) <https://example.org/${n}>[^f${m}]

[r${m}]: <${address(text)}> (${said(text)})

[^f${m}]: Note ${said(text)}

![${n} ${said(text)}](<pwn'&(1)=.svg> "${said(text)}")

Here is ![${n} ${said(text)}](<pwn'&(1)=.svg> "${said(text)}").

| ${said(text)} | ${n} |
|---|---|
| ${n} | ${said(text)} |

- ${said(text)}
- [ ] ${said(text)}

Word ${said(text)}
: ${said(text)}

> ${said(text)}

${fenced(text)}
${fenced(text, text.replace(/[\s\`~]+/g, ''))}
`).join('\n') + ['example', 'try-it', 'peer-tip', 'talk', 'reflect', 'note', 'warning', 'more'].map((block, m) => `
::: ${block} ${title(words[m % words.length], n)}${block === 'try-it' ? ' {minutes=5}' : ''}
${said(words[m % words.length])}
:::
`).join('') + `
::: steps ${title(words[0], n)}
1. ${said(words[0])}
:::

::: say ${title(words[0], n)}
| Say | Instead of |
|---|---|
${words.map(text => `| ${said(text)} | ${n} ${said(text)} |`).join('\n')}
:::

::: do ${title(words[0], n)}
${words.map(text => `- ask ${said(text)}`).join('\n')}
:::

::: dont ${title(words[0], n)}
${words.map(text => `- never ${said(text)}`).join('\n')}
:::

::: quiz ${title(words[0], n)}
${words.map((text, m) => `- [${m ? ' ' : 'x'}] ${m} ${said(text)}\n  > ${said(text)}\n`).join('')}- [ ] the last
  > It is the last.
:::

::: facilitator
SECRET ${said(words[0])}
:::
`;

// title is the title of a block, which is plain words: what is in braces at its end
// would be read.
const title = (text, n) => `${n} ${text.replace(/\s+/g, ' ')} .`;

export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>';

// atOnce is how many payloads a page has, besides those in lists.
const atOnce = 12;

// pack makes the package: path in it → text. change is done to every payload.
export function pack(payloads, change = text => text) {
  const all = payloads.map(change);
  const groups = chunks(all, atOnce);
  const joined = groups.map(words => words.join(' '));
  const files = {
    'content/index.md': front({
      title: `0 ${all[0]}`, summary: joined[0], language: 'en-GB', id: 'inject', organisation: joined.at(1) ?? all[1], contact: 'https://example.org/help', licence: joined.at(2) ?? all[2], version: joined.at(3) ?? all[3],
      url: 'https://example.org/training/', glossary: 'off', rules: {},
    }) + body(groups[0], 0),
    "content/lessons/pwn'&(1)=.svg": drawing,
    'content/lessons/words.md': alone({ glossary: 'all', needs: all.map(numbered), authors: all.map(numbered) }) + all.map((_, n) => `Word w${n} is here.`).join('\n\n'),
    'themes/own.svg': drawing,
    'themes/language.md': front({ title: 'Language', summary: 'Words.', order: 999 }),
  };
  chunks(all, 150).forEach((words, n) => { files[`content/lessons/sources${n}.md`] = alone({ sources: words.flatMap(text => [source(text), printed(text)]) }); });
  groups.forEach((words, g) => {
    const n = g + 1, text = joined[g], name = `${n} ${text}`;
    const [one, two, three] = [words[0], words[1] ?? words[0], words[2] ?? words[0]];
    files[`content/lessons/l${n}.md`] = front({
      title: name, summary: text, themes: [`t${n}`], roles: [`r${n}`], minutes: 5, outcome: `Say ${text}`, takeaway: text, needs: words, nation: text, authors: words, owner: text, level: 'start',
      myths: [`m${g * atOnce}`], sources: words.map(source), formerly: [`old${n}`], ...date,
    }) + body(words, n).replaceAll('../lessons/l1.md', 'l1.md');
    files[`themes/t${n}.md`] = front({ title: name, summary: text, order: n, ...n % 2 && { icon: 'own.svg' } }) + said(text) + '\n';
    files[`content/roles/r${n}.md`] = front({ title: name, summary: text, order: n, start: `l${n}` }) + said(text) + '\n';
    files[`content/pathways/p${n}.md`] = front({ title: name, summary: text, lessons: [`l${n}`, 'l1'].slice(0, n), roles: [`r${n}`] }) + said(text) + '\n';
    files[`content/insights/i${n}.md`] = front({ kind: 'interview', from: 'staff', themes: [`t${n}`], role: `r${n}` }) + said(text) + '\n';
    files[`content/stories/s${n}.md`] = front({ title: name, summary: text, from: 'patient', consent: 'fictional', themes: [`t${n}`], roles: [`r${n}`], reviewed: date.reviewed }) + body([one, two, three], n).replaceAll('](<pwn', '](<../lessons/pwn');
    files[`content/page${n}.md`] = front({ title: name, summary: text, menu: n % 9 ? 'no' : 'yes' }) + said(text) + '\n';
  });
  files['content/index.md'] = files['content/index.md'].replaceAll('../lessons/', 'lessons/').replaceAll('](<pwn', '](<lessons/pwn');
  all.forEach((text, n) => {
    files[`content/glossary/w${n}.md`] = front({ title: `w${n} ${text}`, meaning: text, also: [`w${n}`, `w${n} also ${text}`], say: text, sources: [source(text), printed(text)], ...n && { see: ['w0'] }, ...date }) + `${said(text)}\n`;
    files[`content/myths/m${n}.md`] = front({ fact: `m${n} ${text}`, myth: text, why: text, say: text, sources: [source(text), printed(text)], evidence: 'guidance', themes: ['t1'], roles: ['r1'], nation: text, ...date }) + `${said(text)}\n`;
  });
  return files;
}

// pages cuts a list of payloads into as many as the longest text of the settings takes.
export const pages = list => list.reduce((all, text) => {
  const last = all.at(-1);
  if (Buffer.byteLength(disarm([...last, text].join(' '))) > 2000) return [...all, [text]];
  last.push(text);
  return all;
}, [[]]);

// cover makes a package whose settings hold every payload.
export function cover(payloads, change = text => text) {
  const text = payloads.map(change).join(' ');
  return {
    'content/index.md': front({ title: text, summary: text, language: 'en-GB', id: 'cover', organisation: text, contact: 'help@example.org', licence: text, version: text, url: 'https://example.org/training/' }),
    'content/lessons/l1.md': alone(date),
  };
}
