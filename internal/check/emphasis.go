package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var (
	ruleItalic = diag.Rule{
		Code: "italic", Severity: diag.Note, Advice: true,
		Title: "Sentences should not be in italics.",
		Why:   "Slanted letters are hard to read for people with dyslexia and low vision, and many screen readers do not tell them. The NHS digital service manual uses no italics: short sentences stress by themselves.",
		Scope: "Emphasis of eight words or more in what the page says itself. Titles of works, quotations, references and footnotes are left alone.",
	}
	ruleBoldLong = diag.Rule{
		Code: "bold-long", Severity: diag.Note, Advice: true,
		Title: "Words in bold should be few.",
		Why:   "When everything is stressed, nothing is. The NHS digital service manual keeps bold for the words on a screen that people must find.",
		Scope: "Bold of more than eight words in what the page says itself. Not quotations.",
	}
	ruleCapitals = diag.Rule{
		Code: "capitals", Severity: diag.Warning, Advice: true,
		Title: "Words should not be in capitals throughout.",
		Why:   "Capitals have no shape to read by, feel like shouting, and screen readers may spell them out. The NHS digital service manual has no block capitals.",
		Scope: "Three words or more in capitals one after the other, two of them with four letters or more, and words such as NEVER and DO NOT; once in a paragraph. References, quotations and code are left alone.",
	}
)

func italic(p *Page, report func(diag.Finding)) {
	p.eachMark(markdown.Emphasis, func(t *Prose, m markdown.Mark) {
		if t.Kind == markdown.InNote || p.wordsIn(t, m) < 8 || isTitle(t, m) || t.Text[m.Start] == '[' || t.cites() {
			return
		}
		report(p.At(&ruleItalic, t, m.Start, m.End, "these words are in italics").
			WithHint("write them as they are; if they matter most, say them first"))
	})
}

func boldLong(p *Page, report func(diag.Finding)) {
	p.eachMark(markdown.Strong, func(t *Prose, m markdown.Mark) {
		if n := p.wordsIn(t, m); n > 8 && t.Kind != markdown.InHeading && t.Kind != markdown.InHead {
			report(p.At(&ruleBoldLong, t, m.Start, m.End, "%d words are in bold", n).
				WithHint("leave only what people look for on a screen in bold; make it a heading, or a note block, if all of it matters"))
		}
	})
}

// eachMark calls a function with the parts of what a page says itself that are
// marked in a way.
func (p *Page) eachMark(kind markdown.MarkKind, each func(t *Prose, m markdown.Mark)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.Own() {
			continue
		}
		for _, m := range t.Marks {
			if m.Kind == kind && !t.Marked(m.Start, m.End, markdown.Quotation) {
				each(t, m)
			}
		}
	}
}

func (p *Page) wordsIn(t *Prose, m markdown.Mark) (n int) {
	for i := range t.Words.Len() {
		if start, _ := t.Words.Span(i); start >= m.Start && start < m.End {
			n++
		}
	}
	return n
}

// isTitle says whether most of the longer words of a part have a capital.
func isTitle(t *Prose, m markdown.Mark) bool {
	capitals, all := 0, 0
	for i := range t.Words.Len() {
		if start, end := t.Words.Span(i); start < m.Start || end > m.End || end-start < 4 {
			continue
		}
		all++
		if r, _ := utf8.DecodeRune(t.Words.Word(i)); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capitals++
		}
	}
	return all == 0 || 2*capitals > all
}

func capitals(p *Page, report func(diag.Finding)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.Own() {
			continue
		}
		for i := 0; i < t.Words.Len(); i++ {
			first := i
			for i < t.Words.Len() && isShouted(t, i) && (i == first || isSpaces(t.Words.Gap(i))) {
				i++
			}
			if !shouts(t, first, i) || t.cites() {
				continue
			}
			start, _ := t.Words.Span(first)
			_, end := t.Words.Span(i - 1)
			report(p.At(&ruleCapitals, t, start, end, "%q is in capitals", shorten(t.Text[start:end])).
				WithHint("write it as any other words; if it matters most, say it first"))
			break // once says enough
		}
	}
}

// shouts says whether words in capitals are no name and no acronym: they are many,
// or one of them is only written so to be stressed.
func shouts(t *Prose, first, end int) bool {
	long := 0
	for i := first; i < end; i++ {
		fold := string(t.Words.Fold(i))
		if stressed[fold] || fold == "do" && i+1 < end && string(t.Words.Fold(i+1)) == "not" {
			return true
		}
		if utf8.RuneCount(t.Words.Word(i)) >= 4 {
			long++
		}
	}
	return end-first >= 3 && long >= 2
}

var stressed = wordSet("never always must please important only immediately warning attention remember very really cannot every before after")

// shorten keeps the first words of what is shown in a message.
func shorten(text []byte) string {
	const most = 40 // characters
	if utf8.RuneCount(text) <= most {
		return string(text)
	}
	first := string([]rune(string(text))[:most])
	if end := strings.LastIndexFunc(first, unicode.IsSpace); end > 0 {
		first = first[:end]
	}
	return first + " …"
}

// isShouted says whether word i is all capitals.
func isShouted(t *Prose, i int) bool {
	word := t.Words.Word(i)
	if r, _ := utf8.DecodeRune(word); !unicode.IsUpper(r) || bytes.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) >= 0 {
		return false
	}
	start, end := t.Words.Span(i)
	return !t.Marked(start, end, markdown.Quotation|markdown.Code)
}
