package link

import (
	"slices"
	"strconv"
	"strings"
)

// MaxPage is how much stands on one page of an index before the next is begun,
// in lines of a list. A line is about 300 bytes of HTML, so a page has about
// 300 KB at most, which an old computer still shows at once; and 300 lessons,
// each with a card and a line, are on one page, where they can be filtered.
const MaxPage = 900

// How many lines an entry of an index takes.
const (
	RoomLine  = 1
	RoomCard  = 2
	RoomMyth  = 3 // a card that says more, or what somebody said
	RoomEntry = 9 // of the glossary, with the pages that use it
)

// Group is the entries of an index that stand under one heading, and the room
// that each of them takes.
type Group struct{ Entries, Room int }

// Stretch is what stands of a group on one page: its entries from First up to End.
type Stretch struct{ Group, First, End int }

// Pages are the pages of an index, each with what stands on it. There is always
// a first one.
type Pages [][]Stretch

// Lay lays groups on pages, one after another. A group goes on where the page
// before was full.
func Lay(groups ...Group) Pages {
	pages := Pages{nil}
	left := MaxPage
	for g, group := range groups {
		for first := 0; first < group.Entries; {
			if left < group.Room {
				pages = append(pages, nil)
				left = MaxPage
			}
			last := &pages[len(pages)-1]
			end := min(first+left/group.Room, group.Entries)
			*last = append(*last, Stretch{g, first, end})
			left -= (end - first) * group.Room
			first = end
		}
	}
	return pages
}

// Begin returns the page on which a group begins, counted from 0; 0 for a group
// without entries.
func (p Pages) Begin(group int) int {
	return max(0, slices.IndexFunc(p, func(on []Stretch) bool {
		return slices.ContainsFunc(on, func(s Stretch) bool { return s.Group == group })
	}))
}

// PageOf returns the path of page n, counted from 0, of an index: that of the
// index itself, then lessons/index_2.html. No slug has an underscore, so no other
// page can have such a name.
func PageOf(index string, n int) string {
	if n == 0 {
		return index
	}
	return strings.TrimSuffix(index, ".html") + "_" + strconv.Itoa(n+1) + ".html"
}

// GlossaryPages are the pages of the glossary: one group, the terms in the order
// of the package.
func (g *Graph) GlossaryPages() Pages { return g.glossary }

// EvidencePages are the pages of what people told the project. Their groups are
// the themes of the package, with the Evidence of each.
func (g *Graph) EvidencePages() Pages { return g.evidence }

// share finds out on which page of an index the items stand that have none of
// their own.
func (r *resolver) share() {
	g := r.graph
	g.glossary = Lay(Group{len(r.pkg.Terms), RoomEntry})
	for n, on := range g.glossary {
		for _, s := range on {
			for _, t := range r.pkg.Terms[s.First:s.End] {
				g.addresses[t.ID].Path = PageOf(Glossary, n)
			}
		}
	}
	var groups []Group
	for _, t := range r.pkg.Themes {
		groups = append(groups, Group{len(g.themes[t].Evidence), RoomMyth})
	}
	g.evidence = Lay(groups...)
	for n, on := range g.evidence {
		for _, s := range on {
			for _, i := range g.themes[r.pkg.Themes[s.Group]].Evidence[s.First:s.End] {
				g.addresses[i.ID].Path = PageOf(Insights, n)
			}
		}
	}
}
