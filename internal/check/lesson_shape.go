package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var ruleShape = diag.Rule{
	Code: "lesson-shape", Severity: diag.Note, Advice: true,
	Title: "A lesson should have something to try, and something to share with a colleague.",
	Why:   "Staff told the project that they learn from seeing a thing work and from each other, and not from being taught at: two of the six themes.",
	Scope: "Lessons of 150 words or more. A try-it block or steps are something to try; a talk or a peer-tip block is something to share.",
}

// shortLesson is how many words a lesson has that is only begun.
const shortLesson = 150

func lessonShape(in Input, report func(diag.Finding)) {
	for _, l := range in.Package.Lessons {
		var missing, hints []string
		if !hasBlock(l.Doc, "try-it", "steps") {
			missing = append(missing, "nothing to try")
			hints = append(hints, "add ::: try-it {minutes=3} with something to do, or ::: steps")
		}
		if !hasBlock(l.Doc, "talk", "peer-tip") {
			missing = append(missing, "nothing to share with a colleague")
			hints = append(hints, "add ::: talk with a question for two, or ::: peer-tip with what a colleague does")
		}
		if len(missing) == 0 || wordsIn(l.Doc) < shortLesson {
			continue
		}
		v, _ := l.Front.Get("title")
		report(ruleShape.At(l.File, v.Span, "this lesson has %s", either(missing, "and")).
			WithHint("%s", strings.Join(hints, "; ")))
	}
}

func hasBlock(d *markdown.Doc, kinds ...string) bool {
	return slices.ContainsFunc(d.Blocks, func(b markdown.Block) bool { return slices.Contains(kinds, b.Kind) })
}

// wordsIn counts the words of a text roughly: by the spaces between them.
func wordsIn(d *markdown.Doc) int {
	n := 0
	for _, p := range d.Passages {
		n++
		for _, c := range p.Text {
			if c == ' ' {
				n++
			}
		}
	}
	return n
}
