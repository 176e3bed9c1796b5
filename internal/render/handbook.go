package render

import (
	"html/template"

	"commonground/internal/training"
)

// HandbookPage is what the layout of a volume of the handbook gets: the whole
// package on one page, or a part of it when it is large.
type HandbookPage struct {
	Frame
	Number, Of int    // of the volume
	Volumes    []Link // all of them, when there are several
	Imprint    FootView
	Parts      []BookPart
	Answers    []BookAnswers // to the quizzes of this volume
}

// BookPart is the items of one kind. Which list is used depends on the kind.
type BookPart struct {
	ID       string
	Title    string
	Lessons  []BookLesson
	Myths    []BookMyth
	Entries  []Entry
	Insights []InsightEntry
	Others   []BookEntry
}

// BookLesson is a lesson in the handbook.
type BookLesson struct {
	ID, Title, Summary string
	Number             int
	Lesson
}

// BookMyth is a myth card in the handbook.
type BookMyth struct {
	ID, Fact, Myth, Why, Say string
	Body                     template.HTML
	Sources                  []Source
}

// BookEntry is anything else: a theme, a role, a pathway with its lessons, a
// story, a page.
type BookEntry struct {
	ID, Title, Summary string // Title is empty for the text of the home page
	Fictional          bool
	Body               template.HTML
	Lessons            []Link
}

// BookAnswers is the answers to the quizzes of one item.
type BookAnswers struct {
	From    Link
	Quizzes []BookQuiz
}

// BookQuiz is a question with its answers.
type BookQuiz struct {
	Question string
	Answers  template.HTML
}

func (s *site) handbookPages() []page {
	var pages []page
	for n := range s.graph.Handbook().Volumes {
		v := &s.graph.Handbook().Volumes[n]
		pages = append(pages, page{v.Path, "handbook", func() any { return s.handbook(n) }})
	}
	return pages
}

// inBook is a volume of the handbook as a place.
func (s *site) inBook(volume string) place {
	return place{page: volume, shift: 2, edition: edition{book: s.graph.Handbook(), open: true, unsaid: true}}
}

func (s *site) handbook(n int) *HandbookPage {
	volumes := s.graph.Handbook().Volumes
	v := &volumes[n]
	b := &binder{site: s, at: s.inBook(v.Path), words: map[*training.Term]template.HTML{}}
	p := &HandbookPage{Frame: s.frame(v.Path, bookTitle(s.pkg.Settings.Name, 0), s.pkg.Settings.Summary, "handbook", ""), Number: n + 1, Of: len(volumes), Imprint: s.footView("")}
	p.Window = wordHandbook + " – " + s.pkg.Settings.Name
	if len(volumes) > 1 {
		p.Title, p.Window = bookTitle(s.pkg.Settings.Name, n+1), volumeOf(n+1, p.Window)
		for m, other := range volumes {
			p.Volumes = append(p.Volumes, Link{Href: other.Path, Text: volumeName(m + 1)})
		}
	}
	for _, part := range v.Parts {
		p.Parts = append(p.Parts, b.part(part))
	}
	p.Answers = b.answers
	return p
}
