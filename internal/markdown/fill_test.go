package markdown

import (
	"fmt"
	"html"
	"strings"

	"commonground/internal/source"
)

func fileOf(text string) *source.File {
	return &source.File{Name: "content/lessons/test.md", Text: []byte(text)}
}

// fill writes a range of a Doc with names in the place of its holes.
func fill(d *Doc, r Range) string {
	return fillWith(d, r, func(h Hole) string {
		names := [...]string{"{link %d}", "{/link %d}", "{image %d}", "{heading %d}", "{/heading %d}", "{id %d}", "{block %d}", "{/block %d}", "{quiz %d}", "{note %d}", "{back %d}", "{phrase %d}"}
		return fmt.Sprintf(names[h.Kind], h.N)
	})
}

// fillPage writes a range of a Doc as a page might.
func fillPage(d *Doc, r Range) string {
	return fillWith(d, r, func(h Hole) string {
		switch h.Kind {
		case HoleLink:
			return `<a href="` + html.EscapeString(d.Links[h.N].Dest) + `">`
		case HoleLinkEnd:
			_ = d.Links[h.N]
			return "</a>"
		case HoleImage:
			return `<img src="` + html.EscapeString(d.Images[h.N].Dest) + `" alt="` + html.EscapeString(d.Images[h.N].Alt) + `">`
		case HoleHeading:
			return fmt.Sprintf(`<h%d id="%s">`, d.Headings[h.N].Level, html.EscapeString(d.Headings[h.N].ID))
		case HoleHeadingEnd:
			return fmt.Sprintf("</h%d>", d.Headings[h.N].Level)
		case HoleID:
			return d.IDs[h.N]
		case HoleBlock:
			return "<section>"
		case HoleBlockEnd:
			_ = d.Blocks[h.N]
			return "</section>"
		case HoleQuiz:
			return quizPage(d, d.Quizzes[h.N])
		case HoleNote:
			n := d.Notes[h.N]
			return fmt.Sprintf(`<sup><a href="#%s" id="%s">%d</a></sup>`, n.Text, n.ID, n.Number)
		case HoleBack:
			return `<a href="#` + d.Backs[h.N].ID + `">↩</a>`
		default:
			return [...]string{"Footnotes", "Table", "Done:", "To do:"}[h.N]
		}
	})
}

func quizPage(d *Doc, q Quiz) string {
	var b strings.Builder
	b.WriteString("<ul>")
	for _, c := range q.Choices {
		b.WriteString("<li>" + fillPage(d, c.Text) + "<div>" + fillPage(d, c.Why) + "</div></li>")
	}
	return b.String() + "</ul>"
}

func fillWith(d *Doc, r Range, hole func(Hole) string) string {
	var b strings.Builder
	at := r.Start
	for _, h := range d.Holes {
		if h.At < r.Start || h.At >= r.End {
			continue
		}
		b.Write(d.HTML[at:h.At])
		b.WriteString(hole(h))
		at = h.At
	}
	b.Write(d.HTML[at:r.End])
	return b.String()
}
