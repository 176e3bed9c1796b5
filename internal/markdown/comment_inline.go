package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// commentParser reads comments within a paragraph. goldmark's own remembers how
// far it has looked for an end in vain, by place, and so misses the end of a
// comment in text that is parsed later but stands earlier, such as one before a
// table. This one remembers the paragraph.
type commentParser struct{}

var _ parser.InlineParser = commentParser{}

func (commentParser) Trigger() []byte { return []byte{'<'} }

func (commentParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	r := reportOf(pc)
	if !bytes.HasPrefix(line, commentStart) || r.openIn == parent {
		return nil
	}
	n := ast.NewRawHTML()
	skip := 2 // <!--> is a whole comment
	for line != nil {
		if end := bytes.Index(line[skip:], commentEnd); end >= 0 {
			stop := skip + end + len(commentEnd)
			n.Segments.Append(seg.WithStop(seg.Start + stop))
			block.Advance(stop)
			return n
		}
		n.Segments.Append(seg)
		block.AdvanceLine()
		line, seg = block.PeekLine()
		skip = 0
	}
	r.openIn = parent
	return nil
}
