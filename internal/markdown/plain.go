package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// plainOf returns what is read out of a heading, a link, a picture's
// description, a cell or an item: its words, without marks, with one space
// where a line or a paragraph ends.
func (w *writer) plainOf(n ast.Node) string {
	if n == nil {
		return ""
	}
	if only, ok := n.FirstChild().(*ast.Text); ok && only == n.LastChild() {
		return strings.TrimSpace(plainString(w.src[only.Segment.Start:only.Segment.Stop]))
	}
	return strings.TrimSpace(string(w.appendPlain(nil, n)))
}

func (w *writer) appendPlain(dst []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			dst = w.appendText(dst, c)
		case *ast.AutoLink:
			dst = append(dst, c.Label(w.src)...)
		case *ast.RawHTML:
			text := c.Segments.Value(w.src)
			dst = append(dst, eachComment(text, func([]byte) {})...)
		case *east.FootnoteLink, *east.FootnoteBacklink, *comment:
		default:
			dst = w.appendPlain(dst, c)
			if c.Type() == ast.TypeBlock {
				dst = append(dst, ' ')
			}
		}
	}
	return dst
}

func (w *writer) appendText(dst []byte, t *ast.Text) []byte {
	text := w.src[t.Segment.Start:t.Segment.Stop]
	if t.IsRaw() {
		dst = append(dst, strings.ReplaceAll(string(text), "\n", " ")...)
	} else {
		dst = appendPlain(dst, text)
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		dst = append(dst, ' ')
	}
	return dst
}
