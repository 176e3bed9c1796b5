package build

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// built is a site as somebody gets it: bytes by path, read without any of the
// code that made it, and what is known of the package that it was made from.
type built struct {
	files   map[string][]byte
	pages   []*builtPage // the HTML files, by path
	lessons int          // how many lessons the package has
	contact string       // the address that every page offers; "" for none
	url     string       // where the site will stand; "" when nobody said
	secrets []string     // texts that must be in no file

	moved map[string]string // pages that lead on to another one, by path
}

// builtPage is an HTML file as a browser reads it.
type builtPage struct {
	path string
	raw  []byte
	root *html.Node
	ids  map[string]int // how often each id is there
}

// promise is one thing that DESIGN says of every site. Holds calls broken for
// each place where it is not so.
type promise struct {
	name  string
	holds func(b *built, broken func(path, format string, args ...any))
}

// promises lists every promise that can be read from files.
func promises() []promise {
	return []promise{
		{"addresses lead to a file that is there", addressesLead},
		{"other sites are linked and never loaded", outsideLinked},
		{"the page for a wrong address needs nothing", lostPageBare},
		{"every page can be reached", pagesReached},
		{"the menu has no dead entry", menuAlive},
		{"contact is at the same place", contactSamePlace},
		{"what has moved leads on", movedLeadsOn},
		{"the policy comes first", policyFirst},
		{"nothing runs and nothing is inline", nothingRuns},
		{"style sheets load nothing", stylesLoadNothing},
		{"drawings load nothing", drawingsLoadNothing},
		{"scripts stay here", scriptsStayHere},
		{"headings make an outline", headingsOutline},
		{"no section is empty", sectionsFilled},
		{"lists have entries", listsFilled},
		{"ids are unique", idsUnique},
		{"language and direction are said", languageSaid},
		{"landmarks are there once", landmarksOnce},
		{"the first link skips to the text", skipLinkFirst},
		{"navigations are told apart", navigationsNamed},
		{"links have words", linksHaveWords},
		{"pictures are described", picturesDescribed},
		{"tables have headings", tablesHeaded},
		{"titles are unique", titlesUnique},
		{"templates are filled", templatesFilled},
		{"text is UTF-8", textUTF8},
		{"pages are light", pagesLight},
		{"what is not for learners leaves no trace", secretsKept},
		{"tags are balanced", tagsBalanced},
		{"data is inert", dataInert},
		{"pages say where they stand", canonicalHere},
		{"the catalogue leads to what is there", catalogueLeads},
		{"the sitemap lists every page", sitemapWhole},
		{"the search index leads to what is there", searchLeads},
	}
}

// openSite reads files into a site.
func openSite(files map[string][]byte) (*built, error) {
	b := &built{files: files}
	for name, raw := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		p := &builtPage{path: name, raw: raw, root: root, ids: map[string]int{}}
		for n := range p.all("") {
			if id, ok := attr(n, "id"); ok {
				p.ids[id]++
			}
		}
		b.pages = append(b.pages, p)
	}
	slices.SortFunc(b.pages, func(x, y *builtPage) int { return strings.Compare(x.path, y.path) })
	return b, nil
}

// broken returns what is wrong with a site, as promise: path: what.
func (b *built) broken() []string {
	var out []string
	for _, p := range promises() {
		p.holds(b, func(path, format string, args ...any) {
			out = append(out, p.name+": "+path+": "+fmt.Sprintf(format, args...))
		})
	}
	return out
}

// page returns the page at a path, or nil.
func (b *built) page(path string) *builtPage {
	for _, p := range b.pages {
		if p.path == path {
			return p
		}
	}
	return nil
}

// lost says whether a page is the one for wrong addresses of a site that does
// not know where it stands: it has no frame, for it can refer to nothing.
func (b *built) lost(p *builtPage) bool { return p.path == "404.html" && b.url == "" }

// framed are the pages that have the frame of the site.
func (b *built) framed() []*builtPage {
	return slices.DeleteFunc(slices.Clone(b.pages), b.lost)
}

// all yields the elements of a page with that name, or every element for "".
func (p *builtPage) all(name string) func(yield func(*html.Node) bool) { return within(p.root, name) }

// first returns the first element of a page with that name, or nil.
func (p *builtPage) first(name string) *html.Node { return firstOf(p.root, name) }

// within yields the elements below a node with that name, or all for "".
func within(top *html.Node, name string) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if top == nil {
			return
		}
		for n := range top.Descendants() {
			if n.Type == html.ElementNode && (name == "" || n.Data == name) && !yield(n) {
				return
			}
		}
	}
}

func firstOf(top *html.Node, name string) *html.Node {
	for n := range within(top, name) {
		return n
	}
	return nil
}

// attr returns an attribute, and whether it is there.
func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// inside says whether a node lies in an element with one of the names.
func inside(n *html.Node, names ...string) bool {
	for p := range n.Ancestors() {
		if p.Type == html.ElementNode && slices.Contains(names, p.Data) {
			return true
		}
	}
	return false
}

// words returns the text of a node, pictures by their description, without
// spaces around it.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && c.Data == "img":
			alt, _ := attr(c, "alt")
			b.WriteString(alt)
		}
	}
	return strings.TrimSpace(b.String())
}

// show writes the start tag of an element for a message.
func show(n *html.Node) string {
	out := "<" + n.Data
	for _, a := range n.Attr {
		out += fmt.Sprintf(" %s=%q", a.Key, a.Val)
	}
	return out + ">"
}
