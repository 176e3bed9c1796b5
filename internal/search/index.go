package search

import (
	"cmp"
	"math"

	"commonground/internal/cores"
	"commonground/internal/training"
)

// index is all that can be found, ready to be written.
type index struct {
	english bool
	items   []*item
	kinds   []kind
	kindAt  map[kind]int // in kinds
	themes  map[*training.Theme]int
	titles  [][2]string // of the themes, each with the class of its colour
	groups  [][]string  // of names that mean the same; see groupsOf
	lists   map[string]*list
	counts  []byte // how many places each item has
	sizes   []byte // about how many words each item has
}

// atOnce is how many items are read before their hits are put into lists.
const atOnce = 2048

func newIndex(pkg *training.Package, items []*item) *index {
	x := &index{english: pkg.Settings.English(), items: items,
		themes: map[*training.Theme]int{}, titles: [][2]string{}, lists: map[string]*list{}, groups: groupsOf(pkg)}
	x.kinds, x.kindAt = kinds(items)
	for n, t := range pkg.Themes {
		x.themes[t] = n
		x.titles = append(x.titles, [2]string{tidy(t.Name), "colour-" + cmp.Or(t.Colour, "slate")})
	}
	place := 0
	for first := 0; first < len(items); first += atOnce {
		some := items[first:min(first+atOnce, len(items))]
		hits := make([]itemHits, len(some))
		cores.EachWith(len(some), func() *reader { return newReader(x.english) }, func(r *reader, i int) { hits[i] = r.read(some[i]) })
		for _, h := range hits {
			place = x.take(h, place)
		}
	}
	return x
}

// take puts the hits of an item, whose top is a place, into the lists.
func (x *index) take(h itemHits, place int) (next int) {
	x.counts = appendNumber(x.counts, len(h.places))
	x.sizes = append(x.sizes, symbol(sizeSymbol(h.words)))
	for _, hits := range h.places {
		for _, hit := range hits {
			x.listOf(h.by, int(hit.key)).add(place, hit.level)
		}
		place++
	}
	return place
}

// listOf returns the list of a key that a reader found.
func (x *index) listOf(by *reader, key int) *list {
	if missing := len(by.keys.names) - len(by.lists); missing > 0 {
		by.lists = append(by.lists, make([]*list, missing)...)
	}
	l := by.lists[key]
	if l == nil {
		name := by.keys.names[key]
		if l = x.lists[name]; l == nil {
			l = &list{}
			x.lists[name] = l
		}
		by.lists[key] = l
	}
	return l
}

// sizeSymbol is a number of words, to about one part in twelve, as a symbol.
func sizeSymbol(words int) int { return min(int(math.Round(8*math.Log2(float64(words+1)))), 90) }

// groupsOf lists, for each term with more than one, the names that mean the same:
// its title, what else it is called, and what to say to patients instead. Whoever
// types one of them is shown the others as well.
func groupsOf(pkg *training.Package) [][]string {
	groups := [][]string{}
	for _, t := range pkg.Terms {
		group := []string{tidy(t.Name)}
		for _, name := range t.Also {
			group = append(group, tidy(name))
		}
		if t.Say != "" {
			group = append(group, tidy(t.Say))
		}
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

// record is an item as results show it: kind, slug, title, summary, minutes,
// themes, and then for each place but the top its heading and its id.
func (x *index) record(i *item) []any {
	themes := []int{}
	for _, t := range i.themes {
		themes = append(themes, x.themes[t])
	}
	all := []any{x.kindAt[i.kind], i.Slug, tidy(i.Name), tidy(i.summary), i.minutes, themes}
	for _, h := range i.headings() {
		all = append(all, h.text, h.id)
	}
	return all
}
