package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

const rawHint = `if you mean the sign, write \< for it; HTML does nothing here, use Markdown or a block`

// rawInline shows HTML within a line as the text it is, and drops comments.
func (w *writer) rawInline(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start := n.Segments.At(0).Start
	end := n.Segments.At(n.Segments.Len() - 1).Stop
	w.at = end
	text := n.Segments.Value(w.src)
	rest := w.ignores(text, start, end, w.coversThis)
	if len(rest) > 0 {
		w.rawText(string(rest), start, end)
	}
}

// coversThis gives the lines of the block that a comment stands in.
func (w *writer) coversThis() (start, end int) {
	if w.ignore == nil {
		return w.at, w.at
	}
	return w.linesOf(w.ignore)
}

// rawText shows text in angle brackets, and says that it is not HTML.
func (w *writer) rawText(s string, start, end int) {
	w.html = appendEscaped(w.html, []byte(s))
	w.add(ruleRawHTML, start, end, quote(s)+" is shown as text", rawHint)
}

// rawBlock shows lines of HTML as a paragraph of text, and drops comments.
func (w *writer) rawBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	text := lines.Value(w.src)
	if n.HasClosure() {
		text = append(text, n.ClosureLine.Value(w.src)...)
		end = n.ClosureLine.Stop
	}
	if at := bytes.LastIndex(text, commentStart); at >= 0 && !bytes.Contains(text[at+2:], commentEnd) {
		w.openComment(start)
	}
	w.ignore = n
	rest := bytes.TrimSpace(w.ignores(text, start, end, w.coversThis))
	if len(rest) == 0 {
		return
	}
	w.put("<p>")
	w.html = appendEscaped(w.html, rest)
	w.put("</p>\n")
	w.add(ruleRawHTML, start, w.lineEnd(start), quote(string(rest))+" is shown as text", rawHint)
}

// angle reports a comment that has no end in its paragraph, and so is shown.
func (w *writer) angle(at int) {
	if bytes.HasPrefix(w.src[at:], commentStart) {
		w.add(ruleCommentOpen, at, at+len(commentStart), "this comment does not end in its paragraph, so it is shown", "write --> where it ends; a comment with empty lines in it begins on a line of its own")
	}
}
