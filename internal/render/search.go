package render

import (
	"cmp"
	"slices"

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
	return []page{{link.Search, "search", func() any { return s.search() }}}
}

func (s *site) search() *SearchPage {
	p := &SearchPage{Frame: s.frame(link.Search, wordSearch, "", "search", "")}
	for _, i := range s.fromAToZ() {
		id, name := letterOf(i.Name)
		n := slices.IndexFunc(p.Letters, func(l ListLetter) bool { return l.ID == id })
		if n < 0 {
			n = len(p.Letters)
			p.Letters = append(p.Letters, ListLetter{ID: id, Name: name})
		}
		p.Letters[n].Entries = append(p.Letters[n].Entries, ListEntry{s.ref(i, place{page: link.Search}), kindNames[i.Kind.Name]})
	}
	return p
}

// fromAToZ lists everything with a title and a place of its own, as the package's
// language sorts names.
func (s *site) fromAToZ() []*training.Item {
	tag, err := language.Parse(s.pkg.Settings.Language)
	if err != nil {
		tag = language.BritishEnglish
	}
	var all []*training.Item
	names := collate.New(tag, collate.Loose, collate.Numeric)
	var buffer collate.Buffer
	keys := map[*training.Item]string{}
	for _, i := range s.pkg.Items {
		if i.Kind != &schema.Settings && i.Kind != &schema.Insight && s.graph.Shown(i) {
			all = append(all, i)
			keys[i] = string(names.KeyFromString(&buffer, i.Name))
			buffer.Reset()
		}
	}
	slices.SortStableFunc(all, func(a, b *training.Item) int { return cmp.Compare(keys[a], keys[b]) })
	return all
}
