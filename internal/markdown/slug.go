package markdown

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Slug makes of the text of a heading what code hosts make of it: lower case,
// letters, numbers and marks of all scripts, hyphens and underscores, and a
// hyphen for each space. Text without any of these becomes "section". Unicode is
// composed, as it is in links.
//
// A slug never holds A to Z, so an id with a capital cannot be that of a heading.
func Slug(text string) string {
	slug := make([]byte, 0, len(text))
	for _, r := range norm.NFC.String(text) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '_':
			slug = append(slug, byte(r))
		case r >= 'A' && r <= 'Z':
			slug = append(slug, byte(r)+'a'-'A')
		case r == ' ':
			slug = append(slug, '-')
		case r >= utf8.RuneSelf && unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc) && r != utf8.RuneError:
			slug = utf8.AppendRune(slug, unicode.ToLower(r))
		}
	}
	if len(slug) == 0 {
		return "section"
	}
	return string(slug)
}

// Slugs hands out the ids of the headings of one page. The zero value is ready
// to use.
type Slugs struct {
	uses map[string]int // ids that are taken, with the number given to the last repeat
}

// Next returns the id of the next heading: its slug, or the slug with -1, -2
// and so on when that is taken. However many headings are the same, each costs
// the same.
func (s *Slugs) Next(text string) string {
	if s.uses == nil {
		s.uses = make(map[string]int)
	}
	slug := Slug(text)
	id := slug
	for n, taken := s.uses[slug]; taken; _, taken = s.uses[id] {
		n++
		s.uses[slug] = n
		id = slug + "-" + strconv.Itoa(n)
	}
	s.uses[id] = 0
	return id
}

// reset forgets all ids. A large map is dropped, clearing it would cost every
// later page.
func (s *Slugs) reset() {
	if len(s.uses) > 1000 {
		s.uses = nil
	}
	clear(s.uses)
}
