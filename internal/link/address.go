package link

import (
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/schema"
	"commonground/internal/training"
)

// Address is a place in the site: a file, and perhaps an element in it.
type Address struct {
	Path     string // with slashes, from the top of the site: lessons/book.html
	Fragment string // the id of an element, or ""
}

// The pages that are there for the package as a whole. An index is written only
// when it has something to list.
const (
	Home       = "index.html"
	Lessons    = "lessons/index.html"
	Themes     = "themes/index.html"
	Roles      = "roles/index.html"
	Pathways   = "pathways/index.html"
	Glossary   = "glossary/index.html"
	Myths      = "myths/index.html"
	Cards      = "myths/cards.html"
	Insights   = "insights/index.html"
	Stories    = "stories/index.html"
	Search     = "search.html"
	NotFound   = "404.html"
	Stylesheet = assets + "site.css"
	Script     = assets + "site.js"
	Later      = assets + "later.js"
	// SearchScript is loaded by Script when somebody searches, with the files in
	// SearchIndex.
	SearchScript = assets + "search.js"
	SearchIndex  = assets + "search/"
)

// reserved are the names that the site needs, now or in an edition to come, so
// that no page takes one and has to move later.
var reserved = []string{Search, "print.html", "catalogue.json", "sitemap.xml", "feed.xml"}

// assets is the folder of the site in which everything lies that is for its look.
const assets = "assets/"

// RelativeTo returns the address as a link on the page at from writes it.
func (a Address) RelativeTo(from string) string {
	switch {
	case a.Fragment == "":
		return Up(from) + a.Path
	case a.Path == from:
		return "#" + a.Fragment
	}
	return Up(from) + a.Path + "#" + a.Fragment
}

// Up returns the way from the page at path to the top of the site: "" or "../"
// as often as it has folders.
func Up(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// EntryPrefix is what the ids of an entry begin with where several items share
// a page: the entry itself, and, after a dot, the headings in its text. No
// heading has a dot in its id.
func EntryPrefix(i *training.Item) string { return i.Kind.Name + "-" + i.Slug }

// addressOf returns where an item stands; what stands on a page with others is on
// the first page of their index, until share says otherwise.
func addressOf(i *training.Item) Address {
	switch i.Kind {
	case &schema.Settings:
		return Address{Path: Home}
	case &schema.Page:
		return Address{Path: i.Slug + ".html"}
	case &schema.Term:
		return Address{Path: Glossary, Fragment: EntryPrefix(i)}
	case &schema.Insight:
		return Address{Path: Insights, Fragment: EntryPrefix(i)}
	}
	return Address{Path: path.Base(i.Kind.Folder) + "/" + i.Slug + ".html"}
}

// IndexOf returns the page that lists all items of a kind.
func IndexOf(k *schema.Kind) string { return path.Base(k.Folder) + "/index.html" }

// assetPath returns where a copied file stands: as in the package, without the
// content folder, in composed Unicode.
func assetPath(name string) string {
	return norm.NFC.String(strings.TrimPrefix(name, "content/"))
}

// place gives every item its address and remembers what can be linked to.
func (r *resolver) place() {
	for _, i := range r.pkg.Items {
		r.graph.addresses[i.ID] = addressOf(i)
		name := norm.NFC.String(i.File.Name)
		r.pages[name] = i
		r.folded[strings.ToLower(name)] = name
		r.slugs[i.Kind.Name] = append(r.slugs[i.Kind.Name], i.Slug)
	}
	for n := range r.pkg.Assets {
		a := &r.pkg.Assets[n]
		name := norm.NFC.String(a.Name)
		if other := r.assets[name]; other != nil {
			r.report(ruleClash.In(a.Name, "this would have the same name in the site as another file, whose accents are stored in another way").
				WithHint("%s", clashHint))
			r.use(a) // no need to say that it is unused as well
			continue
		}
		r.assets[name] = a
		r.folded[strings.ToLower(name)] = name
	}
}

// use marks an asset as used and returns its copy.
func (r *resolver) use(a *training.Asset) *Copy {
	c := r.copied[a]
	if c == nil {
		c = &Copy{Asset: a, Path: assetPath(a.Name)}
		r.copied[a] = c
		if captions := r.captions(a); captions != nil {
			r.use(captions)
		}
	}
	return c
}

// give notes that learners get a copy, and its captions with it. What is only
// used aside, in facilitator blocks, is not copied.
func (r *resolver) give(c *Copy, aside bool) {
	if c == nil || aside {
		return
	}
	r.given[c] = true
	if captions := r.captions(c.Asset); captions != nil {
		r.given[r.use(captions)] = true
	}
}

// captions returns those beside a film or a recording, or nil.
func (r *resolver) captions(a *training.Asset) *training.Asset {
	ext := path.Ext(a.Name)
	if e := strings.ToLower(ext); e != ".mp4" && e != ".mp3" {
		return nil
	}
	return r.assets[norm.NFC.String(strings.TrimSuffix(a.Name, ext)+".vtt")]
}
