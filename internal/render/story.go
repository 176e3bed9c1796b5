package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// StoryPage is what the layout of a story gets.
type StoryPage struct {
	Frame
	From          string
	Fictional     bool
	Body          template.HTML
	Themes, Roles []Link
	Reviewed      Day
}

// StoriesPage is what the layout of the list of stories gets.
type StoriesPage struct {
	Frame
	Stories []StoryRef
}

func (s *site) storyPages() []page {
	if len(s.pkg.Stories) == 0 {
		return nil
	}
	x := cardIndex(link.Stories, len(s.pkg.Stories))
	pages := x.list("stories", func(n int) any {
		return &StoriesPage{s.indexFrame(x, n, "stories"), s.storyRefs(on(x, n, s.pkg.Stories), place{page: x.path(n)})}
	})
	for _, x := range s.pkg.Stories {
		pages = append(pages, page{s.graph.Address(&x.Item).Path, "story", func() any { return s.story(x) }})
	}
	return pages
}

func (s *site) story(x *training.Story) *StoryPage {
	path := s.graph.Address(&x.Item).Path
	at := place{page: path}
	links := s.graph.Story(x)
	return &StoryPage{
		Frame: s.frame(path, x.Name, x.Summary, "story", link.Stories),
		From:  fromNames[x.From], Fictional: x.Fictional, Body: s.body(&x.Item, at),
		Themes: s.themeRefs(links.Themes, at), Roles: s.roleRefs(links.Roles, at), Reviewed: dayOf(x.Reviewed),
	}
}

// PlainPage is what the layout of any other page gets.
type PlainPage struct {
	Frame
	Body template.HTML
}

func (s *site) plainPages() []page {
	var pages []page
	for _, x := range s.pkg.Pages {
		path := s.graph.Address(&x.Item).Path
		at := place{page: path}
		pages = append(pages, page{path, "page", func() any {
			return &PlainPage{s.frame(path, x.Name, x.Summary, "page", ""), s.body(&x.Item, at)}
		}})
	}
	return pages
}
