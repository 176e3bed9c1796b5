package load

import (
	"testing"

	"commonground/internal/source"
)

// FuzzNHSNumbers holds that a number that is found is ten digits, in one place of
// the text, each once and in order.
func FuzzNHSNumbers(f *testing.F) {
	f.Add("Her number is 485 777 3457, his 4857773457.")
	f.Add("0101900007 485\u00a0777\u202f3457 1234-5678-90")
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Name: "x.md", Text: []byte(text)}
		at := 0
		for _, found := range nhsNumbers(file) {
			if found.Span.Start < at || found.Span.End > len(text) {
				t.Fatalf("%q: found at %v after %d", text, found.Span, at)
			}
			at = found.Span.End
			digits := 0
			for _, c := range file.Bytes(found.Span) {
				if c >= '0' && c <= '9' {
					digits++
				}
			}
			if digits != 10 {
				t.Fatalf("%q: %q is no number of ten digits", text, file.Bytes(found.Span))
			}
		}
	})
}
