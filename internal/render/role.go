package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// RolePage is what the layout of a role gets.
type RolePage struct {
	Frame
	Body       template.HTML
	Start      *LessonRef    // nil when none was named
	Own        template.HTML // lessons for this role, in the order to do them
	OwnOn      bool          // they began on a page before
	Everyone   template.HTML // lessons for all roles
	EveryoneOn bool          // they began on a page before
	Jump       []Link        // to what the page has, with how many; only on the first of several
	Minutes    string        // how long its lessons take in all; "" where Jump is empty
	Pathways   []PathwayRef
	Myths      []MythRef
	Stories    []StoryRef

	AllPathways, AllMyths, AllStories *Link // nil where they are all above
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
	x := cardIndex(link.Roles, len(roles))
	pages := x.list("roles", func(n int) any {
		return &RolesPage{s.indexFrame(x, n, "roles"), s.roleList(on(x, n, roles), place{page: x.path(n)})}
	})
	for _, r := range roles {
		x := s.roleIndex(r)
		pages = append(pages, x.list("role", func(n int) any { return s.role(r, x, n) })...)
	}
	return pages
}

func (s *site) roleList(roles []*training.Role, at place) []RoleRef {
	var refs []RoleRef
	for _, r := range roles {
		refs = append(refs, RoleRef{s.ref(&r.Item, at), r.Summary, s.start(r, at)})
	}
	return refs
}

// roleIndex is the lessons of a role: first those meant for it, then those for
// everyone.
func (s *site) roleIndex(r *training.Role) index {
	links := s.graph.Role(r)
	return index{s.graph.Address(&r.Item).Path, link.Lay(
		link.Even(len(links.Lessons), link.RoomCard), link.Even(len(links.Everyone), link.RoomCard))}
}

// role makes page n of a role: its lessons, and on the first page all else.
func (s *site) role(r *training.Role, x index, n int) *RolePage {
	at := place{page: x.path(n)}
	links := s.graph.Role(r)
	p := &RolePage{Frame: s.frameOf(x, n, r.Name, r.Summary, "role", link.Roles)}
	for _, on := range x.pages[n] {
		if on.Group == 0 {
			p.Own, p.OwnOn = s.cardsOf(links.Lessons[on.First:on.End]), on.Continues()
			continue
		}
		p.Everyone, p.EveryoneOn = s.cardsOf(links.Everyone[on.First:on.End]), on.Continues()
	}
	if n > 0 {
		return p
	}
	p.Body, p.Start = s.body(&r.Item, at), s.start(r, at)
	p.Jump, p.Minutes = roleJump(links), minutes(links.Minutes)
	pathways, _ := named(links.Pathways)
	myths, _ := named(links.Myths)
	stories, _ := named(links.Stories)
	p.Pathways, p.Myths, p.Stories = s.pathwayRefs(pathways, at), s.mythRefs(myths, at), s.storyRefs(stories, at)
	p.AllPathways = s.allOf(len(links.Pathways), "pathways", link.Pathways, at)
	p.AllMyths = s.allOf(len(links.Myths), "myths and facts", link.Myths, at)
	p.AllStories = s.allOf(len(links.Stories), "stories", link.Stories, at)
	return p
}

// roleJump leads to the lists on the page of a role, each with how many it has in all.
func roleJump(links *link.RoleLinks) []Link {
	first := "#CG-lessons"
	if len(links.Lessons) == 0 {
		first = "#CG-everyone"
	}
	var jump []Link
	for _, list := range []struct {
		count int
		link  Link
	}{
		{len(links.Lessons) + len(links.Everyone), Link{Href: first, Text: lessons(len(links.Lessons) + len(links.Everyone))}},
		{len(links.Pathways), Link{Href: "#CG-pathways", Text: pathways(len(links.Pathways))}},
		{len(links.Myths), Link{Href: "#CG-myths", Text: mythsAndFacts(len(links.Myths))}},
		{len(links.Stories), Link{Href: "#CG-stories", Text: stories(len(links.Stories))}},
	} {
		if list.count > 0 {
			jump = append(jump, list.link)
		}
	}
	return jump
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
