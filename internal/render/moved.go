package render

import "commonground/internal/link"

// MovedPage is what the layout of a page gets that leads on to where a lesson, or
// its handout, stands now. Its Canonical says so to search engines, and is there
// also when nobody said where the site will stand.
type MovedPage struct {
	Frame
	To Link
}

func (s *site) movedPages() []page {
	var pages []page
	for _, m := range link.Moved(s.pkg) {
		pages = append(pages, page{m.From, "moved", func() any { return s.moved(m) }})
	}
	return pages
}

func (s *site) moved(m link.Move) *MovedPage {
	p := &MovedPage{Frame: s.frame(m.From, hasMoved(m.Lesson.Name), "", "moved", link.Lessons)}
	p.To = Link{Href: m.To.RelativeTo(m.From), Text: m.Lesson.Name}
	p.Canonical = or(s.canonical(m.To.Path), p.To.Href)
	p.Review = nil // nothing here can grow old
	return p
}
