package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// LessonPage is what the layout of a lesson gets.
type LessonPage struct {
	Frame
	Minutes, Level, Nation, Owner string
	Outcome, Takeaway             string
	Themes, Roles                 []Link
	Before, After                 []Link
	Needs, Authors                []string
	Contents                      []Link // the sections, when there are three or more
	Body                          template.HTML
	Myths                         []MythRef
	Steps                         []StepView
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
	Groups []Group     // all lessons by time
	Refs   []LessonRef // the same in the package's order
}

// Group is the lessons that take about as long.
type Group struct {
	ID, Title string
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
	for _, l := range s.pkg.Lessons {
		p.Refs = append(p.Refs, s.lessonRef(l, link.Lessons))
	}
	p.Groups = s.groups(s.pkg.Lessons)
	for i := range p.Groups {
		p.Groups[i].Cards = s.cardsOf(p.Groups[i].lessons)
	}
	return p
}

// groups sorts lessons into the groups of time that have any.
func (s *site) groups(all []*training.Lesson) []Group {
	var groups []Group
	least := 0
	for _, t := range timeGroups {
		g := Group{ID: t.id, Title: t.title}
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
	links := s.graph.Lesson(l)
	p := &LessonPage{
		Frame:   s.frame(path, l.Name, l.Summary, "lesson", link.Lessons),
		Minutes: minutes(l.Minutes), Level: levelNames[l.Level], Nation: l.Nation, Owner: l.Owner,
		Outcome: l.Outcome, Takeaway: l.Takeaway, Needs: l.Needs, Authors: l.Authors,
		Themes: s.themeRefs(links.Themes, path), Roles: s.roleRefs(links.Roles, path),
		Before: s.lessonRefs(links.Before, path), After: s.lessonRefs(links.After, path),
		Body:     s.body(&l.Item, place{page: path}),
		Contents: s.contents(&l.Item),
		Myths:    s.mythRefs(links.Myths, path), Sources: sources(l.Sources),
		Reviewed: dayOf(l.Reviewed), ReviewBy: dayOf(l.ReviewBy),
	}
	for _, step := range links.Pathways {
		p.Steps = append(p.Steps, s.step(step, path))
	}
	return p
}

func (s *site) step(step link.Step, path string) StepView {
	v := StepView{Pathway: s.ref(&step.Pathway.Item, path), Number: step.Number, Of: len(s.graph.Pathway(step.Pathway).Lessons)}
	if step.Previous != nil {
		v.Previous = s.ref(&step.Previous.Item, path)
	}
	if step.Next != nil {
		v.Next = s.ref(&step.Next.Item, path)
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
