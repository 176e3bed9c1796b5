// A small training that the journeys go through: two words that are explained, a
// quiz of each sort, things to say, a pathway of three lessons and five myths. Each
// test has one of its own, for what one leaves on the device the next would find.
import { buildPackage } from './site.mjs';

const page = (front, body = '') => `---\n${Object.entries(front).map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n${body}\n`;

const lesson = (title, order, body) => page({ title, summary: `What ${title} is about.`, themes: '[language]', minutes: 5, order, outcome: 'Say it plainly' }, body);

const myth = n => page({
  fact: `Fact ${n} is true`, myth: `Myth ${n} is not`, why: `Why ${n} is believed. ${'It was so once, and posters still say it. '.repeat(3)}`, say: `Say this about ${n}.`,
  evidence: 'guidance', themes: '[language]', sources: `[{title: A guide, reference: Shelf ${n}, date: "2026"}]`,
});

const talking = `Open the portal and look for the app. ${'Some more words follow here. '.repeat(40)}

::: quiz One of these is right
- [ ] The first
  > The first is too long.
- [x] The second
  > The second is plain.
- [ ] The third
  > The third is old.
:::

::: quiz Two of these are right
- [x] Red
  > Red can be seen.
- [ ] Grey
  > Grey is too pale.
- [x] Blue
  > Blue can be read.
:::

::: say Words for the desk
| Say | Instead of |
|---|---|
| "Open the app." | "Access it." |
| "We will help you." | "Seek support." |
:::
`;

const files = name => ({
  'content/index.md': page({ title: name, summary: 'A training to walk through.', language: 'en-GB' }, 'Begin where you like.'),
  'content/lessons/talking.md': lesson('Talking about screens', 1, talking),
  'content/lessons/showing.md': lesson('Showing how it is done', 2, 'Show it once. Then let them do it.'),
  'content/lessons/asking.md': lesson('Asking what matters', 3, 'Ask first.'),
  'content/glossary/portal.md': page({ title: 'patient portal', also: '[portal]', meaning: 'A website with your own letters.', say: 'the hospital website' }),
  'content/glossary/app.md': page({ title: 'app', meaning: 'A program on a phone.' }),
  'content/pathways/all.md': page({ title: 'All three', summary: 'From the first to the last.', lessons: '[talking, showing, asking]' }),
  ...Object.fromEntries([1, 2, 3, 4, 5].map(n => [`content/myths/myth-${n}.md`, myth(n)])),
});

// training builds it under a name, which is also what a device keeps things under.
export const training = name => buildPackage(name, files(name));
