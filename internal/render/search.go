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

func (s *site) searchPages() []page {
	all := slices.DeleteFunc(slices.Clone(s.pkg.Items), func(i *training.Item) bool { return !s.isFound(i) })
	x := index{link.Search, link.Lay(link.Even(len(all), link.RoomLine))}
	sorted := sync.OnceValue(func() *alphabet[*training.Item] {
		return newAlphabet(x, s.fromAToZ(all), func(i *training.Item) string { return i.Name })
	})
	return x.list("search", func(n int) any { return s.search(sorted(), n) })
}

func (s *site) search(x *alphabet[*training.Item], n int) *SearchPage {
	at := place{page: x.path(n)}
	p := &SearchPage{Frame: s.indexFrame(x.index, n, "search"), Jump: x.jump(at)}
	for _, section := range x.sections(n) {
		letter := ListLetter{ID: section.id, Name: section.name}
		for _, i := range section.entries {
			letter.Entries = append(letter.Entries, ListEntry{s.ref(i, at), kindNames[i.Kind.Name]})
		}
		p.Letters = append(p.Letters, letter)
	}
	return p
}

// isFound says whether an item has a title and a place of its own.
func (s *site) isFound(i *training.Item) bool {
	return i.Kind != &schema.Settings && i.Kind != &schema.Insight && s.graph.Shown(i)
}

// fromAToZ sorts items as the package's language sorts names.
func (s *site) fromAToZ(all []*training.Item) []*training.Item {
	tag, err := language.Parse(s.pkg.Settings.Language)
	if err != nil {
		tag = language.BritishEnglish
	}
	names := collate.New(tag, collate.Loose, collate.Numeric)
	var buffer collate.Buffer
	keys := map[*training.Item]string{}
	for _, i := range all {
		keys[i] = string(names.KeyFromString(&buffer, i.Name))
		buffer.Reset()
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b *training.Item) int { return cmp.Compare(keys[a], keys[b]) })
}
