package search

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"commonground/internal/glossary"
	"commonground/internal/markdown"
	"commonground/internal/training"
)

// level says how much a key is worth where it stands.
type level uint8

// What a key does in a place: it is said once, or more often or in a sentence of
// the front matter, or in a heading or another name, or in the title.
const (
	said level = iota
	stressed
	heads
	names
	levels
)

// hit is a key in a place.
type hit struct {
	key   string
	level level
}

// itemHits is what one item has: the hits of each of its places, in order of
// place, and how many words its texts have in all.
type itemHits struct {
	places [][]hit
	words  int
}

// reader reads items, one after the other.
type reader struct {
	keys   keys
	little map[string]bool // the keys to leave out of running text
	seen   map[string]level
	plain  []byte
	words  int
}

// newReader makes a reader for a package that is English, or not.
func newReader(english bool) *reader {
	return &reader{keys: keys{english: english}, little: littleKeys(english), seen: map[string]level{}}
}

func littleKeys(english bool) map[string]bool {
	keys := map[string]bool{}
	if english {
		for _, word := range little {
			keys[stem(word)] = true
		}
	}
	return keys
}

// read finds the hits of an item.
func (r *reader) read(i *item) itemHits {
	headings := i.headings()
	texts := r.placed(i, len(headings)+1)
	r.words = 0
	var all itemHits
	for n, text := range texts {
		clear(r.seen)
		if n == 0 {
			r.front(i)
		} else {
			r.note(headings[n-1].text, heads)
		}
		for _, t := range text {
			r.note(t.text, t.level)
		}
		all.places = append(all.places, r.hits())
	}
	all.words = r.words
	return all
}

// front notes what the front matter says.
func (r *reader) front(i *item) {
	r.note(i.Name, names)
	for _, name := range i.names {
		r.note(name, heads)
	}
	for _, line := range append([]string{i.summary}, i.lines...) {
		r.note(line, stressed)
	}
}

// passage is a text and how much its words are worth.
type passage struct {
	text  string
	level level
}

// placed sorts the texts of an item by place.
func (r *reader) placed(i *item, places int) [][]passage {
	all := make([][]passage, places)
	for n, of := range i.texts {
		p := newPlaces(of, n == 0)
		for _, b := range p.titles {
			all[b.place] = append(all[b.place], passage{b.text, heads})
		}
		for _, run := range of.Doc.Runs {
			if !run.Aside {
				at := p.find(int(of.Doc.Pieces[run.First].Start))
				all[at] = append(all[at], passage{r.spell(of.Doc, run), said})
			}
		}
	}
	return all
}

// note counts the words of a text in the place that is being read. A word that
// is said again is stressed.
func (r *reader) note(text string, l level) {
	if text == "" {
		return
	}
	r.keys.read([]byte(text), func(key string) {
		r.words++
		if key == "" || l < heads && r.little[key] {
			return
		}
		old, again := r.seen[key]
		switch {
		case !again:
			r.seen[key] = l
		case old == said && l == said:
			r.seen[key] = stressed
		default:
			r.seen[key] = max(old, l)
		}
	})
}

func (r *reader) hits() []hit {
	all := make([]hit, 0, len(r.seen))
	for key, l := range r.seen {
		all = append(all, hit{key, l})
	}
	return all
}

// spell puts the words of a run together as they are read.
func (r *reader) spell(d *markdown.Doc, run markdown.Run) string {
	r.plain = r.plain[:0]
	for n := run.First; n < run.End; n++ {
		if d.Pieces[n].Apart {
			r.plain = utf8.AppendRune(r.plain, glossary.Barrier)
		}
		for text := d.HTML[d.Pieces[n].Start:d.Pieces[n].End]; len(text) > 0; {
			if plain := bytes.IndexByte(text, '&'); plain != 0 {
				if plain < 0 {
					plain = len(text)
				}
				r.plain = append(r.plain, text[:plain]...)
				text = text[plain:]
				continue
			}
			char, length := markdown.Unescape(text)
			r.plain = append(r.plain, char)
			text = text[length:]
		}
	}
	return string(r.plain)
}

// places says in which place of an item a byte of its HTML is.
type places struct {
	starts []placeStart // by At
	titles []blockTitle // of the blocks that learners get
}

// placeStart is where a place begins, or goes on.
type placeStart struct{ at, place int }

type blockTitle struct {
	text  string
	place int
}

// newPlaces finds the places of a text. One that is not led into is all of it in
// the top of the item. The choices of a quiz stand behind the body, and belong to
// where the quiz is.
func newPlaces(of *training.Item, led bool) *places {
	p := &places{starts: []placeStart{{0, 0}}}
	aside := of.Doc.Aside()
	place := 0
	of0 := map[int]int{} // the place of each block
	for _, h := range of.Doc.Holes {
		switch {
		case h.Kind == markdown.HoleHeading && led && !aside.Headings[h.N] && of.Doc.Headings[h.N].Level <= deepest:
			place++
			p.starts = append(p.starts, placeStart{h.At, place})
		case h.Kind == markdown.HoleBlock && !aside.Blocks[h.N]:
			of0[h.N] = place
			p.titles = append(p.titles, blockTitle{of.Doc.Blocks[h.N].Title, place})
		}
	}
	for _, q := range of.Doc.Quizzes {
		for _, c := range q.Choices {
			p.starts = append(p.starts, placeStart{c.Text.Start, of0[q.Block]}, placeStart{c.Why.Start, of0[q.Block]})
		}
	}
	slices.SortStableFunc(p.starts, func(a, b placeStart) int { return a.at - b.at })
	return p
}

func (p *places) find(at int) int {
	n, found := slices.BinarySearchFunc(p.starts, at, func(s placeStart, at int) int { return s.at - at })
	if !found {
		n--
	}
	return p.starts[n].place
}
