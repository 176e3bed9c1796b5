package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) paragraph(n *ast.Paragraph) {
	w.ignore = n
	if image, ok := n.FirstChild().(*ast.Image); ok && image == n.LastChild() {
		w.figure(image)
		return
	}
	w.nearLines(n)
	w.put("<p>")
	w.prose(n)
	w.put("</p>\n")
}

// figure writes a picture that is a paragraph by itself. Its Markdown title is
// the words under it; the title of other pictures is dropped, since what is
// only shown by pointing at it does not reach everyone.
func (w *writer) figure(n *ast.Image) {
	w.put("<figure>")
	w.image(n)
	if len(n.Title) > 0 {
		w.put("<figcaption>")
		w.html = appendEscaped(w.html, appendPlain(nil, n.Title))
		w.extra += len(n.Title)
		w.put("</figcaption>")
	}
	w.put("</figure>\n")
}

// textBlock writes the words of a tight item, which are no paragraph.
func (w *writer) textBlock(n *ast.TextBlock) {
	w.ignore = n
	w.nearLines(n)
	w.prose(n)
	if n.NextSibling() != nil {
		w.html = append(w.html, '\n')
	}
}

func (w *writer) code(n ast.Node, language []byte) {
	w.put("<pre><code")
	if name := languageName(language); name != "" {
		w.put(` class="language-`, name, `"`)
	}
	w.put(">")
	w.lines(n.Lines())
	w.put("</code></pre>\n")
}

// languageName keeps what is safe in a class name.
func languageName(s []byte) string {
	var name []byte
	for _, c := range s {
		switch {
		case c >= 'A' && c <= 'Z':
			name = append(name, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-':
			name = append(name, c)
		}
	}
	return string(name)
}

func (w *writer) definitions(n *east.DefinitionList) {
	w.put("<dl>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *east.DefinitionTerm:
			w.ignore = c
			w.put("<dt>")
			w.quietly(c)
			w.put("</dt>\n")
		case *east.DefinitionDescription:
			w.put("<dd>")
			if !c.IsTight {
				w.put("\n")
			}
			w.blocks(c)
			w.put("</dd>\n")
		}
	}
	w.put("</dl>\n")
}

// directive writes a block of ours. One of an unknown name is an error already
// and is shown as a plain group, with the words of its title.
func (w *writer) directive(d *directive) {
	if d.kind == nil {
		w.put("<div>\n")
		if d.title != "" {
			w.put("<p>")
			w.html = appendEscaped(w.html, []byte(d.title))
			w.put("</p>\n")
		}
		w.blocks(d)
		w.put("</div>\n")
		return
	}
	level, block, hidden := w.level, w.block, w.hidden
	w.level = min(level+1, 6)
	w.hidden = hidden || d.kind.Name == nameFacilitator
	w.block = len(w.doc.Blocks)
	w.doc.Blocks = append(w.doc.Blocks, Block{
		Kind: d.kind.Name, Title: d.title, Minutes: d.minutes(),
		Level: w.level, Parent: block, Span: w.span(d.start, d.end),
	})
	if d.kind.Name == nameMore {
		w.level = level // what unfolds a block is no heading
	} else if w.level == 2 && !w.hidden {
		w.section++
	}
	n := w.block
	w.hole(HoleBlock, n)
	w.checkBlock(d)
	if d.kind.write != nil {
		d.kind.write(w, d)
	} else {
		w.blocks(d)
	}
	w.hole(HoleBlockEnd, n)
	w.put("\n")
	w.level, w.block, w.hidden = level, block, hidden
}

func (w *writer) checkBlock(d *directive) {
	if isEmpty(d) {
		if !d.closed {
			return // which is reported
		}
		w.add(ruleBlockEmpty, d.start, d.start+d.width, "this "+d.kind.Name+" block has nothing in it", "write something before the ::: that closes it, or delete both lines")
		return
	}
	if d.kind.check != nil {
		d.kind.check(w, d)
	}
}

// isEmpty says whether a block holds nothing but comments and addresses of links.
func isEmpty(d *directive) bool {
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != kindComment && c.Kind() != ast.KindLinkReferenceDefinition {
			return false
		}
	}
	return true
}
