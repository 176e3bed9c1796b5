package check

import (
	"math"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

var ruleMinutes = diag.Rule{
	Code: "minutes-words", Severity: diag.Warning, English: true, Advice: true,
	Title: "The minutes of a lesson should fit its words and its activities.",
	Why:   "Somebody with ten minutes chooses by this number. It is held against 200 words a minute and the minutes of the activities, and may be half as long again, with time to think about each quiz, talk and reflection.",
	Scope: "Lessons, without what only facilitators see and without footnotes. Out by two minutes or less is left alone, and so are lessons of less than 100 words without an activity.",
}

const (
	wordsAMinute = 200
	toThink      = 1 // minutes for each quiz
	toTalk       = 3 // minutes for each talk and reflection that has none of its own
	mayBeOut     = 2 // minutes
	littleText   = 100
)

// minutesWords compares what a lesson says of its length with what it holds.
func minutesWords(p *Page, report func(diag.Finding)) {
	v, given := p.Front.Get("minutes")
	if p.Kind.Name != "lesson" || !given || v.Number == 0 {
		return
	}
	words := p.learnersRead()
	doing, thinking := activities(p.Item)
	if doing == 0 && words < littleText {
		return // what takes the time may be a film or a drawing
	}
	reading := float64(words) / wordsAMinute
	least := (reading + float64(doing)) / 1.5
	most := (reading + float64(doing) + float64(thinking)) * 1.5
	said := float64(v.Number)
	if said >= least-mayBeOut && said <= most+mayBeOut {
		return
	}
	about := max(2, math.Round(reading+float64(doing)+float64(thinking)/2))
	report(ruleMinutes.At(p.File, v.Span, "%d minutes do not fit %d words to read and %d minutes of activities", v.Number, words, doing).
		WithHint("about %.0f minutes would fit; or say in the activities how long they take: {minutes=5}", about))
}

// learnersRead counts the words that a learner reads on the page of a lesson.
func (p *Page) learnersRead() (words int) {
	for n := p.Body; n < len(p.Prose); n++ {
		if t := &p.Prose[n]; !t.In("facilitator") && t.Kind != markdown.InNote {
			words += t.Words.Len()
		}
	}
	return words
}

// activities adds up the minutes that blocks give, and those to think and talk in.
func activities(i *training.Item) (doing, thinking int) {
	aside := i.Doc.Aside()
	for n, b := range i.Doc.Blocks {
		switch {
		case aside.Blocks[n]:
		case b.Minutes > 0:
			doing += b.Minutes
		case b.Kind == "quiz":
			thinking += toThink
		case b.Kind == "talk" || b.Kind == "reflect" || b.Kind == "try-it" || b.Kind == "steps":
			thinking += toTalk
		}
	}
	return doing, thinking
}
