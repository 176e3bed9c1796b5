package markdown

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// choices is a list of choices that is yet to be written, with what was around it.
type choices struct {
	list    *ast.List
	quiz    int
	level   int
	block   int
	section int
	hidden  bool
	loose   bool // the explanations are not part of the choices, which is reported
}

// writeQuiz leaves a hole where the choices stood; they come after the body.
func writeQuiz(w *writer, d *directive) {
	list := quizList(d)
	for c := d.FirstChild(); c != nil && !w.full(); c = c.NextSibling() {
		if list == nil || c != ast.Node(list) {
			w.node(c)
			continue
		}
		start, end := w.linesOf(list)
		q := len(w.doc.Quizzes)
		w.doc.Quizzes = append(w.doc.Quizzes, Quiz{Block: w.block, Span: w.span(start, end)})
		w.hole(HoleQuiz, q)
		w.put("\n")
		w.later = append(w.later, choices{list, q, w.level, w.block, w.section, w.hidden, d.loose})
	}
}

// choices writes what each choice says and why as fragments of the HTML.
func (w *writer) choices(c choices) {
	w.level, w.block, w.section, w.hidden = c.level, c.block, c.section, c.hidden
	w.quiet++
	defer func() { w.quiet-- }()
	said := map[string]string{}
	for item := c.list.FirstChild(); item != nil && !w.full(); item = item.NextSibling() {
		start, end := w.linesOf(item)
		task := taskOf(item)
		choice := Choice{Right: task != nil && task.IsChecked, Span: w.span(start, end)}
		words, why := splitChoice(item)
		if task != nil { // the page has its own box
			task.Parent().RemoveChild(task.Parent(), task)
		}
		text := w.choiceWords(words)
		w.checkChoice(item, text, said)
		choice.Text = w.fragment(words)
		choice.Why = w.fragment(why)
		if choice.Why.Start == choice.Why.End && !c.loose {
			w.addItem(ruleQuizReason, item, "the choice "+quote(text)+" is not explained", "write why it is right or wrong in a quote below it:   > Because …")
		}
		quiz := &w.doc.Quizzes[c.quiz]
		quiz.Choices = append(quiz.Choices, choice)
	}
}

// splitChoice parts what a choice says from the quotes that explain it.
func splitChoice(item ast.Node) (words, why []ast.Node) {
	for c := item.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindBlockquote {
			words = append(words, c)
			continue
		}
		for q := c.FirstChild(); q != nil; q = q.NextSibling() {
			why = append(why, q)
		}
	}
	return words, why
}

func (w *writer) choiceWords(nodes []ast.Node) string {
	var text []byte
	for _, n := range nodes {
		text = append(append(text, w.plainOf(n)...), ' ')
	}
	return string(text)
}

func (w *writer) checkChoice(item ast.Node, text string, said map[string]string) {
	key := foldWords(text)
	switch before, ok := said[key]; {
	case key == "":
		w.addItem(ruleQuizShape, item, "this choice has no words", quizHint)
	case ok:
		w.addItem(ruleQuizSame, item, fmt.Sprintf("%s says the same as %s", quote(text), quote(before)), "delete one of them, or say what is different")
	default:
		said[key] = text
	}
}

// fragment writes blocks and says where. A single paragraph is written without
// its tags: it will stand beside a box.
//
// A line end closes each fragment, and another stands between two, so that it
// is never in doubt which of them a hole belongs to.
func (w *writer) fragment(nodes []ast.Node) Range {
	nodes = slices.DeleteFunc(nodes, func(n ast.Node) bool {
		_, ok := n.(*comment)
		if ok {
			w.node(n)
		}
		return ok
	})
	if len(nodes) == 0 {
		return Range{len(w.html), len(w.html)}
	}
	w.put("\n")
	start := len(w.html)
	if len(nodes) == 1 && isParagraph(nodes[0]) {
		w.ignore = nodes[0]
		w.nearLines(nodes[0])
		w.prose(nodes[0])
	} else {
		for _, n := range nodes {
			w.node(n)
		}
	}
	w.put("\n")
	return Range{start, len(w.html)}
}

func isParagraph(n ast.Node) bool {
	return n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock
}

// foldWords keeps of a choice what makes it differ from another: not case, space
// and punctuation, but signs, and the points and commas of numbers.
func foldWords(s string) string {
	var key strings.Builder
	runes := []rune(strings.ToLower(s))
	space := false
	for i, r := range runes {
		number := i+1 < len(runes) && unicode.IsDigit(runes[i+1])
		if unicode.IsSpace(r) || unicode.IsPunct(r) && !number && !strings.ContainsRune("%&@#/*", r) {
			space = true
			continue
		}
		if space && key.Len() > 0 {
			key.WriteByte(' ')
		}
		space = false
		key.WriteRune(r)
	}
	return key.String()
}
