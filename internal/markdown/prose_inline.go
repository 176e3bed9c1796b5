package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inlines reads what is in a paragraph, a heading, a cell or a link.
func (p *prose) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c)
	}
}

func (p *prose) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.words(n)
	case *ast.Emphasis:
		kind := Emphasis
		if n.Level > 1 {
			kind = Strong
		}
		p.marked(kind, n)
	case *east.Strikethrough:
		p.marked(Struck, n)
	case *ast.Link:
		p.marked(Linked, n)
	case *ast.CodeSpan:
		p.gap(Code, n)
	case *ast.Image:
		p.gap(Picture, n)
	case *ast.AutoLink:
		p.gap(Address, n)
	case *ast.RawHTML:
		if n.Segments.Len() > 0 && len(bytes.TrimSpace(eachComment(n.Segments.Value(p.src), func([]byte) {}))) > 0 {
			p.gap(Code, n)
		}
	}
}

func (p *prose) marked(kind MarkKind, n ast.Node) {
	m := len(p.marks)
	p.marks = append(p.marks, Mark{Kind: kind, Start: p.read()})
	p.inlines(n)
	p.marks[m].End = p.read()
}

// read is how much of the passage has been read.
func (p *prose) read() int { return len(p.text) - p.begun.text }

// gap stands for something that is no text. Its place is where it begins.
func (p *prose) gap(kind MarkKind, n ast.Node) {
	if at := n.Pos(); at > p.at {
		p.at = min(at, len(p.src)-1)
	}
	start := p.read()
	p.spot(p.at)
	p.text = utf8.AppendRune(p.text, Gap)
	p.marks = append(p.marks, Mark{kind, start, p.read()})
	p.at = max(lastByte(n), p.at+1)
}

// lastByte is the offset behind the last text in a node, or 0.
func lastByte(n ast.Node) (end int) {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Stop
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		end = max(end, lastByte(c))
	}
	return end
}

// words reads text, with escapes and entities undone, and the line end behind it.
func (p *prose) words(n *ast.Text) {
	text, at := p.src[n.Segment.Start:n.Segment.Stop], n.Segment.Start
	from := 0
	for i := 0; i < len(text) && !n.IsRaw(); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]):
			p.put(text[from:i], at+from)
			i++
			from = i
		case c == '&':
			value, length := entity(text[i:])
			if length == 0 {
				continue
			}
			p.put(text[from:i], at+from)
			p.put(value, at+i)
			i += length - 1
			from = i + 1
		}
	}
	p.put(text[from:], at+from)
	p.at = n.Segment.Stop
	if n.SoftLineBreak() || n.HardLineBreak() {
		p.put([]byte{' '}, p.at)
	}
}

// put adds text that stands at an offset of the body.
func (p *prose) put(text []byte, at int) {
	if len(text) == 0 {
		return
	}
	p.spot(at)
	p.text = append(p.text, text...)
}

func (p *prose) spot(at int) {
	p.spots = append(p.spots, textSpot{p.read(), p.base + at})
}
