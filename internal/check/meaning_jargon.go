package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/source"
)

var ruleMeaningJargon = diag.Rule{
	Code: "meaning-jargon", Severity: diag.Warning, English: true, Advice: true,
	Title: "The meaning of a term should not need explaining itself.",
	Why:   "Whoever looks a word up has just met one that they do not know; a second one sends them away. WCAG asks for definitions in words that are easier than the term.",
	Scope: "The meaning of each term: words that the lists keep from patients, terms that the glossary keeps for staff, and acronyms that not everybody knows. The term's own names are fine.",
}

// meaningJargon looks for jargon in the meaning of a term.
func meaningJargon(p *Page, report func(diag.Finding)) {
	if p.Kind != &schema.Term {
		return
	}
	for n := range p.Prose {
		if t := &p.Prose[n]; t.Key == "meaning" {
			p.jargonIn(t, report)
		}
	}
}

func (p *Page) jargonIn(t *Prose, report func(diag.Finding)) {
	own := append(p.Front.Texts("also"), p.Name)
	var told []source.Span
	tell := func(start, end int, hint string) {
		word := string(t.Text[start:end])
		if slices.ContainsFunc(own, func(name string) bool { return strings.EqualFold(name, word) }) ||
			slices.ContainsFunc(told, func(s source.Span) bool { return s.Start < end && start < s.End }) {
			return
		}
		told = append(told, source.Span{Start: start, End: end})
		report(p.At(&ruleMeaningJargon, t, start, end, "the meaning uses %q, which needs explaining itself", word).WithHint("%s", hint))
	}
	for n := range p.wordHits() {
		if hit := &p.hits[n]; hit.prose == t && hit.Entry.Patients {
			tell(hit.Start, hit.End, hit.hint())
		}
	}
	text := p.readable(t, false)
	for _, use := range p.staff.find(text) {
		if p.Front.Text("audience") != "staff" { // who can look the other one up as well
			tell(use.Start, use.End, "say it in words that patients know")
		}
	}
	for i := range text.Len() {
		short, ok := acronymAt(text, i)
		if _, known := p.words.Acronym(short); ok && !known && !explainedIn(t.Text, short) {
			start, end := text.Span(i)
			tell(start, end, "write the words that the letters stand for")
		}
	}
}
