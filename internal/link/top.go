package link

import (
	"path"
	"strings"

	"commonground/internal/training"
)

// fromTop returns the file of the package, or the folder of a kind, that a way
// from the top means: of the package, of its content, or of the site; or "".
func (r *resolver) fromTop(way string) string {
	way = strings.Trim(path.Clean("/"+way), "/")
	for _, base := range []string{path.Join("content", way), way} {
		bare := strings.TrimSuffix(base, ".html")
		for _, name := range []string{base, base + ".md", bare + ".md", base + "/index.md", bare + "/index.md"} {
			if r.pages[name] != nil || r.assets[name] != nil {
				return name
			}
		}
		for _, folder := range []string{base, strings.TrimSuffix(bare, "/index")} {
			if _, ok := r.index(folder); ok {
				return folder + "/"
			}
		}
	}
	return ""
}

// suggest says how to write the way to a file that was named from the top.
func (r *resolver) suggest(from, dest, way string) string {
	if name := r.fromTop(way); name != "" {
		return "begin from this file: " + relative(from, name)
	}
	way = strings.TrimPrefix(path.Clean(way), "/content")
	return r.instead(from, dest, path.Join("content", way))
}

// at returns the item that stands at an address of the site, or nil.
func (r *resolver) at(a Address) *training.Item {
	for _, i := range r.pkg.Items {
		if r.graph.addresses[i.ID] == a {
			return i
		}
	}
	return nil
}
