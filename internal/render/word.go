package render

import (
	"html"
	"html/template"
	"strings"

	"commonground/internal/training"
)

// WordView is what the layout of a word gets: a term in the list of those on a page.
type WordView struct {
	Link         // to its entry in the glossary
	Meaning, Say string
	StaffOnly    bool
}

// inFolder stands for all pages in folders, as far as links are concerned.
var inFolder = place{page: "folder/"}

func (s *site) wordView(t *training.Term, at place) WordView {
	return WordView{s.ref(&t.Item, at), t.Meaning, t.Say, t.StaffOnly}
}

// listLinks writes the links to the pages that use terms.
func (s *site) listLinks() map[*training.Item]template.HTML {
	links := map[*training.Item]template.HTML{}
	for _, t := range s.pkg.Terms {
		used, _ := named(s.graph.UsedIn(t))
		for _, i := range used {
			if links[i] == "" {
				to := s.ref(i, inFolder)
				links[i] = template.HTML(`<li><a href="` + html.EscapeString(to.Href) + `">` + html.EscapeString(to.Text) + "</a></li>\n")
			}
		}
	}
	return links
}

// wordsOn lists the terms on the page of an item.
func (s *site) wordsOn(i *training.Item) template.HTML {
	return listWords(s.graph.Words(i), func(t *training.Term) template.HTML { return s.words[t]() }, "")
}

// notesOn lists them in a volume of the handbook as the notes that uses in the text
// lead to.
func (b *binder) notesOn(i *training.Item, at place) template.HTML {
	return listWords(b.noteOrder(i), b.word, at.prefix)
}

// word renders a term as the volume shows it, once.
func (b *binder) word(t *training.Term) template.HTML {
	word, known := b.words[t]
	if !known {
		word = b.whenAsked("word", func() any { return b.wordView(t, b.at) })()
		b.words[t] = word
	}
	return word
}

// noteOrder is the terms of an item as a reader meets them: first those that
// lead to a note, then the others.
func (s *site) noteOrder(i *training.Item) []*training.Term {
	var order []*training.Term
	seen := map[*training.Term]bool{}
	take := func(t *training.Term) {
		if !seen[t] {
			seen[t] = true
			order = append(order, t)
		}
	}
	for _, l := range s.graph.TermLinks(i) {
		take(l.Term)
	}
	for _, t := range s.graph.Words(i) {
		take(t)
	}
	return order
}

// listWords joins terms. Each has an id where there is a prefix.
func listWords(terms []*training.Term, word func(*training.Term) template.HTML, prefix string) template.HTML {
	size := 0
	for _, t := range terms {
		size += len(word(t)) + len(t.Slug) + len(prefix) + 40
	}
	var b strings.Builder
	b.Grow(size)
	for _, t := range terms {
		b.WriteString("<div")
		if prefix != "" {
			b.WriteString(` id="` + prefix + wordID(t) + `"`)
		}
		b.WriteString(">")
		b.WriteString(string(word(t)))
		b.WriteString("</div>\n")
	}
	return template.HTML(b.String())
}

// wordID is the id of the note that explains a term.
func wordID(t *training.Term) string { return "CG-word-" + t.Slug }

// letterOfNote names the note at an index as style sheets do: a to z, then aa, ab.
func letterOfNote(n int) string {
	letter := string(rune('a' + n%26))
	if n < 26 {
		return letter
	}
	return letterOfNote(n/26-1) + letter
}
