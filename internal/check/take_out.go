package check

import (
	"bytes"
	"regexp"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// takenOut offers the text without a comment that has its lines to itself, and
// without the empty lines below it. One among words, and one that parts two
// lists, stays for a person to take out.
func takenOut(f diag.Finding) diag.Finding {
	text := f.File.Text
	comment := bytes.TrimSpace(f.File.Bytes(f.Span))
	behind := f.Span.Start + len(comment)
	start, end := f.File.LineAt(f.Span.Start).Start, min(f.File.LineAt(behind).End+1, len(text))
	around := string(text[start:f.Span.Start]) + string(text[behind:end])
	above, below := bytes.TrimRight(text[:start], " \t\n"), bytes.TrimLeft(text[end:], " \t\n")
	switch {
	case strings.TrimSpace(around) != "", bytes.Count(comment, []byte("<!--")) != 1,
		listItem.Match(lastLine(above)) && listItem.Match(below):
		return f
	case bytes.HasSuffix(text[:start], []byte("\n\n")):
		end = max(end, f.File.LineAt(len(text)-len(below)).Start) // of the line that says more
	case end < len(text) && len(bytes.TrimSpace(f.File.Bytes(f.File.LineAt(end)))) > 0:
		return f.WithEdit(source.Span{Start: start, End: end}, "\n") // or the lines around it were one paragraph
	}
	return f.WithEdit(source.Span{Start: start, End: end}, "")
}

// listItem is how a line of a list begins.
var listItem = regexp.MustCompile(`^\s*(?:[-*+]|\d+[.)])\s`)

func lastLine(text []byte) []byte { return text[bytes.LastIndexByte(text, '\n')+1:] }
