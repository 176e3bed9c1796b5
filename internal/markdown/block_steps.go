package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"

	"commonground/internal/diag"
)

var blockSteps = Kind{
	Name:  "steps",
	Doc:   "what to do, one step after the other, with at most one picture each",
	list:  numberHint,
	check: checkSteps,
}

func checkSteps(w *writer, d *directive) {
	list := w.onlyList(d, ruleStepsList)
	if list == nil {
		return
	}
	if !list.IsOrdered() {
		w.add(ruleStepsList, w.pos(list), w.lineEnd(w.pos(list)), "the steps are not numbered", `begin each step with a number: "1. Open the app"`)
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if n := countImages(item); n > 1 {
			at := w.pos(item)
			w.add(ruleStepsList, at, w.lineEnd(at), fmt.Sprintf("this step has %d pictures", n), "make it more than one step, with one picture each")
		}
	}
}

// onlyList returns the one list of a block, or reports that there is none or
// more than one.
func (w *writer) onlyList(d *directive, rule diag.Rule) *ast.List {
	var list *ast.List
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		l, ok := c.(*ast.List)
		if ok && list != nil {
			w.add(rule, w.pos(l), w.lineEnd(w.pos(l)), "this "+d.kind.Name+" block has a second list", "use one list, or close the block and open another")
			return nil
		}
		if ok {
			list = l
		}
	}
	if list == nil {
		m := w.firstMeant(d, meantList)
		if m.message == "" {
			m = meant{start: d.start, end: d.start + d.width, message: "this " + d.kind.Name + " block has no list", hint: listHint(rule)}
		}
		w.add(rule, m.start, m.end, m.message, m.hint)
	}
	return list
}

func listHint(rule diag.Rule) string {
	if rule.Code == ruleStepsList.Code {
		return `write one step a line: "1. Open the app"`
	}
	return `write one thing a line: "- ask how they would like to be contacted"`
}

func countImages(n ast.Node) int {
	count := 0
	if n.Kind() == ast.KindImage {
		count++
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		count += countImages(c)
	}
	return count
}
