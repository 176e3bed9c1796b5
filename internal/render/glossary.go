package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/training"
)

// GlossaryPage is what the layout of the glossary gets.
type GlossaryPage struct {
	Frame
	Jump    []Link // to where each letter begins
	Letters []Letter
}

// Letter is the entries that begin with one letter.
type Letter struct {
	ID, Name string
	Entries  []Entry
}

// Entry is a term with its meaning.
type Entry struct {
	ID, Term, Meaning, Say string
	Also                   []string
	StaffOnly              bool
	Body                   template.HTML
	See                    []Link
	Used                   string        // on how many pages it is used; "" in the handbook
	UsedIn                 template.HTML // links to the first of them, as items of a list
	More                   int           // how many more there are
	Sources                []Source
	Reviewed, ReviewBy     Day
}

func (s *site) glossaryPages() []page {
	if len(s.pkg.Terms) == 0 {
		return nil
	}
	x := newAlphabet(index{link.Glossary, s.graph.GlossaryPages()}, s.pkg.Terms, func(t *training.Term) string { return t.Name })
	return x.list("glossary", func(n int) any { return s.glossary(x, n) })
}

func (s *site) glossary(x *alphabet[*training.Term], n int) *GlossaryPage {
	at := place{page: x.path(n)}
	p := &GlossaryPage{Frame: s.indexFrame(x.index, n, "glossary"), Jump: x.jump(at)}
	for _, section := range x.sections(n) {
		letter := Letter{ID: section.id, Name: section.name}
		for _, t := range section.entries {
			letter.Entries = append(letter.Entries, s.entry(t, at))
		}
		p.Letters = append(p.Letters, letter)
	}
	return p
}

func (s *site) entry(t *training.Term, at place) Entry {
	id := s.graph.Address(&t.Item).Fragment
	e := Entry{
		ID: id, Term: t.Name, Meaning: t.Meaning, Say: t.Say, Also: t.Also, StaffOnly: t.StaffOnly,
		Body:    s.body(&t.Item, place{page: at.page, prefix: id + ".", shift: 2, edition: at.edition}),
		Sources: sources(t.Sources), Reviewed: dayOf(t.Reviewed), ReviewBy: dayOf(t.ReviewBy),
	}
	for _, other := range s.graph.See(t) {
		e.See = append(e.See, s.ref(&other.Item, at))
	}
	if at.book == nil {
		used, more := named(s.graph.UsedIn(t))
		e.Used, e.UsedIn, e.More = usedOn(len(used)+more), s.linksTo(used), more
	}
	return e
}
