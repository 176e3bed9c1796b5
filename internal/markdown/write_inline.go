package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// inlines writes what is in a paragraph, a heading, a cell or a link.
func (w *writer) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil && !w.refused; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.Emphasis:
		tag := "em"
		if n.Level > 1 {
			tag = "strong"
		}
		w.marked(tag, n)
	case *east.Strikethrough:
		w.marked("del", n)
	default:
		w.apart = true
		w.special(n)
		w.apart = true
	}
}

// special writes what is not just text: nothing that is said of words reaches
// across it.
func (w *writer) special(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawInline(n)
	case *east.TaskCheckBox:
		w.checkbox(n)
	case *east.FootnoteLink:
		w.footnoteLink(n)
	case *east.FootnoteBacklink:
		w.backlink(n)
	}
}

// marked writes emphasis and the like, which can lie in each other as deep as
// someone cares to type.
func (w *writer) marked(tag string, n ast.Node) {
	if w.marks++; w.marks > maxMarks {
		w.refuse(ruleLimitDepth, w.at, w.at, fmt.Sprintf("more than %d marks such as * inside each other", maxMarks), "delete the marks that are not needed")
		return
	}
	around := w.element
	w.elements++
	w.element = w.elements
	w.put("<", tag, ">")
	w.inlines(n)
	w.put("</", tag, ">")
	w.element = around
	w.marks--
}

// text writes words and the line break behind them.
func (w *writer) text(n *ast.Text) {
	start := len(w.html)
	if n.IsRaw() {
		w.html = appendEscaped(w.html, w.src[n.Segment.Start:n.Segment.Stop])
	} else {
		w.words(n.Segment.Start, n.Segment.Stop)
	}
	w.at = n.Segment.Stop
	if n.SoftLineBreak() {
		w.html = append(w.html, '\n')
	}
	w.piece(start)
	if n.HardLineBreak() {
		w.put("<br>\n")
		w.apart = true
	}
}

// words writes text of the body: escapes and entities are undone, HTML's own
// characters escaped, and what looks like a footnote or link that came to
// nothing is reported.
func (w *writer) words(start, stop int) {
	from := start
	for i := start; i < stop; i++ {
		c := w.src[i]
		if !special[c] {
			continue
		}
		switch {
		case c == '[':
			w.bracket(i)
			continue
		case c == ']':
			w.nearLink(i)
			continue
		case c == '*':
			w.nearBold(i)
			continue
		case c == '\\':
			if i+1 == stop || !util.IsPunct(w.src[i+1]) {
				continue
			}
			w.html = append(w.html, w.src[from:i]...)
			i++
			w.html = appendEscaped(w.html, w.src[i:i+1])
		case c == '&':
			w.html = append(w.html, w.src[from:i]...)
			value, n := entity(w.src[i:stop])
			if n == 0 {
				value, n = w.src[i:i+1], 1
			}
			w.html = appendEscaped(w.html, value)
			i += n - 1
		default:
			if c == '<' {
				w.angle(i)
			}
			w.html = append(append(w.html, w.src[from:i]...), escapes[c]...)
		}
		from = i + 1
	}
	w.html = append(w.html, w.src[from:stop]...)
}

// special are the bytes that words looks at.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, '\\': true, '[': true, ']': true, '*': true, 0: true}

// codeSpan writes code within a line; line ends become spaces.
func (w *writer) codeSpan(n *ast.CodeSpan) {
	w.put("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		seg := c.(*ast.Text).Segment
		w.at = seg.Stop
		line := w.src[seg.Start:seg.Stop]
		if len(line) > 0 && line[len(line)-1] == '\n' {
			w.html = appendEscaped(w.html, line[:len(line)-1])
			w.html = append(w.html, ' ')
			continue
		}
		w.html = appendEscaped(w.html, line)
	}
	w.put("</code>")
}

// lines writes lines of code as they are.
func (w *writer) lines(lines *text.Segments) {
	for i := range lines.Len() {
		seg := lines.At(i)
		for range seg.Padding {
			w.html = append(w.html, ' ')
		}
		line := w.src[seg.Start:seg.Stop]
		w.html = appendEscaped(w.html, line)
		if seg.ForceNewline && len(line) > 0 && line[len(line)-1] != '\n' {
			w.html = append(w.html, '\n')
		}
	}
}
