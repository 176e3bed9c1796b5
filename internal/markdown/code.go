package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// codeFence reads code between fences as goldmark does, and reports code that is
// never closed: all that follows would be shown as code, blocks and all.
type codeFence struct{ parser.BlockParser }

// openCode is code that is being read. Another can open before it is closed,
// when the list or quote around it ends.
type openCode struct {
	start, width int    // of the opening line
	end          int    // of its last line so far
	fence        []byte // the signs it opens with
	closed       bool
	again        bool // another opening line stands in it
}

func (p codeFence) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil {
		return nil, state
	}
	at := pc.BlockOffset()
	line = bytes.TrimSpace(line[at:])
	r := reportOf(pc)
	if r.codes == nil {
		r.codes = map[ast.Node]*openCode{}
	}
	r.codes[n] = &openCode{
		start: seg.Start + max(at-seg.Padding, 0), width: len(line), end: seg.Stop,
		fence: line[:len(line)-len(bytes.TrimLeft(line, string(line[:1])))],
	}
	return n, state
}

func (p codeFence) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, seg := reader.PeekLine()
	state := p.BlockParser.Continue(n, reader, pc)
	c := reportOf(pc).codes[n]
	c.end = seg.Stop
	if state == parser.Close {
		c.closed = true
	} else if info, ok := bytes.CutPrefix(bytes.TrimLeft(line, " "), c.fence); ok && len(bytes.TrimSpace(info)) > 0 {
		c.again = true // a bare fence would have closed it
	}
	return state
}

func (p codeFence) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	r := reportOf(pc)
	c := r.codes[n]
	delete(r.codes, n)
	r.known = append(r.known, Range{c.start, c.end})
	switch fence := string(c.fence); {
	case !c.closed:
		r.openCode = c.end
		r.add(ruleCodeOpen, c.start, c.start+c.width, "the code that opens here is never closed", "write a line with only "+fence+" where it ends")
	case c.again:
		r.add(ruleCodeOpen, c.start, c.start+c.width, "more code opens before the code that opens here is closed",
			"write a line with only "+fence+" where it ends; or, to show the inner line, open and close with "+fence+fence[:1])
	}
}
