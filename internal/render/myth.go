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
	Theme Link // Href is empty for those of no theme
	Myths []MythRef
}

func (s *site) mythPages() []page {
	if len(s.pkg.Myths) == 0 {
		return nil
	}
	pages := []page{{link.Myths, "myths", func() any { return s.myths() }}}
	for _, m := range s.pkg.Myths {
		pages = append(pages, page{s.graph.Address(&m.Item).Path, "myth", func() any { return s.myth(m) }})
	}
	return pages
}

func (s *site) myths() *MythsPage {
	at := place{page: link.Myths}
	p := &MythsPage{
		Frame: s.frame(link.Myths, s.indexTitle(link.Myths), "", "myths", link.Myths),
		Cards: Link{Href: at.address(link.Address{Path: link.Cards}), Text: wordPrintCards},
	}
	for _, t := range s.mythThemes() {
		g := MythGroup{Link{Text: wordOther}, s.mythEntries(t.myths)}
		if t.theme != nil {
			g.Theme = s.ref(&t.theme.Item, at)
		}
		p.Groups = append(p.Groups, g)
	}
	p.Filters = s.mythFilters(p.Groups)
	return p
}

// mythTheme is the myth cards that stand under a theme; theme is nil for those of none.
type mythTheme struct {
	theme *training.Theme
	myths []*training.Myth
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

func (s *site) myth(m *training.Myth) *MythPage {
	path := s.graph.Address(&m.Item).Path
	at := place{page: path}
	links := s.graph.Myth(m)
	return &MythPage{
		Frame: s.frame(path, m.Name, "", "myth", link.Myths),
		Myth:  m.Myth, Why: m.Why, Say: m.Say, Evidence: evidenceNames[m.Evidence], Nation: m.Nation,
		Body:   s.body(&m.Item, at),
		Themes: s.themeRefs(links.Themes, at), Roles: s.roleRefs(links.Roles, at), Lessons: s.lessonRefs(links.Lessons, at),
		Sources: sources(m.Sources), Reviewed: dayOf(m.Reviewed), ReviewBy: dayOf(m.ReviewBy),
	}
}
