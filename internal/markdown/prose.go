package markdown

import (
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"commonground/internal/source"
)

// ReadProse is Parse, and finds the passages and lists that rules about wording
// look at. It too is a pure function of the file's bytes.
func ReadProse(f *source.File) *Doc { return parse(f, true) }

// prose reads passages out of a tree, in the order of the text. All their words
// share one buffer. It is used again for other files, and what it gives away is
// copied out of it.
type prose struct {
	src      []byte // the body
	base     int    // where it begins in the file
	passages []Passage
	lists    []List
	text     []byte
	spots    []textSpot
	marks    []Mark
	ends     []extent // of each passage
	begun    extent   // where the passage that is being read begins

	kind   PassageKind
	blocks []string // around
	quoted bool
	list   int
	item   int
	lead   int // index of the words that were just read, if a list may follow them, or -1
	at     int // offset in the body behind the last words
}

// extent is how much has been read.
type extent struct{ text, spots, marks int }

// readTree returns the passages and lists of a tree. It must be called before the tree
// is written, which takes the boxes out of quizzes.
func (p *prose) readTree(tree ast.Node, body []byte, base int) ([]Passage, []List) {
	*p = prose{
		src: body, base: base, list: -1, lead: -1,
		passages: p.passages[:0], lists: p.lists[:0], text: p.text[:0], spots: p.spots[:0], marks: p.marks[:0], ends: p.ends[:0],
	}
	p.walk(tree)
	p.src, p.blocks = nil, nil
	passages := append([]Passage(nil), p.passages...)
	clear(p.passages)
	text, spots, marks := append([]byte(nil), p.text...), append([]textSpot(nil), p.spots...), append([]Mark(nil), p.marks...)
	var from extent
	for i, to := range p.ends {
		passage := &passages[i]
		passage.Text = text[from.text:to.text:to.text]
		passage.spots = spots[from.spots:to.spots:to.spots]
		passage.Marks = marks[from.marks:to.marks:to.marks]
		from = to
	}
	quoteAcross(passages)
	return passages, append([]List(nil), p.lists...)
}

// walk reads what is in a container.
func (p *prose) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		lead := p.lead
		if c.Kind() != kindComment {
			p.lead = -1
		}
		p.node(c, lead)
	}
}

// node reads one block; lead is the index of the words right above it.
func (p *prose) node(n ast.Node, lead int) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		p.paragraph(n)
	case *ast.Heading:
		if p.passage(InHeading, n) {
			p.last().Level = max(n.Level, 2)
		}
	case *directive:
		p.directive(n)
	case *ast.List:
		p.readList(n, lead)
	case *ast.Blockquote:
		p.within(n, p.kind, p.kind != InReason)
	case *east.Table:
		p.table(n)
	case *east.DefinitionTerm:
		p.passage(InName, n)
	case *east.FootnoteList:
		p.within(n, InNote, false)
	case *east.Footnote, *east.DefinitionList, *east.DefinitionDescription:
		p.walk(n)
	}
}

// within reads a container whose paragraphs are of a kind.
func (p *prose) within(n ast.Node, kind PassageKind, quoted bool) {
	before, around := p.kind, p.quoted
	p.kind, p.quoted = kind, quoted || around
	p.walk(n)
	p.kind, p.quoted, p.lead = before, around, -1
}

func (p *prose) paragraph(n ast.Node) {
	kind := p.kind
	if kind == InParagraph && p.list >= 0 && n.PreviousSibling() == nil && !p.quoted {
		kind = InItem
	}
	if p.passage(kind, n) && (kind == InParagraph || kind == InItem) {
		p.lead = len(p.passages) - 1
	}
}

// passage reads the words of a block, and says whether it has any.
func (p *prose) passage(kind PassageKind, n ast.Node) bool {
	p.inlines(n)
	return p.end(kind)
}

// end makes a passage of what was read since the one before.
func (p *prose) end(kind PassageKind) bool {
	begun := p.begun
	if len(p.text) == begun.text {
		p.marks = p.marks[:begun.marks]
		return false
	}
	p.marks = quotations(p.marks, p.text[begun.text:])
	slices.SortStableFunc(p.marks[begun.marks:], func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	first := p.spots[begun.spots].file
	p.passages = append(p.passages, Passage{
		Kind: kind, Blocks: p.blocks, Quoted: p.quoted, List: p.list, Item: p.item,
		Span: source.Span{Start: first, End: max(p.base+p.at, first)},
	})
	p.begun = extent{len(p.text), len(p.spots), len(p.marks)}
	p.ends = append(p.ends, p.begun)
	return true
}

func (p *prose) last() *Passage { return &p.passages[len(p.passages)-1] }

// directive reads a block of ours: its title, and what is in it. A block of an
// unknown name, which is an error, is looked through: what stands behind the name
// is the title of nothing.
func (p *prose) directive(d *directive) {
	before, kind := p.blocks, p.kind
	if d.kind != nil {
		p.blocks = append(before[:len(before):len(before)], d.kind.Name)
	}
	if d.kind != nil && d.title != "" && d.titleAt > 0 {
		p.kind = InParagraph
		p.put([]byte(d.title), d.start+d.titleAt)
		p.at = d.start + d.titleAt + len(d.title)
		p.end(InTitle)
	}
	p.within(d, InParagraph, false)
	p.blocks, p.kind = before, kind
}

// readList reads a list; lead is the index of the words right above it.
func (p *prose) readList(n *ast.List, lead int) {
	list, item, kind := p.list, p.item, p.kind
	l := List{Ordered: n.IsOrdered(), Tasks: hasTasks(n), Items: n.ChildCount(), Lead: lead}
	if list >= 0 {
		l.Depth = p.lists[list].Depth + 1
	}
	p.list = len(p.lists)
	p.lists = append(p.lists, l)
	quiz := len(p.blocks) > 0 && p.blocks[len(p.blocks)-1] == nameQuiz && l.Tasks
	p.item = 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if quiz {
			p.choice(c)
		} else {
			p.within(c, InParagraph, false)
		}
		p.item++
	}
	p.list, p.item, p.kind = list, item, kind
}

// choice reads what a choice of a quiz says, and the quotes that explain it.
func (p *prose) choice(item ast.Node) {
	words, why := splitChoice(item)
	for _, part := range []struct {
		kind  PassageKind
		nodes []ast.Node
	}{{InChoice, words}, {InReason, why}} {
		p.kind = part.kind
		for _, n := range part.nodes {
			p.node(n, -1)
		}
	}
}

// table reads its cells, row by row.
func (p *prose) table(n *east.Table) {
	kind := InHead
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		column := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if p.passage(kind, cell) {
				p.last().Column = column
			}
			column++
		}
		kind = InCell
	}
}
