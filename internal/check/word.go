package check

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/plain"
	"commonground/internal/schema"
	"commonground/internal/wording"
	"commonground/internal/words"
)

// wordHit is a place in a page where words stand that a list names.
type wordHit struct {
	wording.Hit
	prose    *Prose
	patients bool // it is said to patients
}

// unread are the marks whose words are not the author's to choose: names of what
// is on the screen, titles and foreign words, code, addresses, what others said.
const unread = markdown.Strong | markdown.Emphasis | markdown.Struck | markdown.Code | markdown.Picture | markdown.Address | markdown.Quotation

// wordFinder makes the finder of the words that a package should not use: by its
// own lists, and by those that come with the program.
func wordFinder(in *Input) *wording.Finder {
	own := in.Package.Words
	return wording.NewFinder(append(own[:len(own):len(own)], schema.ShippedWords()...))
}

// wordHits finds the words of all lists in the page, once for all rules.
func (p *Page) wordHits() []wordHit {
	if p.sought {
		return p.hits
	}
	p.sought, p.hits = true, p.hits[:0]
	if p.Kind == &schema.Insight {
		return nil // what people said, often about the words themselves
	}
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.authored() {
			continue
		}
		patients := t.toPatients()
		for _, hit := range p.words.Find(p.readable(t, patients)) {
			if t.Kind == markdown.InCell && hit.Start == 0 && hit.End == len(t.Text) {
				continue // a table about the word itself
			}
			if hit.List == plain.ShortForms && hasStop(t.Text, hit.Start, hit.End) {
				hit.End++
			}
			p.hits = append(p.hits, wordHit{hit, t, patients})
		}
	}
	return p.hits
}

// readable returns the words of a passage without those that are not the author's
// to choose. What is said to patients stands between quote marks, and is.
func (p *Page) readable(t *Prose, patients bool) *words.Text {
	kinds := unread
	if patients {
		kinds &^= markdown.Quotation
	}
	text := t.Without(kinds)
	if len(text) == 0 || &text[0] == &t.Text[0] {
		return &t.Words
	}
	p.masked.Read(text)
	return &p.masked
}

// authored says whether the words of a passage are those that its author would
// use: not what others said, not what is not to be said, not wrong answers.
func (t *Prose) authored() bool {
	switch {
	case t.Quoted, t.Kind == markdown.InHead, t.Kind == markdown.InChoice, t.Key == "myth":
		return false
	}
	return t.Kind != markdown.InCell || t.Column == 0 || !t.In("say")
}

// toPatients says whether a passage is what staff say to patients.
func (t *Prose) toPatients() bool {
	return t.Key == "say" || t.Kind == markdown.InCell && t.Column == 0 && t.In("say")
}

// listed makes the function of a rule about the words of one list: what the rule
// says of a word, to whom it holds, and how it can be mended.
func listed(rule *diag.Rule, list plain.ListName, says string, mend func(t *Prose, hit *wordHit) (text string, safe bool)) func(*Page, func(diag.Finding)) {
	return func(p *Page, report func(diag.Finding)) {
		for n := range p.wordHits() {
			hit := &p.hits[n]
			if hit.List != list || hit.Entry.Patients && !hit.patients {
				continue
			}
			found := p.At(rule, hit.prose, hit.Start, hit.End, says, hit.text()).WithHint("%s", hit.hint())
			if mend != nil {
				found = p.mended(found, hit, mend)
			}
			report(found)
		}
	}
}

// mended adds the safe edit of a finding, where the file has the words as they are
// read.
func (p *Page) mended(found diag.Finding, hit *wordHit, mend func(*Prose, *wordHit) (string, bool)) diag.Finding {
	text, safe := mend(hit.prose, hit)
	place := hit.prose.Place(hit.Start, hit.End)
	if !safe || hit.spoken() || !bytes.Equal(p.File.Bytes(place), hit.prose.Text[hit.Start:hit.End]) {
		return found
	}
	return found.WithEdit(place, likeFirst(hit.text(), text))
}

// spoken says whether words stand between quote marks, as only those do that are
// said to patients.
func (h *wordHit) spoken() bool { return h.prose.Marked(h.Start, h.End, markdown.Quotation) }

func (h *wordHit) text() string { return string(h.prose.Text[h.Start:h.End]) }

// hint says what to write instead.
func (h *wordHit) hint() string {
	if h.Use == "" {
		return h.Entry.Advice
	}
	hint := fmt.Sprintf("write %q", h.Use)
	for n, other := range h.Entry.Use[1:] {
		if h.Use != h.Entry.Use[0] { // in another form, which the others cannot be put into
			break
		}
		if n+2 == len(h.Entry.Use) {
			hint += fmt.Sprintf(" or %q", other)
		} else {
			hint += fmt.Sprintf(", %q", other)
		}
	}
	if h.Entry.Advice != "" {
		hint += "; " + h.Entry.Advice
	}
	return hint
}

// likeFirst gives a text a capital where the one it replaces has one, unless its
// own capitals are how it is written: iPhone.
func likeFirst(before, text string) string {
	first, _ := utf8.DecodeRuneInString(before)
	if !unicode.IsUpper(first) || strings.ToLower(text) != text {
		return text
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// replaced mends by writing the right words in the place of one word.
func replaced(_ *Prose, hit *wordHit) (string, bool) {
	return hit.Use, hit.Use != "" && !strings.Contains(hit.text(), " ") && !strings.Contains(hit.Use, " ")
}
