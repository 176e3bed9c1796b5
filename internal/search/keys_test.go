package search

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the expected keys of testdata anew")

// TestKeys holds the keys of words to testdata/keys.txt, which e2e holds the
// script to as well: a text, a tab, and its keys. Texts after the line "other:"
// are read as not English.
func TestKeys(t *testing.T) {
	const name = "testdata/keys.txt"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	k := &keys{english: true}
	for line := range strings.Lines(string(text)) {
		words, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		got.WriteString(words)
		if words == "other:" {
			k = &keys{}
		} else {
			got.WriteString("\t" + strings.Join(k.all(words), " "))
		}
		got.WriteByte('\n')
	}
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got.String() != string(text) && !*update {
		t.Errorf("the keys are\n%s", got.String())
	}
}

func (k *keys) all(text string) []string {
	var all []string
	k.read([]byte(text), func(n int) { all = append(all, k.names[n]) })
	return all
}

func TestLittleSorted(t *testing.T) {
	if !slices.IsSorted(little) {
		t.Errorf("not sorted: %v", slices.Sorted(slices.Values(little)))
	}
}

// FuzzKeys holds that keys are short, are valid text without capitals if what is
// read is, have no character that parts them in a file, are the same twice, and stay
// what they are when they are read again but for their ending; and that there are as
// many in English as in another language.
func FuzzKeys(f *testing.F) {
	for _, text := range []string{"Ordering repeat prescriptions", "Wi-Fi e‑mail", "the patient’s don't", "ẞ ŵyr İ ı ΣΑΣ", "x'!y"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k := &keys{}
		all := k.all(text)
		if again := (&keys{}).all(text); !slices.Equal(again, all) {
			t.Errorf("%q gives %q, and then %q", text, all, again)
		}
		if english := (&keys{english: true}).all(text); len(english) != len(all) {
			t.Errorf("%q gives %q, and in English %q", text, all, english)
		}
		for _, key := range all {
			if strings.ContainsAny(key, "!\"\\ \n") {
				t.Errorf("%q gives the key %q", text, key)
			}
			if utf8.ValidString(text) && !utf8.ValidString(key) || strings.ContainsAny(key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				t.Errorf("%q gives the key %q", text, key)
			}
			if len(key) > 3*longestKey {
				t.Errorf("%q gives a key of %d bytes", text, len(key))
			}
			if again := k.all(key); len(again) > 0 && again[0] != key && !strings.HasPrefix(key, again[0]) {
				t.Errorf("%q gives the key %q, and that gives %q", text, key, again)
			}
		}
	})
}
