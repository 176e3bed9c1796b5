package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// ThemePage is what the layout of a theme gets.
type ThemePage struct {
	Frame
	Theme    Theme
	Body     template.HTML
	Insights []InsightEntry
	Cards    template.HTML // its lessons
	Myths    []MythRef
	Stories  []StoryRef

	AllInsights, AllMyths, AllStories *Link // nil where they are all above
}

// ThemesPage is what the layout of the list of themes gets.
type ThemesPage struct {
	Frame
	Themes []Theme
}

func (s *site) themePages() []page {
	themes := s.themes()
	if len(themes) == 0 {
		return nil
	}
	x := cardIndex(link.Themes, len(themes))
	pages := x.list("themes", func(n int) any {
		return &ThemesPage{s.indexFrame(x, n, "themes"), s.themeList(on(x, n, themes), place{page: x.path(n)})}
	})
	for _, t := range themes {
		x := cardIndex(s.graph.Address(&t.Item).Path, len(s.graph.Theme(t).Lessons))
		pages = append(pages, x.list("theme", func(n int) any { return s.themePage(t, x, n) })...)
	}
	return pages
}

func (s *site) themeList(themes []*training.Theme, at place) []Theme {
	var all []Theme
	for _, t := range themes {
		all = append(all, s.theme(t, at))
	}
	return all
}

// themePage makes page n of a theme: its lessons, and on the first page all else.
func (s *site) themePage(t *training.Theme, x index, n int) *ThemePage {
	at := place{page: x.path(n)}
	links := s.graph.Theme(t)
	p := &ThemePage{
		Frame: s.frameOf(x, n, t.Name, t.Summary, "theme", link.Themes),
		Theme: s.theme(t, at), Cards: s.cardsOf(on(x, n, links.Lessons)),
	}
	if n > 0 {
		return p
	}
	p.Body = s.body(&t.Item, at)
	insights, _ := named(links.Insights)
	for _, i := range insights {
		p.Insights = append(p.Insights, s.insight(i, at))
	}
	myths, _ := named(links.Myths)
	stories, _ := named(links.Stories)
	p.Myths, p.Stories = s.mythRefs(myths, at), s.storyRefs(stories, at)
	p.AllInsights = s.allOf(len(links.Insights), "insights", link.Insights, at)
	p.AllMyths = s.allOf(len(links.Myths), "myths and facts", link.Myths, at)
	p.AllStories = s.allOf(len(links.Stories), "stories", link.Stories, at)
	return p
}
