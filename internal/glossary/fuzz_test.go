package glossary

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/words"
)

// FuzzFind holds that uses come in order, never overlap, are made of a form of
// their term and nothing else, begin and end where words do, and are the same twice;
// and that a plain name by itself is found, all of it.
func FuzzFind(f *testing.F) {
	f.Add("app\nNHS App\ndata", "The NHS App's data, in-app data. Apps", false)
	f.Add("GP\nWi-Fi\ncafé", "GPs gp wi-fi Wi‑Fi CAFE", true)
	f.Add("a b\na b c\nb", "a b b a b c a b", false)
	f.Add("A&E\nU.K.\nx y's", "A & E. U.K.", true)
	f.Fuzz(func(t *testing.T, names, text string, exact bool) {
		var terms []Term
		for name := range strings.SplitSeq(names, "\n") {
			terms = append(terms, Term{Names: []string{name}, Exact: exact})
		}
		finder, _ := New(terms, true)
		var read words.Text
		for _, term := range terms {
			checkFound(t, finder, term.Names[0])
		}
		read.Read([]byte(text))
		uses := finder.Find(&read)
		if again := finder.Find(&read); !slices.Equal(uses, again) {
			t.Fatalf("%q in %q: %v, and then %v", names, text, uses, again)
		}
		starts, ends := edges(&read)
		at := 0
		for _, u := range uses {
			if !starts[u.Start] || !ends[u.End] {
				t.Fatalf("%q in %q: use %v cuts a word", names, text, u)
			}
			if u.Start < at || u.End <= u.Start || u.End > len(text) {
				t.Fatalf("%q in %q: use %v after %d", names, text, u, at)
			}
			at = u.End
			if !isForm(text[u.Start:u.End], terms[u.Term].Names[0]) {
				t.Fatalf("%q is no form of %q", text[u.Start:u.End], terms[u.Term].Names[0])
			}
		}
	})
}

// isForm compares by letters alone, as somebody would who has never seen the
// tree of names.
func isForm(used, name string) bool {
	used, name = letters(used), letters(name)
	if used == name || used == name+"s" || used == name+"es" {
		return true
	}
	stem, ok := strings.CutSuffix(name, "y")
	return ok && used == stem+"ies"
}

func letters(s string) string {
	var t words.Text
	t.Read([]byte(s))
	var b strings.Builder
	for i := range t.Len() {
		b.Write(t.Fold(i))
	}
	return b.String()
}

// edges are the places where words begin, and where they end.
func edges(t *words.Text) (starts, ends map[int]bool) {
	starts, ends = map[int]bool{}, map[int]bool{}
	for i := range t.Len() {
		start, end := t.Span(i)
		starts[start], ends[end], ends[end-len(suffix(t.Word(i)))] = true, true, true
	}
	return starts, ends
}

// checkFound holds that a name of a few plain words is found when nothing else is
// said.
func checkFound(t *testing.T, f *Finder, name string) {
	t.Helper()
	var read words.Text
	read.Read([]byte(name))
	if n := read.Len(); n == 0 || n > longestName || strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ") != "" {
		return
	}
	start, _ := read.Span(0)
	_, end := read.Span(read.Len() - 1)
	if uses := f.Find(&read); len(uses) != 1 || uses[0].Start != start || uses[0].End != end {
		t.Errorf("of %q alone is found %v", name, uses)
	}
}
