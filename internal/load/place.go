package load

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/source"
)

// place is what the path of a page says about it.
type place struct {
	kind *schema.Kind // nil: no kind of page lies here
	slug string
}

// folders are the kinds that have a folder of their own in content.
func folders() []*schema.Kind {
	return []*schema.Kind{&schema.Lesson, &schema.Role, &schema.Term, &schema.Myth, &schema.Pathway, &schema.Insight, &schema.Story}
}

// settingsName is the file that holds the settings.
const settingsName = "content/index.md"

// placeOf tells the kind and the slug of a page from its path.
func placeOf(name string) place {
	dir, base := path.Split(name)
	dir = strings.TrimSuffix(dir, "/")
	slug := base[:len(base)-len(path.Ext(base))]
	switch {
	case name == settingsName:
		return place{&schema.Settings, slug}
	case dir == "content":
		return place{&schema.Page, slug}
	case dir == schema.Theme.Folder:
		return place{&schema.Theme, slug}
	case path.Dir(dir) == schema.Lesson.Folder && base == "index.md":
		return place{&schema.Lesson, path.Base(dir)}
	}
	for _, k := range folders() {
		if dir == k.Folder && slug != "index" {
			return place{k, slug}
		}
	}
	return place{slug: slug}
}

// finding says what is wrong with where a page lies or how it is called, or nil.
func (p place) finding(f *source.File) *diag.Finding {
	var found diag.Finding
	switch {
	case p.kind == nil:
		found = p.misplaced(f)
	case p.slug != Slug(p.slug) || path.Ext(f.Name) != ".md":
		found = ruleName.In(f.Name, "the name %q cannot be the name of a page", path.Base(strings.TrimSuffix(f.Name, "/index.md"))).
			WithHint("use lower-case letters, digits and hyphens: %s", p.fitName(f.Name))
	case len(p.slug) > longestSlug:
		found = ruleName.In(f.Name, "this name has %d letters; it may have %d", len(p.slug), longestSlug).
			WithHint("choose a shorter name; the title can stay as long as it is")
	default:
		return nil
	}
	if found.Path == f.Name {
		found.File = f
	}
	return &found
}

// fitName is how a page with an unfit name could be called; of a lesson in a
// folder it is the folder that has the name.
func (p place) fitName(name string) string {
	if path.Base(name) == "index.md" {
		return Slug(p.slug)
	}
	return Slug(p.slug) + ".md"
}

// longestSlug keeps every path of the site short enough for Windows.
const longestSlug = 70

func (p place) misplaced(f *source.File) diag.Finding {
	dir := path.Dir(f.Name)
	switch {
	case p.slug == "index" && slices.ContainsFunc(folders(), func(k *schema.Kind) bool { return k.Folder == dir }):
		return rulePlace.In(f.Name, "the page that lists everything in this folder is made by the program").
			WithHint("give the file another name, or put its text into content/index.md")
	case path.Dir(dir) == schema.Lesson.Folder:
		return rulePlace.In(f.Name, "a lesson's folder holds one page, called index.md").
			WithHint("move this file to content/lessons/, or rename it to index.md")
	}
	folder := dir // what is wrong with a folder is said once
	if near := nearFolder(path.Dir(dir)); near == schema.Lesson.Folder && p.slug == "index" {
		folder = path.Dir(dir)
	}
	found := rulePlace.In(folder, "no kind of page lies in a folder of this name")
	switch near := nearFolder(folder); {
	case near == schema.Theme.Folder:
		return rulePlace.In(folder, "themes do not lie in content").WithHint("move the folder themes up, beside content")
	case near != "":
		return found.WithHint("did you mean %s?", near)
	}
	var names []string
	for _, k := range folders() {
		names = append(names, k.Folder)
	}
	return found.WithHint("pages lie in content, or in one of %s", strings.Join(names, ", "))
}

// Slug returns the name that a page with this title, or with this unfit name,
// could have: lower-case ASCII letters, digits and single hyphens.
func Slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return "page"
	}
	return b.String()
}
