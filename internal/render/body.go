package render

import (
	"html"
	"html/template"
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

	edition
}

// edition is what is different about a form of the package other than the site.
type edition struct {
	book    *link.Handbook            // leads to places in the handbook, where it has them
	open    bool                      // nothing is folded away
	partial bool                      // only parts of a text are there, so a footnote does not lead back to it
	unsaid  bool                      // quizzes are without their answers
	leave   []string                  // the kinds of blocks that are left out
	letters map[*training.Term]string // the letters of the notes that explain terms; a term without one leads to its entry
}

// address is where a link to an address of the site leads to in this place.
func (p *place) address(a link.Address) string {
	if p.book != nil {
		a = p.book.Find(a)
	}
	return a.RelativeTo(p.page)
}

// body writes the text of an item for a place.
func (s *site) body(i *training.Item, at place) template.HTML {
	w := s.bodyWriter(i, at)
	w.write(i.Doc.Body)
	return w.html()
}

// blocks writes only the blocks of some kinds, with what lies in them, each
// under a heading of level 2, and then the footnotes if they refer to any.
func (s *site) blocks(i *training.Item, at place, kinds []string) template.HTML {
	w := s.bodyWriter(i, at)
	w.at.partial = true
	end := -1
	for n, h := range i.Doc.Holes {
		if h.Kind != markdown.HoleBlock || h.At >= i.Doc.Body.End || h.At < end {
			continue
		}
		if b := &i.Doc.Blocks[h.N]; w.leaves(b) || slices.Contains(kinds, b.Kind) {
			end = i.Doc.BlockEnd(n)
			if !w.leaves(b) {
				w.at.shift = at.shift + 2 - b.Level // whatever they lay under is not here
				w.holes(n, h.At, end)
			}
		}
	}
	if w.noted {
		w.at.shift = at.shift
		w.write(i.Doc.Footnotes)
	}
	return w.html()
}

// bodyWriter copies the pieces of a Doc and fills its holes.
type bodyWriter struct {
	doc   *markdown.Doc
	item  *training.Item
	graph *link.Graph
	terms []link.TermLink
	at    place
	out   strings.Builder
	asked []*markdown.Quiz // whose answers are yet to be given
	noted bool             // a footnote was referred to
}

func (s *site) bodyWriter(i *training.Item, at place) *bodyWriter {
	w := &bodyWriter{doc: i.Doc, item: i, graph: s.graph, at: at, terms: s.graph.TermLinks(i)}
	w.out.Grow(len(i.Doc.HTML) + len(i.Doc.HTML)/2 + len(w.terms)*termSize)
	return w
}

// termSize is about how many bytes a link to a term adds.
const termSize = 64

// html is what was written, which markdown made from escaped text.
func (w *bodyWriter) html() template.HTML { return template.HTML(w.out.String()) }

// leaves says whether a block has no place here.
func (w *bodyWriter) leaves(b *markdown.Block) bool {
	return !b.ForLearners() || slices.Contains(w.at.leave, b.Kind)
}

// write copies a range of the Doc.
func (w *bodyWriter) write(r markdown.Range) {
	first, _ := slices.BinarySearchFunc(w.doc.Holes, r.Start, func(h markdown.Hole, at int) int { return h.At - at })
	w.holes(first, r.Start, r.End)
}

// holes copies HTML from the place at to end, with the holes in it, of which
// first is the first. A block that does not belong here is left out with
// everything in it.
func (w *bodyWriter) holes(first, at, end int) {
	skip := -1 // the block that is being left out
	for _, h := range w.doc.Holes[first:] {
		if h.At >= end {
			break
		}
		if skip >= 0 {
			if h.Kind == markdown.HoleBlockEnd && h.N == skip {
				skip, at = -1, h.At
			}
			continue
		}
		w.copy(at, h.At)
		at = h.At
		if h.Kind == markdown.HoleBlock && w.leaves(&w.doc.Blocks[h.N]) {
			skip = h.N
			continue
		}
		w.fill(h)
	}
	w.copy(at, end)
}

// copy copies HTML without holes, in which uses of terms become links.
func (w *bodyWriter) copy(start, end int) {
	first, _ := slices.BinarySearchFunc(w.terms, start, func(t link.TermLink, at int) int { return t.Start - at })
	for _, t := range w.terms[first:] {
		if t.Start >= end {
			break
		}
		w.out.Write(w.doc.HTML[start:t.Start])
		w.term(t)
		start = t.End
	}
	w.out.Write(w.doc.HTML[start:end])
}

// term writes a use of a term: a link to its entry, or to the note about it.
func (w *bodyWriter) term(t link.TermLink) {
	letter, noted := w.at.letters[t.Term]
	href := "#" + w.at.prefix + wordID(t.Term)
	if !noted {
		href = w.at.address(w.graph.Address(&t.Term.Item))
	}
	w.string(`<a class="term" href="`)
	w.text(href)
	w.string(`">`)
	w.out.Write(w.doc.HTML[t.Start:t.End])
	if noted {
		w.string("<sup>" + letter + "</sup>")
	}
	w.string("</a>")
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
	case markdown.HoleNote:
		w.note(&w.doc.Notes[h.N])
	case markdown.HoleBack:
		w.back(&w.doc.Backs[h.N])
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
