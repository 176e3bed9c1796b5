package markdown

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
)

// nearBlocks reports every line that names a block after colons and opens none,
// whatever Markdown takes it for: notes for facilitators would be shown. Lines
// that are known (fences, comments, code) are in w.known.
func (w *writer) nearBlocks() {
	slices.SortFunc(w.known, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	var found []int
	next, known := 0, 0 // the range to look at, and how far those before it reach
	for start := 0; start < len(w.src); {
		end := w.lineEnd(start)
		line := w.src[start:end]
		if at := colonsIn(line); at >= 0 {
			for ; next < len(w.known) && w.known[next].Start <= start+at; next++ {
				known = max(known, w.known[next].End)
			}
			if start+at >= known && w.nearBlock(line[at:], start, end) {
				found = append(found, start)
			}
		}
		start = end + 1
	}
	w.dropStrays(found)
}

// nearBlock reports a line with colons if a block is named behind them.
func (w *writer) nearBlock(colonsOn []byte, start, end int) bool {
	colons, name := blockAt(colonsOn)
	if name == "" {
		return false
	}
	hint := "begin it at the start of the line, with nothing before the colons: ::: " + name
	if colons < 3 {
		hint = "write three colons: ::: " + name
	}
	line := w.src[start:end]
	start += len(line) - len(bytes.TrimLeft(line, " \t"))
	w.add(ruleBlockColons, start, end, "this line does not open a block", hint)
	return true
}

// dropStrays takes back what was said of the ::: that was to close a block which
// does not open, one for each.
func (w *writer) dropStrays(found []int) {
	if len(found) == 0 {
		return
	}
	seen, open := 0, 0
	w.findings = slices.DeleteFunc(w.findings, func(f diag.Finding) bool {
		if f.Rule != ruleBlockStray.Code {
			return false
		}
		for seen < len(found) && found[seen]+w.base < f.Span.Start {
			seen, open = seen+1, open+1
		}
		if open == 0 {
			return false
		}
		open--
		return true
	})
}

// colonsIn finds what may be the colons of a block: those with which a line
// begins, or three and more anywhere but in code.
func colonsIn(line []byte) int {
	at := colonAt(line)
	if at < 0 {
		at = bytes.Index(line, []byte(":::"))
		if at >= 0 && bytes.IndexByte(line[:at], '`') >= 0 {
			return -1
		}
	}
	return at
}

// blockAt counts colons, with anything that is not seen between them, and
// returns the name of the block that stands behind them, or nothing.
func blockAt(rest []byte) (colons int, name string) {
	for {
		rest = bytes.TrimLeftFunc(rest, isFiller)
		r, n := utf8.DecodeRune(rest)
		if r != ':' && r != '：' {
			break
		}
		colons++
		rest = rest[n:]
	}
	if colons < 2 {
		return colons, ""
	}
	if end := bytes.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-–—'’_", r) }); end >= 0 {
		rest = rest[:end]
	}
	name = plainName(string(rest[:min(len(rest), 40)]))
	switch {
	case name == "" || findKind(name) != nil:
		return colons, name
	case colons > 2:
		return colons, nearestKind(name)
	}
	return colons, ""
}

// colonAt finds the colon with which a line begins, after marks of all sorts but
// no letters, and no code; or gives -1.
func colonAt(line []byte) int {
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case r == ':' || r == '：':
			return i
		case r == '`' || unicode.IsLetter(r):
			return -1
		case bytes.HasPrefix(line[i:], []byte("&nbsp;")):
			n = len("&nbsp;")
		case r == '<':
			n = bytes.IndexByte(line[i:], '>') + 1
			if n == 0 {
				return -1
			}
		}
		i += n
	}
	return -1
}

// isFiller says whether a rune can stand between colons, or between them and a
// name, without anyone seeing a difference.
func isFiller(r rune) bool {
	return isBlank(r) || strings.ContainsRune(`\*_`, r)
}

// isBlank says whether a rune is a space of any kind, or cannot be seen at all.
func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// charLost reports the sign that stands for letters that a program could not read.
func (w *writer) charLost() {
	lost := []byte("\uFFFD")
	at := bytes.Index(w.src, lost)
	if at < 0 {
		return
	}
	message := "a letter was lost here"
	if n := bytes.Count(w.src[at:], lost); n > 1 {
		message = fmt.Sprintf("letters were lost at %d places, the first is here", n)
	}
	w.add(ruleCharLost, at, at+len(lost), message, "type it again; the file was saved in another encoding, save it as UTF-8")
}
