package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// LessonPage is what the layout of a lesson gets.
type LessonPage struct {
	Frame
	Lesson
	Colour   string // of its first theme, as a class
	Slug     string
	After    []Link
	Contents []Link // the sections, when there are three or more
	Myths    []MythRef
	Steps    []StepView
	Handout  Link
}

// Lesson is what every edition shows of a lesson.
type Lesson struct {
	Minutes, Level, Nation, Owner string
	Outcome, Takeaway             string
	Themes, Roles                 []Link
	Before                        []Link
	Needs, Authors                []string
	Body                          template.HTML
	Words                         template.HTML // terms with their meanings, as entries of a list
	Sources                       []Source
	Reviewed, ReviewBy            Day
}

// StepView is the place of a lesson in a pathway.
type StepView struct {
	Pathway        Link
	Number, Of     int
	Previous, Next Link // Href is empty at an end
}

// LessonsPage is what the layout of the list of lessons gets.
type LessonsPage struct {
	Frame
	Groups  []Group     // all lessons by time
	Refs    []LessonRef // the same in the package's order
	Filters []Filter
}

// Group is the lessons that take about as long.
type Group struct {
	ID, Title string
	Figure    string // the minutes at most, for a short list of times
	Cards     template.HTML
	lessons   []*training.Lesson
}

func (s *site) lessonPages() []page {
	if len(s.pkg.Lessons) == 0 {
		return nil
	}
	pages := []page{{link.Lessons, "lessons", func() any { return s.lessons() }}}
	for _, l := range s.pkg.Lessons {
		pages = append(pages, page{s.graph.Address(&l.Item).Path, "lesson", func() any { return s.lesson(l) }})
	}
	return pages
}

func (s *site) lessons() *LessonsPage {
	p := &LessonsPage{Frame: s.frame(link.Lessons, s.indexTitle(link.Lessons), "", "lessons", link.Lessons)}
	p.Groups = s.groups(s.pkg.Lessons)
	is := map[*training.Lesson]string{}
	for i, g := range p.Groups {
		p.Groups[i].Cards = s.cardsOf(g.lessons)
		for _, l := range g.lessons {
			is[l] = s.lessonIs(l, g.ID)
		}
	}
	for _, l := range s.pkg.Lessons {
		ref := s.lessonRef(l, place{page: link.Lessons})
		ref.Is = is[l]
		p.Refs = append(p.Refs, ref)
	}
	p.Filters = s.lessonFilters(p.Groups, p.Refs)
	return p
}

// groups sorts lessons into the groups of time that have any.
func (s *site) groups(all []*training.Lesson) []Group {
	var groups []Group
	least := 0
	for _, t := range timeGroups {
		g := Group{ID: t.id, Title: t.title, Figure: t.figure}
		for _, l := range all {
			if l.Minutes > least && (t.most == 0 || l.Minutes <= t.most) || least == 0 && l.Minutes == 0 {
				g.lessons = append(g.lessons, l)
			}
		}
		least = t.most
		if len(g.lessons) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func (s *site) lesson(l *training.Lesson) *LessonPage {
	path := s.graph.Address(&l.Item).Path
	at := place{page: path}
	links := s.graph.Lesson(l)
	p := &LessonPage{
		Frame:  s.frame(path, l.Name, l.Summary, "lesson", link.Lessons),
		Lesson: s.lessonIn(l, at), Slug: l.Slug, Colour: s.lessonColour(l),
		After: s.lessonRefs(links.After, at), Contents: s.contents(&l.Item), Myths: s.mythRefs(links.Myths, at),
		Handout: Link{Href: at.address(link.Handout(l)), Text: wordHandout},
	}
	p.Body, p.Words = s.body(&l.Item, at), s.wordsOn(&l.Item)
	for _, step := range links.Pathways {
		p.Steps = append(p.Steps, s.step(step, at))
	}
	return p
}

// lessonIn makes what is shown of a lesson in a place, but for its text and its words.
func (s *site) lessonIn(l *training.Lesson, at place) Lesson {
	links := s.graph.Lesson(l)
	return Lesson{
		Minutes: minutes(l.Minutes), Level: levelNames[l.Level], Nation: l.Nation, Owner: l.Owner,
		Outcome: l.Outcome, Takeaway: l.Takeaway, Needs: l.Needs, Authors: l.Authors,
		Themes: s.themeRefs(links.Themes, at), Roles: s.roleRefs(links.Roles, at), Before: s.lessonRefs(links.Before, at),
		Sources:  sources(l.Sources),
		Reviewed: dayOf(l.Reviewed), ReviewBy: dayOf(l.ReviewBy),
	}
}

func (s *site) step(step link.Step, at place) StepView {
	v := StepView{Pathway: s.ref(&step.Pathway.Item, at), Number: step.Number, Of: len(s.graph.Pathway(step.Pathway).Lessons)}
	if step.Previous != nil {
		v.Previous = s.ref(&step.Previous.Item, at)
	}
	if step.Next != nil {
		v.Next = s.ref(&step.Next.Item, at)
	}
	return v
}

// contents lists the sections of a text that learners get. Fewer than three need
// no list.
func (s *site) contents(i *training.Item) []Link {
	var links []Link
	aside := i.Doc.Aside()
	for n, h := range i.Doc.Headings {
		if h.Level == 2 && !aside.Headings[n] {
			links = append(links, Link{Href: "#" + h.ID, Text: h.Text})
		}
	}
	if len(links) < 3 {
		return nil
	}
	return links
}
