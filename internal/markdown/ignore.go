package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

const ignoreHint = "write the rule and why: <!-- ignore alt-long: the chart needs it -->"

// ignores reads the comments of a text and keeps those that silence a rule for
// what covers gives, which is asked only if there is one.
func (w *writer) ignores(text []byte, start, end int, covers func() (start, end int)) (rest []byte) {
	return eachComment(text, func(inside []byte) {
		words, ok := cutFold(bytes.TrimSpace(inside), "ignore")
		if !ok || len(words) > 0 && strings.IndexByte(" \t\n:", words[0]) < 0 {
			return
		}
		rule, reason, _ := strings.Cut(string(words), ":")
		rule, reason = strings.ToLower(strings.TrimSpace(rule)), strings.Join(strings.Fields(reason), " ")
		switch {
		case rule == "" || strings.ContainsAny(rule, " \t\n"):
			w.add(ruleIgnoreForm, start, end, "this comment does not say which rule to ignore", ignoreHint)
		case reason == "":
			w.add(ruleIgnoreForm, start, end, "this comment does not say why "+quote(rule)+" is ignored", ignoreHint)
		default:
			from, to := covers()
			w.doc.Ignores = append(w.doc.Ignores, Ignore{
				Rule: rule, Reason: reason, Span: w.span(start, end), Covers: w.span(from, to),
			})
		}
	})
}

// cutFold drops a prefix in any case.
func cutFold(s []byte, prefix string) (rest []byte, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(string(s[:len(prefix)]), prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// after gives the lines of the block that follows a comment, or an empty place
// at its end when nothing does.
func (w *writer) after(c *comment) (start, end int) {
	next := nextBlock(c)
	limit := w.startOf(next, c)
	if note := w.noteBetween(c.end, limit); note != nil {
		at := w.lineStart(w.pos(note))
		return at, w.trimEnd(at, limit)
	}
	if next == nil {
		return c.end, c.end
	}
	return w.linesOf(next)
}

// linesOf gives the whole lines of a block: to where the next one begins.
func (w *writer) linesOf(n ast.Node) (start, end int) {
	start = w.lineStart(w.pos(n))
	if d, ok := n.(*directive); ok {
		return start, w.lineEnd(d.end)
	}
	return start, w.trimEnd(start, w.startOf(nextBlock(n), n))
}

// startOf gives the line on which next begins or, if there is no next, where
// what is around n ends.
func (w *writer) startOf(next, n ast.Node) int {
	for next == nil {
		n = n.Parent()
		if n == nil || n.Kind() == ast.KindDocument {
			return len(w.src)
		}
		if d, ok := n.(*directive); ok {
			return w.lineStart(d.end)
		}
		next = n.NextSibling()
		if next != nil && next.Pos() < 0 {
			next = nextBlock(next)
		}
	}
	return w.lineStart(w.pos(next))
}

// trimEnd drops the empty lines at the end of a range, but never its first line.
func (w *writer) trimEnd(start, end int) int {
	text := bytes.TrimRight(w.src[start:max(start, end)], " \t\n")
	return max(start+len(text), w.lineEnd(start))
}

// nextBlock is the sibling after n that is neither a comment nor without a place.
func nextBlock(n ast.Node) ast.Node {
	for n = n.NextSibling(); n != nil; n = n.NextSibling() {
		if _, ok := n.(*comment); !ok && n.Pos() >= 0 && n.Kind() != east.KindFootnoteList {
			return n
		}
	}
	return nil
}
