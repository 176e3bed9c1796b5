package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// noteIDs says which ids the footnotes of a page have, as indexes of Doc.IDs.
// They begin with CG- because no heading can have that.
type noteIDs struct {
	list  *east.FootnoteList
	notes map[int]int    // the footnote of that number
	ways  map[[2]int]int // the place that refers to it: number and count
}

// findNotes gives ids to the footnotes of a page and to the places that refer
// to them. goldmark counts places that are never written, such as the words of
// a picture or a link; a way back to these would lead nowhere.
func (w *writer) findNotes(tree ast.Node) {
	list, ok := tree.LastChild().(*east.FootnoteList)
	if !ok {
		return
	}
	w.notes = noteIDs{list: list, notes: map[int]int{}, ways: map[[2]int]int{}}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*east.FootnoteLink); ok && entering {
			w.notes.ways[[2]int{link.Index, link.RefIndex}] = w.id(wayBack(link.Index, link.RefIndex))
		}
		if n.Kind() == ast.KindImage || n.Kind() == ast.KindLink {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		index := n.(*east.Footnote).Index
		w.notes.notes[index] = w.id("CG-fn-" + strconv.Itoa(index))
	}
}

func wayBack(index, count int) string {
	id := "CG-fnref-" + strconv.Itoa(index)
	if count > 0 {
		id += "-" + strconv.Itoa(count+1)
	}
	return id
}

func (w *writer) id(s string) int {
	w.doc.IDs = append(w.doc.IDs, s)
	return len(w.doc.IDs) - 1
}

// footnoteLink writes the number that leads to a footnote.
func (w *writer) footnoteLink(n *east.FootnoteLink) {
	start := w.pos(n)
	end := min(start+1, len(w.src))
	for end < len(w.src) && w.src[end-1] != ']' {
		end++
	}
	w.at = end
	if w.hidden {
		w.add(ruleFootnotePlace, start, end, "a footnote in a facilitator block would be shown to learners", "write its text in the block")
	}
	if w.inLink { // HTML has no links in links
		w.add(ruleFootnotePlace, start, end, "a footnote in the words of a link cannot be followed", "move it behind the link")
		w.put(strconv.Itoa(n.Index))
		return
	}
	w.hole(HoleNote, len(w.doc.Notes))
	w.doc.Notes = append(w.doc.Notes, Note{
		Number: n.Index, ID: w.doc.IDs[w.notes.ways[[2]int{n.Index, n.RefIndex}]], Text: w.doc.IDs[w.notes.notes[n.Index]],
	})
}

// footnotes writes the texts of the footnotes, at the end of the body.
func (w *writer) footnotes(list *east.FootnoteList) {
	start := len(w.html)
	w.put(`<div class="footnotes" role="group" aria-label="`)
	w.hole(HolePhrase, int(PhraseFootnotes))
	w.put("\">\n<ol>\n")
	w.level = 2
	w.section++
	for n := list.FirstChild(); n != nil && !w.full(); n = n.NextSibling() {
		w.checkNote(n)
		w.put(`<li id="`)
		w.hole(HoleID, w.notes.notes[n.(*east.Footnote).Index])
		w.put("\">\n")
		w.blocks(n)
		w.put("</li>\n")
	}
	w.put("</ol>\n</div>\n")
	w.doc.Footnotes = Range{start, len(w.html)}
}

// checkNote reports a footnote that was written in a facilitator block: it is
// shown at the end of the page, to everyone.
func (w *writer) checkNote(n ast.Node) {
	at := w.pos(n)
	place := w.span(at, w.lineEnd(at))
	for i := range w.doc.Blocks {
		b := &w.doc.Blocks[i]
		if b.Kind == nameFacilitator && b.Span.Start <= place.Start && place.Start < b.Span.End {
			w.add(ruleFootnotePlace, at, w.lineEnd(at), "this footnote stands in a facilitator block, but would be shown to learners", "move it out of the block")
			return
		}
	}
}

// backlink writes the way back from a footnote to a place that refers to it.
func (w *writer) backlink(n *east.FootnoteBacklink) {
	way, ok := w.notes.ways[[2]int{n.Index, n.RefIndex}]
	if !ok {
		return
	}
	w.hole(HoleBack, len(w.doc.Backs))
	w.doc.Backs = append(w.doc.Backs, Back{ID: w.doc.IDs[way], Others: n.RefIndex})
}

// noteBetween is the footnote written between two places of the body, or nil:
// goldmark has moved it to the end.
func (w *writer) noteBetween(start, end int) ast.Node {
	if w.notes.list == nil {
		return nil
	}
	for n := w.notes.list.FirstChild(); n != nil; n = n.NextSibling() {
		if at := n.Pos(); at >= start && at < end {
			return n
		}
	}
	return nil
}
