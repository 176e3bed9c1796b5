package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

var blockSay = Kind{
	Name:  "say",
	Doc:   "plain words beside the words they replace, in a table",
	check: checkSay,
}

const sayHint = "write a table: | Say | Instead of |, then | --- | --- |, then one line for each pair"

func checkSay(w *writer, d *directive) {
	var table *east.Table
	tables := 0
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*east.Table); ok {
			table = t
			tables++
		}
	}
	at, end := d.start, d.start+d.width
	switch {
	case tables == 0:
		m := w.firstMeant(d, meantTable)
		if m.message == "" {
			m = meant{start: at, end: end, message: "this say block has no table", hint: sayHint}
		}
		w.add(ruleSayTable, m.start, m.end, m.message, m.hint)
	case tables > 1:
		w.add(ruleSayTable, at, end, "this say block has more than one table", "join the tables, or close the block and open another")
	case len(table.Alignments) != 2:
		at = w.pos(table)
		w.add(ruleSayTable, at, w.lineEnd(at), fmt.Sprintf("this table does not have two columns but %d", len(table.Alignments)), sayHint)
	default:
		w.checkSayHeadings(table.FirstChild())
		w.checkSayRows(table)
	}
}

// checkSayRows looks for rows without words to say, or without what they replace.
func (w *writer) checkSayRows(table *east.Table) {
	for row := table.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		at := w.pos(row)
		end := w.lineEnd(at)
		if bytes.IndexByte(w.src[at:end], '|') < 0 {
			continue // no row, which is reported
		}
		if w.plainOf(row.FirstChild()) == "" || w.plainOf(row.LastChild()) == "" {
			w.add(ruleSayTable, at, end, "a cell of this row is empty", "write the words to say and the words they replace, or delete the row")
		}
	}
}

// checkSayHeadings holds for English only.
func (w *writer) checkSayHeadings(header ast.Node) {
	first, second := w.plainOf(header.FirstChild()), w.plainOf(header.LastChild())
	if strings.EqualFold(first, "say") && strings.EqualFold(second, "instead of") {
		return
	}
	at := w.pos(header)
	w.add(ruleSayHeadings, at, w.lineEnd(at), "the columns are called "+quote(first)+" and "+quote(second), `call them "Say" and "Instead of", in this order`)
}
