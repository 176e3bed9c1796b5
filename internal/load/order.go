package load

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"commonground/internal/schema"
	"commonground/internal/training"
)

// sortLists puts every list in the order in which people see it: by the order
// that authors gave, then by name as the package's language sorts names. Lessons,
// roles and pages without an order come last.
func sortLists(pkg *training.Package) {
	tag, err := language.Parse(pkg.Settings.Language)
	if err != nil {
		tag = language.BritishEnglish
	}
	names := newNames(collate.New(tag, collate.Loose, collate.Numeric))
	byName := func(a, b *training.Item) int {
		return cmp.Or(names.compare(a.Name, b.Name), strings.Compare(a.Slug, b.Slug))
	}
	slices.SortFunc(pkg.Themes, func(a, b *training.Theme) int { return cmp.Or(a.Order-b.Order, byName(&a.Item, &b.Item)) })
	slices.SortFunc(pkg.Roles, func(a, b *training.Role) int { return cmp.Or(a.Order-b.Order, byName(&a.Item, &b.Item)) })
	slices.SortFunc(pkg.Lessons, func(a, b *training.Lesson) int {
		return cmp.Or(a.Order-b.Order, byName(&a.Item, &b.Item))
	})
	slices.SortFunc(pkg.Pages, func(a, b *training.Page) int { return cmp.Or(a.Order-b.Order, byName(&a.Item, &b.Item)) })
	slices.SortFunc(pkg.Pathways, func(a, b *training.Pathway) int { return byName(&a.Item, &b.Item) })
	slices.SortFunc(pkg.Terms, func(a, b *training.Term) int { return byName(&a.Item, &b.Item) })
	slices.SortFunc(pkg.Myths, func(a, b *training.Myth) int { return byName(&a.Item, &b.Item) })
	slices.SortFunc(pkg.Insights, func(a, b *training.Insight) int { return byName(&a.Item, &b.Item) })
	slices.SortFunc(pkg.Stories, func(a, b *training.Story) int { return byName(&a.Item, &b.Item) })
}

// orderOf returns the place that an author gave; without one an item comes after
// all that have one.
func orderOf(f schema.Front) int {
	if v, given := f.Get("order"); given {
		return v.Number
	}
	return 1 << 30
}

// names compares names by their collation keys, each made once.
type names struct {
	collator *collate.Collator
	buffer   collate.Buffer
	keys     map[string]string
}

func newNames(c *collate.Collator) *names { return &names{collator: c, keys: map[string]string{}} }

func (n *names) compare(a, b string) int { return strings.Compare(n.key(a), n.key(b)) }

func (n *names) key(name string) string {
	k, ok := n.keys[name]
	if !ok {
		n.buffer.Reset()
		k = string(n.collator.KeyFromString(&n.buffer, name))
		n.keys[name] = k
	}
	return k
}

// number gives every item its ID, in the order of the lists.
func number(pkg *training.Package) {
	take := func(i *training.Item) {
		i.ID = len(pkg.Items)
		pkg.Items = append(pkg.Items, i)
	}
	if pkg.Settings.File != nil {
		take(&pkg.Settings.Item)
	}
	for _, x := range pkg.Themes {
		take(&x.Item)
	}
	for _, x := range pkg.Roles {
		take(&x.Item)
	}
	for _, x := range pkg.Lessons {
		take(&x.Item)
	}
	for _, x := range pkg.Pathways {
		take(&x.Item)
	}
	for _, x := range pkg.Terms {
		take(&x.Item)
	}
	for _, x := range pkg.Myths {
		take(&x.Item)
	}
	for _, x := range pkg.Insights {
		take(&x.Item)
	}
	for _, x := range pkg.Stories {
		take(&x.Item)
	}
	for _, x := range pkg.Pages {
		take(&x.Item)
	}
}
