package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// RolePage is what the layout of a role gets.
type RolePage struct {
	Frame
	Body     template.HTML
	Start    *LessonRef    // nil when none was named
	Own      template.HTML // lessons for this role, in the order to do them
	Everyone template.HTML // lessons for all roles
	Count    string        // how many lessons in all
	Minutes  string        // how long they take in all
	Pathways []PathwayRef
	Myths    []MythRef
	Stories  []StoryRef
}

// RolesPage is what the layout of the list of roles gets.
type RolesPage struct {
	Frame
	Roles []RoleRef
}

func (s *site) rolePages() []page {
	roles := s.roles()
	if len(roles) == 0 {
		return nil
	}
	pages := []page{{link.Roles, "roles", func() any {
		return &RolesPage{s.frame(link.Roles, s.indexTitle(link.Roles), "", "roles", link.Roles), s.roleList(place{page: link.Roles})}
	}}}
	for _, r := range roles {
		pages = append(pages, page{s.graph.Address(&r.Item).Path, "role", func() any { return s.role(r) }})
	}
	return pages
}

func (s *site) roleList(at place) []RoleRef {
	var refs []RoleRef
	for _, r := range s.roles() {
		refs = append(refs, RoleRef{s.ref(&r.Item, at), r.Summary, s.start(r, at)})
	}
	return refs
}

func (s *site) role(r *training.Role) *RolePage {
	path := s.graph.Address(&r.Item).Path
	at := place{page: path}
	links := s.graph.Role(r)
	return &RolePage{
		Frame: s.frame(path, r.Name, r.Summary, "role", link.Roles),
		Body:  s.body(&r.Item, at),
		Own:   s.cardsOf(links.Lessons), Everyone: s.cardsOf(links.Everyone),
		Count: lessons(len(links.Lessons) + len(links.Everyone)), Minutes: minutes(links.Minutes),
		Pathways: s.pathwayRefs(links.Pathways, at), Myths: s.mythRefs(links.Myths, at), Stories: s.storyRefs(links.Stories, at),
		Start: s.start(r, at),
	}
}

// start is the lesson to begin with in a role, or nil.
func (s *site) start(r *training.Role, at place) *LessonRef {
	first := s.graph.Role(r).Start
	if first == nil {
		return nil
	}
	ref := s.lessonRef(first, at)
	return &ref
}
