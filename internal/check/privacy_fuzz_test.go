package check

import (
	"testing"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/source"
	"commonground/internal/training"
)

// FuzzPrivacy holds that the rules that read a file byte by byte end, and name
// places in it, in order.
func FuzzPrivacy(f *testing.F) {
	f.Add("Call +44 (0)7911 234 567 or jo.hall@nhs.net.")
	f.Add("0\u00a00 0(0)0-0 00441 @ a@b.c git@h.org:x 07911\u00a0234567")
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Name: "x.md", Text: []byte(text)}
		page := &Page{Input: Input{Package: &training.Package{}}, Item: &training.Item{File: file, Doc: &markdown.Doc{}}}
		for _, read := range []func(*Page, func(diag.Finding)){phoneNumber, emailAddress} {
			at := 0
			read(page, func(found diag.Finding) {
				if found.Span.Start < at || found.Span.End <= found.Span.Start || found.Span.End > len(text) {
					t.Fatalf("%q: found at %v after %d", text, found.Span, at)
				}
				at = found.Span.End
			})
		}
	})
}
