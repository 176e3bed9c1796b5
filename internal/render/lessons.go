package render

import (
	"html/template"
	"maps"
	"sync"

	"commonground/internal/link"
	"commonground/internal/training"
)

// LessonsPage is what the layout of the list of lessons gets.
type LessonsPage struct {
	Frame
	Groups  []Group     // all lessons by time
	Refs    []LessonRef // the same in the package's order
	RefsOn  bool        // Refs began on a page before
	InOrder *Link       // to where Refs begin; nil when all is on one page
	Filters []Filter
}

// Group is the lessons that take about as long.
type Group struct {
	ID, Title string
	Figure    string // the minutes at most, for a short list of times
	Cards     template.HTML
	lessons   []*training.Lesson
}

// lessonIndex is the list of lessons: the groups by time, and then all of them in
// the package's order.
type lessonIndex struct {
	index
	groups []Group
	is     func() (of map[*training.Lesson]string, said func(is string) bool) // what filters ask for
}

// inOrderID is that of the heading over all lessons in the package's order.
const inOrderID = "CG-in-order"

func (s *site) lessonIndex() *lessonIndex {
	x := &lessonIndex{groups: s.groups(s.pkg.Lessons)}
	var groups []link.Group
	for _, g := range x.groups {
		groups = append(groups, link.Even(len(g.lessons), link.RoomCard))
	}
	x.index = index{link.Lessons, link.Lay(append(groups, link.Even(len(s.pkg.Lessons), link.RoomLine))...)}
	x.is = sync.OnceValues(func() (map[*training.Lesson]string, func(is string) bool) {
		of := make(map[*training.Lesson]string, len(s.pkg.Lessons))
		for _, g := range x.groups {
			for _, l := range g.lessons {
				of[l] = s.lessonIs(l, g.ID)
			}
		}
		return of, anyOf(maps.Values(of))
	})
	return x
}

func (s *site) lessons(x *lessonIndex, n int) *LessonsPage {
	p := &LessonsPage{Frame: s.indexFrame(x.index, n, "lessons")}
	at := place{page: x.path(n)}
	for _, on := range x.pages[n] {
		if on.Group == len(x.groups) {
			p.Refs, p.RefsOn = s.listed(x, on, at), on.Continues()
			continue
		}
		g := x.groups[on.Group]
		g.Cards = s.cardsOf(g.lessons[on.First:on.End])
		if on.Continues() {
			g.Title = continued(g.Title)
		}
		p.Groups = append(p.Groups, g)
	}
	p.Filters = s.lessonFilters(x, at)
	if !x.whole() {
		p.InOrder = &Link{Href: at.address(x.begin(len(x.groups), inOrderID)), Text: wordInOrder}
	}
	return p
}

// listed are the lines of a page of the index.
func (s *site) listed(x *lessonIndex, on link.Stretch, at place) []LessonRef {
	var refs []LessonRef
	for _, l := range s.pkg.Lessons[on.First:on.End] {
		refs = append(refs, s.lessonRef(l, at))
	}
	if x.whole() {
		is, _ := x.is()
		for n, l := range s.pkg.Lessons {
			refs[n].Is = is[l]
		}
	}
	return refs
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
