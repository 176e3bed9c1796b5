package check

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

const headingScope = "Titles in the front matter, headings, and titles of blocks."

var (
	ruleHeadingLong = diag.Rule{
		Code: "heading-long", Severity: diag.Note, Advice: true,
		Title: "A heading should have at most 65 characters.",
		Why:   "People find their way by headings, in the page, in search and in a list of tabs, which all cut long ones short. The NHS digital service manual asks for 65 characters or fewer.",
		Scope: headingScope + " Not the fact of a myth and not the question of a quiz.",
	}
	ruleHeadingStop = diag.Rule{
		Code: "heading-stop", Severity: diag.Note, Advice: true,
		Title: "A heading should not end in a full stop, a colon or a comma.",
		Why:   "A heading names what follows and is no sentence; screen readers pause after it anyway. The NHS digital service manual has no full stops in headings.",
		Scope: headingScope + " A heading of two sentences is left alone.",
	}
	ruleHeadingQuestion = diag.Rule{
		Code: "heading-question", Severity: diag.Off, English: true, Advice: true,
		Title: "A heading should not be a question.",
		Why:   "Questions begin alike, so they are hard to skim, and their keyword comes last. The NHS digital service manual asks for statements; training may well ask, so this is off by default.",
		Scope: headingScope + " Not quizzes, reflect and talk blocks.",
	}
)

const mostCharacters = 65

// headings calls a function with the titles and headings of a page.
func (p *Page) headings(each func(t *Prose)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		if t.Kind == markdown.InHeading || t.Kind == markdown.InKey && t.Key == "title" || t.Kind == markdown.InTitle && t.Blocks[len(t.Blocks)-1] != "quiz" {
			each(t)
		}
	}
}

func headingLong(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		if n := utf8.RuneCount(t.Text); n > mostCharacters {
			report(p.At(&ruleHeadingLong, t, 0, len(t.Text), "this heading has %d characters", n).
				WithHint("name the one thing that follows, and say the rest in the text"))
		}
	})
}

func headingStop(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		text := bytes.TrimRight(t.Text, " ")
		if len(text) == 0 || strings.IndexByte(".:,;", text[len(text)-1]) < 0 || bytes.HasSuffix(text, []byte("..")) || abbreviated(t) {
			return
		}
		if bytes.ContainsAny(text[:len(text)-1], ".!?") {
			return // two sentences, each with its mark
		}
		f := p.At(&ruleHeadingStop, t, len(text)-1, len(text), "this heading ends in %q", text[len(text)-1:]).
			WithHint("leave it out")
		report(p.offer(f, t, len(text)-1, len(text), ""))
	})
}

// abbreviated says whether the last word has a stop of its own.
func abbreviated(t *Prose) bool {
	if t.Words.Len() == 0 {
		return true
	}
	last := t.Words.Fold(t.Words.Len() - 1)
	return len(last) == 1 || shortForms[string(last)]
}

var shortForms = wordSet("etc inc ltd co no vs eg ie al jr sr st dr mr mrs")

func headingQuestion(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		text := bytes.TrimRight(t.Text, " ")
		if bytes.HasSuffix(text, []byte("?")) && !t.In("quiz") && !t.In("talk") && !t.In("reflect") {
			report(p.At(&ruleHeadingQuestion, t, 0, len(text), "this heading is a question").
				WithHint("begin with the word that people look for: “Your password”, not “What if I forget my password?”"))
		}
	})
}
