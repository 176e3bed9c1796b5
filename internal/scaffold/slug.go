package scaffold

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"commonground/internal/load"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// longestSlug leaves room to make a slug longer by hand before load refuses it.
const longestSlug = 60

// slugOf makes the name of a page's file from its title, or takes the one that
// was given. It is one that the site can use, and that nothing in the package has.
func (p *Package) slugOf(r Request) (string, error) {
	slug := r.Slug
	switch {
	case slug != "" && slug != load.Slug(slug):
		return "", mistake("use lower-case letters, digits and hyphens: --slug "+load.Slug(slug), "%q cannot be the name of a page", slug)
	case len(slug) > longestSlug:
		return "", mistake("choose a shorter one; the title can stay as it is", "the name %q has %d letters; it may have %d", slug, len(slug), longestSlug)
	case slug != "" && reserved(r.Kind, slug):
		return "", mistake("choose another, such as --slug "+slug+"-"+r.Kind.Name, "%q cannot be the name of a page: the site or Windows needs it", slug)
	case slug == "":
		if slug = shorten(load.Slug(latin(r.Title))); !hasLatin(r.Title) {
			return "", mistake("give the file a name with --slug, such as --slug my-"+r.Kind.Name+"; the title stays as it is", "no name for a file can be made from the title %q", r.Title)
		}
		if reserved(r.Kind, slug) {
			slug += "-" + r.Kind.Name
		}
	}
	there := p.taken(r.Kind, slug)
	if there == "" {
		return slug, nil
	}
	free := slug
	for n := 2; p.taken(r.Kind, free) != ""; n++ {
		free = numbered(slug, n)
	}
	return "", mistake("change that page, or make another with --slug "+free, "%s is there already", there)
}

// taken returns what stands where a page of this slug would, or "". Capitals do
// not count, for on some disks they do not.
func (p *Package) taken(k *schema.Kind, slug string) string {
	for _, name := range p.names[k.Folder] {
		if key := output.Key(name); key == slug || key == slug+".md" {
			return path.Join(k.Folder, name)
		}
	}
	return ""
}

// latin writes out the letters that have no base letter to fall back on.
func latin(title string) string {
	return strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ı", "i", "&", " and ").
		Replace(strings.ToLower(title))
}

// hasLatin says whether enough is left of a title when only Latin letters and
// digits are kept: in a title of words, a letter must be.
func hasLatin(title string) bool {
	kept := load.Slug("x" + latin(title))[1:]
	isLetter := func(r rune) bool { return r >= 'a' && r <= 'z' }
	return kept != "" && (strings.ContainsFunc(kept, isLetter) || !strings.ContainsFunc(title, unicode.IsLetter))
}

// shorten cuts a slug at the end of a word.
func shorten(slug string) string {
	if len(slug) <= longestSlug {
		return slug
	}
	cut := slug[:longestSlug+1]
	if end := strings.LastIndexByte(cut, '-'); end > 0 {
		return cut[:end]
	}
	return slug[:longestSlug]
}

// reserved says whether the site, or Windows, needs a name for itself.
func reserved(k *schema.Kind, slug string) bool {
	needed := []string{"index"}
	switch k {
	case &schema.Page:
		needed = append(needed, "404", "search", "print")
	case &schema.Myth:
		needed = append(needed, "cards")
	}
	_, usable := output.CheckName(slug + ".md")
	return slices.Contains(needed, slug) || !usable
}

// numbered is a slug with a number behind it, no longer than any may be.
func numbered(slug string, n int) string {
	suffix := "-" + strconv.Itoa(n)
	return strings.TrimRight(slug[:min(len(slug), longestSlug-len(suffix))], "-") + suffix
}
