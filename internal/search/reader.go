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

// hit is a key, by the number that its reader gave it, in a place.
type hit struct {
	key   int32
	level level
}

// itemHits is what one item has: the hits of each of its places, in order of
// place, and how many words its texts have in all.
type itemHits struct {
	by     *reader
	places [][]hit
	words  int
}

// reader reads items, one after the other.
type reader struct {
	keys   keys
	little map[string]bool // the keys to leave out of running text
	known  []knownKey      // by number
	met    []int           // the numbers of those in the place that is being read
	plain  []byte
	words  int

	lists []*list // of an index, by number: where take puts what this reader finds
}

// knownKey is what a reader knows of a key.
type knownKey struct {
	none   bool // it is the key of nothing
	little bool
	met    bool // in the place that is being read, at this level
	level  level
}

// newReader makes a reader for a package that is English, or not.
func newReader(english bool) *reader {
	return &reader{keys: keys{english: english}, little: littleKeys(english)}
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
	all := itemHits{by: r, places: make([][]hit, 0, len(texts))}
	for n, text := range texts {
		if n == 0 {
			r.front(i)
		} else {
			r.note(headings[n-1].text, heads)
		}
		for _, t := range text {
			if t.doc == nil {
				r.note(t.title, heads)
			} else {
				r.noteText(r.spell(t.doc, t.run), said)
			}
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

// passage is the title of a block, or a run of a text.
type passage struct {
	title string
	doc   *markdown.Doc // nil for a title
	run   markdown.Run
}

// placed sorts the texts of an item by place.
func (r *reader) placed(i *item, places int) [][]passage {
	all := make([][]passage, places)
	for n, of := range i.texts {
		p := newPlaces(of, n == 0)
		for _, b := range p.titles {
			all[b.place] = append(all[b.place], passage{title: b.text})
		}
		for _, run := range of.Doc.Runs {
			if !run.Aside {
				at := p.find(int(of.Doc.Pieces[run.First].Start))
				all[at] = append(all[at], passage{doc: of.Doc, run: run})
			}
		}
	}
	return all
}

// note counts the words of a line in the place that is being read.
func (r *reader) note(line string, l level) {
	if line != "" {
		r.noteText([]byte(line), l)
	}
}

// noteText counts the words of a text. A word that is said again is stressed.
func (r *reader) noteText(text []byte, l level) {
	r.keys.read(text, func(n int) {
		r.words++
		k := r.key(n)
		switch {
		case k.none || l < heads && k.little:
		case !k.met:
			k.met, k.level = true, l
			r.met = append(r.met, n)
		case k.level == said && l == said:
			k.level = stressed
		default:
			k.level = max(k.level, l)
		}
	})
}

// key returns what is known of a key.
func (r *reader) key(n int) *knownKey {
	for n >= len(r.known) {
		name := r.keys.names[len(r.known)]
		r.known = append(r.known, knownKey{none: name == "", little: r.little[name]})
	}
	return &r.known[n]
}

// hits returns the keys of the place that was read, and makes ready for the next.
func (r *reader) hits() []hit {
	all := make([]hit, len(r.met))
	for i, n := range r.met {
		all[i] = hit{int32(n), r.known[n].level}
		r.known[n].met = false
	}
	r.met = r.met[:0]
	return all
}

// spell puts the words of a run together as they are read: until the next call.
func (r *reader) spell(d *markdown.Doc, run markdown.Run) []byte {
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
	return r.plain
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
