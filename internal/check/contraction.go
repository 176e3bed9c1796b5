package check

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleContraction = diag.Rule{
	Code: "contraction-not", Severity: diag.Warning, English: true, Advice: true,
	Title: "Write cannot and do not in full.",
	Why:   "People who read fast, or in a second language, miss the n't and read the opposite. The NHS digital service manual asks for the full form.",
	Scope: "All sentences. Not what is said, between quote marks or in a quotation: people speak like that.",
}

// contraction finds short forms with not outside of what is said. Where a question
// turns the words round, the full form cannot take the place of the short one.
func contraction(p *Page, report func(diag.Finding)) {
	for n := range p.wordHits() {
		hit := &p.hits[n]
		if hit.List != plain.Contractions || hit.spoken() {
			continue
		}
		found := p.At(&ruleContraction, hit.prose, hit.Start, hit.End, "%q is easily read as its opposite", hit.text())
		if question := turnedRound(hit); question != "" {
			report(found.WithHint("turn it round: %s …", question))
			continue
		}
		report(p.mended(found.WithHint("%s", hit.hint()), hit, inStatement))
	}
}

// inStatement mends by writing the words in full, unless it is asked whether they
// hold.
func inStatement(t *Prose, hit *wordHit) (string, bool) {
	for _, s := range t.Sentences {
		if s.Start <= hit.Start && hit.End <= s.Stop {
			return hit.Use, !bytes.ContainsRune(t.Text[s.Start:s.Stop], '?')
		}
	}
	return "", false
}

// turnedRound is how a question goes on in full that has its verb before whom it
// is about, with or without a question mark: why can patients not, for why can't
// patients see. It is "" for anything else.
func turnedRound(hit *wordHit) string {
	t, verb := hit.prose, strings.TrimSuffix(strings.TrimSuffix(hit.Use, "not"), " ")
	i := t.wordAt(hit.Start)
	if verb == hit.Use || i+1 >= t.Words.Len() || !isSpaces(t.Words.Gap(i+1)) {
		return ""
	}
	asks, about := "", t.Words.Fold(i+1)
	if i > 0 && !slices.ContainsFunc(t.Sentences, func(s plain.Sentence) bool { return s.First == i }) {
		asks = string(t.Words.Fold(i - 1))
		if !asksWhy[asks] && !asksWhat[asks] {
			return ""
		}
	}
	if !asksWhy[asks] && !subjects[string(about)] {
		return ""
	}
	who := string(t.Words.Word(i + 1))
	if articles[string(about)] && i+2 < t.Words.Len() {
		who += " " + string(t.Words.Word(i+2))
	}
	return strings.TrimSpace(asks + " " + verb + " " + who + " not")
}

// Words of questions: those behind which the verb always comes first, others that
// ask, and those that what is asked can be about.
var (
	asksWhy  = wordSet("why how")
	asksWhat = wordSet("what who whom which when where")
	articles = wordSet("the a an my your our their his her its")
	subjects = wordSet(`i you he she it we they this that these those there the a an my your our their his her its everybody everyone anybody
		anyone somebody someone people patients staff colleagues carers nurses doctors gps receptionists clinicians users relatives`)
)

// wordAt is the index of the word that begins at a place, or that holds it.
func (p *Prose) wordAt(at int) int {
	return sort.Search(p.Words.Len(), func(i int) bool { _, end := p.Words.Span(i); return end > at })
}
