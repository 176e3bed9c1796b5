package render

import (
	"html/template"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/link"
	"commonground/internal/training"
)

// GlossaryPage is what the layout of the glossary gets.
type GlossaryPage struct {
	Frame
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

// mostUses is how many pages an entry names that use its term. A word that is on
// every page of a large package would otherwise fill the glossary with links.
const mostUses = 30

func (s *site) glossaryPages() []page {
	if len(s.pkg.Terms) == 0 {
		return nil
	}
	return []page{{link.Glossary, "glossary", func() any { return s.glossary() }}}
}

func (s *site) glossary() *GlossaryPage {
	p := &GlossaryPage{Frame: s.frame(link.Glossary, s.indexTitle(link.Glossary), "", "glossary", link.Glossary)}
	for _, t := range s.pkg.Terms {
		letter := p.letter(letterOf(t.Name))
		letter.Entries = append(letter.Entries, s.entry(t, place{page: link.Glossary}))
	}
	return p
}

// letter finds the place of a letter, or makes one at the end. Entries of one
// letter need not follow each other: many languages sort Ø as if it were O.
func (p *GlossaryPage) letter(id, name string) *Letter {
	n := slices.IndexFunc(p.Letters, func(l Letter) bool { return l.ID == id })
	if n < 0 {
		n = len(p.Letters)
		p.Letters = append(p.Letters, Letter{ID: id, Name: name})
	}
	return &p.Letters[n]
}

// letterOf returns the letter under which a term stands: without accents, in
// capitals; figures and signs stand together.
func letterOf(term string) (id, name string) {
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(term))
	if !unicode.IsLetter(r) {
		return "letter-0", wordLetterOther
	}
	name = string(unicode.ToUpper(r))
	return "letter-" + string(unicode.ToLower(r)), name
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
		used, more := s.usesOf(t)
		e.Used, e.UsedIn, e.More = usedOn(len(used)+more), s.linksTo(used), more
	}
	return e
}

// usesOf returns the pages that the entry of a term names, and how many more
// there are.
func (s *site) usesOf(t *training.Term) (named []*training.Item, more int) {
	used := s.graph.UsedIn(t)
	named = used[:min(len(used), mostUses)]
	return named, len(used) - len(named)
}
