package render

import (
	"iter"
	"slices"
	"strings"

	"commonground/internal/training"
)

// Filter is a way to choose from a list: links without script, and with it
// buttons that leave in the list what is as they say.
type Filter struct {
	ID, Title string
	Linked    bool // each choice has a page or a place to lead to
	Choices   []Choice
}

// Choice is what an entry of a list can be: Is is one of the words that the entry
// says of itself.
type Choice struct {
	Link
	Is string
}

// choose makes a filter of the choices that an entry has, when there is something
// to choose.
func choose(id, title string, choices []Choice, has func(is string) bool) []Filter {
	choices = slices.DeleteFunc(choices, func(c Choice) bool { return !has(c.Is) })
	if len(choices) < 2 {
		return nil
	}
	linked := !slices.ContainsFunc(choices, func(c Choice) bool { return c.Href == "" })
	return []Filter{{ID: "CG-by-" + id, Title: title, Linked: linked, Choices: choices}}
}

// anyOf says of a word whether one of the entries says it of itself.
func anyOf(entries iter.Seq[string]) func(is string) bool {
	said := map[string]bool{}
	for entry := range entries {
		for word := range strings.FieldsSeq(entry) {
			said[word] = true
		}
	}
	return func(is string) bool { return said[is] }
}

// manyRoles and manyThemes say that there are too many for a filter: nobody looks
// through so many buttons, and every entry of a list would have to name them.
func (s *site) manyRoles() bool  { return len(s.roles()) > mostNamed }
func (s *site) manyThemes() bool { return len(s.themes()) > mostNamed }

func (s *site) roleChoices(at place) []Choice {
	var all []Choice
	if s.manyRoles() {
		return nil
	}
	for _, r := range s.roles() {
		all = append(all, Choice{s.ref(&r.Item, at), "role-" + r.Slug})
	}
	return all
}

func (s *site) themeChoices(at place) []Choice {
	var all []Choice
	if s.manyThemes() {
		return nil
	}
	for _, t := range s.themes() {
		all = append(all, Choice{s.ref(&t.Item, at), "theme-" + t.Slug})
	}
	return all
}

// isFor says for which roles and themes something is. What names no role is for
// every role.
func (s *site) isFor(roles []*training.Role, themes []*training.Theme) []string {
	if len(roles) == 0 && !s.manyRoles() {
		roles = s.roles()
	}
	var all []string
	for _, r := range roles {
		all = append(all, "role-"+r.Slug)
	}
	for _, t := range themes {
		all = append(all, "theme-"+t.Slug)
	}
	return all
}

// lessonIs says how long a lesson takes, for whom it is, and how hard it is.
func (s *site) lessonIs(l *training.Lesson, group string) string {
	links := s.graph.Lesson(l)
	is := append([]string{group}, s.isFor(links.Roles, links.Themes)...)
	if l.Level != "" {
		is = append(is, "level-"+l.Level)
	}
	return strings.Join(is, " ")
}

// lessonFilters are those of a page of the list of lessons. Where there are
// several, no script can look through all of them, and the choices only lead on.
func (s *site) lessonFilters(x *lessonIndex, at place) []Filter {
	var times, levels []Choice
	for n, g := range x.groups {
		times = append(times, Choice{Link{Href: at.address(x.begin(n, g.ID)), Text: g.Title}, g.ID})
	}
	for _, level := range levelOrder {
		levels = append(levels, Choice{Link{Text: levelNames[level]}, "level-" + level})
	}
	_, has := x.is()
	filters := slices.Concat(choose("time", wordByTime, times, has), choose("role", wordByRole, s.roleChoices(at), has),
		choose("theme", wordByTheme, s.themeChoices(at), has), choose("level", wordByLevel, levels, has))
	if x.whole() {
		return filters
	}
	return slices.DeleteFunc(filters, func(f Filter) bool { return !f.Linked })
}

// mythIs says for whom a myth card is, and of which themes.
func (s *site) mythIs(m *training.Myth) string {
	links := s.graph.Myth(m)
	return strings.Join(s.isFor(links.Roles, links.Themes), " ")
}

// mythFilters are those of the list of myth cards when it is one page.
func (s *site) mythFilters(at place) []Filter {
	has := anyOf(func(yield func(is string) bool) {
		for _, m := range s.pkg.Myths {
			if !yield(s.mythIs(m)) {
				return
			}
		}
	})
	return slices.Concat(choose("role", wordByRole, s.roleChoices(at), has), choose("theme", wordByTheme, s.themeChoices(at), has))
}
