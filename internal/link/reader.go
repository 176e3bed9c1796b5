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

	own      int // the number of the item itself, when it is a term, or -1
	mode     training.Linking
	linked   map[linkedIn]bool
	met, off map[int]bool // as read and aside of a useSet
	links    []TermLink
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

// read finds the terms in the text and the sentences of an item. targets are
// those of its links.
func (r *reader) read(i *training.Item, targets []Target, mode training.Linking) ([]TermLink, useSet) {
	r.mode, r.own, r.links = mode, -1, nil
	clear(r.linked)
	clear(r.met)
	clear(r.off)
	if n, ok := r.byID[i.ID]; ok {
		r.own = n
	}
	itself := r.readFront(i)
	aside := i.Doc.Aside()
	r.readTargets(i.Doc, targets, aside)
	r.readTitles(i.Doc, aside)
	for _, run := range i.Doc.Runs {
		r.readRun(i.Doc, run)
	}
	for n := range r.met {
		delete(r.off, n)
	}
	return r.links, useSet{slices.Sorted(maps.Keys(r.met)), slices.Sorted(maps.Keys(r.off)), itself}
}

// readFront finds terms in what the front matter says in sentences, and says
// whether the meaning of a term uses the term.
func (r *reader) readFront(i *training.Item) (itself bool) {
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
			if use.Term == r.own {
				itself = itself || key.Name == "meaning" && use.Name == 0 // another name may well explain it
				continue
			}
			r.met[use.Term] = true
		}
	}
	return itself
}

// readTargets notes the links that authors made to entries themselves: in their
// section, and for them, no other is needed.
func (r *reader) readTargets(d *markdown.Doc, targets []Target, aside markdown.Aside) {
	for n, target := range targets {
		term, ok := r.at[target.Address]
		switch {
		case !ok || term == r.own:
		case aside.Links[n]:
			r.off[term] = true
		default:
			r.met[term] = true
			r.linked[r.place(term, d.Links[n].Section)] = true
		}
	}
}

// readTitles finds terms in the titles of blocks.
func (r *reader) readTitles(d *markdown.Doc, aside markdown.Aside) {
	for n := range d.Blocks {
		r.plain = append(r.plain[:0], d.Blocks[n].Title...)
		r.text.Read(r.plain)
		for _, use := range r.finder.Find(&r.text) {
			switch {
			case use.Term == r.own:
			case aside.Blocks[n]:
				r.off[use.Term] = true
			default:
				r.met[use.Term] = true
			}
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

// readRun finds terms in the words of one paragraph.
func (r *reader) readRun(d *markdown.Doc, run markdown.Run) {
	r.spell(d, run)
	r.text.Read(r.plain)
	for _, use := range r.finder.Find(&r.text) {
		switch {
		case use.Term == r.own:
		case run.Aside:
			r.off[use.Term] = true
		default:
			r.met[use.Term] = true
			r.link(use, int(run.Section))
		}
	}
}

// link makes a link of a use, if one is asked for and it cuts no element in two.
func (r *reader) link(use glossary.Use, section int) {
	first, last := r.spotAt(use.Start), r.spotAt(use.End-1)
	place := r.place(use.Term, section)
	switch {
	case r.mode == training.LinkOff, first.piece.Quiet, first.piece.Element != last.piece.Element:
		return
	case r.linked[place] && r.mode != training.LinkAll:
		return
	}
	r.linked[place] = true
	r.links = append(r.links, TermLink{
		Start: first.html + use.Start - first.plain,
		End:   last.html + use.End - last.plain,
		Term:  r.terms[use.Term],
	})
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
