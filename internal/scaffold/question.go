package scaffold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"commonground/internal/schema"
)

// Question is what is to be asked before a draft can be made.
type Question struct {
	Of      *schema.Kind // what is asked for: schema.Theme or schema.Role
	Choices []Choice     // at least one
	Several bool         // more than one may be chosen
	Needed  bool         // one must be
}

// Questions lists what a request leaves open: first the theme, then the role. The
// error is what Draft would say of its title, so that nobody answers in vain.
func (p *Package) Questions(r Request) ([]Question, error) {
	if err := acceptTitle(r); err != nil {
		return nil, err
	}
	if _, err := p.slugOf(r); err != nil {
		return nil, err
	}
	var open []Question
	for _, q := range []struct {
		of    *schema.Kind
		given []string
	}{{&schema.Theme, r.Themes}, {&schema.Role, r.Roles}} {
		key, choices := keyOf(r.Kind, q.of), p.choices[q.of.Name]
		if key != nil && len(q.given) == 0 && len(choices) > 0 {
			open = append(open, Question{Of: q.of, Choices: choices, Several: key.Type == schema.Slugs, Needed: key.Required})
		}
	}
	return open, nil
}

// String is the question with its numbered choices, one a line, and what to type.
func (q Question) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Which %s?\n", q.Of.Name)
	for i, c := range q.Choices {
		fmt.Fprintf(&b, "%4d  %s\n", i+1, c.Name)
	}
	b.WriteString("Type a number")
	if q.Several && len(q.Choices) > 1 {
		b.WriteString(", or several: 1, 2")
	}
	if !q.Needed {
		b.WriteString(", or press Enter for none")
	}
	return b.String() + ": "
}

// Answer returns the slugs that were chosen, by number or by name. The error is
// a *Mistake.
func (q Question) Answer(text string) ([]string, error) {
	var slugs []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\r' }) {
		slug := q.slug(word)
		if slug == "" {
			return nil, mistake(fmt.Sprintf("type a number from 1 to %d", len(q.Choices)), "%q is none of them", word)
		}
		if !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	switch {
	case len(slugs) == 0 && q.Needed:
		return nil, mistake(fmt.Sprintf("type a number from 1 to %d", len(q.Choices)), "%s is needed", q.Of.A())
	case len(slugs) > 1 && !q.Several:
		return nil, mistake("type one number", "there can be one %s only", q.Of.Name)
	}
	return slugs, nil
}

// slug is the choice that a number or a name means, or "".
func (q Question) slug(word string) string {
	n, err := strconv.Atoi(strings.TrimRight(word, ".)"))
	for i, c := range q.Choices {
		if err == nil && n == i+1 || strings.EqualFold(word, c.Slug) || strings.EqualFold(word, c.Name) {
			return c.Slug
		}
	}
	return ""
}
