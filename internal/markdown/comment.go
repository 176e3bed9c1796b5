package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// comment is a block of comments, and of nothing else. Offsets are those of the body.
type comment struct {
	ast.BaseBlock
	start, end int
	open       bool // the last comment has not ended yet
}

var kindComment = ast.NewNodeKind("Comment")

func (*comment) Kind() ast.NodeKind              { return kindComment }
func (*comment) IsRaw() bool                     { return true }
func (c *comment) Dump(src []byte, level int)    { ast.DumpHelper(c, src, level, nil, nil) }
func (c *comment) text(src []byte) []byte        { return src[c.start:max(c.start, min(c.end, len(src)))] }
func asComment(n ast.Node) (c *comment, ok bool) { c, ok = n.(*comment); return c, ok }

// htmlParser reads blocks of HTML as goldmark does, except comments: what
// follows one on its line is text like any other and must not be swallowed, and
// a second comment on the line may go on over many lines.
type htmlParser struct{ parser.BlockParser }

var (
	commentStart = []byte("<!--")
	commentEnd   = []byte("-->")
)

func (p htmlParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	if !bytes.HasPrefix(line[at:], commentStart) {
		return p.BlockParser.Open(parent, reader, pc)
	}
	rest, open := skipComments(line[at:], false)
	if len(rest) > 0 && !open {
		return nil, parser.NoChildren // a paragraph with comments in it
	}
	reader.AdvanceToEOL()
	return &comment{start: seg.Start + max(at-seg.Padding, 0), end: seg.Stop, open: open}, parser.NoChildren
}

func (p htmlParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	c, ok := asComment(n)
	if !ok {
		return p.BlockParser.Continue(n, reader, pc)
	}
	if !c.open {
		return parser.Close
	}
	line, seg := reader.PeekLine()
	rest, open := skipComments(line, true)
	c.open, c.end = open, seg.Stop
	if len(rest) > 0 && !open {
		c.end = seg.Stop - len(rest)
		reader.Advance(len(line) - len(rest)) // what follows is read as a new block
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (p htmlParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	c, ok := asComment(n)
	if !ok {
		p.BlockParser.Close(n, reader, pc)
		return
	}
	r := reportOf(pc)
	r.known = append(r.known, Range{c.start, c.end})
	if c.open {
		r.openComment(c.start)
	}
}

func (r *report) openComment(start int) {
	r.add(ruleCommentOpen, start, start+len(commentStart), "this comment is never closed, what follows it is lost", "write --> where the comment ends")
}

// skipComments drops comments and the space between them from the front of a
// line, and says whether the last of them is still open at its end. inside says
// whether the line begins in a comment.
func skipComments(line []byte, inside bool) (rest []byte, open bool) {
	for {
		if inside {
			n := bytes.Index(line, commentEnd)
			if n < 0 {
				return line, true
			}
			line = line[n+len(commentEnd):]
		}
		line = bytes.TrimLeft(line, " \t\n")
		if !bytes.HasPrefix(line, commentStart) {
			return line, false
		}
		line, inside = line[2:], true // <!--> is a whole comment
	}
}

// eachComment calls f with the inside of each comment of a text and returns the
// text without them. A comment that does not end takes the rest with it.
func eachComment(text []byte, f func(inside []byte)) (rest []byte) {
	n := bytes.Index(text, commentStart)
	if n < 0 {
		return text
	}
	rest = make([]byte, 0, len(text))
	for ; n >= 0; n = bytes.Index(text, commentStart) {
		rest = append(rest, text[:n]...)
		text = text[n+2:]
		end := bytes.Index(text, commentEnd)
		if end < 0 {
			return rest
		}
		f(text[min(2, end):end])
		text = text[end+len(commentEnd):]
	}
	return append(rest, text...)
}
