package plain

import (
	"bufio"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"commonground/internal/words"
)

// TestSyllables holds the rules of spelling, and some words that keep to none.
func TestSyllables(t *testing.T) {
	for n, list := range [...]string{
		1: `a the make makes made baked played phone phones called rule whole don't can't they're nurse
			eye through asked tried league tongue texts 7 xyz`,
		2: `table tables fluent wanted needed changes boxes nurses nurse's safely careful movement lawyer beyond
			seeing doing trying science quiet create nation social patient million colleague carriage
			didn't isn't it'll people business someone system rhythm`,
		3: `medicine idea area serious various radio video usual enabled audience easier appointment
			piano annual museum reaction everyone settlement influence prescription`,
		4: `information algorithm technology society experience immediate appreciate variety especially cooperate`,
		5: `university association ambiguity creativity`,
		6: `responsibility`,
	} {
		for word := range strings.FieldsSeq(list) {
			if got := Syllables([]byte(word)); got != n {
				t.Errorf("%s: got %d syllables, want %d", word, got, n)
			}
		}
	}
}

// FuzzSyllables holds that any word has at least one syllable, and no more than
// it has letters and an ending, that it is counted the same twice and left as it is,
// and that letters that are no vowels add none, or the one of an ending.
func FuzzSyllables(f *testing.F) {
	for _, word := range []string{"appointment", "'s", "s's", "eye's", "queue", "yye", "éa", ""} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		given := []byte(word)
		n := Syllables(given)
		if n < 1 || n > len(word)+1 {
			t.Errorf("%q: %d syllables", word, n)
		}
		if again := Syllables(given); again != n || string(given) != word {
			t.Errorf("%q: %d syllables, and of %q %d", word, n, given, again)
		}
		if !strings.ContainsAny(word, "aeiouy'") && n > len(word)/2+1 {
			t.Errorf("%q: %d syllables without a vowel", word, n)
		}
		if more := Syllables([]byte("b" + word)); !strings.Contains(word, "'") && (more > n+2 || more < n-2) {
			t.Errorf("%q: %d syllables, and %d with a letter before it", word, n, more)
		}
	})
}

// leastExact is the share of running words that must have as many syllables as
// the first pronunciation of the dictionary.
const leastExact = 0.97

// TestPronunciations compares with a pronouncing dictionary, which e2e has: it
// names a file of lines with a word, how often people say it, and its syllables,
// the word said most first. The shares are of running words, in speech and in
// the package that comes with the program.
func TestPronunciations(t *testing.T) {
	path := os.Getenv("PRONUNCIATIONS")
	if path == "" {
		t.Skip("e2e/syllables.test.mjs gives the dictionary")
	}
	dictionary, said := readPronunciations(t, path)
	for name, counts := range map[string]map[string]int{"speech": said, "package": shippedWords(t)} {
		all, exact := 0, 0
		for word, n := range counts {
			if want := dictionary[word]; want > 0 {
				all += n
				if Syllables([]byte(word)) == want {
					exact += n
				}
			}
		}
		share := ratio(exact, all)
		t.Logf("%s: %.2f %% of %d words are exact", name, 100*share, all)
		if all < 5000 || share < leastExact {
			t.Errorf("%s: %.2f %% of %d words are exact, want %.0f %%", name, 100*share, all, 100*leastExact)
		}
	}
}

func readPronunciations(t *testing.T, path string) (syllables, said map[string]int) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	syllables, said = map[string]int{}, map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		parts := strings.Fields(lines.Text())
		said[parts[0]], _ = strconv.Atoi(parts[1])
		syllables[parts[0]], _ = strconv.Atoi(parts[2])
	}
	return syllables, said
}

// shippedWords counts the words of the package that comes with the program.
func shippedWords(t *testing.T) map[string]int {
	counts := map[string]int{}
	content := os.DirFS("../../content")
	pages, err := fs.Glob(content, "*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var text words.Text
	for _, page := range pages {
		bytes, err := fs.ReadFile(content, page)
		if err != nil {
			t.Fatal(err)
		}
		text.Read(bytes)
		for i := range text.Len() {
			if IsSpoken(text.Word(i)) {
				counts[string(text.Fold(i))]++
			}
		}
	}
	return counts
}
