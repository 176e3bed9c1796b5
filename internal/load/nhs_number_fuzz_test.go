package load

import (
	"reflect"
	"testing"

	"commonground/internal/source"
)

// FuzzNHSNumbers holds that a number that is found is ten digits that prove
// themselves, in one place of the text, each once and in order, that it is told
// with a hint, that the same text has the same numbers, and that one in a line of
// its own is found behind any text that has few enough.
func FuzzNHSNumbers(f *testing.F) {
	f.Add("Her number is 485 777 3457, his 4857773457.")
	f.Add("0101900007 485\u00a0777\u202f3457 1234-5678-90")
	f.Fuzz(func(t *testing.T, text string) {
		file := &source.File{Name: "x.md", Text: []byte(text)}
		all := nhsNumbers(file)
		if again := nhsNumbers(file); !reflect.DeepEqual(all, again) || len(all) > maxNumbers {
			t.Fatalf("%q: found %v, and then %v", text, all, again)
		}
		behind := &source.File{Name: "x.md", Text: []byte(text + "\n\n485 777 3457\n")}
		if n := len(nhsNumbers(behind)); n != min(len(all)+1, maxNumbers) {
			t.Fatalf("%q: %d numbers with one behind it, %d without", text, n, len(all))
		}
		at := 0
		for _, found := range all {
			if found.Span.Start < at || found.Span.End > len(text) {
				t.Fatalf("%q: found at %v after %d", text, found.Span, at)
			}
			at = found.Span.End
			digits, sum := 0, 0
			for _, c := range file.Bytes(found.Span) {
				if c >= '0' && c <= '9' {
					sum += (10 - digits) * int(c-'0')
					digits++
				}
			}
			if digits != 10 || sum%11 != 0 {
				t.Fatalf("%q: %q is no number of ten digits", text, file.Bytes(found.Span))
			}
			if found.Rule != ruleNHSNumber.Code || found.Message == "" || found.Hint == "" || found.File != file {
				t.Fatalf("the finding says too little: %+v", found)
			}
		}
	})
}
