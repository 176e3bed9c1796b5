package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// heading writes a heading, which is never the first of the page: that is its title.
func (w *writer) heading(n *ast.Heading) {
	w.ignore = n
	level := max(n.Level, 2)
	text := w.plainOf(n)
	start, end := w.headingPlace(n)
	w.checkHeading(n.Level, text, start, end)
	w.checkHeadingForm(n, text, start, end)
	w.level = level
	h := len(w.doc.Headings)
	w.doc.Headings = append(w.doc.Headings, Heading{
		Level: level, Text: text, ID: w.slugs.Next(text), Span: w.span(start, end),
	})
	w.hole(HoleHeading, h)
	if level == 2 && !w.hidden {
		w.section++
	}
	w.quietly(n)
	w.hole(HoleHeadingEnd, h)
	w.put("\n")
}

// headingPlace is the heading without the line under it, if it has one.
func (w *writer) headingPlace(n *ast.Heading) (start, end int) {
	start = w.pos(n)
	end = w.lineEnd(start)
	if lines := n.Lines(); lines.Len() > 0 {
		end = max(end, lines.At(lines.Len()-1).Stop)
	}
	return start, end
}

// checkHeadingForm looks for a heading by accident, made by a line under a
// paragraph, and for what other tools set in braces.
func (w *writer) checkHeadingForm(n *ast.Heading, text string, start, end int) {
	if lines := n.Lines(); n.Level == 2 && lines.Len() > 0 && lines.At(0).Start == n.Pos() {
		line := min(w.lineEnd(end-1)+1, len(w.src))
		w.add(ruleHeadingUnderline, line, w.lineEnd(line), "the line --- makes the text above it a heading", "put an empty line above ---, or write ## before the heading")
	}
	if strings.HasSuffix(text, "}") && (strings.Contains(text, "{#") || strings.Contains(text, "{.")) {
		w.add(ruleBraces, start, end, quote(text[strings.LastIndexByte(text, '{'):])+" is shown as text", "delete it: a heading gets its id from its words")
	}
}

func (w *writer) checkHeading(level int, text string, start, end int) {
	switch {
	case level == 1:
		w.add(ruleHeadingH1, start, end, "this heading is of level 1, like the title of the page", "the title in the front matter is the heading of the page: begin this one with ##")
	case level > w.level+1:
		w.add(ruleHeadingLevel, start, end,
			fmt.Sprintf("this heading is of level %d, but what is above it is of level %d", level, w.level),
			fmt.Sprintf("begin it with %s", "######"[:w.level+1]))
	}
	if level >= 5 {
		w.add(ruleHeadingDeep, start, end, fmt.Sprintf("this heading is of level %d", level), "use fewer levels, or split the page")
	}
	if text == "" {
		w.add(ruleHeadingEmpty, start, end, "this heading has no words", "write some after the #, or delete the line")
	}
}
