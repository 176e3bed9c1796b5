package words

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func folds(s string) []string {
	var t Text
	t.Read([]byte(s))
	var out []string
	for i := range t.Len() {
		out = append(out, string(t.Fold(i)))
	}
	return out
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{" — … ", ""},
		{"The NHS App", "the nhs app"},
		{"don't, GP's and patients' words", "don't gp's and patients words"},
		{"don’t", "don't"},
		{"'quoted' ’tis rock'n'roll", "quoted tis rock'n'roll"},
		{"Wi-Fi, wi‑fi", "wi fi wi fi"},
		{"24/7 m² A&E", "24 7 m² a e"},
		{"Café CAFÉ cafe\u0301", "cafe cafe cafe"},
		{"Straße STRASSE", "strasse strasse"},
		{"Łódź", "łodz"},
		{"in\u00advi\u00adsible", "invisible"},
		{"हिन्दी हिन्दु", "हिन्दी हिन्दु"},
		{"はは ばば", "はは ばば"},
		{"한국어", "한국어"},
		{"סֵפֶר كِتَاب", "סֵפֶר كتاب"},
		{"a\xffb", "a b"},
	} {
		if got := strings.Join(folds(tt.text), " "); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestReadAgain holds that a word is folded the same when it was met before, and
// that what one text gave is not changed by the next.
func TestReadAgain(t *testing.T) {
	var text Text
	for range 2 {
		for _, tt := range []struct{ text, want string }{{"Été ÉTÉ été", "ete ete ete"}, {"Ünder ﬁÉ", "under fie"}} {
			text.Read([]byte(tt.text))
			var got []string
			for i := range text.Len() {
				got = append(got, string(text.Fold(i)))
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
			}
		}
	}
}

func TestGap(t *testing.T) {
	var text Text
	text.Read([]byte("(Wi-Fi)\nis on."))
	var gaps []string
	for i := range text.Len() + 1 {
		gaps = append(gaps, string(text.Gap(i)))
	}
	if want := []string{"(", "-", ")\n", " ", "."}; !slices.Equal(gaps, want) {
		t.Errorf("gaps %q, want %q", gaps, want)
	}
}

// FuzzRead holds that words and gaps are the whole text, in order, that words
// are not empty and folds are valid text without capitals, that folding a folded word
// changes nothing, and that a Text that was used before reads the same.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"The NHS App", "don’t", "Cafe\u0301", "a\xffb", "\u0301\u200d'a", "ﬁ ẞ İ ŉ", "ΌΣΟΣ", "a'\u0301"} {
		f.Add([]byte(s))
	}
	var used Text
	f.Fuzz(func(t *testing.T, s []byte) {
		var text, again Text
		text.Read(s)
		used.Read(s)
		if text.Len() != used.Len() || !bytes.Equal(text.folds, used.folds) {
			t.Fatalf("%q is read as %q, and by one that was used before as %q", s, text.folds, used.folds)
		}
		var whole []byte
		for i := range text.Len() {
			whole = append(append(whole, text.Gap(i)...), text.Word(i)...)
			if len(text.Word(i)) == 0 || utf8.Valid(s) && !utf8.Valid(text.Fold(i)) {
				t.Fatalf("word %d of %q is empty, or its fold %q no text", i, s, text.Fold(i))
			}
			if bytes.ContainsAny(text.Word(i), " \t\n.,;:!?()\"") || bytes.ContainsAny(text.Fold(i), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				t.Fatalf("%q is taken for a word, folded %q", text.Word(i), text.Fold(i))
			}
			if fold := string(text.Fold(i)); utf8.Valid(s) {
				again.Read([]byte(fold))
				if got := string(again.folds); got != fold {
					t.Fatalf("%q folds to %q, and that to %q", text.Word(i), fold, got)
				}
			}
		}
		if whole = append(whole, text.Gap(text.Len())...); string(whole) != string(s) {
			t.Fatalf("%q became %q", s, whole)
		}
	})
}
