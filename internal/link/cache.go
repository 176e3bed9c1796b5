package link

import (
	"slices"

	"commonground/internal/glossary"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

// Cache remembers where the texts of the last run use terms, so that the next one
// looks only at those that changed. It is honest: this is a function of the text and of
// the names there are, both of which are compared, a text by its Doc: a file that is
// read again has another one. The zero Cache is empty; it is for one run at a time.
type Cache struct {
	names   []glossary.Term
	plurals bool
	search  *glossary.Finder
	clashes []glossary.Clash
	uses    map[*markdown.Doc]*uses
}

// finder returns what finds the names, and which of them clash. When they are others
// than in the run before, all that was found with those is forgotten.
func (c *Cache) finder(names []glossary.Term, plurals bool) (*glossary.Finder, []glossary.Clash) {
	if c == nil {
		return glossary.New(names, plurals)
	}
	if c.search == nil || c.plurals != plurals || !slices.EqualFunc(c.names, names, sameNames) {
		*c = Cache{names: names, plurals: plurals}
		c.search, c.clashes = glossary.New(names, plurals)
	}
	return c.search, c.clashes
}

func sameNames(a, b glossary.Term) bool { return a.Exact == b.Exact && slices.Equal(a.Names, b.Names) }

// find returns the uses in the text of an item, for which it searches unless they are
// known. It may be called from many goroutines.
func (c *Cache) find(i *training.Item, search func(*training.Item) *uses) *uses {
	if c == nil {
		return search(i)
	}
	if known := c.uses[i.Doc]; known != nil {
		return known
	}
	found := search(i)
	return &uses{slices.Clone(found.front), slices.Clone(found.titles), slices.Clone(found.runs)}
}

// keep replaces what is remembered.
func (c *Cache) keep(items []*training.Item, found []*uses) {
	if c == nil {
		return
	}
	c.uses = make(map[*markdown.Doc]*uses, len(items))
	for n, i := range items {
		c.uses[i.Doc] = found[n]
	}
}
