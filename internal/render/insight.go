package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// InsightsPage is what the layout of the evidence page gets.
type InsightsPage struct {
	Frame
	Jump   []Link // to where each theme begins, when there are several pages
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
	x := index{link.Insights, s.graph.EvidencePages()}
	return x.list("insights", func(n int) any { return s.insights(x, n) })
}

func (s *site) insights(x index, n int) *InsightsPage {
	p := &InsightsPage{Frame: s.indexFrame(x, n, "insights")}
	at := place{page: x.path(n)}
	for _, on := range x.pages[n] {
		t := s.pkg.Themes[on.Group]
		g := InsightGroup{Theme: s.theme(t, at)}
		if on.Continues() {
			g.Theme.Text, g.Theme.Summary = continued(g.Theme.Text), ""
		}
		for _, i := range s.graph.Theme(t).Evidence[on.First:on.End] {
			entry := s.insight(i, at)
			entry.ID = s.graph.Address(&i.Item).Fragment
			g.Insights = append(g.Insights, entry)
		}
		p.Groups = append(p.Groups, g)
	}
	if !x.whole() {
		p.Jump = s.evidenceJump(x, at)
	}
	return p
}

// evidenceJump leads to where each theme begins, unless there are too many.
func (s *site) evidenceJump(x index, at place) []Link {
	if s.manyThemes() {
		return nil
	}
	var jump []Link
	for n, t := range s.pkg.Themes {
		if said := s.graph.Theme(t).Evidence; len(said) > 0 {
			jump = append(jump, Link{Href: at.address(x.begin(n, s.graph.Address(&said[0].Item).Fragment)), Text: t.Name})
		}
	}
	return jump
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
