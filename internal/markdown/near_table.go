package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// meantTable says whether the lines of a paragraph were meant to be a table.
func meantTable(w *writer, n ast.Node) meant {
	count := n.Lines().Len()
	for i := range count {
		line := w.line(n, i)
		if i > 0 && isDashes(line) {
			i, line = i-1, w.line(n, i-1)
		} else if !isBars(line) {
			continue
		}
		start := n.Lines().At(i).Start
		hint := "write " + dashRow(countCells(line)) + " under the first row"
		if i == 0 && w.besideTable(n) {
			hint = "delete the empty lines between the rows"
		}
		return meant{ruleTableForm, start, start + len(line), "these lines are not read as a table", hint}
	}
	return meant{}
}

// besideTable says whether a paragraph stands next to a table, or to another
// line of one.
func (w *writer) besideTable(n ast.Node) bool {
	if before := n.PreviousSibling(); before != nil && before.Kind() == east.KindTable {
		return true
	}
	next := n.NextSibling()
	return next != nil && next.Kind() == ast.KindParagraph && isBars(w.line(next, 0))
}

// isBars says whether a line looks like a row of a table.
func isBars(line []byte) bool {
	return len(line) > 2 && line[0] == '|' && line[len(line)-1] == '|'
}

// isDashes says whether a line looks like the row of dashes in a table.
func isDashes(line []byte) bool {
	return bytes.IndexByte(line, '|') >= 0 && bytes.ContainsAny(line, "-–—") && len(bytes.Trim(line, "|:-–— \t\u00a0")) == 0
}

func dashRow(columns int) string {
	return "|" + strings.Repeat(" --- |", min(max(columns, 1), 6))
}

// countCells counts the cells of a row as goldmark does.
func countCells(line []byte) int {
	cells := splitCells(line)
	return len(cells)
}

// splitCells parts a row at its bars, as goldmark does: a \ makes a bar part of
// the cell, code does not.
func splitCells(line []byte) (cells [][]byte) {
	line = bytes.TrimPrefix(bytes.TrimSpace(line), []byte("|"))
	line = bytes.TrimSuffix(line, []byte("|"))
	from := 0
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			cells = append(cells, line[from:i])
			from = i + 1
		}
	}
	return append(cells, line[from:])
}

// checkRow reports what Markdown drops from a row with too many cells, and text
// that became a row because it stands directly under the table.
func (w *writer) checkRow(row ast.Node, columns int) {
	start := w.pos(row)
	line := w.src[start:w.lineEnd(start)]
	trimmed := bytes.TrimSpace(line)
	start += len(line) - len(bytes.TrimLeft(line, " \t"))
	end := start + len(trimmed)
	if bytes.IndexByte(trimmed, '|') < 0 {
		w.add(ruleTableForm, start, end, "this line is read as a row of the table above it", "put an empty line above it, or a | at its beginning and its end")
		return
	}
	cells := splitCells(trimmed)
	if len(cells) <= columns || len(bytes.TrimSpace(bytes.Join(cells[columns:], nil))) == 0 {
		return
	}
	lost := "the last one"
	if n := len(cells) - columns; n > 1 {
		lost = fmt.Sprintf("the last %d", n)
	}
	w.add(ruleTableCells, start, end, fmt.Sprintf("this row has %d cells but the table has %d columns, so %s would be lost", len(cells), columns, lost),
		`write \| for a | inside a cell`)
}
