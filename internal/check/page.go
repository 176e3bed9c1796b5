package check

import (
	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/plain"
	"commonground/internal/source"
	"commonground/internal/training"
	"commonground/internal/words"
)

// Page is one item of the package and what it says, for advice that looks at one
// page after the other. It is used again for the next.
type Page struct {
	Input
	*training.Item
	Prose []Prose // of the front matter, then of the body, as readers meet them
	Lists []markdown.List
	Body  int // index in Prose of the first passage of the body

	hits   []wordHit // what wordHits found, once it was asked
	sought bool
	masked words.Text     // of a passage without its marks
	said   map[string]int // the syllables of words, once counted
}

// Prose is a passage with its words and its sentences, which are only found where
// the package is in English.
type Prose struct {
	*markdown.Passage
	Words     words.Text
	Sentences []plain.Sentence
	Figures   []int // the indexes of the words that begin with a figure
}

// open takes the next item.
func (p *Page) open(i *training.Item) {
	p.Item, p.Lists = i, i.Doc.Lists
	p.Prose, p.sought = p.Prose[:0], false
	front := frontPassages(i)
	p.Body = len(front)
	for n := range front {
		p.add(&front[n])
	}
	for n := range i.Doc.Passages {
		p.add(&i.Doc.Passages[n])
	}
}

// add reads the words of a passage, in the memory of one that was read before.
func (p *Page) add(passage *markdown.Passage) {
	n := len(p.Prose)
	if n < cap(p.Prose) {
		p.Prose = p.Prose[:n+1]
	} else {
		p.Prose = append(p.Prose, Prose{})
	}
	prose := &p.Prose[n]
	prose.Passage = passage
	prose.Words.Read(passage.Text)
	prose.Figures = prose.Figures[:0]
	for i := range prose.Words.Len() {
		if c := prose.Words.Word(i)[0]; c >= '0' && c <= '9' {
			prose.Figures = append(prose.Figures, i)
		}
	}
	prose.Sentences = prose.Sentences[:0]
	if p.english {
		prose.Sentences = plain.Sentences(prose.Sentences, &prose.Words)
	}
}

// At reports a rule at a part of a passage's text.
func (p *Page) At(r *diag.Rule, prose *Prose, start, end int, format string, args ...any) diag.Finding {
	return r.At(p.File, prose.Place(start, end), format, args...)
}

// lead is the words right above a list, or nil.
func (p *Page) lead(list int) *Prose {
	if n := p.Lists[list].Lead; n >= 0 {
		return &p.Prose[p.Body+n]
	}
	return nil
}

// Marked says whether a part of the text is marked in one of these ways, as a whole
// or in part.
func (p *Prose) Marked(start, end int, kinds markdown.MarkKind) bool {
	for _, m := range p.Marks {
		if m.Kind&kinds != 0 && m.Start < end && start < m.End {
			return true
		}
	}
	return false
}

// frontPassages are the sentences of the front matter.
func frontPassages(i *training.Item) []markdown.Passage {
	var list []markdown.Passage
	add := func(key, text string, at source.Span) {
		p := markdown.NewPassage(markdown.InKey, []byte(text), i.File, at)
		p.Key = key
		list = append(list, p)
	}
	for _, key := range i.Kind.Keys {
		v, given := i.Front.Get(key.Name)
		if !given || !key.Prose {
			continue
		}
		if v.Text != "" {
			add(key.Name, v.Text, v.Span)
		}
		for _, item := range v.List {
			add(key.Name, item.Text, item.Span)
		}
	}
	return list
}

// Own says whether the page says it itself: it is no quotation, and not what a say
// block tells not to say.
func (p *Prose) Own() bool { return !p.Quoted && (p.Column != 1 || !p.In("say")) }

// IsText says whether a passage is read as sentences, unlike headings and names.
// Footnotes, which hold titles of what others wrote, are left out.
func (p *Prose) IsText() bool {
	switch p.Kind {
	case markdown.InParagraph, markdown.InItem, markdown.InCell, markdown.InChoice, markdown.InReason:
		return true
	}
	return p.Kind == markdown.InKey && p.Key != "title"
}

// covered is how many bytes of a part of the text are marked in one of these ways.
func (p *Prose) covered(start, end int, kinds markdown.MarkKind) (bytes int) {
	for _, m := range p.Marks {
		if m.Kind&kinds != 0 {
			bytes += max(0, min(m.End, end)-max(m.Start, start))
		}
	}
	return bytes
}
