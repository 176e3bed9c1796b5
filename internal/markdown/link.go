package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// link writes a link. An address that is not allowed leaves it without one, so
// that nothing dangerous can be written anywhere.
func (w *writer) link(n *ast.Link) {
	start := w.pos(n)
	w.at = start + 1
	l := len(w.doc.Links)
	w.doc.Links = append(w.doc.Links, Link{Dest: plainString(n.Destination), Text: w.plainOf(n), Section: w.section})
	w.hole(HoleLink, l)
	w.inLink = true
	w.quiet++
	w.inlines(n)
	w.quiet--
	w.inLink = false
	w.hole(HoleLinkEnd, l)
	w.at = w.linkEnd(w.at, n.Reference)
	w.finishLink(&w.doc.Links[l], start, w.at)
	w.braces(w.at)
}

// finishLink checks a link when it is known where it ends.
func (w *writer) finishLink(l *Link, start, end int) {
	l.Span = w.span(start, end)
	w.extra += len(l.Dest)
	dest, problem, hint := checkAddress(l.Dest)
	switch {
	case problem == noAddress:
		w.add(ruleLinkEmpty, start, end, "this link leads nowhere", "write an address or a file in the round brackets: [book](book.md)")
	case problem != "":
		w.add(ruleLinkScheme, start, end, "the address "+quote(l.Dest)+" "+problem, hint)
	}
	l.Dest = dest
	if l.Text == "" {
		w.add(ruleLinkText, start, end, "this link has no words", "write in the square brackets where it leads: [book an appointment](…)")
	}
}

// linkEnd finds the end of a link or picture whose text ends at offset from.
// goldmark does not keep it.
func (w *writer) linkEnd(from int, ref *ast.ReferenceLink) int {
	n := bytes.IndexByte(w.src[from:], ']')
	if n < 0 {
		return from
	}
	at := from + n + 1
	if ref == nil {
		return w.targetEnd(at)
	}
	if ref.Type == ast.ReferenceLinkShortcut {
		return at
	}
	if n := bytes.IndexByte(w.src[at:], ']'); n >= 0 {
		return at + n + 1
	}
	return at
}

// targetEnd finds the bracket that closes (address "title").
func (w *writer) targetEnd(at int) int {
	depth, closer := 0, byte(0)
	for i := at; i < min(len(w.src), at+maxParagraph); i++ {
		c := w.src[i]
		switch {
		case c == '\\':
			i++
		case closer != 0:
			if c == closer {
				closer = 0
			}
		case c == '<' && depth == 1 && bytes.Trim(w.src[at+1:i], " \t\n") == nil:
			closer = '>'
		case (c == '"' || c == '\'') && isSpace(w.src[i-1]):
			closer = c
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth <= 0 {
				return i + 1
			}
		}
	}
	return at
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// autoLink writes <https://nhs.uk> and <someone@nhs.net>. What is neither, such
// as <patient@ward>, was meant as words in angle brackets.
func (w *writer) autoLink(n *ast.AutoLink) {
	start := w.pos(n)
	label := string(n.Label(w.src))
	end := min(start+len(label)+2, len(w.src))
	w.at = end
	dest, mail := label, n.AutoLinkType == ast.AutoLinkEmail
	if mail {
		dest = "mailto:" + label
	}
	if mail && !hasDot(label) {
		w.rawText("<"+label+">", start, end)
		return
	}
	if _, problem, hint := checkAddress(dest); problem != "" {
		w.add(ruleLinkScheme, start, end, "the address "+quote(dest)+" "+problem, hint)
		w.html = appendEscaped(w.html, []byte("<"+label+">"))
		return
	}
	if w.inLink { // HTML has no links in links
		w.html = appendEscaped(w.html, []byte(label))
		return
	}
	w.extra += len(dest)
	l := len(w.doc.Links)
	w.doc.Links = append(w.doc.Links, Link{Dest: dest, Text: label, Section: w.section, Span: w.span(start, end)})
	w.hole(HoleLink, l)
	w.html = appendEscaped(w.html, []byte(label))
	w.hole(HoleLinkEnd, l)
}

func hasDot(mail string) bool {
	at := bytes.LastIndexByte([]byte(mail), '@')
	return bytes.IndexByte([]byte(mail[at+1:]), '.') > 0
}

// maxLabel is how long the name in the brackets of a reference can be.
const maxLabel = 1000

// bracket reports a [^footnote] or a [text][name] that stayed text because what
// it names is not in the file. at is the offset of the bracket; a link that ends
// just before it makes it no reference.
func (w *writer) bracket(at int) {
	label := w.src[at:min(at+maxLabel, len(w.src))]
	end := bytes.IndexByte(label, ']')
	if end < 2 || bytes.IndexByte(label[:end], '\n') >= 0 {
		return
	}
	name := string(label[1:end])
	switch {
	case name[0] == '^' && len(name) > 1:
		w.add(ruleFootnoteMissing, at, at+end+1, "the footnote "+quote(name[1:])+" has no text", "write it on a line of its own: ["+name+"]: the text")
	case at > 0 && w.src[at-1] == ')':
		w.turnedLink(at, name)
	case at > 0 && w.src[at-1] == ']' && at > w.at:
		w.add(ruleLinkReference, at, at+end+1, "no address is called "+quote(name), "write it on a line of its own: ["+name+"]: address")
	}
}
