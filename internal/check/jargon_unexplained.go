package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleJargonUnexplained = diag.Rule{
	Code: "jargon-unexplained", Severity: diag.Note, English: true, Advice: true,
	Title: "A word that patients do not know, and that many pages use, should have an entry in the glossary.",
	Why:   "Staff meet the word at work, and are asked what it means: an entry gives them the plain words, at the place where they read it.",
	Scope: "Words of the lists that are marked so (explain: yes, see docs/words.md), where three pages or more use them with staff and no term has the name. Told once, at the first use.",
}

// fewPages is on how many pages a word may stand that nobody explains.
const fewPages = 2

// jargon reports the first use on a page of each word that a glossary should have
// and this one has not, by its first name.
func jargon(p *Page, report func(diag.Finding)) {
	var told []*plain.Entry
	for n := range p.wordHits() {
		hit := &p.hits[n]
		if !hit.Entry.Explain || hit.patients || slices.Contains(told, hit.Entry) {
			continue
		}
		told = append(told, hit.Entry)
		if name := hit.Entry.Avoid[0].Text; !p.hasTerm(hit.Entry) {
			report(p.At(&ruleJargonUnexplained, hit.prose, hit.Start, hit.End, "several pages use %q, and the glossary does not explain it", name).
				WithHint("give it an entry: commonground new term %q", name))
		}
	}
}

// jargonUnexplained keeps the first of the uses of a word that many pages have.
func jargonUnexplained(found []diag.Finding) []diag.Finding {
	count := map[string]int{}
	for _, f := range found {
		count[f.Message]++
	}
	var kept []diag.Finding
	for _, f := range found {
		if count[f.Message] > fewPages {
			kept = append(kept, f)
		}
		count[f.Message] = 0
	}
	return kept
}

// hasTerm says whether a term has one of the words of an entry among its names, by
// itself or with others.
func (in *Input) hasTerm(e *plain.Entry) bool {
	for _, w := range e.Avoid {
		for name := range in.terms {
			if strings.Contains(strings.ToLower(name), strings.ToLower(w.Text)) {
				return true
			}
		}
	}
	return false
}
