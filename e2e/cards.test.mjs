// The myth cards to cut out: what comes out of the printer, and what stands on a
// phone.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, clipped, faint, overruled, sideways } from './checks.mjs';
import { outside, says, sheets, words } from './pdf.mjs';
import { buildPackage, close, modes, setMedia, visit } from './site.mjs';

after(close);

const settings = { 'content/index.md': '---\ntitle: Cards\nsummary: S.\nlanguage: en-GB\n---\n',
  'themes/care.md': '---\ntitle: Care and kindness\nsummary: S.\norder: 1\ncolour: teal\n---\n',
  'content/lessons/l.md': '---\ntitle: L\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n\nText.\n' };

const myth = ({ fact, myth = 'It is not so.', say, source = 'A guide' }) =>
  `---\nfact: "${fact}"\nmyth: "${myth}"\nwhy: W.\nsay: "${say}"\nthemes: [care]\nevidence: law\nreviewed: 2026-09-20\nsources: [{title: "${source}", reference: Page 1, date: "2026-08-20"}]\n---\n`;

const packageOf = myths => ({ ...settings, ...Object.fromEntries(myths.map((m, n) => [`content/myths/m${String(n + 1).padStart(2, '0')}.md`, myth(m)])) });

// filled is a text of so many characters that begins and ends with words of its own.
const filled = (name, length) => `${name}begin ${'and some more words '.repeat(length).slice(0, length - 2 * name.length - 10)} ${name}end`;

// place is where a card stands on its sheet: eight to a sheet, row by row, and the
// backs mirrored left to right.
function place(n, back) {
  const column = back ? 1 - n % 2 : n % 2, left = 10 + column * 95, top = 12 + 5 + Math.floor(n % 8 / 2) * 66.5;
  return { left, top, right: left + 95, bottom: top + 66.5 };
}

const inset = (box, by) => ({ left: box.left + by, top: box.top + by, right: box.right - by, bottom: box.bottom - by });
const centre = w => [(w.left + w.right) / 2, (w.top + w.bottom) / 2];
const isIn = ({ left, top, right, bottom }) => w => { const [x, y] = centre(w); return x > left && x < right && y > top && y < bottom; };

// checkSheets holds sheets to n cards: each whole in its place, its back behind it,
// and nothing beside them but the line at the head of the sheet.
function checkSheets(all, n) {
  assert.equal(all.length, 2 * Math.ceil(n / 8), 'sheets');
  all.forEach((sheet, s) => {
    assert.deepEqual([Math.round(sheet.width), Math.round(sheet.height)], [210, 297]);
    const back = s % 2 === 1, first = (s - s % 2) / 2 * 8;
    let left = words(sheet);
    for (let card = first; card < Math.min(first + 8, n); card++) {
      const mine = left.filter(isIn(place(card, back)));
      left = left.filter(w => !mine.includes(w));
      const text = mine.map(w => w.text).join(' ');
      assert.ok(text.includes(`Card ${card + 1} of ${n} ·`), `sheet ${s + 1}, place of card ${card + 1}: ${text}`);
      assert.ok(text.startsWith(back ? 'What you can say' : 'Myth or fact?'), text);
      assert.deepEqual(outside(mine, inset(place(card, back), 2.5)), [], `card ${card + 1} runs over its edge`);
    }
    assert.equal(left.map(w => w.text).join(' '), `Sheet ${(s - s % 2) / 2 + 1} of ${Math.ceil(n / 8)}: ${back ? 'backs' : 'fronts'}`);
  });
}

