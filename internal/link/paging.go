package link

import (
	"slices"
	"strconv"
	"strings"

	"commonground/internal/training"
)

// MaxPage is how much stands on one page of an index before the next is begun,
// in lines of a list. A line is about 300 bytes of HTML, so a page has about
// 300 KB at most, which an old computer still shows at once; and 300 lessons,
// each with a card and a line, are on one page, where they can be filtered.
const MaxPage = 900

// How many lines an entry of an index takes, and at least how many if its text
// counts as well.
const (
	RoomLine  = 1
	RoomCard  = 2
	RoomMyth  = 3  // a card that says more, or what somebody said
	RoomEntry = 10 // of the glossary, with the pages that use it
)

// lineOfText is how much text of an entry takes a line. So much may be added before
// anything can move to another page.
const lineOfText = 256

// Group is the entries of an index that stand under one heading: the room that each
// of them takes.
type Group []int

// Even is a group of entries that take the same room.
func Even(entries, room int) Group { return slices.Repeat(Group{room}, entries) }

// MythRoom is the room of a card in the list of myths, which shows what the front
// matter says.
func MythRoom(m *training.Myth) int { return max(RoomMyth, 1+m.File.Body/lineOfText) }

func insightRoom(i *training.Insight) int { return max(RoomMyth, 1+textOf(&i.Item)/lineOfText) }

func termRoom(t *training.Term) int { return RoomEntry + textOf(&t.Item)/lineOfText }

// textOf is about how many bytes an entry shows of its file.
func textOf(i *training.Item) int { return i.File.Body + len(i.Doc.HTML) }

// Stretch is what stands of a group on one page: its entries from First up to End.
type Stretch struct{ Group, First, End int }

// Continues says that the group began on a page before.
func (s Stretch) Continues() bool { return s.First > 0 }

// Pages are the pages of an index, each with what stands on it. There is always
// a first one.
type Pages [][]Stretch

// Lay lays groups on pages, one after another. A group goes on where the page
// before was full. What needs more than a page has one to itself.
func Lay(groups ...Group) Pages {
	pages := Pages{nil}
	left := MaxPage
	for g, group := range groups {
		for n, room := range group {
			if left < room && left < MaxPage {
				pages = append(pages, nil)
				left = MaxPage
			}
			pages.put(g, n)
			left -= room
		}
	}
	return pages
}

// put puts an entry of a group on the last page.
func (p Pages) put(group, n int) {
	on := &p[len(p)-1]
	if last := len(*on) - 1; last >= 0 && (*on)[last].Group == group {
		(*on)[last].End = n + 1
		return
	}
	*on = append(*on, Stretch{group, n, n + 1})
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

func roomsOf[T any](entries []T, room func(T) int) Group {
	group := make(Group, len(entries))
	for n, e := range entries {
		group[n] = room(e)
	}
	return group
}

// share finds out on which page of an index the items stand that have none of
// their own.
func (r *resolver) share() {
	g := r.graph
	g.glossary = Lay(roomsOf(r.pkg.Terms, termRoom))
	for n, on := range g.glossary {
		for _, s := range on {
			for _, t := range r.pkg.Terms[s.First:s.End] {
				g.addresses[t.ID].Path = PageOf(Glossary, n)
			}
		}
	}
	var groups []Group
	for _, t := range r.pkg.Themes {
		groups = append(groups, roomsOf(g.themes[t].Evidence, insightRoom))
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
