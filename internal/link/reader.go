package link

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"commonground/internal/glossary"
	"commonground/internal/markdown"
	"commonground/internal/training"
	"commonground/internal/words"
)

// useSet is the terms that one item uses, by their number and in order: those
// that learners read, and those that only stand in facilitator blocks. itself
// says that the meaning of a term uses the term.
type useSet struct {
	read, aside []int
	itself      bool
}

// reader finds terms in the text of one item after the other.
type reader struct {
	*shelf
	text  words.Text
	plain []byte // the words of a run, as they are read
	spots []spot // what plain is put together from
	found uses   // in the item that is searched

	own      int // the number of the item itself, when it is a term, or -1
	mode     training.Linking
	linked   map[linkedIn]bool
	met, off map[int]bool // as read and aside of a useSet
	links    []TermLink
}

// uses is where the text of an item uses terms, by their number, whatever becomes of
// it: that depends on other items.
type uses struct {
	front  []frontUse
	titles []titleUse
	runs   []runUse
}

// frontUse is a use in the sentences of front matter. itself says that it would be
// circular if the item were this term.
type frontUse struct {
	term   int
	itself bool
}

// titleUse is a use in the title of a block.
type titleUse struct{ term, block int }

// runUse is a use in a run: bytes of Doc.HTML. whole says that it may become a link,
// for it cuts no element in two.
type runUse struct {
	term, run  int
	start, end int
	whole      bool
}

// spot is a part of plain that is the same in the HTML, and where it begins in both.
type spot struct {
	plain, html int
	piece       *markdown.Piece
}

// linkedIn is a term and the section in which it is linked.
type linkedIn struct{ term, section int }

func newReader(s *shelf) *reader {
	return &reader{shelf: s, linked: map[linkedIn]bool{}, met: map[int]bool{}, off: map[int]bool{}}
}

// search finds the uses in the text and the sentences of an item. What it returns is
// good until it is called again.
func (r *reader) search(i *training.Item) *uses {
	r.found = uses{r.found.front[:0], r.found.titles[:0], r.found.runs[:0]}
	r.searchFront(i)
	for n := range i.Doc.Blocks {
		r.plain = append(r.plain[:0], i.Doc.Blocks[n].Title...)
		r.text.Read(r.plain)
		for _, use := range r.finder.Find(&r.text) {
			r.found.titles = append(r.found.titles, titleUse{use.Term, n})
		}
	}
	for n := range i.Doc.Runs {
		r.searchRun(i.Doc, n)
	}
	return &r.found
}

// searchFront finds terms in what the front matter says in sentences.
func (r *reader) searchFront(i *training.Item) {
	for _, key := range i.Kind.Keys {
		v, given := i.Front.Get(key.Name)
		if !given || !key.Prose {
			continue
		}
		r.plain = append(r.plain[:0], v.Text...)
		for _, item := range v.List {
			r.plain = utf8.AppendRune(append(r.plain, item.Text...), glossary.Barrier)
		}
		r.text.Read(r.plain)
		for _, use := range r.finder.Find(&r.text) {
			itself := key.Name == "meaning" && use.Name == 0 // another name may well explain it
			r.found.front = append(r.found.front, frontUse{use.Term, itself})
		}
	}
}

// searchRun finds terms in the words of one paragraph.
func (r *reader) searchRun(d *markdown.Doc, n int) {
	r.spell(d, d.Runs[n])
	r.text.Read(r.plain)
	for _, use := range r.finder.Find(&r.text) {
		first, last := r.spotAt(use.Start), r.spotAt(use.End-1)
		r.found.runs = append(r.found.runs, runUse{
			term:  use.Term,
			start: first.html + use.Start - first.plain, end: last.html + use.End - last.plain,
			run:   n,
			whole: !first.piece.Quiet && first.piece.Element == last.piece.Element,
		})
	}
}

// read says which uses in an item become links, and what terms it has. targets are
// those of its own links.
func (r *reader) read(i *training.Item, found *uses, targets []Target, mode training.Linking) ([]TermLink, useSet) {
	r.mode, r.own, r.links = mode, -1, nil
	clear(r.linked)
	clear(r.met)
	clear(r.off)
	if n, ok := r.byID[i.ID]; ok {
		r.own = n
	}
	aside := i.Doc.Aside()
	itself := r.readFront(found)
	r.readTargets(i.Doc, targets, aside)
	for _, use := range found.titles {
		r.note(use.term, aside.Blocks[use.block])
	}
	for _, use := range found.runs {
		run := &i.Doc.Runs[use.run]
		if r.note(use.term, run.Aside) && use.whole {
			r.link(use, int(run.Section))
		}
	}
	for n := range r.met {
		delete(r.off, n)
	}
	return r.links, useSet{slices.Sorted(maps.Keys(r.met)), slices.Sorted(maps.Keys(r.off)), itself}
}

// note notes a use, and says whether learners meet it.
func (r *reader) note(term int, aside bool) bool {
	switch {
	case term == r.own:
		return false
	case aside:
		r.off[term] = true
		return false
	}
	r.met[term] = true
	return true
}

// readFront notes the terms of the front matter, and says whether the meaning of a
// term uses the term.
func (r *reader) readFront(found *uses) (itself bool) {
	for _, use := range found.front {
		if !r.note(use.term, false) {
			itself = itself || use.itself
		}
	}
	return itself
}

// readTargets notes the links that authors made to entries themselves: in their
// section, and for them, no other is needed.
func (r *reader) readTargets(d *markdown.Doc, targets []Target, aside markdown.Aside) {
	for n, target := range targets {
		if term, ok := r.at[target.Address]; ok && r.note(term, aside.Links[n]) {
			r.linked[r.place(term, d.Links[n].Section)] = true
		}
	}
}

// place is where a link to a term counts as the first.
func (r *reader) place(term, section int) linkedIn {
	if r.mode == training.LinkPage {
		section = 0
	}
	return linkedIn{term, section}
}

// link makes a link of a use, if one is asked for.
func (r *reader) link(use runUse, section int) {
	place := r.place(use.term, section)
	if r.mode == training.LinkOff || r.linked[place] && r.mode != training.LinkAll {
		return
	}
	r.linked[place] = true
	r.links = append(r.links, TermLink{Start: use.start, End: use.end, Term: r.terms[use.term]})
}

// spotAt finds the spot of a byte of plain.
func (r *reader) spotAt(at int) *spot {
	n, found := slices.BinarySearchFunc(r.spots, at, func(s spot, at int) int { return cmp.Compare(s.plain, at) })
	if !found {
		n--
	}
	return &r.spots[n]
}

// spell puts the pieces of a run together as they are read.
func (r *reader) spell(d *markdown.Doc, run markdown.Run) {
	r.plain, r.spots = r.plain[:0], r.spots[:0]
	for n := run.First; n < run.End; n++ {
		p := &d.Pieces[n]
		if p.Apart {
			r.plain = utf8.AppendRune(r.plain, glossary.Barrier)
		}
		for at, end := int(p.Start), int(p.End); at < end; {
			r.spots = append(r.spots, spot{len(r.plain), at, p})
			n := bytes.IndexByte(d.HTML[at:end], '&')
			if n < 0 {
				r.plain = append(r.plain, d.HTML[at:end]...)
				break
			}
			r.plain = append(r.plain, d.HTML[at:at+n]...)
			at += n
			char, length := markdown.Unescape(d.HTML[at:end])
			r.plain = append(r.plain, char)
			at += length
		}
	}
}
