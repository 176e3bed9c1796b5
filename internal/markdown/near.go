package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"commonground/internal/diag"
)

// What is nearly a heading, a list, a table or a link is plain text to Markdown.
// Nobody who wrote it meant that. The files near_*.go look for it; what is nearly
// a block is worse, since it would show notes to learners: see near_block.go.

// nearLines reports what the lines of a paragraph were meant to be.
func (w *writer) nearLines(n ast.Node) {
	w.nearHeadings(n)
	if w.goesOn(n) {
		w.told = n
		return
	}
	for _, look := range [...]func(*writer, ast.Node) meant{meantTable, meantList, meantTask} {
		if m := look(w, n); m.message != "" {
			w.told = n
			w.add(m.rule, m.start, m.end, m.message, m.hint)
			return
		}
	}
}

// meant is what a paragraph was meant to be, as it would be reported; the zero
// value says that it was meant to be a paragraph.
type meant struct {
	rule          diag.Rule
	start, end    int
	message, hint string
}

// firstMeant finds the first paragraph in a block that was meant to be something
// else. It will not be reported again.
func (w *writer) firstMeant(d *directive, look func(*writer, ast.Node) meant) meant {
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindParagraph {
			continue
		}
		if m := look(w, c); m.message != "" {
			w.told = c
			return m
		}
	}
	return meant{}
}

// goesOn says whether a paragraph was meant to be part of the same list or
// table as the one before it, or is known already.
func (w *writer) goesOn(n ast.Node) bool {
	if w.told == nil || n != w.told && n.PreviousSibling() != w.told {
		return false
	}
	return n == w.told || meantTable(w, n).message != "" || meantList(w, n).message != "" || listSign(w.line(n, 0)) != noSign
}

// line is a line of a paragraph without the space around it.
func (w *writer) line(n ast.Node, i int) []byte {
	if n.Lines().Len() <= i {
		return nil
	}
	seg := n.Lines().At(i)
	return bytes.TrimSpace(w.src[seg.Start:seg.Stop])
}

// nearHeadings reports the lines of a paragraph that were meant to be headings.
func (w *writer) nearHeadings(n ast.Node) {
	for i := range n.Lines().Len() {
		line := w.line(n, i)
		hint := headingHint(line)
		if hint == "" {
			continue
		}
		start := n.Lines().At(i).Start
		start += bytes.IndexByte(w.src[start:], line[0])
		w.add(ruleHeadingSpace, start, start+len(line), "this line is not read as a heading", hint)
		if signs := len(line) - len(bytes.TrimLeft(line, "#")); hint == headingSpaceHint && signs > 1 {
			w.offer(start+signs, start+signs, " ")
		}
	}
}

// headingHint says what is wrong with a line that is nearly a heading. A single
// # begins many lines that are none, such as #1.
func headingHint(line []byte) string {
	if len(line) == 0 || line[0] != '#' && line[0] != '\\' {
		return ""
	}
	rest := bytes.TrimLeft(line, `#\`)
	signs := bytes.Count(line[:len(line)-len(rest)], []byte("#"))
	escaped := bytes.IndexByte(line[:len(line)-len(rest)], '\\') >= 0
	next, _ := utf8.DecodeRune(rest)
	switch {
	case len(rest) == 0 || signs == 0 || signs == 1 && (escaped || !unicode.IsLetter(next)):
		return ""
	case signs > 6:
		return "write two to six #: ## is the largest heading"
	case escaped:
		return `delete the \ before the #`
	case unicode.IsSpace(next):
		return "write a plain space after the #, this one is of another kind"
	}
	return headingSpaceHint
}

const headingSpaceHint = "write a space after the #"
