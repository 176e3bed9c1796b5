package render

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// SearchPage is what the layout of the page to search gets: everything from A to
// Z, which is all there is to it without script.
type SearchPage struct {
	Frame
	Jump    []Link // to where each letter begins
	Letters []ListLetter
}

// ListLetter is everything that begins with one letter.
type ListLetter struct {
	ID, Name string
	Entries  []ListEntry
}

// ListEntry is one thing in the list of everything.
type ListEntry struct {
	Link
	Kind string // what it is: Lesson
}

// found is something in the list of everything.
type found struct {
	name, kind string
	at         link.Address
}

func (s *site) searchPages() []page {
	var all []found
	for _, i := range s.pkg.Items {
		if s.isFound(i) {
			all = append(all, found{i.Name, kindNames[i.Kind.Name], s.graph.Address(i)})
		}
	}
	for _, l := range Lists(s.pkg, s.graph) {
		all = append(all, found{l.Title, wordList, link.Address{Path: l.Path}})
	}
	x := index{link.Search, link.Lay(link.Even(len(all), link.RoomLine))}
	sorted := sync.OnceValue(func() *alphabet[found] {
		return newAlphabet(x, s.fromAToZ(all), func(f found) string { return f.name })
	})
	return x.list("search", func(n int) any { return s.search(sorted(), n) })
}

func (s *site) search(x *alphabet[found], n int) *SearchPage {
	at := place{page: x.path(n)}
	p := &SearchPage{Frame: s.indexFrame(x.index, n, "search"), Jump: x.jump(at)}
	for _, section := range x.sections(n) {
		letter := ListLetter{ID: section.id, Name: section.name}
		for _, f := range section.entries {
			letter.Entries = append(letter.Entries, ListEntry{Link{Href: at.address(f.at), Text: f.name}, f.kind})
		}
		p.Letters = append(p.Letters, letter)
	}
	return p
}

// isFound says whether an item has a title and a place of its own.
func (s *site) isFound(i *training.Item) bool {
	return i.Kind != &schema.Settings && i.Kind != &schema.Insight && s.graph.Shown(i)
}

// fromAToZ sorts what can be found as the package's language sorts names.
func (s *site) fromAToZ(all []found) []found {
	tag, err := language.Parse(s.pkg.Settings.Language)
	if err != nil {
		tag = language.BritishEnglish
	}
	names := collate.New(tag, collate.Loose, collate.Numeric)
	var buffer collate.Buffer
	keys := map[string]string{}
	for _, f := range all {
		keys[f.name] = string(names.KeyFromString(&buffer, f.name))
		buffer.Reset()
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b found) int { return cmp.Compare(keys[a.name], keys[b.name]) })
}
