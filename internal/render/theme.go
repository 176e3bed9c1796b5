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
	pages := []page{{link.Themes, "themes", func() any {
		p := &ThemesPage{Frame: s.frame(link.Themes, s.indexTitle(link.Themes), "", "themes", link.Themes)}
		for _, t := range themes {
			p.Themes = append(p.Themes, s.theme(t, place{page: link.Themes}))
		}
		return p
	}}}
	for _, t := range themes {
		pages = append(pages, page{s.graph.Address(&t.Item).Path, "theme", func() any { return s.themePage(t) }})
	}
	return pages
}

func (s *site) themePage(t *training.Theme) *ThemePage {
	path := s.graph.Address(&t.Item).Path
	at := place{page: path}
	links := s.graph.Theme(t)
	p := &ThemePage{
		Frame: s.frame(path, t.Name, t.Summary, "theme", link.Themes),
		Theme: s.theme(t, at), Body: s.body(&t.Item, at), Cards: s.cardsOf(links.Lessons),
		Myths: s.mythRefs(links.Myths, at), Stories: s.storyRefs(links.Stories, at),
	}
	for _, i := range links.Insights {
		p.Insights = append(p.Insights, s.insight(i, at))
	}
	return p
}
