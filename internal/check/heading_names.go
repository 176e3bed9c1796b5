package check

import (
	"bytes"
	"slices"
	"strings"

	"commonground/internal/plain"
	"commonground/internal/schema"
	"commonground/internal/source"
)

// namesIn finds the names that lists and the glossary write with capitals.
func (p *Page) namesIn(t *Prose) (found []source.Span) {
	for _, name := range p.names {
		for at := 0; ; {
			n := bytes.Index(t.Text[at:], []byte(name))
			if n < 0 {
				break
			}
			at += n + len(name)
			found = append(found, source.Span{Start: at - len(name), End: at})
		}
	}
	return found
}

// within says whether word i lies in one of these places.
func within(t *Prose, i int, places []source.Span) bool {
	start, end := t.Words.Span(i)
	return slices.ContainsFunc(places, func(s source.Span) bool { return s.Start <= start && end <= s.End })
}

// capitalNames lists the names of several words that begin with capitals: what is
// to be written in the list of names, what acronyms stand for, and terms.
func capitalNames(in *Input) (names []string) {
	add := func(name string) {
		if _, rest, several := strings.Cut(name, " "); several && strings.ToLower(rest) != rest {
			names = append(names, name)
		}
	}
	for _, list := range slices.Concat(in.Package.Words, schema.ShippedWords()) {
		for _, e := range list.Entries {
			if (list.Name == plain.Names || list.Name == plain.Acronyms) && len(e.Use) > 0 {
				add(e.Use[0])
			}
		}
	}
	for _, t := range in.Package.Terms {
		for _, name := range append([]string{t.Name}, t.Also...) {
			add(name)
		}
	}
	return names
}
