package link

import (
	"cmp"
	"slices"

	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/glossary"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/training"
)

var (
	ruleTermClash    = diag.Rule{Code: "term-clash", Severity: diag.Error, Title: "No two terms may have one name."}
	ruleTermCircular = diag.Rule{Code: "term-circular", Severity: diag.Warning, Title: "The meaning of a term, and what it refers to, should not be the term itself."}
	ruleTermUnused   = diag.Rule{Code: "term-unused", Severity: diag.Note, Title: "A term of the glossary should be used on some page."}
)

// TermLink is a use of a term that becomes a link: bytes of Doc.HTML with no
// hole in them, and whole elements only.
type TermLink struct {
	Start, End int
	Term       *training.Term
}

// TermLinks returns the uses of terms in an item's text that become links, in
// their order.
func (g *Graph) TermLinks(i *training.Item) []TermLink { return g.termLinks[i.ID] }

// Words returns the terms that learners meet on the page of an item, in the
// order of the glossary, linked or not.
func (g *Graph) Words(i *training.Item) []*training.Term { return g.words[i.ID] }

// UsedIn returns the pages on which learners meet a term, lessons first: not the
// home page, and no entries of the glossary and the evidence.
func (g *Graph) UsedIn(t *training.Term) []*training.Item { return g.usedIn[t] }

// terms finds the uses of all terms in all texts, on all cores.
func (r *resolver) terms() {
	n := len(r.pkg.Items)
	r.graph.termLinks, r.graph.words = make([][]TermLink, n), make([][]*training.Term, n)
	r.graph.usedIn = make(map[*training.Term][]*training.Item, len(r.pkg.Terms))
	if len(r.pkg.Terms) == 0 {
		return
	}
	shelf, modes := r.shelf(), r.modes()
	seen, found := make([]useSet, n), make([]*uses, n)
	cores.EachWith(n, func() *reader { return newReader(shelf) }, func(rd *reader, i int) {
		item := r.pkg.Items[i]
		found[i] = r.cache.find(item, rd.search)
		r.graph.termLinks[i], seen[i] = rd.read(item, found[i], r.graph.links[i], modes[i])
	})
	r.cache.keep(r.pkg.Items, found)
	r.turnRound(seen)
	r.circular(seen)
	r.unusedTerms(shelf, seen)
}

// shelf is the glossary as it is searched.
type shelf struct {
	terms  []*training.Term
	finder *glossary.Finder
	at     map[Address]int // the term that stands there
	byID   map[int]int     // the same by Item.ID
	hidden map[int]bool    // those with a name that another one has, which is a finding
}

func (r *resolver) shelf() *shelf {
	s := &shelf{terms: r.pkg.Terms, at: make(map[Address]int, len(r.pkg.Terms)),
		byID: make(map[int]int, len(r.pkg.Terms)), hidden: map[int]bool{}}
	names := make([]glossary.Term, len(s.terms))
	for n, t := range s.terms {
		names[n] = glossary.Term{Names: append([]string{t.Name}, t.Also...), Exact: t.Exact}
		s.at[r.graph.addresses[t.ID]], s.byID[t.ID] = n, n
	}
	finder, clashes := r.cache.finder(names, r.pkg.Settings.English())
	s.finder = finder
	for _, c := range clashes {
		s.hidden[c.Term] = true
		t, other := s.terms[c.Term], s.terms[c.OtherTerm]
		r.report(ruleTermClash.At(t.File, nameSpan(t, c.Name), "%s has the name %q as well", other.File.Name, names[c.OtherTerm].Names[c.OtherName]).
			WithHint("one word can lead to one meaning only: give it another name in one of the two, or join the entries"))
	}
	return s
}

// nameSpan is where a name of a term stands: the title, or one of the others.
func nameSpan(t *training.Term, name int) source.Span {
	if name == 0 {
		v, _ := t.Front.Get("title")
		return v.Span
	}
	return t.Front.List("also")[name-1].Span
}

// modes says what is linked in the text of each item.
func (r *resolver) modes() []training.Linking {
	usual := cmp.Or(r.pkg.Settings.Linking, training.LinkSection)
	modes := slices.Repeat([]training.Linking{usual}, len(r.pkg.Items))
	for _, l := range r.pkg.Lessons {
		modes[l.ID] = cmp.Or(l.Linking, usual)
	}
	return modes
}

// turnRound notes for each page the terms on it, and for each term its pages.
func (r *resolver) turnRound(seen []useSet) {
	g := r.graph
	for _, i := range r.pkg.Items {
		if g.hidden[i.ID] {
			continue
		}
		for _, n := range seen[i.ID].read {
			g.words[i.ID] = append(g.words[i.ID], r.pkg.Terms[n])
		}
	}
	for _, kind := range []*schema.Kind{&schema.Lesson, &schema.Myth, &schema.Story, &schema.Pathway, &schema.Role, &schema.Theme, &schema.Page} {
		for _, i := range r.pkg.Items {
			if i.Kind != kind {
				continue
			}
			for _, t := range g.words[i.ID] {
				g.usedIn[t] = append(g.usedIn[t], i)
			}
		}
	}
}

// circular reports terms whose meaning is said with the term itself.
func (r *resolver) circular(seen []useSet) {
	for _, t := range r.pkg.Terms {
		if !seen[t.ID].itself {
			continue
		}
		v, _ := t.Front.Get("meaning")
		r.report(ruleTermCircular.At(t.File, v.Span, "the meaning of %q uses the word itself", t.Name).
			WithHint("say it in words that somebody knows who does not know this one"))
	}
}

// unusedTerms reports entries that nobody will be led to. It says nothing as long
// as there is a page that could not be read, and that may use them.
func (r *resolver) unusedTerms(s *shelf, seen []useSet) {
	for _, reason := range r.pkg.Left {
		if reason == training.LeftBroken {
			return
		}
	}
	used := make([]bool, len(r.pkg.Terms))
	for _, set := range seen {
		for _, n := range slices.Concat(set.read, set.aside) {
			used[n] = true
		}
	}
	for _, t := range r.pkg.Terms {
		for _, other := range r.graph.terms[t] {
			used[s.byID[other.ID]] = true
		}
	}
	for n, t := range r.pkg.Terms {
		if !used[n] && !s.hidden[n] && t.Name != "" {
			v, _ := t.Front.Get("title")
			r.report(ruleTermUnused.At(t.File, v.Span, "no page uses the term %q", t.Name).
				WithHint("add under also: the words that your pages say for it, or remove the entry"))
		}
	}
}
