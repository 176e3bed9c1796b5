package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a frame that scrolls by itself, since a wide table
// must not make the page scroll.
func (w *writer) table(n *east.Table) {
	w.ignore = n
	w.put(`<div class="table" role="group" tabindex="0" aria-label="`)
	w.hole(HolePhrase, int(PhraseTable))
	w.put("\"><table>\n")
	header := n.FirstChild()
	w.put("<thead>\n")
	w.row(header, `th scope="col"`, "th")
	w.put("</thead>\n")
	if header.NextSibling() != nil {
		w.put("<tbody>\n")
		for r := header.NextSibling(); r != nil && !w.full(); r = r.NextSibling() {
			w.row(r, "td", "td")
			w.checkRow(r, len(n.Alignments))
		}
		w.put("</tbody>\n")
	}
	w.put("</table></div>\n")
}

func (w *writer) row(n ast.Node, open, tag string) {
	w.put("<tr>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell := c.(*east.TableCell)
		if cell.FirstChild() == nil {
			w.cell(cell, "td", "td") // an empty heading is none
			continue
		}
		w.cell(cell, open, tag)
	}
	w.put("</tr>\n")
}

func (w *writer) cell(n *east.TableCell, open, tag string) {
	w.put("<", open)
	switch n.Alignment {
	case east.AlignRight:
		w.put(` class="right"`)
	case east.AlignCenter:
		w.put(` class="centre"`)
	}
	w.put(">")
	if tag == "th" {
		w.quietly(n)
	} else {
		w.prose(n)
	}
	w.put("</", tag, ">\n")
}
