package render

import (
	"html"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"commonground/internal/link"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

// place says where a Doc is written, and so what goes into its holes.
type place struct {
	page   string // the path of the page
	prefix string // before every id, with a dot, where several items share a page
	shift  int    // how many levels deeper headings go
}

// body writes the text of an item for a place.
func (s *site) body(i *training.Item, at place) template.HTML {
	if len(i.Doc.HTML) == 0 {
		return ""
	}
	w := bodyWriter{doc: i.Doc, item: i, graph: s.graph, at: at}
	w.out.Grow(len(i.Doc.HTML) + len(i.Doc.HTML)/2)
	w.write(i.Doc.Body)
	return template.HTML(w.out.String()) // made by markdown from escaped text
}

// bodyWriter copies the pieces of a Doc and fills its holes.
type bodyWriter struct {
	doc   *markdown.Doc
	item  *training.Item
	graph *link.Graph
	at    place
	out   strings.Builder
}

// write copies a range of the Doc. A block that is not for readers is left out
// with everything in it.
func (w *bodyWriter) write(r markdown.Range) {
	first, _ := slices.BinarySearchFunc(w.doc.Holes, r.Start, func(h markdown.Hole, at int) int { return h.At - at })
	at := r.Start
	skip := -1 // the block that is being left out
	for _, h := range w.doc.Holes[first:] {
		if h.At >= r.End {
			break
		}
		if skip >= 0 {
			if h.Kind == markdown.HoleBlockEnd && h.N == skip {
				skip, at = -1, h.At
			}
			continue
		}
		w.out.Write(w.doc.HTML[at:h.At])
		at = h.At
		if h.Kind == markdown.HoleBlock && !w.doc.Blocks[h.N].ForLearners() {
			skip = h.N
			continue
		}
		w.fill(h)
	}
	w.out.Write(w.doc.HTML[at:r.End])
}

func (w *bodyWriter) fill(h markdown.Hole) {
	switch h.Kind {
	case markdown.HoleLink:
		w.linkStart(w.graph.Links(w.item)[h.N])
	case markdown.HoleLinkEnd:
		w.linkEnd(w.graph.Links(w.item)[h.N])
	case markdown.HoleImage:
		w.image(&w.doc.Images[h.N], w.graph.Images(w.item)[h.N])
	case markdown.HoleHeading:
		w.heading(&w.doc.Headings[h.N])
	case markdown.HoleHeadingEnd:
		w.string("</h" + level(w.doc.Headings[h.N].Level+w.at.shift) + ">")
	case markdown.HoleID:
		w.string(w.id(w.doc.IDs[h.N]))
	case markdown.HoleBlock:
		w.blockStart(&w.doc.Blocks[h.N])
	case markdown.HoleBlockEnd:
		w.blockEnd(&w.doc.Blocks[h.N])
	case markdown.HoleQuiz:
		w.quiz(&w.doc.Quizzes[h.N])
	case markdown.HolePhrase:
		w.text(phrases[h.N])
	}
}

func (w *bodyWriter) string(s string) { w.out.WriteString(s) }

// text writes a text escaped for an element or a quoted attribute.
func (w *bodyWriter) text(s string) { w.out.WriteString(html.EscapeString(s)) }

func (w *bodyWriter) id(id string) string { return html.EscapeString(w.at.prefix + id) }

func level(n int) string { return strconv.Itoa(min(n, 6)) }

func (w *bodyWriter) heading(h *markdown.Heading) {
	w.string("<h" + level(h.Level+w.at.shift) + ` id="` + w.id(h.ID) + `">`)
}

// linkStart opens a link. One that leads nowhere, which a finding has said, is
// written as an anchor without an address: readable, and not dead.
func (w *bodyWriter) linkStart(t link.Target) {
	href := ""
	switch {
	case t.URL != "":
		href = t.URL
	case t.Copy != nil:
		href = escapePath(link.Address{Path: t.Copy.Path}.RelativeTo(w.at.page))
	case t.Address.Path != "":
		href = t.Address.RelativeTo(w.at.page)
	default:
		w.string("<a>")
		return
	}
	w.string(`<a href="`)
	w.text(href)
	w.string(`">`)
}

// linkEnd closes a link; a link to a file says what the file is and how large.
func (w *bodyWriter) linkEnd(t link.Target) {
	if t.Copy != nil {
		kind := strings.ToUpper(strings.TrimPrefix(path.Ext(t.Copy.Path), "."))
		w.text(" (" + kind + ", " + fileSize(t.Copy.Asset.Size) + ")")
	}
	w.string("</a>")
}

func (w *bodyWriter) image(m *markdown.Image, t link.Target) {
	if t.Copy == nil {
		w.text(m.Alt)
		return
	}
	w.string(`<img src="`)
	w.text(escapePath(link.Address{Path: t.Copy.Path}.RelativeTo(w.at.page)))
	w.string(`" alt="`)
	w.text(m.Alt)
	w.string(`"`)
	if a := t.Copy.Asset; a.Width > 0 && a.Height > 0 {
		w.string(` width="` + strconv.Itoa(a.Width) + `" height="` + strconv.Itoa(a.Height) + `"`)
	}
	w.string(">")
}

// escapePath escapes what a path may hold and an address may not.
func escapePath(p string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/!$&'()*+,;=@"
	var b strings.Builder
	for i := range len(p) {
		if strings.IndexByte(plain, p[i]) >= 0 {
			b.WriteByte(p[i])
			continue
		}
		b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(p[i])|0x100, 16)[1:]))
	}
	return b.String()
}
