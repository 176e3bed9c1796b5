package render

import (
	"html"
	"html/template"
	"strings"

	"commonground/internal/diag"
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

// prepareWords renders the terms, as pages in folders and the volumes of the
// handbook show them, and links to the pages that use them.
func (s *site) prepareWords() *diag.Finding {
	s.words = map[string]map[*training.Term]template.HTML{}
	places := []place{inFolder}
	for _, v := range s.graph.Handbook().Volumes {
		places = append(places, s.inBook(v.Path))
	}
	for _, at := range places {
		words := make(map[*training.Term]template.HTML, len(s.pkg.Terms))
		s.words[at.page] = words
		for _, t := range s.pkg.Terms {
			word, err := s.layouts.html("word", WordView{s.ref(&t.Item, at), t.Meaning, t.Say, t.StaffOnly})
			if err != nil {
				f := s.layouts.finding("word", err)
				return &f
			}
			words[t] = word
		}
	}
	s.prepareLinks()
	return nil
}

// prepareLinks writes the links to the pages that use terms.
func (s *site) prepareLinks() {
	s.links = map[*training.Item]template.HTML{}
	for _, t := range s.pkg.Terms {
		for _, i := range s.graph.UsedIn(t) {
			if s.links[i] == "" {
				to := s.ref(i, inFolder)
				s.links[i] = template.HTML(`<a href="` + html.EscapeString(to.Href) + `">` + html.EscapeString(to.Text) + "</a>")
			}
		}
	}
}

// wordsOn lists the terms on the page of an item. In the handbook, where ids have
// a prefix, each is the note that uses in the text lead to, lettered by its place.
func (s *site) wordsOn(i *training.Item, at place) template.HTML {
	words := s.words[inFolder.page]
	if at.book != nil {
		words = s.words[at.page]
	}
	terms, size := s.graph.Words(i), 0
	for _, t := range terms {
		size += len(words[t]) + len(t.Slug) + len(at.prefix) + 40
	}
	var b strings.Builder
	b.Grow(size)
	for _, t := range terms {
		b.WriteString("<div")
		if at.prefix != "" {
			b.WriteString(` id="` + at.prefix + wordID(t) + `"`)
		}
		b.WriteString(">" + string(words[t]) + "</div>\n")
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
