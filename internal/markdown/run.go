package markdown

import "github.com/yuin/goldmark/ast"

// Run is the words of one paragraph, item, cell or heading, in which terms may
// be found: Doc.Pieces[First:End]. A package holds very many runs and pieces, so
// their numbers are small: no Doc has 2 GiB of HTML.
type Run struct {
	First, End int32
	Section    int32 // grows with each heading of level 2, be it of a text or of a block
	Aside      bool  // it stands in a facilitator block
}

// Piece is text in Doc.HTML without a tag or a hole in it; only the characters
// &, <, > and " are written as entities. The pieces of a run follow each other,
// and those of one word can differ: *re*peat.
type Piece struct {
	Start, End int32 // in Doc.HTML
	Element    int32 // which inline element it stands in; 0 for none
	Apart      bool  // something that is no text stands before it: a picture, code, the edge of a link
	Quiet      bool  // terms count here as used, and are never linked: headings, links, choices
}

// prose writes the words of a block as a run.
func (w *writer) prose(n ast.Node) {
	w.run, w.element, w.apart = len(w.pieces), 0, false
	first := w.run
	w.inlines(n)
	if len(w.pieces) > first {
		w.runs = append(w.runs, Run{int32(first), int32(len(w.pieces)), int32(w.section), w.hidden})
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
	p := Piece{int32(start), int32(end), int32(w.element), w.apart, w.quiet > 0}
	w.apart = false
	if n := len(w.pieces) - 1; n >= w.run && !p.Apart {
		if last := &w.pieces[n]; last.End == p.Start && last.Element == p.Element && last.Quiet == p.Quiet {
			last.End = p.End
			return
		}
	}
	w.pieces = append(w.pieces, p)
}
