package scaffold

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

// longestTitle is more characters than any heading should have.
const longestTitle = 200

// accept looks at what was asked for.
func (p *Package) accept(r Request) error {
	if err := acceptTitle(r); err != nil {
		return err
	}
	if r.Minutes != 0 && r.Kind.Key("minutes") == nil {
		return mistake("leave out --minutes", "%s does not say how long it takes", withArticle(r.Kind.Name))
	}
	if err := p.acceptAll(r.Kind, &schema.Theme, r.Themes); err != nil {
		return err
	}
	if err := p.acceptAll(r.Kind, &schema.Role, r.Roles); err != nil {
		return err
	}
	if key := keyOf(r.Kind, &schema.Lesson); key != nil && key.Required && p.first(key.Of) == "" {
		return mistake("make one first: commonground new lesson TITLE", "%s needs a lesson, and the package has none", withArticle(r.Kind.Name))
	}
	return nil
}

func acceptTitle(r Request) error {
	switch n := utf8.RuneCountInString(r.Title); {
	case n == 0:
		return mistake(fmt.Sprintf("write it behind the kind: commonground new %s %q", r.Kind.Name, titleExample(r.Kind)), "%s needs a title", withArticle(r.Kind.Name))
	case n > longestTitle:
		return mistake("choose a shorter one, and put the rest into the text", "the title has %d characters; it may have %d", n, longestTitle)
	}
	return nil
}

// acceptAll looks at the names given for what a page refers to: themes or roles.
func (p *Package) acceptAll(kind, of *schema.Kind, given []string) error {
	key := keyOf(kind, of)
	switch {
	case key == nil && len(given) > 0:
		return mistake("leave out --"+of.Name, "%s has no %s", withArticle(kind.Name), of.Name)
	case key == nil:
		return nil
	case key.Type == schema.Slug && len(given) > 1:
		return mistake(fmt.Sprintf("choose one: --%s %s", of.Name, given[0]), "%s has one %s", withArticle(kind.Name), of.Name)
	case key.Required && len(given) == 0:
		return mistake(fmt.Sprintf("give it with --%s; %s", of.Name, p.listed(of)), "%s needs a %s", withArticle(kind.Name), of.Name)
	}
	for i, name := range given {
		if err := p.acceptOne(of, name); err != nil {
			return err
		}
		if slices.Contains(given[:i], name) {
			return mistake("name it once", "the %s %q is given twice", of.Name, name)
		}
	}
	return nil
}

func (p *Package) acceptOne(of *schema.Kind, name string) error {
	slugs := p.slugs(of.Name)
	if slices.Contains(slugs, name) {
		return nil
	}
	hint := p.listed(of)
	if near := diag.Nearest(name, slugs); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return mistake(hint, "there is no %s %q", of.Name, name)
}

// listed says which themes or roles there are.
func (p *Package) listed(of *schema.Kind) string {
	const most = 12
	switch slugs := p.slugs(of.Name); {
	case len(slugs) > most:
		return fmt.Sprintf("the %s are the files in %s, without .md", of.Plural, of.Folder)
	case len(slugs) > 0:
		return fmt.Sprintf("the %s are %s", of.Plural, strings.Join(slugs, ", "))
	case of == &schema.Theme:
		return "the package has none; commonground check says what is wrong with its folder themes"
	}
	return fmt.Sprintf("the package has none; make one first: commonground new %s TITLE", of.Name)
}

// keyOf returns the key by which a kind refers to another, or nil.
func keyOf(kind, of *schema.Kind) *schema.Key {
	for i := range kind.Keys {
		if kind.Keys[i].Of == of.Name {
			return &kind.Keys[i]
		}
	}
	return nil
}

func withArticle(name string) string {
	if strings.ContainsAny(name[:1], "aeiou") {
		return "an " + name
	}
	return "a " + name
}

// titleExample is a title that a page of the kind could have.
func titleExample(k *schema.Kind) string {
	if key := titleKey(k); key != nil {
		return key.Example
	}
	return "Words put people off"
}
