package load

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var ruleInvisible = diag.Rule{Code: "char-invisible", Severity: diag.Warning, Title: "No invisible character should stand in a word or beside it."}

// maxInvisible is how many places are named in one file.
const maxInvisible = 5

// noWidth are characters that have no width, and what their bytes begin with.
// Other scripts and emoji need them; beside a Latin letter or a digit they come
// from another program, and keep words from being found.
var noWidth = []struct {
	begin string
	is    func(r rune) bool
}{
	{"\xe2\x80", func(r rune) bool { return r == 0x200b || r == 0x200c || r == 0x200d }},
	{"\xe2\x81", func(r rune) bool { return r == 0x2060 }},
	{"\xef\xbb", func(r rune) bool { return r == 0xfeff }},
}

// invisibles finds characters that nobody can see and that split a word.
func invisibles(f *source.File) []diag.Finding {
	var found []diag.Finding
	for _, kind := range noWidth {
		for at := 0; len(found) < maxInvisible; {
			n := bytes.Index(f.Text[at:], []byte(kind.begin))
			if n < 0 {
				break
			}
			start := at + n
			r, size := utf8.DecodeRune(f.Text[start:])
			at = start + size
			if kind.is(r) && (besideLatin(utf8.DecodeLastRune(f.Text[:start])) || besideLatin(utf8.DecodeRune(f.Text[at:]))) {
				span := source.Span{Start: start, End: at}
				found = append(found, ruleInvisible.At(f, span, "there is an invisible character here (U+%04X)", r).
					WithHint("delete it; it often comes along when text is copied from a web page").WithEdit(span, ""))
			}
		}
	}
	return found
}

func besideLatin(r rune, _ int) bool {
	return unicode.Is(unicode.Latin, r) || r >= '0' && r <= '9'
}
