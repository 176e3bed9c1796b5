package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/source"
)

// Excerpt returns the line of a finding in three parts: what stands before its
// place, the place, and what stands behind it. A line of more than width characters
// is cut around the place. A finding about the whole file has none.
func (f Finding) Excerpt(width int) (before, marked, after string, ok bool) {
	if f.File == nil || f.Span.End <= f.Span.Start {
		return "", "", "", false
	}
	line := f.File.LineAt(f.Span.Start)
	end := max(min(f.Span.End, line.End), f.Span.Start)
	most := utf8.UTFMax * (width + 1) // bytes: what is farther away is cut off in any case
	part := func(text []byte) []rune { return []rune(Visible(string(text))) }
	left := part(lastOf(f.File.Text[line.Start:f.Span.Start], most))
	place, right := part(firstOf(f.File.Text[f.Span.Start:end], most)), part(firstOf(f.File.Text[end:line.End], most))
	if f.Rule == source.RuleCharacter {
		place = []rune{utf8.RuneError} // its text has spaces there
	}
	if extra := len(left) - width/2; extra > 0 && len(left)+len(place)+len(right) > width {
		left = append([]rune("…"), left[extra:]...)
	}
	if room := width - len(left); len(place) > room {
		place, right = place[:room], []rune("…")
	} else if room -= len(place); len(right) > room {
		right = append(right[:room:room], '…')
	}
	return string(left), string(place), string(right), true
}

// firstOf and lastOf return the characters at an end of a text, about so many bytes of
// them. A line may be long, and have a finding at every word.
func firstOf(text []byte, bytes int) []byte {
	at := min(bytes, len(text))
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return text[:at]
}

func lastOf(text []byte, bytes int) []byte {
	at := max(0, len(text)-bytes)
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return text[at:]
}

// Visible replaces what a terminal or a page would obey and not show: control characters,
// line ends, and characters that turn text round. What is printed may be quoted
// from a file that came from anywhere. The number of characters stays the same.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == 0x2028, r == 0x2029:
			return utf8.RuneError
		}
		return r
	}, s)
}
