package check

import (
	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var ruleParagraph = diag.Rule{
	Code: "paragraph-long", Severity: diag.Note, English: true, Advice: true,
	Title: "A paragraph of more than 75 words should have at most three sentences.",
	Why:   "Readers skim, and a solid block of text is what they skip. The NHS digital service manual asks for up to three sentences; more of them do no harm where they are short.",
	Scope: "Paragraphs of a text. Not items of lists, quotations, footnotes and example blocks.",
}

const (
	maxSentences = 3
	shortBlock   = 75 // words, which may be any number of sentences
)

func paragraphLong(p *Page, report func(diag.Finding)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if t.Kind != markdown.InParagraph || t.Quoted || t.In("example") || len(t.Sentences) <= maxSentences || t.Words.Len() <= shortBlock {
			continue
		}
		next := t.Sentences[maxSentences]
		report(p.At(&ruleParagraph, t, next.Start, next.Stop, "this is the fourth of %d sentences in one paragraph of %d words", len(t.Sentences), t.Words.Len()).
			WithHint("begin a new paragraph where the thought changes, or make a list of it"))
	}
}
