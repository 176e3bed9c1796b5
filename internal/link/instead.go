package link

import (
	"maps"
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
)

// instead says what to do about a link to a file that is not there: take one
// with a similar name, in the same folder or anywhere, or put it there.
func (r *resolver) instead(from, dest, name string) string {
	if strings.HasPrefix(strings.ToLower(dest), "www.") {
		return "for a page on the web write https://" + dest
	}
	if r.pages[name+".md"] != nil {
		return "did you mean " + relative(from, name+".md") + "?"
	}
	near, same := r.similar(name)
	if near != "" {
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

// similar finds the file that a name most likely means, or "": first one of the
// same name elsewhere, then a similar name in the same folder, then anywhere.
// Pages stand for pages only, and pictures for pictures. It also returns those
// that lie in the same folder.
func (r *resolver) similar(name string) (found string, same []string) {
	var stems, near []string // of the files in question, and of those in the same folder
	files := map[string]string{}
	for _, known := range slices.Backward(slices.Sorted(maps.Keys(r.known()))) {
		if class(known) != class(name) {
			continue
		}
		stem := stemOf(known)
		files[stem] = known
		stems = append(stems, stem)
		if folderOf(known) == folderOf(name) {
			near = append(near, stem)
			same = append(same, known)
		}
	}
	slices.Reverse(same)
	stem := stemOf(name)
	if known := files[stem]; known != "" {
		return known, same
	}
	if found := diag.Nearest(stem, near); found != "" {
		return files[found], same
	}
	return files[diag.Nearest(stem, stems)], same
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
