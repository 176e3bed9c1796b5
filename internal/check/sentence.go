package check

import (
	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/plain"
)

var (
	ruleSentence = diag.Rule{
		Code: "sentence-long", Severity: diag.Warning, English: true, Advice: true,
		Title: "A sentence should have at most 30 words.",
		Why:   "Whoever loses the thread starts again, or stops. The NHS digital service manual asks for up to 20 words and GOV.UK splits above 25; of the NHS's own sentences, 1 in 70 has more than 30.",
		Scope: "Paragraphs, items of lists, cells, quiz choices and their reasons, and the sentences of the front matter. Not quotations, titles of other texts in links, and footnotes.",
	}
	ruleSentenceShare = diag.Rule{
		Code: "sentence-share", Severity: diag.Note, English: true, Advice: true,
		Title: "Few of the sentences of a page should have more than 20 words.",
		Why:   "One long sentence does no harm, and many tire. On the pages of the NHS digital service manual 12% of the sentences pass 20 words and 5% pass 25; this speaks up above 15%, or when 5% and at least 4 pass 25.",
		Scope: "Pages of 20 sentences or more, of which the same ones count as for sentence-long.",
	}
)

const (
	mostWords   = 30
	longWords   = 20 // which a page may pass now and then
	longerWords = 25 // and this more seldom
)

// eachSentence calls a function with the sentences that a page says itself.
func (p *Page) eachSentence(each func(t *Prose, s plain.Sentence)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.IsText() || !t.Own() {
			continue
		}
		for _, s := range t.Sentences {
			if 2*t.covered(s.Start, s.Stop, markdown.Quotation|markdown.Linked) < s.Stop-s.Start {
				each(t, s)
			}
		}
	}
}

func sentenceLong(p *Page, report func(diag.Finding)) {
	p.eachSentence(func(t *Prose, s plain.Sentence) {
		if s.Words > mostWords {
			report(p.At(&ruleSentence, t, s.Start, s.Stop, "this sentence has %d words", s.Words).
				WithHint("split it where it says a second thing, or make a list of it; up to 20 words are easy to follow"))
		}
	})
}

func sentenceShare(p *Page, report func(diag.Finding)) {
	var all, long, longer int
	var in *Prose
	var longest plain.Sentence
	p.eachSentence(func(t *Prose, s plain.Sentence) {
		all++
		if s.Words > longWords {
			long++
		}
		if s.Words > longerWords {
			longer++
		}
		if s.Words > longest.Words {
			in, longest = t, s
		}
	})
	if all < 20 || long*100 <= all*15 && (longer*100 <= all*5 || longer < 4) {
		return
	}
	report(p.At(&ruleSentenceShare, in, longest.Start, longest.Stop, "%d of the %d sentences of this page have more than %d words; this is the longest, of %d", long, all, longWords, longest.Words).
		WithHint("split the longest ones until they are about 1 in 10"))
}
