package markdown

import (
	"bytes"
	"cmp"
	"slices"

	"commonground/internal/source"
)

// Passage is the words of one paragraph, item, cell or heading as they are read,
// for rules about wording. Text is plain: marks, escapes and entities are undone,
// a line end is a space, and Gap stands for what is no text. Only ReadProse makes
// passages; pages have no use for them.
type Passage struct {
	Kind   PassageKind
	Level  int      // of a heading: 2 to 6
	Blocks []string // the kinds of the blocks around, the outermost first; shared, so not to be changed
	Quoted bool     // it stands in a quotation, other than one that explains a choice
	List   int      // index in Doc.Lists of the list whose item it begins or goes on with, or -1
	Item   int      // which item of the list, from 0
	Column int      // of a cell, from 0
	Key    string   // of the front matter, for what stands there
	Text   []byte
	Marks  []Mark // ordered by Start
	Span   source.Span

	spots []textSpot
}

// PassageKind says what a passage is part of.
type PassageKind uint8

// What a passage is part of.
const (
	InParagraph PassageKind = iota
	InItem                  // the words that an item of a list begins with
	InHeading
	InTitle  // of a block
	InHead   // the head of a column
	InCell   // any other cell of a table
	InName   // what a definition explains
	InChoice // of a quiz
	InReason // why a choice is right or wrong
	InNote   // a footnote
	InKey    // a value of the front matter
)

// Gap stands in the text of a passage for something that is no text, such as a
// picture, code or an address.
const Gap = '\uFFFC'

// Mark is a part of a passage that is more than its words.
type Mark struct {
	Kind       MarkKind
	Start, End int // in Text
}

// MarkKind says what is marked. Kinds can be joined with |.
type MarkKind uint8

// What can be marked.
const (
	Emphasis  MarkKind = 1 << iota
	Strong             // also what names a thing on the screen
	Struck             // crossed out
	Linked             // the words of a link
	Code               // a Gap
	Picture            // a Gap
	Address            // a Gap: an address that is written out
	Quotation          // what stands between quote marks, with them
)

// List is a list of the body.
type List struct {
	Ordered bool
	Tasks   bool // it has boxes to tick
	Items   int
	Depth   int // how many lists it lies in
	Lead    int // index in Doc.Passages of the words right above it, or -1
}

// textSpot is where a part of a passage's text stands in the file.
type textSpot struct{ text, file int }

// NewPassage makes a passage of text that stands elsewhere than in the body. When
// the file has other bytes there, as YAML may, every part of it stands at the
// whole span.
func NewPassage(kind PassageKind, text []byte, f *source.File, at source.Span) Passage {
	p := Passage{Kind: kind, List: -1, Text: text, Marks: quotations(nil, text), Span: at}
	if n := bytes.Index(f.Bytes(at), text); n >= 0 {
		p.spots = []textSpot{{0, at.Start + n}}
	}
	return p
}

// Place returns where a part of the text stands in the file.
func (p *Passage) Place(start, end int) source.Span {
	if start >= end || len(p.spots) == 0 {
		return p.Span
	}
	return source.Span{Start: p.fileAt(start), End: p.fileAt(end-1) + 1}
}

func (p *Passage) fileAt(at int) int {
	n, found := slices.BinarySearchFunc(p.spots, at, func(s textSpot, at int) int { return cmp.Compare(s.text, at) })
	if !found {
		n = max(n-1, 0)
	}
	return min(p.spots[n].file+at-p.spots[n].text, p.Span.End-1)
}

// IsRunning says whether a passage is running text, which can be measured: the
// sentences that learners read in a row, and not headings, tables, quotations,
// choices or notes for the facilitator.
func (p *Passage) IsRunning() bool {
	running := p.Kind == InParagraph || p.Kind == InItem || p.Kind == InReason
	return running && !p.Quoted && !p.In("facilitator")
}

// In says whether a passage stands in a block of that kind, at any depth.
func (p *Passage) In(block string) bool { return slices.Contains(p.Blocks, block) }

// Without returns the text with every part that is so marked written over, so
// that places stay the same. The signs it is written over with part words.
func (p *Passage) Without(kinds MarkKind) []byte {
	var text []byte
	for _, m := range p.Marks {
		if m.Kind&kinds == 0 {
			continue
		}
		if text == nil {
			text = slices.Clone(p.Text)
		}
		for i := m.Start; i < m.End; i++ {
			text[i] = '|'
		}
	}
	if text == nil {
		return p.Text
	}
	return text
}
