package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleShortForm = diag.Rule{
	Code: "short-form", Severity: diag.Warning, English: true, Advice: true,
	Title: "Write for example and that is in words.",
	Why:   "Screen readers say eg as a word, and many people take ie for eg. The NHS A to Z of health writing asks for the words.",
	Scope: "All sentences: eg, ie, etc and other letters that stand for words, and & between words. Not quotations, names such as A&E, code, addresses, or words in bold or italics.",
}

var shortFormWord = listed(&ruleShortForm, plain.ShortForms, "%q stands for words that not everybody reads out of it", inWords)

// inWords mends by writing for example or that is; the others need a thought, and
// so does a full stop that may end the sentence too.
func inWords(t *Prose, hit *wordHit) (string, bool) {
	rest := bytes.TrimRight(t.Text[hit.End:], " ")
	ends := len(rest) == 0 && t.Text[hit.End-1] == '.' || bytes.HasPrefix(rest, []byte("."))
	return hit.Use, !ends && (hit.Use == "for example" || hit.Use == "that is")
}

// hasStop says whether a full stop behind a short form is a part of it: it has one
// inside, as e.g. has, or the sentence goes on behind it.
func hasStop(text []byte, start, end int) bool {
	rest, stopped := bytes.CutPrefix(text[end:], []byte("."))
	next, size := utf8.DecodeRune(bytes.TrimLeft(rest, " "))
	goesOn := size > 0 && (unicode.IsLower(next) || unicode.IsDigit(next) || strings.ContainsRune(",;:(", next))
	return stopped && (goesOn || bytes.ContainsRune(text[start:end], '.'))
}

// shortForm finds letters that stand for words, and & where it stands for and.
func shortForm(p *Page, report func(diag.Finding)) {
	shortFormWord(p, report)
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.authored() {
			continue
		}
		text := t.Without(unread)
		for i := 1; i+1 < len(text); i++ {
			if text[i] == '&' && text[i-1] == ' ' && text[i+1] == ' ' && !capitalsAround(text, i) {
				report(p.At(&ruleShortForm, t, i, i+1, "& stands for a word").WithHint("write \"and\""))
			}
		}
	}
}

// capitalsAround says whether the words on both sides of a sign begin with a
// capital, as they do in a name: Health & Care Ltd.
func capitalsAround(text []byte, at int) bool {
	before, after := at-1, at+2
	for before > 0 && text[before-1] != ' ' {
		before--
	}
	return after < len(text) && isUpper(text[before]) && isUpper(text[after])
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
