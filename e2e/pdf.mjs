// Reads back what comes out of the printer: the lines of each sheet and where
// they stand. Lengths are in mm from the top left corner of the sheet.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setMedia } from './site.mjs';

// sheets prints the page that is open and gives [{width, height, lines}], each
// line as {left, top, right, bottom, words}, and each word alike with its text.
export async function sheets(page) {
  await setMedia(page, {}, ''); // on paper for once, which no other media may overrule
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return [...(await boxes(pdf)).matchAll(/<page ([^>]*)>([^]*?)<\/page>/g)].map(([, size, inside]) => {
    const { width, height } = numbers(size);
    const lines = [...inside.matchAll(/<line ([^>]*)>([^]*?)<\/line>/g)].map(([, box, words]) => ({
      ...place(box), words: [...words.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, box, text]) => ({ ...place(box), text: plain(text) })),
    }));
    return { width, height, lines };
  });
}

// boxes gives the words of a PDF with their places, as Poppler reads them.
async function boxes(pdf) {
  const reader = spawn('pdftotext', ['-bbox-layout', '-', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise((_, reject) => reader.on('error', e =>
    reject(e.code === 'ENOENT' ? new Error('no pdftotext: install the package "poppler-utils"') : e)));
  reader.stdin.on('error', () => {}); // told by failed, or by an empty answer
  reader.stdin.end(pdf);
  return Promise.race([text(reader.stdout), failed]);
}

const mm = 25.4 / 72;

const numbers = attributes => Object.fromEntries([...attributes.matchAll(/(\w+)="([\d.-]+)"/g)].map(([, name, value]) => [name, Number(value) * mm]));

function place(box) {
  const { xMin, yMin, xMax, yMax } = numbers(box);
  return { left: xMin, top: yMin, right: xMax, bottom: yMax };
}

const plain = text => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

export const says = line => line.words.map(w => w.text).join(' ');
export const words = sheet => sheet.lines.flatMap(line => line.words);

// outside names the words that do not stand inside a frame on their sheet.
export const outside = (list, { left, top, right, bottom }) => list
  .filter(w => w.left < left || w.right > right || w.top < top || w.bottom > bottom)
  .map(w => `"${w.text}" at ${[w.left, w.top, w.right, w.bottom].map(Math.round)}`);

// lonely names headings with nothing below them on their sheet. A heading is found
// by its words, over as many lines as it takes; what stands in the next column is
// not below it, and what goes on from the line above it is text with the same words.
export function lonely(sheet, headings) {
  const wanted = new Set(headings.map(bare));
  const longest = Math.max(...[...wanted].map(h => h.length));
  return sheet.lines.filter(last => bare(says(last))).filter(last => {
    const column = sheet.lines.filter(l => l.left < last.right && l.right > last.left);
    if (column.some(l => l.top >= last.bottom - 1)) return false;
    const above = column.filter(l => l.top <= last.top).sort((a, b) => b.top - a.top);
    for (let n = 1, heading = ''; n <= above.length && heading.length < longest; n++) {
      heading = bare(above.slice(0, n).reverse().map(says).join(' '));
      if (wanted.has(heading)) return !goesOn(above[n - 1], above[n]);
    }
    return false;
  }).map(says);
}

// goesOn says whether a line is of the same paragraph as the one above.
function goesOn(line, above) {
  const height = ({ top, bottom }) => bottom - top;
  return Boolean(above) && Math.abs(height(line) - height(above)) < 0.1 && line.top - above.bottom < height(line) / 2;
}

// bare is a text as it can be compared: letters and digits.
export const bare = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
