package check

import (
	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var ruleParagraph = diag.Rule{
	Code: "paragraph-long", Severity: diag.Note, English: true, Advice: true,
	Title: "A paragraph should have at most five sentences.",
	Why:   "Readers skim, and a solid block of text is what they skip. The NHS digital service manual asks for up to three sentences; a few more that are short do no harm.",
	Scope: "Paragraphs with more than five sentences and more than 60 words. Not lists, quotations, footnotes or examples, and not the example, facilitator and more blocks.",
}

const (
	maxSentences = 5
	shortBlock   = 60 // words, which may be any number of sentences
)

func paragraphLong(p *Page, report func(diag.Finding)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if t.Kind != markdown.InParagraph || t.Quoted || t.In("example") || len(t.Sentences) <= maxSentences || t.Words.Len() <= shortBlock {
			continue
		}
		next := t.Sentences[maxSentences]
		report(p.At(&ruleParagraph, t, next.Start, next.Stop, "this is the sixth of %d sentences in one paragraph", len(t.Sentences)).
			WithHint("begin a new paragraph where the thought changes, or make a list of it"))
	}
}
