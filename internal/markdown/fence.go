package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// directive is a block of ours in goldmark's tree. Offsets are those of the body.
type directive struct {
	ast.BaseBlock
	fence
	kind   *Kind // nil when there is none of that name
	start  int   // of the opening line
	end    int   // of the closing line, or where the block ended without one
	closed bool
	loose  bool // of a quiz: its explanations are not part of its choices
}

// mark is a line that holds no text of its own: a closing fence, or one that
// closes nothing and is shown as it is.
type mark struct {
	ast.BaseBlock
	text string
}

var (
	kindDirective = ast.NewNodeKind("Directive")
	kindMark      = ast.NewNodeKind("Mark")
)

func (*directive) Kind() ast.NodeKind { return kindDirective }
func (*mark) Kind() ast.NodeKind      { return kindMark }

func (d *directive) Dump(src []byte, level int) { ast.DumpHelper(d, src, level, nil, nil) }
func (m *mark) Dump(src []byte, level int)      { ast.DumpHelper(m, src, level, nil, nil) }

// fenceParser reads the lines that begin with ::: and leaves all others to
// goldmark. A closing line is met by Open too, because only there it is sure
// that no code and no comment around it wants the line: it closes the block it
// lies in, which then ends as soon as goldmark asks it about the next line.
type fenceParser struct{}

var _ parser.BlockParser = fenceParser{}

func (fenceParser) Trigger() []byte { return []byte{':'} }

func (fenceParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	line = bytes.TrimRightFunc(line[at:], isBlank)
	colons := len(line) - len(bytes.TrimLeft(line, ":"))
	start := seg.Start + max(at-seg.Padding, 0)
	if colons < 3 || !isPlace(parent) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	r := reportOf(pc)
	r.known = append(r.known, Range{start, start + len(line)})
	if len(line) == colons {
		return closeFence(r, parent, start, start+colons), parser.NoChildren
	}
	f := readFence(line, colons)
	if f.closes() {
		r.add(ruleBlockUnknown, start, start+len(line), "a block is closed by a line of only :::", "delete "+quote(strings.TrimSpace(string(line[colons:]))))
		return closeFence(r, parent, start, start+len(line)), parser.NoChildren
	}
	d := &directive{fence: f, start: start, end: start + len(line)}
	d.kind = r.kind(f, start)
	return d, parser.NoChildren
}

// isPlace says whether a block can lie in n: lists hold nothing but their items.
func isPlace(n ast.Node) bool {
	return n.Kind() == ast.KindDocument || isContainer(n)
}

// closeFence closes the block around a line of nothing but colons.
func closeFence(r *report, parent ast.Node, start, end int) ast.Node {
	for n := parent; n != nil; n = n.Parent() {
		if d, ok := n.(*directive); ok && !d.closed {
			d.closed, d.end = true, end
			return &mark{}
		}
	}
	hint := "delete this line, or open a block above it, such as ::: note"
	if r.lastOpen != nil {
		hint = "move it in as far as the line that opens the block, with the same list or quote marks before it"
	}
	r.add(ruleBlockStray, start, end, "this ::: closes no block", hint)
	return &mark{text: ":::"}
}

func (fenceParser) Continue(n ast.Node, _ text.Reader, _ parser.Context) parser.State {
	if d, ok := n.(*directive); ok && !d.closed {
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

func (fenceParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	switch n := n.(type) {
	case *mark:
		if n.text == "" {
			n.Parent().RemoveChild(n.Parent(), n)
		}
	case *directive:
		if n.closed {
			return
		}
		_, seg := reader.Position()
		n.end = max(n.end, seg.Start)
		reportOf(pc).unclosed(n)
	}
}

func (fenceParser) CanInterruptParagraph() bool { return true }
func (fenceParser) CanAcceptIndentedLine() bool { return false }

// unclosed reports a block that the end of the text, or of the list or quote
// around it, has closed.
func (r *report) unclosed(d *directive) {
	r.lastOpen = d
	if r.openCode > d.start {
		return // the code has swallowed what may have closed it
	}
	r.add(ruleBlockOpen, d.start, d.start+d.width, "the block "+quote(d.name)+" is never closed",
		"write a line with only ::: where it ends")
}
