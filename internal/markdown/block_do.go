package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"commonground/internal/diag"
)

var blockDo = Kind{
	Name:  "do",
	Doc:   "a list of what to do",
	list:  hyphenHint,
	check: checkDo,
}

func checkDo(w *writer, d *directive) {
	w.eachItem(d, func(item ast.Node, words string) {
		if beginsWith(words, "do") {
			w.addItem(ruleDoWords, item, "this item begins with "+quote(firstWords(words)), `the list is headed "do" already: begin with the next word`)
			w.withoutDo(item)
		}
	})
}

// withoutDo offers an item without its first word, where that is only in the way.
func (w *writer) withoutDo(item ast.Node) {
	at := w.pos(item)
	line := w.src[at:w.lineEnd(at)]
	parts := doItem.FindSubmatchIndex(line)
	if parts == nil || bytes.HasPrefix(bytes.ToLower(line[parts[4]:]), []byte("not ")) {
		return
	}
	letter := string(line[parts[4]:parts[5]])
	if line[parts[2]] == 'D' {
		letter = strings.ToUpper(letter)
	}
	w.offer(at+parts[2], at+parts[5], letter)
}

var doItem = regexp.MustCompile(`^[-*+] +((?i:do) +)([a-zA-Z])`)

// eachItem goes through the one list of a do or dont block, or reports what the
// block has instead. words are what is read out.
func (w *writer) eachItem(d *directive, look func(item ast.Node, words string)) {
	list := w.onlyList(d, ruleDoList)
	if list == nil {
		return
	}
	at := w.pos(list)
	switch {
	case list.IsOrdered():
		w.add(ruleDoList, at, w.lineEnd(at), "this list is numbered", "begin each line with a hyphen, or make it a steps block if the order matters")
	case list.ChildCount() < 2:
		w.add(ruleDoList, at, w.lineEnd(at), "this list has only one item", "add another, or write it as a sentence")
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		look(item, w.plainOf(item))
	}
}

func (w *writer) addItem(rule diag.Rule, item ast.Node, message, hint string) {
	at := w.pos(item)
	w.add(rule, at, w.lineEnd(at), message, hint)
}

// beginsWith says whether words begin with the words of prefix, in any case.
func beginsWith(words, prefix string) bool {
	if len(words) < len(prefix) || !strings.EqualFold(words[:len(prefix)], prefix) {
		return false
	}
	rest := words[len(prefix):]
	return rest == "" || strings.IndexByte(" \n,:.", rest[0]) >= 0
}

func firstWords(words string) string {
	fields := strings.Fields(words)
	return strings.Join(fields[:min(len(fields), 3)], " ")
}
