package check

import (
	"commonground/internal/diag"
	"commonground/internal/glossary"
	"commonground/internal/training"
	"commonground/internal/words"
)

var ruleStaffTerm = diag.Rule{
	Code: "staff-term", Severity: diag.Warning, English: true, Advice: true,
	Title: "A term that the glossary keeps for staff should not be said to patients.",
	Why:   "The package itself says that patients do not know the word (audience: staff), and often what to say instead.",
	Scope: "What is said to patients: the first column of say blocks, and say of terms and myths. Not what the word lists report already.",
}

// staffTerm finds terms for staff in what is said to patients.
func staffTerm(p *Page, report func(diag.Finding)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.authored() || !t.toPatients() {
			continue
		}
		for _, use := range p.staff.find(p.readable(t, true)) {
			term := p.staff.terms[use.Term]
			if &term.Item == p.Item || p.listedAt(t, use) {
				continue
			}
			found := p.At(&ruleStaffTerm, t, use.Start, use.End, "%q is a word for staff, by the glossary", t.Text[use.Start:use.End])
			if term.Say != "" {
				report(found.WithHint("say %q", term.Say))
			} else {
				report(found.WithHint("say it in plain words, and give the entry %s a line: say: …", term.File.Name))
			}
		}
	}
}

// listedAt says whether a word list reports a place already.
func (p *Page) listedAt(t *Prose, use glossary.Use) bool {
	for n := range p.wordHits() {
		if hit := &p.hits[n]; hit.prose == t && hit.Start < use.End && use.Start < hit.End {
			return true
		}
	}
	return false
}

// staffTerms finds the terms that the glossary keeps for staff.
type staffTerms struct {
	terms []*training.Term
	names *glossary.Finder
}

// newStaffTerms returns nil when there are none.
func newStaffTerms(pkg *training.Package) *staffTerms {
	s := &staffTerms{}
	var names []glossary.Term
	for _, t := range pkg.Terms {
		if t.StaffOnly {
			s.terms = append(s.terms, t)
			names = append(names, glossary.Term{Names: append([]string{t.Name}, t.Also...), Exact: t.Exact})
		}
	}
	if len(s.terms) == 0 {
		return nil
	}
	s.names, _ = glossary.New(names, true)
	return s
}

// find returns where they are used.
func (s *staffTerms) find(text *words.Text) []glossary.Use {
	if s == nil {
		return nil
	}
	return s.names.Find(text)
}
