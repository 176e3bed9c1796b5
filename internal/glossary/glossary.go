// Package glossary finds the names of many terms in a text, in one pass.
//
// Terms with their names go in, once; then texts as words, and out come the
// places where a term is used. It compares words, not bytes: "data" is not found
// in "database", nor "app" in "in-app" or in an address. Of several terms that
// begin at one place the longest wins, and uses never overlap. The time for a
// text grows with its words, not with the number of terms.
package glossary

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/words"
)

// Barrier is the character that stands in a text for something that is no text,
// such as a picture. No use reaches across it.
const Barrier = '\uFFFC'

// Term is what a term is called: its title first, then its other names.
type Term struct {
	Names []string
	// Exact says that names with a capital in them are only themselves when they
	// are written with the same capitals and accents, as "GP" is. Names in small
	// letters are found at the start of a sentence all the same.
	Exact bool
}

// Use is a place where a term is used: its index, the index of the name it goes
// by there, and bytes of the text. The 's of a possessive is not part of it.
type Use struct{ Term, Name, Start, End int }

// Clash is two names of different terms that no text can tell apart: the indexes
// of the terms, and of the names in each.
type Clash struct{ Term, Name, OtherTerm, OtherName int }

// Finder finds uses of the terms it was made with. It does not change, so it can
// be used by many goroutines at once.
type Finder struct {
	root   node
	begins shapes // of the words that names begin with
}

// shapes are those of some folded words: for each pair of a first and a last byte,
// roughly, a bit for each length. Most words of a text are none of them, which is
// told without a look into the tree.
type shapes [1 << 10]uint64

func (s *shapes) add(word string) { s[shape(word)] |= 1 << min(len(word), 63) }

func (s *shapes) has(word []byte) bool { return s[shape(word)]&(1<<min(len(word), 63)) != 0 }

// shape is where the bit of a word stands.
func shape[T string | []byte](word T) uint {
	return (uint(word[0])<<5 ^ uint(word[len(word)-1])) & (1<<10 - 1)
}

// node is a place in the tree of names. What leads on is a gap and a folded word.
type node struct {
	next map[string]*node
	ends []end
}

// end is a name that ends at a node. exact holds its words as they must be
// written, or nothing.
type end struct {
	term, name int
	exact      []string
}

// longestName is how many words a name can have. What is longer is never found.
const longestName = 16

// New makes a Finder. plurals says whether the simple plurals of English (GPs,
// passwords, boxes, pharmacies) count as forms of a name. The first of two terms
// that clash is the one that is found.
func New(terms []Term, plurals bool) (*Finder, []Clash) {
	f := &Finder{}
	var clashes []Clash
	for i, t := range terms {
		for n, name := range t.Names {
			form := newForm(name, t.Exact)
			if c, ok := f.add(form, end{i, n, form.exact}); !ok {
				clashes = append(clashes, c)
			}
		}
	}
	if plurals {
		f.addPlurals(terms)
	}
	return f, clashes
}

// addPlurals comes after all names, so that a name that is the plural of another
// one is found as itself.
func (f *Finder) addPlurals(terms []Term) {
	for i, t := range terms {
		for n, name := range t.Names {
			if form := newForm(name, t.Exact).plural(); form != nil {
				f.add(*form, end{i, n, form.exact})
			}
		}
	}
}

// add puts a form into the tree, unless it is there: then it says with what it
// clashes, if that is another term.
func (f *Finder) add(form form, e end) (Clash, bool) {
	if len(form.steps) == 0 || len(form.steps) > longestName {
		return Clash{}, true
	}
	f.begins.add(form.steps[0])
	at := &f.root
	for _, step := range form.steps {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[step] == nil {
			at.next[step] = &node{}
		}
		at = at.next[step]
	}
	for _, other := range at.ends {
		if same(other.exact, e.exact) {
			return Clash{e.term, e.name, other.term, other.name}, other.term == e.term
		}
	}
	at.ends = append(at.ends, e)
	return Clash{}, true
}

func same(a, b []string) bool { return strings.Join(a, " ") == strings.Join(b, " ") }

// form is a way to write a name: a step for each word, and the words as they
// must be written, if that matters.
type form struct {
	steps []string
	exact []string
}

func newForm(name string, exact bool) form {
	var text words.Text
	text.Read([]byte(name))
	exact = exact && strings.ContainsFunc(name, unicode.IsUpper)
	var f form
	for i := range text.Len() {
		gap := []byte(nil)
		if i > 0 {
			gap = text.Gap(i)
		}
		f.steps = append(f.steps, string(appendStep(nil, gap, text.Fold(i))))
		if exact {
			f.exact = append(f.exact, written(text.Word(i)))
		}
	}
	return f
}

// written is a word as it is compared when capitals matter.
func written(word []byte) string {
	return strings.ReplaceAll(norm.NFC.String(string(word)), "’", "'")
}

// appendStep adds what leads from a word to the next: the folded word, and
// before it what parts them, unless that is space or one hyphen.
func appendStep(dst, gap, fold []byte) []byte {
	trimmed := bytes.TrimSpace(gap)
	if !isHyphen(trimmed) || len(trimmed) < len(gap) {
		dst = append(dst, trimmed...)
	}
	return append(dst, fold...)
}

func isHyphen(gap []byte) bool {
	switch string(gap) {
	case "-", "\u2010", "\u2011":
		return true
	}
	return false
}
