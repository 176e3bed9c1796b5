package render

import (
	"slices"
	"strings"

	"commonground/internal/link"
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
func anyOf(entries []string) func(is string) bool {
	said := map[string]bool{}
	for _, entry := range entries {
		for word := range strings.FieldsSeq(entry) {
			said[word] = true
		}
	}
	return func(is string) bool { return said[is] }
}

func (s *site) roleChoices(at place) []Choice {
	var all []Choice
	for _, r := range s.roles() {
		all = append(all, Choice{s.ref(&r.Item, at), "role-" + r.Slug})
	}
	return all
}

func (s *site) themeChoices(at place) []Choice {
	var all []Choice
	for _, t := range s.themes() {
		all = append(all, Choice{s.ref(&t.Item, at), "theme-" + t.Slug})
	}
	return all
}

// isFor says for which roles and themes something is. What names no role is for
// every role.
func (s *site) isFor(roles []*training.Role, themes []*training.Theme) []string {
	if len(roles) == 0 {
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

// lessonFilters are those of the list of lessons, whose entries are refs.
func (s *site) lessonFilters(groups []Group, refs []LessonRef) []Filter {
	at := place{page: link.Lessons}
	var entries []string
	for _, r := range refs {
		entries = append(entries, r.Is)
	}
	var times, levels []Choice
	for _, g := range groups {
		times = append(times, Choice{Link{Href: "#" + g.ID, Text: g.Title}, g.ID})
	}
	for _, level := range levelOrder {
		levels = append(levels, Choice{Link{Text: levelNames[level]}, "level-" + level})
	}
	has := anyOf(entries)
	return slices.Concat(choose("time", wordByTime, times, has), choose("role", wordByRole, s.roleChoices(at), has),
		choose("theme", wordByTheme, s.themeChoices(at), has), choose("level", wordByLevel, levels, has))
}

// mythEntries are the cards of the list of all, with what filters ask for and what
// shows when a card has been guessed.
func (s *site) mythEntries(myths []*training.Myth) []MythRef {
	refs := s.mythRefs(myths, place{page: link.Myths})
	for i, m := range myths {
		links := s.graph.Myth(m)
		refs[i].Why, refs[i].Say = m.Why, m.Say
		refs[i].Is = strings.Join(s.isFor(links.Roles, links.Themes), " ")
	}
	return refs
}

// mythFilters are those of the list of myth cards.
func (s *site) mythFilters(groups []MythGroup) []Filter {
	at := place{page: link.Myths}
	var entries []string
	for _, g := range groups {
		for _, m := range g.Myths {
			entries = append(entries, m.Is)
		}
	}
	has := anyOf(entries)
	return slices.Concat(choose("role", wordByRole, s.roleChoices(at), has), choose("theme", wordByTheme, s.themeChoices(at), has))
}
