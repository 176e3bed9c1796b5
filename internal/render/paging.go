package render

import (
	"strconv"

	"commonground/internal/link"
)

// Paging says which page of an index this is. A page that is all of its index has
// none.
type Paging struct {
	Number, Of     int
	Previous, Next Link   // Href is empty at an end
	Pages          []Link // all of them by number; of very many the first, the last and those around
}

// mostNamed is how many things of a sort a page names beside what it is about.
// Something that is on every page of a large package would otherwise fill it with
// links.
const mostNamed = 30

// mostSteps is how many pathways a lesson shows the way in: each has a button.
const mostSteps = 6

// named returns the first of a list that a page names in passing, and how many
// more there are.
func named[T any](all []T) (first []T, more int) { return atMost(mostNamed, all) }

func atMost[T any](most int, all []T) (first []T, more int) {
	first = all[:min(len(all), most)]
	return first, len(all) - len(first)
}

// allOf leads to all things of a sort, when a page names only the first of them.
func (s *site) allOf(count int, things, to string, at place) *Link {
	if count <= mostNamed {
		return nil
	}
	return &Link{Href: at.address(link.Address{Path: to}), Text: allNamed(count, things)}
}

// index is a list that may go on over several pages, and the path of the first.
type index struct {
	first string
	pages link.Pages
}

// cardIndex is an index of one group of cards.
func cardIndex(first string, cards int) index {
	return index{first, link.Lay(link.Even(cards, link.RoomCard))}
}

// on returns those of the entries of an index of one group that stand on page n.
func on[T any](x index, n int, entries []T) []T {
	for _, stretch := range x.pages[n] {
		return entries[stretch.First:stretch.End]
	}
	return nil
}

// list lists the pages, each made by view from its place among them.
func (x index) list(layout string, view func(n int) any) []page {
	var all []page
	for n := range x.pages {
		all = append(all, page{x.path(n), layout, func() any { return view(n) }})
	}
	return all
}

func (x index) path(n int) string { return link.PageOf(x.first, n) }

// begin returns where a group begins, whose heading has an id.
func (x index) begin(group int, id string) link.Address {
	return link.Address{Path: x.path(x.pages.Begin(group)), Fragment: id}
}

// whole says that there is only one page.
func (x index) whole() bool { return len(x.pages) == 1 }

// paging is what page n says of itself, or nil.
func (x index) paging(n int) *Paging {
	if x.whole() {
		return nil
	}
	at := place{page: x.path(n)}
	p := &Paging{Number: n + 1, Of: len(x.pages)}
	if n > 0 {
		p.Previous = Link{Href: at.address(link.Address{Path: x.path(n - 1)}), Text: wordPrevious}
	}
	if n+1 < len(x.pages) {
		p.Next = Link{Href: at.address(link.Address{Path: x.path(n + 1)}), Text: wordNext}
	}
	p.Pages = x.numbers(n, at)
	return p
}

// mostAround is how many pages before and after one it leads to where there are
// too many to lead to each.
const mostAround = 5

// numbers leads from page n to the pages.
func (x index) numbers(n int, at place) []Link {
	var links []Link
	last := len(x.pages) - 1
	for m := range x.pages {
		if near := m >= n-mostAround && m <= n+mostAround; last >= mostNamed && !near && m > 0 && m < last {
			continue
		}
		l := Link{Href: at.address(link.Address{Path: x.path(m)}), Text: strconv.Itoa(m + 1)}
		if m == n {
			l.Current = "page"
		}
		links = append(links, l)
	}
	return links
}

// frameOf makes the frame of page n of an index; see frame. What sums up the whole
// stands on the first page.
func (s *site) frameOf(x index, n int, title, summary, section, above string) Frame {
	if n > 0 {
		title, summary = pageNumber(title, n+1, len(x.pages)), ""
	}
	f := s.frame(x.path(n), title, summary, section, above)
	f.Paging = x.paging(n)
	return f
}

// indexFrame makes the frame of page n of an index that stands in the menu.
func (s *site) indexFrame(x index, n int, section string) Frame {
	return s.frameOf(x, n, s.indexTitle(x.first), "", section, x.first)
}
