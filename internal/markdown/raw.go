package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// rawHints say what to write for a tag; the first is for all that are not listed.
var rawHints = [...][2]string{
	{"", `if you mean the sign, write \< for it; HTML does nothing here, use Markdown or a block`},
	{"br", "for a new paragraph, leave a line empty; HTML does nothing here"},
	{"p", "for a new paragraph, leave a line empty; HTML does nothing here"},
	{"b", "write **…** for what is strong; HTML does nothing here"},
	{"strong", "write **…** for what is strong; HTML does nothing here"},
	{"i", "write *…* for what is stressed; HTML does nothing here"},
	{"em", "write *…* for what is stressed; HTML does nothing here"},
	{"a", "write a link as [words](https://…); HTML does nothing here"},
	{"img", "write a picture as ![what it shows](file.png); HTML does nothing here"},
	{"u", "leave it out: what is underlined looks like a link"},
	{"hr", "write --- between two empty lines; HTML does nothing here"},
	{"ul", "begin each line of the list with a hyphen and a space; HTML does nothing here"},
	{"ol", "begin each line of the list with 1. and a space; HTML does nothing here"},
	{"li", "begin each line of the list with a hyphen and a space; HTML does nothing here"},
	{"table", "write a table as | … | … |, see docs/blocks.md; HTML does nothing here"},
}

func rawHint(tag string) string {
	for _, h := range rawHints {
		if h[0] == tag {
			return h[1]
		}
	}
	return rawHints[0][1]
}

// tagOf returns the name in a tag, and whether the tag closes.
func tagOf(s string) (name string, closing bool) {
	s, closing = strings.CutPrefix(strings.TrimPrefix(s, "<"), "/")
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s), closing
}

// closesTag says whether a tag closes one that was reported, and remembers it if
// it opens one.
func (w *writer) closesTag(name string, closing bool) bool {
	switch {
	case !closing && w.tags == nil:
		w.tags = map[string]int{name: 1}
	case !closing:
		w.tags[name]++
	case w.tags[name] > 0:
		w.tags[name]--
		return true
	}
	return false
}

// rawInline shows HTML within a line as the text it is, and drops comments.
func (w *writer) rawInline(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start := n.Segments.At(0).Start
	end := n.Segments.At(n.Segments.Len() - 1).Stop
	w.at = end
	w.known = append(w.known, Range{start, end})
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
	if name, closing := tagOf(s); !w.closesTag(name, closing) {
		w.add(ruleRawHTML, start, end, quote(s)+" is shown as text", rawHint(name))
	}
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
	w.knowComments(text, start)
	w.ignore = n
	rest := bytes.TrimSpace(w.ignores(text, start, end, w.coversThis))
	if len(rest) == 0 {
		return
	}
	w.put("<p>")
	w.html = appendEscaped(w.html, rest)
	w.put("</p>\n")
	if name, closing := tagOf(string(rest)); !w.closesTag(name, closing) {
		w.add(ruleRawHTML, start, w.lineEnd(start), quote(string(rest))+" is shown as text", rawHint(name))
	}
}

// knowComments remembers the places of the comments in lines that begin at start.
func (w *writer) knowComments(text []byte, start int) {
	for {
		open := bytes.Index(text, commentStart)
		if open < 0 {
			return
		}
		length := bytes.Index(text[open+2:], commentEnd)
		if length < 0 {
			return
		}
		end := open + 2 + length + len(commentEnd)
		w.known = append(w.known, Range{start + open, start + end})
		text, start = text[end:], start+end
	}
}

// angle reports a < that was meant to begin a comment or an address: at is its
// offset.
func (w *writer) angle(at int) {
	rest := w.src[at:min(at+maxAngle, len(w.src))]
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	switch {
	case bytes.HasPrefix(rest, commentStart):
		w.add(ruleCommentOpen, at, at+len(commentStart), "this comment does not end in its paragraph, so it is shown", "write --> where it ends; a comment with empty lines in it begins on a line of its own")
	case nearComment(rest):
		w.add(ruleCommentOpen, at, at+len(rest), "this is not read as a comment, so it is shown", "write <!-- and --> with plain hyphens and without spaces in them")
	case nearAddress.Match(rest):
		address := string(nearAddress.FindSubmatch(rest)[1])
		hint := "write it in full: <https://" + address + ">"
		if strings.ContainsFunc(address, isBlank) {
			hint = "delete the space in the address"
		}
		w.add(ruleLinkForm, at, at+len(address)+2, "this is not read as a link", hint)
	}
}

// maxAngle is how far behind a < is looked.
const maxAngle = 300

var nearAddress = regexp.MustCompile(`^<((?:www\.|https?://|mailto:)[^<>]*)>`)

// nearComment says whether a text that begins with < is what editors make of
// <!-- note -->. Without the ! it may be an arrow, unless it is closed.
func nearComment(s []byte) bool {
	rest, mark := bytes.CutPrefix(bytes.TrimLeft(s[1:], " \u00a0"), []byte("!"))
	if mark {
		first, _ := utf8.DecodeRune(bytes.TrimLeft(rest, " \u00a0"))
		return strings.ContainsRune("-\u00ad‐‑‒–—―−", first)
	}
	begins := func(dash string) bool { return bytes.HasPrefix(s[1:], []byte(dash)) }
	ends := func(dash string) bool { return bytes.Contains(s, []byte(dash+">")) }
	dashes := []string{"--", "–", "—"}
	return slices.ContainsFunc(dashes, begins) && slices.ContainsFunc(dashes, ends)
}
