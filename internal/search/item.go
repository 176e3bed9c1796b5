package search

import (
	"strings"

	"commonground/internal/link"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

// item is something that can be found: a result when it is.
type item struct {
	*training.Item
	kind    kind
	summary string
	minutes int
	themes  []*training.Theme
	names   []string // what else it is called, in the same breath as its title
	lines   []string // sentences of the front matter that readers see
	// texts are the bodies that its page shows: its own first. Only the headings
	// of that one can be led to.
	texts []*training.Item
}

// listItems lists what can be found, in the order in which equally good results
// stand: what teaches comes before what lists.
func listItems(pkg *training.Package, graph *link.Graph, lists []List) []*item {
	var all []*item
	add := func(of *training.Item, i item) {
		if graph.Shown(of) {
			i.Item, i.kind, i.texts = of, kindOf(of, graph), append([]*training.Item{of}, i.texts...)
			all = append(all, &i)
		}
	}
	for _, x := range pkg.Lessons {
		add(&x.Item, item{summary: x.Summary, minutes: x.Minutes, themes: graph.Lesson(x).Themes, lines: append([]string{x.Outcome, x.Takeaway}, x.Needs...)})
	}
	for _, x := range pkg.Terms {
		add(&x.Item, item{summary: x.Meaning, names: append([]string{x.Say}, x.Also...)})
	}
	for _, x := range pkg.Myths {
		add(&x.Item, item{summary: x.Myth, themes: graph.Myth(x).Themes, lines: []string{x.Why, x.Say}})
	}
	for _, x := range pkg.Stories {
		add(&x.Item, item{summary: x.Summary, themes: graph.Story(x).Themes})
	}
	for _, x := range pkg.Pathways {
		add(&x.Item, item{summary: x.Summary, minutes: graph.Pathway(x).Minutes})
	}
	for _, x := range pkg.Themes {
		add(&x.Item, item{summary: x.Summary, texts: insightsOf(x, graph)})
	}
	for _, x := range pkg.Roles {
		add(&x.Item, item{summary: x.Summary})
	}
	for _, x := range pkg.Pages {
		add(&x.Item, item{summary: x.Summary})
	}
	for _, l := range lists {
		all = append(all, listItem(l))
	}
	return all
}

// List is a page that lists things, and is found by its title and other words for it.
type List struct {
	Path, Title, Summary string
	Also                 []string
}

func listItem(l List) *item {
	of := &training.Item{Slug: l.Path, Name: l.Title, Doc: &markdown.Doc{}}
	return &item{Item: of, kind: kind{"list", "", ""}, summary: l.Summary, names: l.Also, texts: []*training.Item{of}}
}

// insightsOf returns what people said about a theme. It has no title to be found
// by, and stands on the page of the theme.
func insightsOf(t *training.Theme, graph *link.Graph) []*training.Item {
	var said []*training.Item
	for _, i := range graph.Theme(t).Insights {
		said = append(said, &i.Item)
	}
	return said
}

// heading is a place that a result can lead to.
type heading struct{ text, id string }

// deepest is the level of the headings that divide a text into places. What
// stands below a deeper one belongs to the place around it.
const deepest = 3

// headings lists the places of an item after its top: those that learners see.
func (i *item) headings() []heading {
	aside := i.Doc.Aside()
	var all []heading
	for n, h := range i.Doc.Headings {
		if h.Level <= deepest && !aside.Headings[n] {
			all = append(all, heading{tidy(h.Text), h.ID})
		}
	}
	return all
}

// kind is what is the same of many items: the name of their kind, and what their
// addresses have before the slug and after.
type kind = [3]string

func kindOf(i *training.Item, graph *link.Graph) kind {
	at := graph.Address(i)
	if at.Fragment != "" {
		return kind{i.Kind.Name, at.Path + "#" + strings.TrimSuffix(at.Fragment, i.Slug), ""}
	}
	return kind{i.Kind.Name, strings.TrimSuffix(at.Path, i.Slug+".html"), ".html"}
}

// kinds lists what items are of, and numbers it. What stands on shared pages is of
// as many as there are pages.
func kinds(items []*item) (all []kind, numbers map[kind]int) {
	all, numbers = []kind{}, map[kind]int{}
	for _, i := range items {
		if _, known := numbers[i.kind]; !known {
			numbers[i.kind] = len(all)
			all = append(all, i.kind)
		}
	}
	return all, numbers
}

// tidy puts a text on one line.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }
