package check

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
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
	ruleHeadingCase = diag.Rule{
		Code: "heading-case", Severity: diag.Warning, English: true, Advice: true,
		Title: "A heading should be written like a sentence, not In Capitals.",
		Why:   "Capitals say that something is a name, and words without them are easier to read. The NHS digital service manual writes headings in sentence case.",
		Scope: headingScope + " A capital counts only when the text of the page writes the word small and never with one, or when it is a word such as and or your, so that names are left alone.",
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

func headingCase(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		var sure, maybe, first int
		for i := 1; i < t.Words.Len(); i++ {
			if !capitalised(t, i) {
				continue
			}
			switch {
			case neverNames[string(t.Words.Fold(i))]:
				sure++
			case p.isWord(t.Words.Word(i)):
				maybe++
			default:
				continue
			}
			if first == 0 {
				first = i
			}
		}
		if explained.Match(t.Text) || sure+maybe < 2 && (sure == 0 || t.Words.Len() > 4 || small(t) > 0) {
			return
		}
		start, end := t.Words.Span(first)
		report(p.At(&ruleHeadingCase, t, start, end, "%q has a capital, as if it were a name", t.Words.Word(first)).
			WithHint("write capitals only at the start and in names: %s", sentenceCase(p, t)))
	})
}

// explained matches a name that its acronym stands behind.
var explained = regexp.MustCompile(`\([A-Z]{2,}s?\)`)

// capitalised says whether word i begins with its only capital, in the middle of
// what it stands in.
func capitalised(t *Prose, i int) bool {
	word := t.Words.Word(i)
	r, n := utf8.DecodeRune(word)
	if !unicode.IsUpper(r) || bytes.IndexFunc(word[n:], unicode.IsUpper) >= 0 || len(word) == n {
		return false
	}
	if month, _ := monthOf(t, i); month > 0 {
		return false
	}
	gap := t.Words.Gap(i)
	start, end := t.Words.Span(i)
	return !bytes.ContainsAny(gap, ".:?!–—-/&|(“\"‘") && !t.Marked(start, end, markdown.Strong|markdown.Quotation|markdown.Code)
}

// small counts the words that begin with a small letter.
func small(t *Prose) (n int) {
	for i := range t.Words.Len() {
		if r, _ := utf8.DecodeRune(t.Words.Word(i)); unicode.IsLower(r) {
			n++
		}
	}
	return n
}

// neverNames are words that no name begins with in the middle of a heading, and
// that titles in capitals write with one.
var neverNames = wordSet("your our their his her its my and or but with without from about into how what when where why who that this these those is are was be can do does not it you we they if")

// isWord says whether the page writes a word in small letters somewhere in its text,
// and nowhere in the middle of a sentence with a capital.
func (p *Page) isWord(word []byte) bool {
	lower, isWord := bytes.ToLower(word), false
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.IsText() || !bytes.Contains(bytes.ToLower(t.Text), lower) {
			continue
		}
		for i := range t.Words.Len() {
			switch other := t.Words.Word(i); {
			case bytes.Equal(other, lower):
				isWord = true
			case bytes.Equal(other, word) && i > 0 && len(t.Words.Gap(i)) == 1:
				return false
			}
		}
	}
	return isWord
}

// sentenceCase is the heading as it could be written.
func sentenceCase(p *Page, t *Prose) string {
	text := bytes.Clone(t.Text)
	for i := 1; i < t.Words.Len(); i++ {
		if capitalised(t, i) && (neverNames[string(t.Words.Fold(i))] || p.isWord(t.Words.Word(i))) {
			start, end := t.Words.Span(i)
			if lower := bytes.ToLower(t.Words.Word(i)); len(lower) == end-start {
				copy(text[start:], lower)
			}
		}
	}
	return string(text)
}

func headingQuestion(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		text := bytes.TrimRight(t.Text, " ")
		if bytes.HasSuffix(text, []byte("?")) && !t.In("quiz") && !t.In("talk") && !t.In("reflect") {
			report(p.At(&ruleHeadingQuestion, t, 0, len(text), "this heading is a question").
				WithHint("begin with the word that people look for: “Your password”, not “What if I forget my password?”"))
		}
	})
}
