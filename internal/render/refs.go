package render

import (
	"html/template"
	"strings"

	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// ref returns a link to an item from a place.
func (s *site) ref(i *training.Item, at place) Link {
	return Link{Href: at.address(s.graph.Address(i)), Text: i.Name}
}

// themeRefs, roleRefs and lessonRefs return links in the order given.
// What an item refers to has a page, for that item belongs to it.
func (s *site) themeRefs(themes []*training.Theme, at place) []Link {
	var links []Link
	for _, t := range themes {
		links = append(links, s.ref(&t.Item, at))
	}
	return links
}

func (s *site) roleRefs(roles []*training.Role, at place) []Link {
	var links []Link
	for _, r := range roles {
		links = append(links, s.ref(&r.Item, at))
	}
	return links
}

func (s *site) lessonRefs(lessons []*training.Lesson, at place) []Link {
	var links []Link
	for _, l := range lessons {
		links = append(links, s.ref(&l.Item, at))
	}
	return links
}

// linksTo lists links to items, for pages that lie in a folder.
func (s *site) linksTo(items []*training.Item) template.HTML {
	links := s.links()
	var b strings.Builder
	for _, i := range items {
		b.WriteString(string(links[i]))
	}
	return template.HTML(b.String())
}

// CardView is what the layout of a lesson's card gets: its entry in a list.
type CardView struct {
	Href, Title, Summary string
	Slug, Minutes        string
	Colour               string // of its first theme, as a class
	Themes               []ThemeTag
}

// ThemeTag is a theme as a card names it.
type ThemeTag struct {
	Name   string
	Colour string // a class: colour-plum
}

func (s *site) cardView(l *training.Lesson, root string) CardView {
	v := CardView{Href: root + s.graph.Address(&l.Item).Path, Title: l.Name, Slug: l.Slug, Summary: l.Summary, Minutes: minutes(l.Minutes), Colour: s.lessonColour(l)}
	for _, t := range s.graph.Lesson(l).Themes {
		v.Themes = append(v.Themes, ThemeTag{t.Name, colour(t)})
	}
	return v
}

// cardsOf joins the cards of lessons, for pages that lie in a folder.
func (s *site) cardsOf(lessons []*training.Lesson) template.HTML {
	size := 0
	for _, l := range lessons {
		size += len(s.cards[l]())
	}
	var b strings.Builder
	b.Grow(size)
	for _, l := range lessons {
		b.WriteString(string(s.cards[l]()))
	}
	return template.HTML(b.String())
}

// MythRef is a myth card in a list: the fact, and the myth named once. The rest is
// there only in the list of all, where cards can be chosen and guessed.
type MythRef struct {
	Link
	Myth     string
	Why, Say string
	Is       string // what filters ask for
}

func (s *site) mythRefs(myths []*training.Myth, at place) []MythRef {
	var refs []MythRef
	for _, m := range myths {
		refs = append(refs, MythRef{Link: s.ref(&m.Item, at), Myth: m.Myth})
	}
	return refs
}

// StoryRef is a story in a list.
type StoryRef struct {
	Link
	Summary, From string
	Fictional     bool
}

func (s *site) storyRefs(stories []*training.Story, at place) []StoryRef {
	var refs []StoryRef
	for _, x := range stories {
		refs = append(refs, StoryRef{s.ref(&x.Item, at), x.Summary, fromNames[x.From], x.Fictional})
	}
	return refs
}

// Source says on a page where a fact comes from.
type Source struct {
	Title, URL, Reference, Date string
	Machine                     string // the date as machines read it
}

func sources(list []schema.Source) []Source {
	var out []Source
	for _, x := range list {
		out = append(out, Source{x.Title, x.URL, x.Reference, x.Date.Long(), x.Date.String()})
	}
	return out
}

// Day is a date on a page, as people and as machines read it.
type Day struct{ Text, Machine string }

func dayOf(d schema.Date) Day { return Day{d.Long(), d.String()} }

// Theme is what pages show of a theme besides its text.
type Theme struct {
	Link
	Summary string
	Colour  string // a class: colour-plum
	Icon    string // a picture, or ""
	Own     bool   // the picture is the package's own, with its own colours
	Lessons string // how many
}

func (s *site) theme(t *training.Theme, at place) Theme {
	v := Theme{Link: s.ref(&t.Item, at), Summary: t.Summary, Colour: colour(t),
		Lessons: lessons(len(s.graph.Theme(t).Lessons))}
	switch icon := s.graph.Icon(t); {
	case icon != nil:
		v.Icon, v.Own = escapePath(link.Address{Path: icon.Path}.RelativeTo(at.page)), true
	case t.Icon != "":
		v.Icon = link.Up(at.page) + "assets/icons/" + t.Icon + ".svg"
	}
	return v
}

// colour is the class that gives an element the colours of a theme.
func colour(t *training.Theme) string { return "colour-" + or(t.Colour, "slate") }

// lessonColour is the class for the first theme of a lesson that has a page.
func (s *site) lessonColour(l *training.Lesson) string {
	if themes := s.graph.Lesson(l).Themes; len(themes) > 0 {
		return colour(themes[0])
	}
	return "colour-slate"
}
