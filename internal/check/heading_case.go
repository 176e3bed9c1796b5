package check

import (
	"bytes"
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var ruleHeadingCase = diag.Rule{
	Code: "heading-case", Severity: diag.Warning, English: true, Advice: true,
	Title: "A heading should be written like a sentence, not In Capitals.",
	Why:   "Capitals say that something is a name, and words without them are easier to read. The NHS digital service manual writes headings in sentence case.",
	Scope: headingScope + " A capital counts only when the text of the page writes the word small and never with one, or when it is a word such as and or your, so that names are left alone; those of the word lists and the glossary are too.",
}

func headingCase(p *Page, report func(diag.Finding)) {
	p.headings(func(t *Prose) {
		loud := p.loudIn(t, neverNames)
		if len(loud) == 0 || explained.Match(t.Text) {
			return
		}
		sure := slices.ContainsFunc(loud, func(i int) bool { return neverNames[string(t.Words.Fold(i))] })
		if len(loud) < 2 && (!sure || t.Words.Len() > 4 || small(t) > 0) {
			return
		}
		start, end := t.Words.Span(loud[0])
		report(p.At(&ruleHeadingCase, t, start, end, "%q has a capital, as if it were a name", t.Words.Word(loud[0])).
			WithHint("write capitals only at the start and in names: %s", p.sentenceCase(t)))
	})
}

// loudIn lists the words of a heading that have a capital and are no names: known
// ones, and those that the page writes small.
func (p *Page) loudIn(t *Prose, known ...map[string]bool) (loud []int) {
	for i := 1; i < t.Words.Len(); i++ {
		fold := string(t.Words.Fold(i))
		isKnown := func(words map[string]bool) bool { return words[fold] }
		if capitalised(t, i) && (slices.ContainsFunc(known, isKnown) || p.isWord(t.Words.Word(i))) {
			loud = append(loud, i)
		}
	}
	if len(loud) == 0 {
		return nil
	}
	names := p.namesIn(t)
	return slices.DeleteFunc(loud, func(i int) bool { return within(t, i, names) })
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
func (p *Page) sentenceCase(t *Prose) string {
	text := bytes.Clone(t.Text)
	for _, i := range p.loudIn(t, neverNames, seldomNames) {
		start, end := t.Words.Span(i)
		if lower := bytes.ToLower(t.Words.Word(i)); len(lower) == end-start {
			copy(text[start:], lower)
		}
	}
	return string(text)
}

// seldomNames are small words that are hardly ever a name, where the page does not
// show it.
var seldomNames = wordSet(`a an the to of in on at by for as up out off over so than then no all any more most some here there
	am been being has have had did done will would shall should may might must cannot
	ask asks begin begins bring brings call calls change changes choose chooses come comes feel feels find finds get gets give gives go goes
	happen happens help helps hear hears keep keeps know knows learn learns leave leaves let lets look looks make makes matter matters mean
	means meet meets need needs open opens put puts read reads say says see sees send sends set sets share shares show shows start starts stop
	stops take takes talk talks tell tells think thinks try tries use uses using want wants work works write writes`)
