package schema

import (
	"bytes"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// maxUnread is how many entries of one front matter are told to be unreadable.
const maxUnread = 20

// readRest reads the front matter of a file although some of it is no YAML: an
// entry at which the library stumbles is told, taken out, and the rest read
// again, so that one run names every mistake. The tree is nil when nothing is left.
func readRest(f *source.File) (*yaml.Node, []diag.Finding) {
	rest := *f
	var unread []diag.Finding
	for {
		root, finding := readTree(&rest)
		if finding == nil {
			return root, unread
		}
		entry := entryAt(&rest, finding.Span.Start)
		finding.File = f
		if len(bytes.TrimSpace(rest.Bytes(entry))) == 0 { // it is out already, so the cause is another
			return nil, unread
		}
		if unread = append(unread, *finding); len(unread) == maxUnread {
			return nil, unread
		}
		rest.Text = without(rest.Text, entry)
	}
}

// entryAt returns the lines of the key in which a place lies: from the line that
// begins with it up to the next such line. A key that is indented by mistake is
// an entry of its own.
func entryAt(f *source.File, at int) source.Span {
	line := f.LineAt(at)
	if _, ok := indentedKey(f, line); ok || line.Start == f.Front.Start && keyBehindSpace.Match(f.Bytes(line)) {
		return withLinesBelow(f, line)
	}
	start := line.Start
	for start > f.Front.Start && !beginsEntry(f.Text[start:]) {
		start = f.LineAt(start - 1).Start
	}
	end := f.LineEnd(at)
	for end+1 < f.Front.End && !beginsEntry(f.Text[end+1:]) {
		end = f.LineAt(end + 1).End
	}
	return source.Span{Start: start, End: min(end, f.Front.End)}
}

// beginsEntry says whether a line begins with a key, and does not go on with the
// value of the one above.
func beginsEntry(line []byte) bool {
	return !bytes.ContainsAny(line[:1], " \t\n-#]}")
}

// without returns the text with spaces where a span was, so that all that stands
// behind it keeps its place.
func without(text []byte, s source.Span) []byte {
	out := bytes.Clone(text)
	for i := s.Start; i < s.End; i++ {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}
