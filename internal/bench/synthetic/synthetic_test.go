package synthetic

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// files returns the files of a package by name.
func files(t *testing.T, p *Package) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	if err := p.Write(func(name string, data []byte) error {
		if all[name] != nil {
			t.Errorf("%s is written twice", name)
		}
		all[name] = data
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPackage holds the generator to what it promises: sizes and a repeatable seed.
func TestPackage(t *testing.T) {
	p := New(Options{Seed: 1, Lessons: 60})
	if len(p.lessons) != 60 || len(p.terms) != 20 || len(New(Options{Lessons: 200}).terms) != 40 {
		t.Errorf("%d lessons and %d terms", len(p.lessons), len(p.terms))
	}
	first, again, other := files(t, p), files(t, p), files(t, New(Options{Seed: 2, Lessons: 60}))
	same := true
	for name, text := range first {
		if !bytes.Equal(text, again[name]) {
			t.Errorf("%s is different the second time", name)
		}
		same = same && bytes.Equal(text, other[name])
		if strings.HasSuffix(name, ".md") && !utf8.Valid(text) {
			t.Errorf("%s is not UTF-8", name)
		}
	}
	if same {
		t.Error("another seed gives the same files")
	}
}

// TestLessons counts words: a lesson is as long as a real one, and uses a term in
// every sixty words, however many terms there are.
func TestLessons(t *testing.T) {
	for _, terms := range []int{50, 5000} {
		p := New(Options{Seed: 1, Lessons: 60, Terms: terms})
		known := map[string]bool{} // the word of each term that nothing else has
		for i := range terms {
			known[coined(vocabulary+i)] = true
		}
		all, words, uses := files(t, p), 0, 0
		for _, name := range p.Lessons() {
			_, body, _ := strings.Cut(string(all[name][3:]), "\n---\n")
			for word := range strings.FieldsFuncSeq(body, func(r rune) bool { return !unicode.IsLetter(r) }) {
				words++
				if known[strings.ToLower(word)] {
					uses++
				}
			}
		}
		if mean := words / len(p.lessons); mean < 600 || mean > 800 {
			t.Errorf("a lesson has %d words on average, want about 700", mean)
		}
		if words < 50*uses || words > 70*uses {
			t.Errorf("%d terms: %d words and %d uses, want one in about 60", terms, words, uses)
		}
	}
}

// TestCoined makes all words that a large package has.
func TestCoined(t *testing.T) {
	seen := map[string]bool{}
	for i := range vocabulary + 5000 {
		if word := coined(i); seen[word] {
			t.Fatalf("word %d is there already: %s", i, word)
		} else {
			seen[word] = true
		}
	}
}

// TestUnexplained shows that terms without a glossary leave the lessons as they are,
// but for the links to it.
func TestUnexplained(t *testing.T) {
	with, without := New(Options{Lessons: 5}), New(Options{Lessons: 5, Unexplained: true})
	explained, bare := files(t, with), files(t, without)
	if len(explained)-len(bare) != len(with.terms) {
		t.Errorf("%d files and %d", len(explained), len(bare))
	}
	for _, name := range with.Lessons() {
		if bytes.Contains(bare[name], []byte("glossary/")) || !bytes.Equal(explained[name][:400], bare[name][:400]) {
			t.Errorf("%s differs in more than a link", name)
		}
	}
}

// TestWriteStops shows that a full disk ends the work.
func TestWriteStops(t *testing.T) {
	full, written := errors.New("full"), 0
	err := New(Options{Lessons: 3}).Write(func(string, []byte) error {
		written++
		return full
	})
	if !errors.Is(err, full) || written != 1 {
		t.Errorf("%d files, %v", written, err)
	}
}
