package glossary

import (
	"strings"
	"testing"

	"commonground/internal/words"
)

// FuzzFind holds that uses come in order, never overlap, and are made of a form
// of their term and nothing else.
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
		read.Read([]byte(text))
		at := 0
		for _, u := range finder.Find(&read) {
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
