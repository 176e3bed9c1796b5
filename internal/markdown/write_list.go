package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	w.put("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		w.put(` start="`, strconv.Itoa(n.Start), `"`)
	}
	if hasTasks(n) {
		w.put(` class="tasks"`)
	}
	w.put(">\n")
	for item := n.FirstChild(); item != nil && !w.full(); item = item.NextSibling() {
		w.item(item)
	}
	w.put("</", tag, ">\n")
}

func (w *writer) item(n ast.Node) {
	w.put("<li>")
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		w.put("\n")
	}
	w.blocks(n)
	w.put("</li>\n")
}

// hasTasks says whether any item of a list has a box to tick.
func hasTasks(n *ast.List) bool {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if taskOf(item) != nil {
			return true
		}
	}
	return false
}

// taskOf is the box of an item, or nil.
func taskOf(item ast.Node) *east.TaskCheckBox {
	if item.FirstChild() == nil {
		return nil
	}
	task, _ := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return task
}

// checkbox writes the box of a task as a sign for the eye and a word for the ear.
func (w *writer) checkbox(n *east.TaskCheckBox) {
	sign, phrase := "☐", PhraseToDo
	if n.IsChecked {
		sign, phrase = "☑", PhraseDone
	}
	w.put(`<span aria-hidden="true">`, sign, `</span><span class="unseen">`)
	w.hole(HolePhrase, int(phrase))
	w.put("</span> ")
}