for (const [n, browser] of [[1, 'chromium'], [8, 'chromium'], [9, 'chromium'], [20, 'chromium'], [9, 'firefox']]) {
  test(`${n} cards are whole, and each back lies behind its front: ${browser}`, async () => {
    const myths = Array.from({ length: n }, (_, i) => ({ fact: filled(`fact${i + 1}`, 90), myth: filled(`myth${i + 1}`, 90), say: filled(`say${i + 1}`, 200) }));
    const { base } = await buildPackage(`${n} cards, ${browser}`, packageOf(myths));
    await visit(base + 'myths/cards.html', { base, browser }, async page => {
      const all = await sheets(page);
      checkSheets(all, n);
      for (let i = 0; i < n; i++) {
        const [front, back] = [0, 1].map(side => new Set(words(all[2 * Math.floor(i / 8) + side]).filter(isIn(place(i, side))).map(w => w.text)));
        for (const end of ['begin', 'end']) {
          assert.ok(front.has(`fact${i + 1}${end}`) && front.has(`myth${i + 1}${end}`) && back.has(`say${i + 1}${end}`), `card ${i + 1} is not whole`);
        }
      }
    });
  });
}

// What authors do to cards all the same: nothing is cut off or runs into a
// neighbour, and what has no room says where it is.
test('cards that are too long stay within their lines', async () => {
  const hostile = [
    { fact: filled('fact', 120), myth: filled('myth', 120), say: filled('say', 300) },
    { fact: filled('fact', 400), myth: 'Short.', say: filled('say', 1900), source: 'x'.repeat(400) },
    { fact: 'W'.repeat(90), myth: 'M'.repeat(90), say: 'W'.repeat(200), source: 'A source with a name so long that nobody reads it to its end, and then some more '.repeat(3) },
    { fact: 'CAPITALS ALL THE WAY TO THE END OF THE CARD, FOR THAT IS HOW SOME PEOPLE WRITE, YES.', say: 'LOUD WORDS FOR EVERYBODY. '.repeat(7) },
    { fact: '漢字'.repeat(30), myth: '漢字'.repeat(22), say: '漢字'.repeat(60) },
    { fact: 'Short', myth: 'Short', say: 'Short' },
    { fact: 'A <b>tag</b> & a “quote” \\\\ and 😀', say: 'W'.repeat(50) },
    { fact: filled('near', 94), myth: filled('near', 94), say: filled('near', 210), source: 'y'.repeat(70) },
  ];
  const { base } = await buildPackage('long cards', packageOf(hostile));
  await visit(base + 'myths/cards.html', { base }, async page => {
    const all = await sheets(page);
    checkSheets(all, hostile.length);
    const [fronts, backs] = all.map((sheet, side) => hostile.map((_, n) => words(sheet).filter(isIn(place(n, side))).map(w => w.text).join(' ')));
    assert.ok(backs.some(text => /saybegin .* sayend/.test(text)), 'a text of 300 characters is not whole');
    for (const side of [fronts, backs]) assert.equal(side.filter(text => text.includes('Too long for a card. It is on the page myths/m02.html.')).length, 1);
    await setMedia(page, {}, 'print');
    assert.deepEqual(await clipped(page), []);
  });
});

test('on a phone each front is followed by its back', async () => {
  const { base } = await buildPackage('phone cards', packageOf(Array.from({ length: 11 }, (_, i) => ({ fact: `Fact ${i + 1}`, say: `Say ${i + 1}` }))));
  const found = [];
  const problems = await visit(base + 'myths/cards.html', { base, width: 320, height: 640 }, async page => {
    const tops = await page.$$eval('.face', all => all.map(e => ({ top: e.getBoundingClientRect().top, left: e.getBoundingClientRect().left, text: e.textContent })));
    tops.sort((a, b) => a.top - b.top);
    assert.equal(tops.length, 22);
    tops.forEach(({ text, left }, i) => {
      assert.ok(text.includes(`Card ${Math.floor(i / 2) + 1} of 11`) && text.startsWith(i % 2 ? 'What you can say' : 'Myth or fact?'), `${i}: ${text}`);
      assert.equal(left, tops[0].left, 'the cards are not in one column');
    });
    for (const [mode, media] of Object.entries(modes)) {
      await setMedia(page, media);
      for (const width of [320, 800]) {
        await page.setViewport({ width, height: 800 });
        const colours = mode === 'forced' ? [...await axe(page, { off: overruled }), ...await faint(page)] : await axe(page);
        found.push(...[...colours, ...await sideways(page), ...await clipped(page)].map(line => `${mode}, ${width} px: ${line}`));
      }
    }
  });
  assert.deepEqual([...problems, ...found], []);
});
