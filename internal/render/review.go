package render

import (
	"commonground/internal/schema"
)

// Review says by when what stands on a page must be checked again. A script
// compares it with the reader's clock, for a copy of the site can be old.
type Review struct {
	By      Day
	Parts   bool   // By is the earliest of several: of the entries of the page, or of the whole package
	Checked string // the last day on which anything was checked, as machines read it: no clock can be before it
	Contact Link   // whom to ask; Href is empty when there is nobody
}

// review returns what a page says: its own date, or that of the package when it
// has none; nil when there is none at all.
func (s *site) review(path string) *Review {
	if own := s.reviews[path]; own != nil {
		return own
	}
	return s.reviews[""]
}

// listReviews finds the dates of pages by their paths, and under "" that of the
// package.
func (s *site) listReviews() map[string]*Review {
	var checked schema.Date
	first := map[string]schema.Date{}
	parts := map[string]bool{"": true}
	for _, i := range s.pkg.Items {
		at := s.graph.Address(i)
		by := i.Front.Date("review_by")
		first[at.Path], first[""] = earlier(first[at.Path], by), earlier(first[""], by)
		parts[at.Path] = at.Fragment != ""
		if last := i.Front.Date("reviewed"); checked.Before(last) {
			checked = last
		}
	}
	all := map[string]*Review{}
	for path, by := range first {
		if !by.IsZero() {
			all[path] = &Review{By: dayOf(by), Parts: parts[path], Checked: checked.String(), Contact: s.contact()}
		}
	}
	return all
}

// earlier returns the earlier of two dates, where none counts for nothing.
func earlier(a, b schema.Date) schema.Date {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
