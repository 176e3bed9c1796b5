package render

import (
	"strings"

	"commonground/internal/link"
	"commonground/internal/training"
)

// List is a page that lists things of the package, as readers look for it.
type List struct {
	Path, Title, Summary string
	Also                 []string // other words for it
}

// Lists returns the pages that list what the package has: its indexes, the cards
// to cut out, and the handbook.
func Lists(pkg *training.Package, graph *link.Graph) []List {
	s := &site{pkg: pkg, graph: graph}
	var all []List
	add := func(path, title string) {
		about := aboutLists[path]
		all = append(all, List{path, title, about.summary, strings.Split(about.also, ", ")})
	}
	for _, sec := range s.listSections() {
		if sec.inMenu {
			add(sec.index, sec.title)
		}
	}
	if len(pkg.Myths) > 0 {
		add(link.Cards, wordCards)
	}
	if len(all) > 0 {
		add(graph.Handbook().Volumes[0].Path, wordHandbook)
	}
	return all
}
