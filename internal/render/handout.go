package render

import (
	"html/template"
	"slices"

	"commonground/internal/link"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

// HandoutPage is what the layout of a sheet to print gets: what somebody needs
// at hand who has done the lesson.
type HandoutPage struct {
	Frame
	Lesson
	Whole Link // the lesson itself
}

// inHand are the blocks that a sheet is made of. A lesson without any goes on it
// as it is, but for its quizzes.
var inHand = []string{"steps", "say", "do", "dont", "warning"}

func (s *site) handoutPages() []page {
	var pages []page
	for _, l := range s.pkg.Lessons {
		pages = append(pages, page{link.Handout(l).Path, "handout", func() any { return s.handout(l) }})
	}
	return pages
}

func (s *site) handout(l *training.Lesson) *HandoutPage {
	path := link.Handout(l).Path
	at := place{page: path, edition: edition{open: true, unsaid: true}}
	p := &HandoutPage{
		Frame:  s.frame(path, l.Name, l.Summary, "handout", link.Lessons),
		Lesson: s.lessonIn(l, at), Whole: s.ref(&l.Item, at),
	}
	p.Window = wordHandout + ": " + p.Window
	p.Review = s.review(s.graph.Address(&l.Item).Path)
	p.Body, p.Words = s.handoutBody(&l.Item, at), s.wordsOn(&l.Item)
	return p
}

func (s *site) handoutBody(i *training.Item, at place) template.HTML {
	if slices.ContainsFunc(i.Doc.Blocks, func(b markdown.Block) bool { return slices.Contains(inHand, b.Kind) }) {
		return s.blocks(i, at, inHand)
	}
	at.leave = []string{"quiz"}
	return s.body(i, at)
}
