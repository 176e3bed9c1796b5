package markdown

import "github.com/yuin/goldmark/ast"

var blockQuiz = Kind{
	Name:  nameQuiz,
	Doc:   "a question and a list of choices to tick, each explained in a quote below it",
	list:  quizHint,
	check: checkQuiz,
	write: writeQuiz,
}

const nameQuiz = "quiz"

const quizHint = "write one choice a line: - [x] for a right one, - [ ] for a wrong one"

func checkQuiz(w *writer, d *directive) {
	at, end := d.start, d.start+d.width
	list := quizList(d)
	bad := w.badBoxes(d)
	if list == nil {
		m := w.firstMeant(d, meantList)
		if m.message == "" {
			m = meant{start: at, end: end, message: "this quiz has no choices", hint: quizHint}
		}
		if bad == 0 {
			w.add(ruleQuizShape, m.start, m.end, m.message, m.hint)
		}
		return
	}
	if d.title == "" && (d.FirstChild() == list || d.FirstChild().Kind() == kindComment && nextBlock(d.FirstChild()) == list) {
		w.add(ruleQuizShape, at, end, "this quiz has no question", "write it after the name: ::: quiz Which of these is safe to share?")
	}
	if loose := looseReason(list); loose != nil {
		d.loose = true
		w.addItem(ruleQuizShape, loose, "this explanation is not part of the choice above it", "put two spaces before the >")
		return
	}
	for c := nextBlock(list); c != nil; c = nextBlock(c) {
		if l, ok := c.(*ast.List); ok && hasTasks(l) {
			w.addItem(ruleQuizShape, l, "this quiz has a second list of choices", "join the lists, or close the quiz and open another")
		}
	}
	if list.ChildCount() < 2 && bad == 0 {
		w.addItem(ruleQuizShape, list, "this quiz has only one choice", quizHint)
	}
	w.checkBoxes(list, bad)
}

// badBoxes reports the boxes in a quiz that are not read as such, and counts them.
func (w *writer) badBoxes(d *directive) (bad int) {
	look := func(n ast.Node) {
		for i := range n.Lines().Len() {
			if box := nearBox(w.line(n, i)); box != "" {
				start := n.Lines().At(i).Start
				w.add(ruleQuizShape, start, start+len(w.line(n, i)), badBox(box), boxHint)
				w.told = n
				bad++
			}
		}
	}
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindParagraph {
			look(c)
		} else if c.Kind() != ast.KindList {
			continue
		}
		for item := c.FirstChild(); item != nil; item = item.NextSibling() {
			if first := item.FirstChild(); first != nil && isParagraph(first) && taskOf(item) == nil {
				look(first)
			}
		}
	}
	return bad
}

// looseReason is the quote under a list of choices that was meant to explain the
// last of them, or nil.
func looseReason(list *ast.List) ast.Node {
	next := nextBlock(list)
	if next == nil || next.Kind() != ast.KindBlockquote {
		return nil
	}
	if _, why := splitChoice(list.LastChild()); len(why) > 0 {
		return nil
	}
	return next
}

// checkBoxes looks at the boxes of a quiz: each choice has one, and some but
// not all are ticked. When some are bad, which are ticked is not known.
func (w *writer) checkBoxes(list *ast.List, bad int) {
	right, boxes := 0, 0
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		task := taskOf(item)
		if task == nil {
			if first := item.FirstChild(); first == nil || !isParagraph(first) || nearBox(w.line(first, 0)) == "" {
				w.addItem(ruleQuizShape, item, "this choice has no box", quizHint)
			}
			continue
		}
		boxes++
		if task.IsChecked {
			right++
		}
	}
	switch {
	case bad > 0:
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
