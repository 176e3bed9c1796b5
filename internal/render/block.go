package render

import "commonground/internal/markdown"

// blockStart opens a block with its heading: what it asks for, then its own
// title, then how long it takes.
func (w *bodyWriter) blockStart(b *markdown.Block) {
	name := blockNames[b.Kind]
	if b.Kind == "more" && !w.at.open {
		w.string(`<details class="block more"><summary>`)
		w.text(or(b.Title, name))
		w.string("</summary>")
		return
	}
	n := level(b.Level + w.at.shift)
	w.string(`<section class="block ` + b.Kind + `"><h` + n + ` class="block-title">`)
	w.string(`<span class="block-name">`)
	w.text(name)
	w.string("</span>")
	if b.Title != "" {
		w.string(`<span class="unseen">: </span>`)
		w.text(b.Title)
	}
	if b.Minutes > 0 {
		w.string(` <span class="block-minutes">`)
		w.text(minutes(b.Minutes))
		w.string("</span>")
	}
	w.string("</h" + n + ">\n")
}

func (w *bodyWriter) blockEnd(b *markdown.Block) {
	if b.Kind == "more" && !w.at.open {
		w.string("</details>\n")
		return
	}
	w.string("</section>\n")
}

// quiz writes the choices, and the answers folded away below them in the same
// order, so that everything is there without a script.
func (w *bodyWriter) quiz(q *markdown.Quiz) {
	if q.Several() {
		w.string("<p>")
		w.text(wordSeveral)
		w.string("</p>\n")
	}
	w.string(`<ol class="choices">` + "\n")
	for _, c := range q.Choices {
		w.string("<li>")
		w.write(c.Text)
		w.string("</li>\n")
	}
	w.string("</ol>\n")
	if w.at.unsaid {
		w.asked = append(w.asked, q)
		return
	}
	label := wordAnswer
	if q.Several() {
		label = wordAnswers
	}
	w.string(`<details class="answer"><summary>`)
	w.text(label)
	w.string("</summary>")
	w.answers(q)
	w.string("</details>\n")
}

// answers says of each choice whether it is right, and why.
func (w *bodyWriter) answers(q *markdown.Quiz) {
	w.string(`<ol class="answers">` + "\n")
	for _, c := range q.Choices {
		verdict, class := wordNotRight, "not-right"
		if c.Right {
			verdict, class = wordRight, "right"
		}
		w.string(`<li class="` + class + `"><strong>`)
		w.text(verdict)
		w.string("</strong> ")
		w.write(c.Why)
		w.string("</li>\n")
	}
	w.string("</ol>")
}

// or returns the first text that says something.
func or(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
