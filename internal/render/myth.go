package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// MythPage is what the layout of a myth card gets. The title of the page is the fact.
type MythPage struct {
	Frame
	Myth, Why, Say     string
	Evidence, Nation   string
	Body               template.HTML
	Themes, Roles      []Link
	Lessons            []Link
	MoreLessons        int  // how many more there are
	Next               Link // the card after this one, and the first after the last; Href is empty when there is no other
	Sources            []Source
	Reviewed, ReviewBy Day
}

// MythsPage is what the layout of the list of myth cards gets.
type MythsPage struct {
	Frame
	Cards   Link // all of them to print and cut out
	Groups  []MythGroup
	Filters []Filter
}

// MythGroup is the myth cards of a theme; those of none come last, under Other.
type MythGroup struct {
	ID    string // "" when all are on one page
	Theme Link   // Href is empty for those of no theme
	Myths []MythRef
}

func (s *site) mythPages() []page {
	if len(s.pkg.Myths) == 0 {
		return nil
	}
	x := s.mythIndex()
	pages := x.list("myths", func(n int) any { return s.myths(x, n) })
	for n, m := range s.pkg.Myths {
		pages = append(pages, page{s.graph.Address(&m.Item).Path, "myth", func() any { return s.myth(m, n) }})
	}
	return pages
}

// mythIndex is the list of myth cards: those of one theme after those of another.
type mythIndex struct {
	index
	themes []mythTheme
}

func (s *site) mythIndex() *mythIndex {
	x := &mythIndex{themes: s.mythThemes()}
	var groups []link.Group
	for _, t := range x.themes {
		var group link.Group
		for _, m := range t.myths {
			group = append(group, link.MythRoom(m))
		}
		groups = append(groups, group)
	}
	x.index = index{link.Myths, link.Lay(groups...)}
	return x
}

func (s *site) myths(x *mythIndex, n int) *MythsPage {
	at := place{page: x.path(n)}
	p := &MythsPage{
		Frame: s.indexFrame(x.index, n, "myths"),
		Cards: Link{Href: at.address(link.Address{Path: link.Cards}), Text: wordPrintCards},
	}
	for _, on := range x.pages[n] {
		t := x.themes[on.Group]
		g := MythGroup{Theme: Link{Text: wordOther}, Myths: s.mythEntries(t.myths[on.First:on.End], at)}
		if t.theme != nil {
			g.Theme = s.ref(&t.theme.Item, at)
		}
		if !x.whole() {
			g.ID = t.id()
		}
		if on.Continues() {
			g.Theme.Text = continued(g.Theme.Text)
		}
		p.Groups = append(p.Groups, g)
	}
	if x.whole() {
		p.Filters = s.mythFilters(at)
	} else {
		p.Filters = s.mythJump(x, at)
	}
	return p
}

// mythEntries are cards of the list of all, with what filters ask for and what
// shows when a card has been guessed.
func (s *site) mythEntries(myths []*training.Myth, at place) []MythRef {
	refs := s.mythRefs(myths, at)
	for i, m := range myths {
		refs[i].Why, refs[i].Say, refs[i].Is = m.Why, m.Say, s.mythIs(m)
	}
	return refs
}

// mythJump leads to where the cards of each theme begin. No script can look
// through several pages, so there is no other choice.
func (s *site) mythJump(x *mythIndex, at place) []Filter {
	if s.manyThemes() {
		return nil
	}
	var themes []Choice
	for n, t := range x.themes {
		name := wordOther
		if t.theme != nil {
			name = t.theme.Name
		}
		themes = append(themes, Choice{Link{Href: at.address(x.begin(n, t.id())), Text: name}, t.id()})
	}
	return choose("theme", wordByTheme, themes, func(string) bool { return true })
}

// mythTheme is the myth cards that stand under a theme; theme is nil for those of none.
type mythTheme struct {
	theme *training.Theme
	myths []*training.Myth
}

// id is that of its heading.
func (t mythTheme) id() string {
	if t.theme == nil {
		return "CG-other"
	}
	return "CG-theme-" + t.theme.Slug
}

// mythThemes groups the cards by theme, those of none last. A card of several
// themes stands once, under the one that fewest cards have, so that a theme that
// nearly all share does not swallow the rest.
func (s *site) mythThemes() []mythTheme {
	under := map[*training.Theme][]*training.Myth{}
	for _, m := range s.pkg.Myths {
		var rarest *training.Theme
		for _, t := range s.graph.Myth(m).Themes {
			if rarest == nil || len(s.graph.Theme(t).Myths) < len(s.graph.Theme(rarest).Myths) {
				rarest = t
			}
		}
		under[rarest] = append(under[rarest], m)
	}
	var groups []mythTheme
	for _, t := range append(s.themes(), nil) {
		if len(under[t]) > 0 {
			groups = append(groups, mythTheme{t, under[t]})
		}
	}
	return groups
}

// myth makes the page of myth n.
func (s *site) myth(m *training.Myth, n int) *MythPage {
	path := s.graph.Address(&m.Item).Path
	at := place{page: path}
	links := s.graph.Myth(m)
	lessons, more := named(links.Lessons)
	p := &MythPage{
		Frame: s.frame(path, m.Name, "", "myth", link.Myths),
		Myth:  m.Myth, Why: m.Why, Say: m.Say, Evidence: evidenceNames[m.Evidence], Nation: m.Nation,
		Body:   s.body(&m.Item, at),
		Themes: s.themeRefs(links.Themes, at), Roles: s.roleRefs(links.Roles, at), Lessons: s.lessonRefs(lessons, at), MoreLessons: more,
		Sources: sources(m.Sources), Reviewed: dayOf(m.Reviewed), ReviewBy: dayOf(m.ReviewBy),
	}
	if all := s.pkg.Myths; len(all) > 1 {
		p.Next = s.ref(&all[(n+1)%len(all)].Item, at)
	}
	return p
}
