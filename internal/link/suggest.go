package link

import (
	"slices"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// maxSuggestions is for how many different wrong names a similar one is looked
// for. Each look compares the name with every other, and whoever has moved a
// whole folder needs no thousand hints.
const maxSuggestions = 100

// suggestions remembers what was suggested instead of which name, so that one
// mistake that stands in many places costs one look.
type suggestions map[string]string

// nearest returns the one of names that a wrong name of this kind most likely
// means, or "".
func (s suggestions) nearest(kind, name string, names []string) string {
	return s.once(kind+" "+name, func() string { return diag.Nearest(name, names) })
}

// once looks something up, unless that was done before or too often.
func (s suggestions) once(key string, look func() string) string {
	found, ok := s[key]
	if !ok && len(s) < maxSuggestions {
		found = look()
		s[key] = found
	}
	return found
}

// headings are the ids of the headings of a text, and which of them stand in
// notes for the facilitator.
type headings struct {
	all, shown []string
	aside      map[string]bool // by id: whether it is hidden from learners
}

// headingsOf returns the headings of an item, which are listed once.
func (r *resolver) headingsOf(i *training.Item) *headings {
	h := r.headings[i]
	if h != nil {
		return h
	}
	h = &headings{aside: make(map[string]bool, len(i.Doc.Headings))}
	hidden := i.Doc.Aside().Headings
	for n, heading := range i.Doc.Headings {
		h.all = append(h.all, heading.ID)
		h.aside[heading.ID] = hidden[n]
		if !hidden[n] {
			h.shown = append(h.shown, heading.ID)
		}
	}
	r.headings[i] = h
	return h
}

// listed says which kinds have a page that lists them.
func (r *resolver) listed(k *schema.Kind) bool {
	if r.kinds == nil {
		r.kinds = map[*schema.Kind]bool{}
		for _, i := range r.pkg.Items {
			if !r.graph.hidden[i.ID] {
				r.kinds[i.Kind] = true
			}
		}
	}
	return r.kinds[k] && !slices.Contains([]*schema.Kind{&schema.Settings, &schema.Page}, k)
}
