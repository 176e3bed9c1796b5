package markdown

import "github.com/yuin/goldmark/ast"

// Run is the words of one paragraph, item, cell or heading, in which terms may
// be found: Doc.Pieces[First:End].
type Run struct {
	First, End int
	Section    int  // grows with each heading of level 2, be it of a text or of a block
	Aside      bool // it stands in a facilitator block
}

// Piece is text in Doc.HTML without a tag or a hole in it; only the characters
// &, <, > and " are written as entities. The pieces of a run follow each other,
// and those of one word can differ: *re*peat.
type Piece struct {
	Range
	Element int  // which inline element it stands in; 0 for none
	Apart   bool // something that is no text stands before it: a picture, code, the edge of a link
	Quiet   bool // terms count here as used, and are never linked: headings, links, choices
}

// prose writes the words of a block as a run.
func (w *writer) prose(n ast.Node) {
	first := len(w.pieces)
	w.run, w.element, w.apart = first, 0, false
	w.inlines(n)
	if len(w.pieces) > first {
		w.runs = append(w.runs, Run{first, len(w.pieces), w.section, w.hidden})
	}
}

// quietly writes words as a run in which nothing is linked.
func (w *writer) quietly(n ast.Node) {
	w.quiet++
	w.prose(n)
	w.quiet--
}

// piece notes that what was written since start is text.
func (w *writer) piece(start int) {
	end := len(w.html)
	if start == end {
		return
	}
	p := Piece{Range{start, end}, w.element, w.apart, w.quiet > 0}
	w.apart = false
	if n := len(w.pieces) - 1; n >= w.run && !p.Apart {
		if last := &w.pieces[n]; last.End == start && last.Element == p.Element && last.Quiet == p.Quiet {
			last.End = end
			return
		}
	}
	w.pieces = append(w.pieces, p)
}
