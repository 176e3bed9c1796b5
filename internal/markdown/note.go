package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// noteParser reads the text of a footnote as goldmark does, and keeps it in the
// report: goldmark drops without a word what no number leads to.
type noteParser struct{ parser.BlockParser }

func (p noteParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	r := reportOf(pc)
	r.noteTexts = append(r.noteTexts, n.(*east.Footnote))
}

// lostNotes reports the texts of footnotes that no reader would see. Of two with
// one name goldmark takes the first.
func (w *writer) lostNotes() {
	first := make(map[string]*east.Footnote, len(w.noteTexts))
	for _, n := range w.noteTexts {
		name := string(n.Ref)
		at := w.pos(n)
		end := w.lineEnd(at)
		switch taken := first[name]; {
		case taken != nil:
			line := w.file.Position(w.base + w.pos(taken)).Line
			w.add(ruleFootnoteTwice, at, end, fmt.Sprintf("the footnote %s has a text on line %d already, so this one is lost", quote(name), line),
				"give it a name that no other footnote has, here and in the sentence, or delete it")
		case n.Index < 0:
			w.add(ruleFootnoteUnused, at, end, "nothing leads to the footnote "+quote(name)+", so its text is lost",
				"write [^"+name+"] behind the words that it is about, or delete it")
		}
		if first[name] == nil {
			first[name] = n
		}
	}
}
