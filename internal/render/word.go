package render

import (
	"html"
	"html/template"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
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

// prepareWords renders the terms of lessons, as pages in folders and the volumes
// of the handbook show them, and links to the pages that use them.
func (s *site) prepareWords() *diag.Finding {
	s.words = map[string]map[*training.Term]template.HTML{}
	if f := s.prepareWordsOf(s.pkg.Lessons, inFolder); f != nil {
		return f
	}
	for _, v := range s.graph.Handbook().Volumes {
		for _, p := range v.Parts {
			if p.Kind != &schema.Lesson {
				continue
			}
			if f := s.prepareWordsOf(s.pkg.Lessons[p.First:p.End], s.inBook(v.Path)); f != nil {
				return f
			}
		}
	}
	s.prepareLinks()
	return nil
}

// prepareWordsOf renders each term that lessons use once, as a place shows it.
func (s *site) prepareWordsOf(lessons []*training.Lesson, at place) *diag.Finding {
	words := map[*training.Term]template.HTML{}
	s.words[at.page] = words
	for _, l := range lessons {
		for _, t := range s.graph.Words(&l.Item) {
			if _, done := words[t]; done {
				continue
			}
			word, err := s.layouts.html("word", WordView{s.ref(&t.Item, at), t.Meaning, t.Say, t.StaffOnly})
			if err != nil {
				f := s.layouts.finding("word", err)
				return &f
			}
			words[t] = word
		}
	}
	return nil
}

// prepareLinks writes the links to the pages that use terms.
func (s *site) prepareLinks() {
	s.links = map[*training.Item]template.HTML{}
	for _, t := range s.pkg.Terms {
		named, _ := s.usesOf(t)
		for _, i := range named {
			if s.links[i] == "" {
				to := s.ref(i, inFolder)
				s.links[i] = template.HTML(`<li><a href="` + html.EscapeString(to.Href) + `">` + html.EscapeString(to.Text) + "</a></li>\n")
			}
		}
	}
}

// wordsOn lists the terms on the page of an item.
func (s *site) wordsOn(i *training.Item) template.HTML {
	return listWords(s.graph.Words(i), s.words[inFolder.page], "")
}

// notesOn lists them in the handbook as the notes that uses in the text lead to.
func (s *site) notesOn(i *training.Item, at place) template.HTML {
	return listWords(s.noteOrder(i), s.words[at.page], at.prefix)
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

// listWords joins terms as words has them. Each has an id where there is a prefix.
func listWords(terms []*training.Term, words map[*training.Term]template.HTML, prefix string) template.HTML {
	size := 0
	for _, t := range terms {
		size += len(words[t]) + len(t.Slug) + len(prefix) + 40
	}
	var b strings.Builder
	b.Grow(size)
	for _, t := range terms {
		b.WriteString("<div")
		if prefix != "" {
			b.WriteString(` id="` + prefix + wordID(t) + `"`)
		}
		b.WriteString(">")
		b.WriteString(string(words[t]))
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
