package markdown

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"commonground/internal/diag"
)

// writer writes the tree of one file as a Doc. It goes through the tree once;
// only the words of headings, links and pictures are looked at twice. It is
// used again for other files, and what it gives away is copied out of it.
type writer struct {
	*report
	doc    *Doc
	src    []byte // the body
	html   []byte
	holes  []Hole
	runs   []Run
	pieces []Piece
	slugs  Slugs
	reader prose // of passages
	most   int   // bytes that may be written
	extra  int   // bytes that fill holes: addresses, which a reference can repeat

	level    int  // of the heading or block above
	block    int  // index of the block around, or -1
	marks    int  // emphasis and the like around
	bold     int  // behind the first of two stars that came to nothing; 0 for none
	at       int  // offset behind the last text that was written
	hidden   bool // in a facilitator block
	inLink   bool
	later    []choices // of quizzes, written after the body
	notes    noteIDs
	section  int            // of the run that is written: see Run
	run      int            // where the pieces of the run begin
	element  int            // the inline element around, by its number in the Doc
	elements int            // how many there were
	apart    bool           // something that is no text was written since the last piece
	quiet    int            // how many reasons there are to link no term
	ignore   ast.Node       // the block that a comment within it covers
	told     ast.Node       // the last paragraph that was meant to be a list or a table
	tags     map[string]int // of HTML that were reported and are still open
}

// writers keeps the buffers of writers that are done.
var writers = sync.Pool{New: func() any { return new(writer) }}

// write makes the Doc of a tree.
func (w *writer) write(tree ast.Node) *Doc {
	r := w.report
	w.lostNotes()
	w.findNotes(tree)
	w.blocks(tree)
	w.doc.Body = Range{0, len(w.html)}
	for i := 0; i < len(w.later); i++ { // a choice can hold another quiz
		w.choices(w.later[i])
	}
	w.nearBlocks()
	w.charLost()
	doc := w.finish()
	if r.refused {
		return r.doc()
	}
	return doc
}

func (w *writer) start(body []byte, r *report) {
	slugs, later := w.slugs, w.later[:0]
	slugs.reset()
	*w = writer{
		report: r, doc: new(Doc), src: body,
		html: w.html[:0], holes: w.holes[:0], runs: w.runs[:0], pieces: w.pieces[:0], reader: w.reader, slugs: slugs, later: later,
		most: maxGrowth*len(body) + maxExtra, level: 1, block: -1,
	}
}

// finish copies out what was written and lets go of the tree and the file.
func (w *writer) finish() *Doc {
	doc := w.doc
	doc.HTML = append([]byte(nil), w.html...)
	doc.Holes = append([]Hole(nil), w.holes...)
	doc.Runs = append([]Run(nil), w.runs...)
	doc.Pieces = append([]Piece(nil), w.pieces...)
	doc.Findings = diag.Sort(w.findings)
	clear(w.later[:cap(w.later)])
	*w = writer{html: w.html, holes: w.holes, runs: w.runs, pieces: w.pieces, reader: w.reader, slugs: w.slugs, later: w.later[:0]}
	return doc
}

// blocks writes what is in a container.
func (w *writer) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil && !w.full(); c = c.NextSibling() {
		w.node(c)
	}
}

// full says whether writing must stop because the page grows beyond its limit.
func (w *writer) full() bool {
	if len(w.html)+w.extra > w.most {
		w.refuse(ruleLimitOutput, 0, 0, fmt.Sprintf("the page becomes more than %d times larger than its text", maxGrowth),
			"look for a table with many empty cells, or for an address that many links refer to")
	}
	return w.refused
}

// node writes one block.
func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.textBlock(n)
	case *ast.Heading:
		w.heading(n)
	case *directive:
		w.directive(n)
	case *ast.List:
		w.list(n)
	case *ast.Blockquote:
		w.wrap("blockquote", n)
	case *ast.FencedCodeBlock:
		w.code(n, n.Language(w.src))
	case *ast.CodeBlock:
		w.code(n, nil)
	case *ast.ThematicBreak:
		w.put("<hr>\n")
	case *ast.HTMLBlock:
		w.rawBlock(n)
	case *comment:
		w.ignores(n.text(w.src), n.start, n.end, func() (int, int) { return w.after(n) })
	case *mark:
		w.put("<p>", n.text, "</p>\n")
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.definitions(n)
	case *east.FootnoteList:
		w.footnotes(n)
	case *east.FootnoteBacklink: // of a footnote that does not end in a paragraph
		w.backlink(n)
	}
}

func (w *writer) put(parts ...string) {
	for _, s := range parts {
		w.html = append(w.html, s...)
	}
}

func (w *writer) hole(kind HoleKind, n int) {
	w.holes = append(w.holes, Hole{At: len(w.html), Kind: kind, N: n})
}

// wrap writes what is in a container between its tags.
func (w *writer) wrap(tag string, n ast.Node) {
	w.put("<", tag, ">\n")
	w.blocks(n)
	w.put("</", tag, ">\n")
}

// pos is where a node begins in the body, or where the last text ended when
// goldmark does not know.
func (w *writer) pos(n ast.Node) int {
	at := n.Pos()
	if d, ok := n.(*directive); ok {
		at = d.start
	}
	if at < 0 {
		at = w.at
	}
	return min(at, len(w.src))
}

func (w *writer) lineStart(at int) int {
	return bytes.LastIndexByte(w.src[:min(at, len(w.src))], '\n') + 1
}

func (w *writer) lineEnd(at int) int {
	at = min(at, len(w.src))
	if n := bytes.IndexByte(w.src[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(w.src)
}

func isContainer(n ast.Node) bool {
	switch n.(type) {
	case *directive, *ast.Blockquote, *ast.ListItem, *east.Footnote, *east.DefinitionDescription:
		return true
	}
	return false
}
