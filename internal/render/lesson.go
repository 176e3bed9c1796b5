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
	Colour    string // of its first theme, as a class
	Slug      string
	After     []Link
	MoreAfter int    // how many more there are
	Contents  []Link // the sections, when there are three or more
	Myths     []MythRef
	Steps     []StepView
	MoreSteps int // in how many more pathways it stands
	Handout   Link
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

func (s *site) lessonPages() []page {
	if len(s.pkg.Lessons) == 0 {
		return nil
	}
	x := s.lessonIndex()
	pages := x.list("lessons", func(n int) any { return s.lessons(x, n) })
	for _, l := range s.pkg.Lessons {
		pages = append(pages, page{s.graph.Address(&l.Item).Path, "lesson", func() any { return s.lesson(l) }})
	}
	return pages
}

func (s *site) lesson(l *training.Lesson) *LessonPage {
	path := s.graph.Address(&l.Item).Path
	at := place{page: path}
	links := s.graph.Lesson(l)
	p := &LessonPage{
		Frame:  s.frame(path, l.Name, l.Summary, "lesson", link.Lessons),
		Lesson: s.lessonIn(l, at), Slug: l.Slug, Colour: s.lessonColour(l),
		Contents: s.contents(&l.Item), Myths: s.mythRefs(links.Myths, at),
		Handout: Link{Href: at.address(link.Handout(l)), Text: wordHandout},
	}
	p.Body, p.Words = s.body(&l.Item, at), s.wordsOn(&l.Item)
	after, more := named(links.After)
	p.After, p.MoreAfter = s.lessonRefs(after, at), more
	steps, more := atMost(mostSteps, links.Pathways)
	for _, step := range steps {
		p.Steps = append(p.Steps, s.step(step, at))
	}
	p.MoreSteps = more
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
