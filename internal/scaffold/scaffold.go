// Package scaffold makes what a trainer begins with: a package that builds, and
// drafts of pages.
//
// A description of what is wanted goes in, and a package's folder to read; files
// come out as values, a path and a text each. Nothing is written here. Every
// draft is read back before it is given out, so it has the title that was asked
// for and no mistake in its front matter; what cannot be made so is a *Mistake.
package scaffold

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

// Mistake is something that the person who asked can put right.
type Mistake struct {
	Message string // lower case, no full stop
	Hint    string // what to do; never empty
}

func (m *Mistake) Error() string { return m.Message + "; " + m.Hint }

func mistake(hint, format string, args ...any) *Mistake {
	return &Mistake{fmt.Sprintf(format, args...), hint}
}

// Kinds lists the kinds of page that Draft makes.
func Kinds() []*schema.Kind {
	return []*schema.Kind{&schema.Lesson, &schema.Term, &schema.Myth, &schema.Role,
		&schema.Pathway, &schema.Insight, &schema.Story, &schema.Page}
}

// KindOf returns the kind that a word names: in one or in many, in any capitals,
// or as its folder is called. The error is a *Mistake.
func KindOf(word string) (*schema.Kind, error) {
	var known, names []string
	for _, k := range Kinds() {
		words := []string{k.Name, k.Plural, path.Base(k.Folder)}
		if k == &schema.Page {
			words = words[:2] // its folder is that of all content
		}
		if slices.Contains(words, strings.ToLower(word)) {
			return k, nil
		}
		known, names = append(known, words...), append(names, k.Name)
	}
	if near := diag.Nearest(word, known); near != "" {
		k, _ := KindOf(near)
		return nil, mistake("did you mean "+k.Name+"?", "there is no kind of page called %q", word)
	}
	return nil, mistake("first the kind, then the title; the kinds are "+strings.Join(names, ", "), "there is no kind of page called %q", word)
}
