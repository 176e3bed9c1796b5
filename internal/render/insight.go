package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// InsightsPage is what the layout of the evidence page gets.
type InsightsPage struct {
	Frame
	Groups []InsightGroup
}

// InsightGroup is the insights of a theme. One of several themes stands under
// the first that it names.
type InsightGroup struct {
	Theme    Theme
	Insights []InsightEntry
}

// InsightEntry is something people told the project.
type InsightEntry struct {
	ID           string // of the element on the evidence page; "" elsewhere
	Method, From string
	Role         Link // Href is empty when none was named
	Themes       []Link
	Body         template.HTML
}

func (s *site) insightPages() []page {
	if len(s.pkg.Insights) == 0 {
		return nil
	}
	return []page{{link.Insights, "insights", func() any { return s.insights() }}}
}

func (s *site) insights() *InsightsPage {
	p := &InsightsPage{Frame: s.frame(link.Insights, s.indexTitle(link.Insights), "", "insights", link.Insights)}
	for _, t := range s.themes() {
		g := InsightGroup{Theme: s.theme(t, place{page: link.Insights})}
		for _, i := range s.graph.Theme(t).Insights {
			if s.graph.Insight(i).Themes[0] == t {
				entry := s.insight(i, place{page: link.Insights})
				entry.ID = s.graph.Address(&i.Item).Fragment
				g.Insights = append(g.Insights, entry)
			}
		}
		if len(g.Insights) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

func (s *site) insight(i *training.Insight, at place) InsightEntry {
	links := s.graph.Insight(i)
	e := InsightEntry{
		Method: methodNames[i.Method], From: fromNames[i.From], Themes: s.themeRefs(links.Themes, at),
		Body: s.body(&i.Item, place{page: at.page, prefix: link.EntryPrefix(&i.Item) + ".", shift: at.shift + 1, edition: at.edition}),
	}
	if links.Role != nil && s.graph.Shown(&links.Role.Item) {
		e.Role = s.ref(&links.Role.Item, at)
	}
	return e
}
