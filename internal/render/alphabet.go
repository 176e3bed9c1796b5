package render

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/link"
)

// alphabet is an index of one group whose entries are in the order of their names:
// each page has them under letters.
type alphabet[T any] struct {
	index
	entries []T
	name    func(T) string
	letters []letter // in the order in which they begin
}

// letter is where entries that begin alike begin.
type letter struct {
	id, name string
	page     int
}

// letterSection is what a page has of a letter.
type letterSection[T any] struct {
	id, name string
	entries  []T
}

// mostLetters is how many letters there may be for all of them to be led to from
// every page of an index. Only a script with a sign for each word has more.
const mostLetters = 60

func newAlphabet[T any](x index, entries []T, name func(T) string) *alphabet[T] {
	a := &alphabet[T]{index: x, entries: entries, name: name}
	seen := map[string]bool{}
	for n := range x.pages {
		for _, e := range on(x, n, entries) {
			if id, name := letterOf(a.name(e)); !seen[id] {
				seen[id] = true
				a.letters = append(a.letters, letter{id, name, n})
			}
		}
	}
	return a
}

// jump leads from a page to where each letter begins; when they are too many, to
// the first that begins on each page.
func (a *alphabet[T]) jump(at place) []Link {
	letters := a.letters
	if !a.whole() && len(letters) > mostLetters {
		letters = slices.CompactFunc(slices.Clone(letters), func(x, y letter) bool { return x.page == y.page })
	}
	var links []Link
	for _, l := range letters {
		links = append(links, Link{Href: at.address(link.Address{Path: a.path(l.page), Fragment: l.id}), Text: l.name})
	}
	return links
}

// sections puts what stands on page n under letters. Entries of one letter need
// not follow each other: many languages sort Ø as if it were O.
func (a *alphabet[T]) sections(n int) []*letterSection[T] {
	var all []*letterSection[T]
	by := map[string]*letterSection[T]{}
	for _, e := range on(a.index, n, a.entries) {
		id, name := letterOf(a.name(e))
		if by[id] == nil {
			if slices.ContainsFunc(a.letters, func(l letter) bool { return l.id == id && l.page < n }) {
				name = continued(name)
			}
			by[id] = &letterSection[T]{id: id, name: name}
			all = append(all, by[id])
		}
		by[id].entries = append(by[id].entries, e)
	}
	return all
}

// letterOf returns the letter under which a name stands: without accents, in
// capitals; figures and signs stand together.
func letterOf(name string) (id, letter string) {
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(name))
	if !unicode.IsLetter(r) {
		return "letter-0", wordLetterOther
	}
	return "letter-" + string(unicode.ToLower(r)), string(unicode.ToUpper(r))
}
