package load

import (
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

// meant returns the name that a page with an unfit one, or in a wrong folder,
// would have, so that a reference to it is no reference to nothing.
func (p *page) meant() string {
	dir := path.Dir(p.name)
	inFolder := path.Base(p.name) == "index.md" && p.place.kind != &schema.Settings
	if inFolder {
		dir = path.Dir(dir)
	}
	switch near := nearFolder(dir); {
	case p.belongs != nil:
		dir = p.belongs.Folder
	case p.place.kind == nil && near != "":
		dir = near
	}
	if inFolder {
		return norm.NFC.String(dir + "/" + Slug(path.Base(path.Dir(p.name))) + "/index.md")
	}
	return norm.NFC.String(dir + "/" + Slug(p.place.slug) + ".md")
}

// nearFolder returns the folder of a kind of page that a folder in content was
// probably meant to be, or "".
func nearFolder(dir string) string {
	if path.Dir(dir) != "content" {
		return ""
	}
	if path.Base(dir) == schema.Theme.Folder {
		return schema.Theme.Folder
	}
	var whole, ends []string
	for _, k := range folders() {
		whole = append(whole, k.Folder)
		ends = append(ends, path.Base(k.Folder))
	}
	if near := diag.Nearest(path.Base(dir), ends); near != "" {
		return "content/" + near
	}
	// With content/ the names are longer, so more letters may differ.
	if near := diag.Nearest(dir, whole); near != "" && path.Base(near)[0] == path.Base(dir)[0] {
		return near
	}
	return ""
}

// belongsTo tells of which other kind a page is, if it holds at least three keys
// that its own kind has not and exactly one other kind has most of; or nil.
func belongsTo(p *page) *schema.Kind {
	var best *schema.Kind
	most, tie := 2, false
	for _, k := range schema.Kinds() {
		n := 0
		for _, f := range p.findings {
			if f.Rule == schema.UnknownKey && k.Key(string(p.file.Bytes(f.Span))) != nil {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = k, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return nil
	}
	return best
}

// copied is what systems put behind the name of a file that they copy.
var copied = regexp.MustCompile(`(?i)(?:[ _-]+copy)?(?: ?\(\d+\))?$`)

// sayCopies tells those who copied a page, or wrote its name in another way,
// that the page is there already.
func sayCopies(pages []page) {
	names := map[string]bool{}
	for i := range pages {
		names[norm.NFC.String(pages[i].name)] = true
	}
	for i := range pages {
		p := &pages[i]
		if len(p.findings) != 1 || p.findings[0].Rule != ruleName.Code || path.Base(p.name) == "index.md" {
			continue
		}
		original := path.Dir(p.name) + "/" + Slug(copied.ReplaceAllString(p.place.slug, "")) + ".md"
		for _, other := range []string{p.meant(), original} {
			if names[other] && other != p.name {
				p.findings[0] = p.findings[0].WithHint("delete it if it is a copy of %s that you do not need; else choose another name, in lower-case letters, digits and hyphens", path.Base(other))
				break
			}
		}
	}
}

// meantPage returns the name of the page that a file with another ending was
// probably meant to be, in composed Unicode, or "": a.md.txt and a.markdown are a.md.
func meantPage(name string) string {
	dir, base := path.Split(norm.NFC.String(name))
	if path.Ext(base) == "" {
		return dir + Slug(base) + ".md"
	}
	for _, ending := range pageEndings {
		if n := len(base) - len(ending); n > 0 && strings.EqualFold(base[n:], ending) {
			return dir + Slug(base[:n]) + ".md"
		}
	}
	return ""
}

// pageEndings are endings that editors give to a page when they are not told.
var pageEndings = []string{".md.txt", ".md.docx", ".mdown", ".markdown", ".mkd", ".txt"}
