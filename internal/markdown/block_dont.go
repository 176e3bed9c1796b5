package markdown

import "github.com/yuin/goldmark/ast"

var blockDont = Kind{
	Name:  "dont",
	Doc:   "a list of what not to do",
	list:  hyphenHint,
	check: checkDont,
}

// checkDont holds every item to its negation: whoever reads one line only must
// not take it for advice.
func checkDont(w *writer, d *directive) {
	w.eachItem(d, func(item ast.Node, words string) {
		if !beginsWith(words, "do not") && !beginsWith(words, "never") {
			w.addItem(ruleDontWords, item, "this item begins with "+quote(firstWords(words)), `begin it with "do not" or "never", so that nobody takes it for advice`)
		}
	})
}
