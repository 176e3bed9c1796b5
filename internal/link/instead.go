package link

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

// instead says what to do about a link to a file that is not there: take one
// with a similar name, in the same folder or anywhere, or put it there.
func (r *resolver) instead(from, dest, name string) string {
	if address := meantAddress(dest); address != "" {
		return "did you mean " + address + "?"
	}
	if r.pages[name+".md"] != nil {
		return "did you mean " + relative(from, name+".md") + "?"
	}
	like := r.similar(name)
	if like.renamed != "" {
		return "it is now " + relative(from, like.renamed)
	}
	near, same := like.found, slices.Clone(like.same)
	if near != "" && near != from {
		return "did you mean " + relative(from, near) + "?"
	}
	same = slices.DeleteFunc(same, func(known string) bool { return known == from })
	if path.Ext(name) == ".md" && len(same) > 0 && len(same) <= 8 {
		for i, known := range same {
			same[i] = relative(from, known)
		}
		return "that folder has " + strings.Join(same, ", ")
	}
	if ext := path.Ext(name); ext != "" && ext != ".md" {
		return "put a file of that name there, or check the name: it is written from the folder that this file lies in"
	}
	return "check the name; a link is written from the folder that this file lies in"
}

// meantAddress returns the address outside the package that was probably meant:
// a page on the web, an e-mail address or a phone number without what such an
// address begins with; or "".
func meantAddress(dest string) string {
	host, _, _ := strings.Cut(dest, "/")
	switch {
	case phoneNumber.MatchString(dest):
		return "tel:" + strings.ReplaceAll(dest, " ", "")
	case strings.Contains(dest, "@") && !strings.Contains(dest, "/"):
		return "mailto:" + dest
	case brokenScheme.MatchString(dest):
		return "https://" + brokenScheme.ReplaceAllString(dest, "")
	case hostName.MatchString(host):
		return "https://" + dest
	}
	return ""
}

var (
	phoneNumber  = regexp.MustCompile(`^\+?[0-9][0-9 ]{2,}$`)
	brokenScheme = regexp.MustCompile(`(?i)^https?(?::/?|//|/)`)
	hostName     = regexp.MustCompile(`(?i)^(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|info|eu|io))$`)
)

// likeness is what is like a name that is not there: the lesson that had it
// before, or "", the file that it most likely means, or "", and the files in the
// same folder.
type likeness struct {
	renamed, found string
	same           []string
}

// similar finds what is like a name: first a file of the same name elsewhere,
// then a similar name in the same folder, then anywhere. Pages stand for pages
// only, and pictures for pictures. Names are looked up once, and only so many.
func (r *resolver) similar(name string) likeness {
	like, ok := r.likes[name]
	if !ok && len(r.likes) < maxSuggestions {
		like = r.look(name)
		r.likes[name] = like
	}
	return like
}

func (r *resolver) look(name string) likeness {
	if r.files == nil {
		r.files = slices.Sorted(maps.Keys(r.known()))
	}
	var like likeness
	if l := r.renamed(stemOf(name)); l != nil && folderOf(name) == schema.Lesson.Folder && class(name) == "page" {
		like.renamed = l.File.Name
	}
	var stems, near []string // of the files in question, and of those in the same folder
	files := map[string]string{}
	for _, known := range slices.Backward(r.files) {
		if class(known) != class(name) {
			continue
		}
		stem := stemOf(known)
		files[stem] = known
		stems = append(stems, stem)
		if folderOf(known) == folderOf(name) {
			near = append(near, stem)
			like.same = append(like.same, known)
		}
	}
	slices.Reverse(like.same)
	stem := stemOf(name)
	if like.found = files[stem]; like.found == "" {
		like.found = files[diag.Nearest(stem, near)]
	}
	if like.found == "" {
		like.found = files[diag.Nearest(stem, stems)]
	}
	return like
}

// known is every file that can be linked to.
func (r *resolver) known() map[string]bool {
	all := make(map[string]bool, len(r.pages)+len(r.assets))
	for name := range r.pages {
		all[name] = true
	}
	for name := range r.assets {
		all[name] = true
	}
	return all
}

// stemOf is what people call a file: its name without the ending, and for a
// lesson in a folder the name of the folder.
func stemOf(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "/"), "/index.md")
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// folderOf is the folder that stemOf is a name in.
func folderOf(name string) string {
	return path.Dir(strings.TrimSuffix(strings.TrimSuffix(name, "/"), "/index.md"))
}

// class tells pages, pictures and other files apart by their endings.
func class(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == "", ext == ".md", ext == ".html", ext == ".htm":
		return "page"
	case slices.Contains(pictureTypes, ext):
		return "picture"
	}
	return "file"
}
