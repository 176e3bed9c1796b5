package check

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/source"
	"commonground/internal/training"
)

// FuzzPrivacy holds that the rules that read a file byte by byte end, name places
// in it, in order, that cut no character in two and hold what the rule is about, say
// what to do, and find the same twice.
func FuzzPrivacy(f *testing.F) {
	f.Add("Call +44 (0)7911 234 567 or jo.hall@nhs.net.")
	f.Add("0\u00a00 0(0)0-0 00441 @ a@b.c git@h.org:x 07911\u00a0234567")
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Name: "x.md", Text: []byte(text)}
		page := &Page{Input: Input{Package: &training.Package{}}, Item: &training.Item{File: file, Doc: &markdown.Doc{}}}
		for _, rule := range []struct {
			read func(*Page, func(diag.Finding))
			is   func(string) bool
		}{{phoneNumber, hasDigits}, {emailAddress, hasAt}} {
			all := findingsOf(rule.read, page)
			if again := findingsOf(rule.read, page); !reflect.DeepEqual(all, again) {
				t.Fatalf("%q: found %v, and then %v", text, all, again)
			}
			at := 0
			for _, found := range all {
				if found.Span.Start < at || found.Span.End <= found.Span.Start || found.Span.End > len(text) {
					t.Fatalf("%q: found at %v after %d", text, found.Span, at)
				}
				at = found.Span.End
				what := text[found.Span.Start:found.Span.End]
				if !rule.is(what) || utf8.ValidString(text) && !utf8.ValidString(what) || found.Message == "" || found.Hint == "" {
					t.Fatalf("%q: found %q: %s (%s)", text, what, found.Message, found.Hint)
				}
			}
		}
	})
}

func findingsOf(read func(*Page, func(diag.Finding)), p *Page) (all []diag.Finding) {
	read(p, func(found diag.Finding) { all = append(all, found) })
	return all
}

func hasAt(s string) bool { return strings.Count(s, "@") == 1 && s[0] != '@' }

// hasDigits says whether a text has as many digits as a phone number of this country
// has at least.
func hasDigits(s string) bool {
	return len(s)-len(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, s)) >= 10
}
