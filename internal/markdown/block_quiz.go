package markdown

import "github.com/yuin/goldmark/ast"

var blockQuiz = Kind{
	Name:  "quiz",
	Doc:   "a question and a list of choices to tick, each explained in a quote below it",
	check: checkQuiz,
	write: writeQuiz,
}

const quizHint = "write one choice a line: - [x] for a right one, - [ ] for a wrong one"

func checkQuiz(w *writer, d *directive) {
	at, end := d.start, d.start+d.width
	list := quizList(d)
	if list == nil {
		w.add(ruleQuizShape, at, end, "this quiz has no choices", quizHint)
		return
	}
	if d.title == "" && (d.FirstChild() == list || d.FirstChild().Kind() == kindComment && nextBlock(d.FirstChild()) == list) {
		w.add(ruleQuizShape, at, end, "this quiz has no question", "write it after the name: ::: quiz Which of these is safe to share?")
	}
	for c := nextBlock(list); c != nil; c = nextBlock(c) {
		if l, ok := c.(*ast.List); ok && hasTasks(l) {
			w.addItem(ruleQuizShape, l, "this quiz has a second list of choices", "join the lists, or close the quiz and open another")
		}
	}
	if list.ChildCount() < 2 {
		w.addItem(ruleQuizShape, list, "this quiz has only one choice", quizHint)
	}
	w.checkBoxes(list)
}

// checkBoxes looks at the boxes of a quiz: each choice has one, and some but
// not all are ticked.
func (w *writer) checkBoxes(list *ast.List) {
	right, boxes := 0, 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		task := taskOf(item)
		if task == nil {
			w.addItem(ruleQuizShape, item, "this choice has no box", quizHint)
			continue
		}
		boxes++
		if task.IsChecked {
			right++
		}
	}
	switch {
	case right == 0:
		w.addItem(ruleQuizAnswer, list, "no choice is right", "put an x in the box of each right one: - [x]")
	case right == boxes && boxes > 1:
		w.addItem(ruleQuizAnswer, list, "all choices are right", "leave the box of each wrong one empty: - [ ]")
	}
}

// quizList is the first list of a quiz that has boxes, or nil.
func quizList(d *directive) *ast.List {
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if l, ok := c.(*ast.List); ok && hasTasks(l) {
			return l
		}
	}
	return nil
}
