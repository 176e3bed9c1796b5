package markdown

import "slices"

// ForLearners says whether a block is part of what learners get.
func (b *Block) ForLearners() bool { return b.Kind != nameFacilitator }

// BlockEnd returns where the block that begins at Holes[n] ends: the place behind
// its end hole, which no range ends at.
func (d *Doc) BlockEnd(n int) int {
	for _, h := range d.Holes[n:] {
		if h.Kind == HoleBlockEnd && h.N == d.Holes[n].N {
			return h.At + 1
		}
	}
	return len(d.HTML)
}

// Aside is what learners do not get of a Doc: the headings, links, pictures and
// blocks that stand in a facilitator block, at any depth, by their index. The zero
// Aside, which most Docs have, leaves out nothing.
type Aside struct{ Headings, Links, Images, Blocks map[int]bool }

// Aside finds what learners do not get.
func (d *Doc) Aside() Aside {
	var a Aside
	if !slices.ContainsFunc(d.Blocks, func(b Block) bool { return !b.ForLearners() }) {
		return a
	}
	quizzes := d.quizzesAside()
	skip := -1 // the block that is being left out
	for _, h := range d.Holes {
		switch {
		case skip < 0 && h.Kind == HoleBlock && !d.Blocks[h.N].ForLearners():
			skip = h.N
			a.add(h)
		case skip >= 0 && h.Kind == HoleBlockEnd && h.N == skip:
			skip = -1
		case skip >= 0 || inRange(quizzes, h.At):
			a.add(h)
		}
	}
	return a
}

func (a *Aside) add(h Hole) {
	var m *map[int]bool
	switch h.Kind {
	case HoleHeading:
		m = &a.Headings
	case HoleLink:
		m = &a.Links
	case HoleImage:
		m = &a.Images
	case HoleBlock:
		m = &a.Blocks
	default:
		return
	}
	if *m == nil {
		*m = map[int]bool{}
	}
	(*m)[h.N] = true
}

// quizzesAside returns the fragments of quizzes that stand in a facilitator
// block: they lie behind the body, where no hole marks the block.
func (d *Doc) quizzesAside() []Range {
	var ranges []Range
	for _, q := range d.Quizzes {
		if !d.insideFacilitator(q.Block) {
			continue
		}
		for _, c := range q.Choices {
			ranges = append(ranges, c.Text, c.Why)
		}
	}
	return ranges
}

func (d *Doc) insideFacilitator(block int) bool {
	for ; block >= 0; block = d.Blocks[block].Parent {
		if !d.Blocks[block].ForLearners() {
			return true
		}
	}
	return false
}

func inRange(ranges []Range, at int) bool {
	for _, r := range ranges {
		if r.Start <= at && at < r.End {
			return true
		}
	}
	return false
}
