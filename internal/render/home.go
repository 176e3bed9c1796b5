package render

import (
	"html/template"
	"slices"

	"commonground/internal/link"
	"commonground/internal/training"
)

// HomePage is what the layout of the home page gets.
type HomePage struct {
	Frame
	Body     template.HTML
	Times    []TimeLink
	First    *LessonRef // a good lesson to begin with; nil when there is none
	Themes   []Theme
	Roles    []RoleRef
	Pathways []PathwayRef

	AllThemes, AllRoles, AllPathways *Link // nil where they are all above
}

// TimeLink leads to what fits into a number of minutes: myth cards, or lessons.
type TimeLink struct {
	Link
	Figure string // the minutes at most: 10, or 20+ for more than all others
	Unit   string // minutes, or minute
	Has    string // what there is to do, and how much
}

// LessonRef is a lesson in a short list.
type LessonRef struct {
	Link
	Summary, Minutes string
	Slug             string
	Is               string // what filters ask for; only in the list of all
}

// RoleRef is a role in a list.
type RoleRef struct {
	Link
	Summary string
	Start   *LessonRef // nil when none was named
}

// PathwayRef is a pathway in a list.
type PathwayRef struct {
	Link
	Summary, Lessons, Minutes string
}

func (s *site) homePages() []page {
	pages := []page{{link.Home, "home", func() any { return s.home() }}}
	if s.base != "" {
		return append(pages, page{link.NotFound, "404", func() any { return s.notFound() }})
	}
	return append(pages, page{link.NotFound, "404-bare", func() any { return s.notFound() }})
}

func (s *site) home() *HomePage {
	p := &HomePage{Frame: s.frame(link.Home, s.pkg.Settings.Name, s.pkg.Settings.Summary, "home", "")}
	at := place{page: link.Home}
	p.Body = s.body(&s.pkg.Settings.Item, at)
	p.Times = s.times(at)
	if first := s.first(); first != nil {
		ref := s.lessonRef(first, at)
		p.First = &ref
	}
	themes, _ := named(s.themes())
	p.Themes, p.AllThemes = s.themeList(themes, at), s.allOf(len(s.themes()), "themes", link.Themes, at)
	roles, _ := named(s.roles())
	p.Roles, p.AllRoles = s.roleList(roles, at), s.allOf(len(s.roles()), "roles", link.Roles, at)
	pathways, _ := named(s.pkg.Pathways)
	p.Pathways, p.AllPathways = s.pathwayRefs(pathways, at), s.allOf(len(s.pkg.Pathways), "pathways", link.Pathways, at)
	return p
}

// times are the ways in by time. A myth card is read in a minute.
func (s *site) times(at place) []TimeLink {
	var all []TimeLink
	if n := len(s.pkg.Myths); n > 0 {
		all = append(all, TimeLink{Link{Href: at.address(link.Address{Path: link.Myths}), Text: s.indexTitle(link.Myths)}, "1", wordMinute, mythsAndFacts(n)})
	}
	x := s.lessonIndex()
	for n, g := range x.groups {
		all = append(all, TimeLink{Link{Href: at.address(x.begin(n, g.ID)), Text: g.Title}, g.Figure, wordMinutes, lessons(len(g.lessons))})
	}
	return all
}

// first is a good lesson for somebody new: the first of the level start that
// asks for nothing before it.
func (s *site) first() *training.Lesson {
	i := slices.IndexFunc(s.pkg.Lessons, func(l *training.Lesson) bool { return l.Level == "start" && len(l.Before) == 0 })
	if i < 0 {
		return nil
	}
	return s.pkg.Lessons[i]
}

func (s *site) lessonRef(l *training.Lesson, at place) LessonRef {
	return LessonRef{Link: s.ref(&l.Item, at), Summary: l.Summary, Minutes: minutes(l.Minutes), Slug: l.Slug}
}

// NotFoundPage is what the layouts of the page for a wrong address get.
type NotFoundPage struct{ Frame }

// notFound makes the page for a wrong address. A server shows it at any depth,
// so its links begin with the address of the site, when there is one.
func (s *site) notFound() *NotFoundPage {
	p := &NotFoundPage{s.frame(link.NotFound, wordNotFound, "", "not-found", "")}
	if base := s.base; base != "" {
		p.Root, p.Trail = base, ""
		p.Head, p.Menu, p.Foot = s.heads[base], s.menus[menuKey{root: base}], s.feet[base]
	}
	return p
}
