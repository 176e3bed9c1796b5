package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// PathwayPage is what the layout of a pathway gets.
type PathwayPage struct {
	Frame
	Body    template.HTML
	Roles   []Link
	Cards   template.HTML // its lessons, in order
	Count   string
	Minutes string
}

// PathwaysPage is what the layout of the list of pathways gets.
type PathwaysPage struct {
	Frame
	Pathways []PathwayRef
}

func (s *site) pathwayPages() []page {
	if len(s.pkg.Pathways) == 0 {
		return nil
	}
	x := cardIndex(link.Pathways, len(s.pkg.Pathways))
	pages := x.list("pathways", func(n int) any {
		return &PathwaysPage{s.indexFrame(x, n, "pathways"), s.pathwayRefs(on(x, n, s.pkg.Pathways), place{page: x.path(n)})}
	})
	for _, p := range s.pkg.Pathways {
		pages = append(pages, page{s.graph.Address(&p.Item).Path, "pathway", func() any { return s.pathway(p) }})
	}
	return pages
}

func (s *site) pathwayRefs(pathways []*training.Pathway, at place) []PathwayRef {
	var refs []PathwayRef
	for _, p := range pathways {
		links := s.graph.Pathway(p)
		refs = append(refs, PathwayRef{s.ref(&p.Item, at), p.Summary, lessons(len(links.Lessons)), minutes(links.Minutes)})
	}
	return refs
}

func (s *site) pathway(p *training.Pathway) *PathwayPage {
	path := s.graph.Address(&p.Item).Path
	at := place{page: path}
	links := s.graph.Pathway(p)
	return &PathwayPage{
		Frame: s.frame(path, p.Name, p.Summary, "pathway", link.Pathways),
		Body:  s.body(&p.Item, at), Roles: s.roleRefs(links.Roles, at), Cards: s.cardsOf(links.Lessons),
		Count: lessons(len(links.Lessons)), Minutes: minutes(links.Minutes),
	}
}
