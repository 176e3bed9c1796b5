package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/training"
)

var ruleReadability = diag.Rule{
	Code: "readability", Severity: diag.Note, English: true, Advice: true,
	Title: "A page should be no harder to read than the guidance that the NHS writes for its own staff.",
	Why:   "Long sentences and long words together make people give up. The lines are those that nine in ten pages of the NHS digital service manual keep; formulas only count, so this is a place to look, never a mark.",
	Scope: "Paragraphs, items of lists and reasons of a quiz, on pages with 30 sentences and 150 words or more. Not quotations, choices, tables, headings and notes for the facilitator.",
}

// The lines, and what they are: of 51 pages of the NHS digital service manual that
// can be measured, one in ten lies beyond each.
const (
	hardEase     = 55
	hardGrade    = 9
	hardSMOG     = 11.5
	hardSentence = 15
)

// reading is how hard a page is to read, and the hard words on it that the
// glossary does not explain, those used most first.
type reading struct {
	plain.Measure
	hardWords []hardWord
}

// hardWord is a word of three syllables or more, and how often it is used.
type hardWord struct {
	word string
	uses int
}

func readability(p *Page, report func(diag.Finding)) {
	r := p.read()
	if !r.Scored() {
		return
	}
	beyond := r.beyond()
	if len(beyond) < 2 {
		return
	}
	at, _ := p.Front.Get(nameKey(p.Item))
	found := ruleReadability.At(p.File, at.Span, "this page is hard to read: %s", strings.Join(beyond, ", "))
	report(found.WithHint("split the longest sentences; long words that the glossary does not explain: %s", wordList(r.hardWords)))
}

// beyond says in which ways a text is harder than most guidance of the NHS.
func (r *reading) beyond() []string {
	var list []string
	for _, m := range []struct {
		hard bool
		text string
	}{
		{r.MeanSentence() > hardSentence, fmt.Sprintf("%.0f words to a sentence (at most %d)", r.MeanSentence(), hardSentence)},
		{r.ReadingEase() < hardEase, fmt.Sprintf("reading ease %.0f (at least %d)", r.ReadingEase(), hardEase)},
		{r.Grade() > hardGrade, fmt.Sprintf("grade %.1f (at most %d)", r.Grade(), hardGrade)},
		{r.SMOG() > hardSMOG, fmt.Sprintf("SMOG %.1f (at most %.1f)", r.SMOG(), hardSMOG)},
	} {
		if m.hard {
			list = append(list, m.text)
		}
	}
	return list
}

// mostNamed is how many hard words a hint names.
const mostNamed = 5

func wordList(words []hardWord) string {
	var list []string
	for _, w := range words[:min(len(words), mostNamed)] {
		list = append(list, fmt.Sprintf("%s (%d)", w.word, w.uses))
	}
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

// read measures the sentences of the page that its author wrote, and its words
// where there are enough of them for a score.
func (p *Page) read() reading {
	var r reading
	p.eachText(func(t *Prose) { r.AddText(t.Sentences) })
	if !r.Scored() {
		return r
	}
	hard := map[string]int{}
	p.eachText(func(t *Prose) {
		for i := range t.Words.Len() {
			if !plain.IsSpoken(t.Words.Word(i)) {
				continue
			}
			fold := t.Words.Fold(i)
			syllables := p.syllables(fold)
			r.AddWord(syllables)
			if syllables >= plain.HardWord && len(fold) > shortWord && !p.explained[string(fold)] {
				hard[string(fold)]++
			}
		}
	})
	for _, w := range slices.Sorted(maps.Keys(hard)) {
		r.hardWords = append(r.hardWords, hardWord{w, hard[w]})
	}
	slices.SortStableFunc(r.hardWords, func(a, b hardWord) int { return cmp.Compare(b.uses, a.uses) })
	return r
}

// eachText calls a function with each passage that can be measured.
func (p *Page) eachText(do func(t *Prose)) {
	for n := range p.Prose {
		if t := &p.Prose[n]; t.IsRunning() {
			do(t)
		}
	}
}

// syllables counts those of a word, and remembers them: a package has few words,
// said often.
func (p *Page) syllables(fold []byte) int {
	if n, ok := p.said[string(fold)]; ok {
		return n
	}
	if p.said == nil || len(p.said) == mostSaid {
		p.said = map[string]int{}
	}
	n := plain.Syllables(fold)
	p.said[string(fold)] = n
	return n
}

// mostSaid is how many words are remembered at a time.
const mostSaid = 1 << 14

// shortWord is how many letters a word has that is never hard.
const shortWord = 5

// nameKey is the key that holds what readers see as the name of an item.
func nameKey(i *training.Item) string {
	if _, ok := i.Front.Get("title"); ok {
		return "title"
	}
	return "fact"
}
