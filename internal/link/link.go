// Package link finds out how the items of a package hang together: where each
// one will stand, where every link and picture leads, and what belongs to what.
//
// A training.Package goes in; a Graph and findings come out. The Graph is a side
// table: it is built once, in one pass, and then only read. A reference that
// leads nowhere is a finding and has no place in the Graph.
package link

import (
	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// Graph is how the items of a package hang together.
type Graph struct {
	addresses []Address  // by Item.ID
	hidden    []bool     // by Item.ID
	links     [][]Target // by Item.ID, then by index in Doc.Links
	images    [][]Target // by Item.ID, then by index in Doc.Images
	icons     map[*training.Theme]*Copy
	copies    []*Copy

	themes   map[*training.Theme]*ThemeLinks
	roles    map[*training.Role]*RoleLinks
	lessons  map[*training.Lesson]*LessonLinks
	pathways map[*training.Pathway]*PathwayLinks
	terms    map[*training.Term][]*training.Term
	myths    map[*training.Myth]*MythLinks
	insights map[*training.Insight]*InsightLinks
	stories  map[*training.Story]*StoryLinks

	handbook           Handbook
	glossary, evidence Pages

	termLinks [][]TermLink       // by Item.ID
	words     [][]*training.Term // by Item.ID
	usedIn    map[*training.Term][]*training.Item
}

// Copy is an asset that a page uses, with its path in the site.
type Copy struct {
	Asset *training.Asset
	Path  string
}

// Target is what a link or a picture leads to. The zero Target leads nowhere: a
// finding has said so.
type Target struct {
	URL     string  // an address outside the package: https, http, mailto or tel
	Address Address // a page of the package
	Copy    *Copy   // a file that is copied
}

// Resolve builds the Graph of a package.
func Resolve(pkg *training.Package) (*Graph, []diag.Finding) { return ResolveWith(pkg, nil) }

// ResolveWith is Resolve with what is remembered of the run before, or nil.
func ResolveWith(pkg *training.Package, cache *Cache) (*Graph, []diag.Finding) {
	r := newResolver(pkg)
	r.cache = cache
	r.place()
	r.relate()
	r.show()
	r.share()
	r.follow()
	r.terms()
	r.bind()
	r.collect()
	r.clashes()
	r.unused()
	return r.graph, r.findings
}

// resolver holds what is needed while a Graph is built.
type resolver struct {
	pkg      *training.Package
	cache    *Cache // of the run before, or nil
	graph    *Graph
	findings []diag.Finding

	pages  map[string]*training.Item  // by path in the package, as Unicode composes it
	assets map[string]*training.Asset // the same
	folded map[string]string          // path in lower case → path, for links with wrong capitals
	copied map[*training.Asset]*Copy
	given  map[*Copy]bool      // the copies that learners get
	slugs  map[string][]string // by kind: the slugs there are, for suggestions

	kinds     map[*schema.Kind]bool // those with something to list; nil until asked
	headings  map[*training.Item]*headings
	files     []string            // every file that can be linked to; nil until asked
	likes     map[string]likeness // by the name that is not there
	suggested suggestions
}

func newResolver(pkg *training.Package) *resolver {
	n := len(pkg.Items)
	return &resolver{
		pkg: pkg,
		graph: &Graph{addresses: make([]Address, n), hidden: make([]bool, n), links: make([][]Target, n), images: make([][]Target, n),
			icons: map[*training.Theme]*Copy{}},
		pages: map[string]*training.Item{}, assets: map[string]*training.Asset{}, folded: map[string]string{},
		copied: map[*training.Asset]*Copy{}, given: map[*Copy]bool{}, slugs: map[string][]string{},
		headings: map[*training.Item]*headings{}, likes: map[string]likeness{}, suggested: suggestions{},
	}
}

func (r *resolver) report(f diag.Finding) { r.findings = append(r.findings, f) }

// Address returns where an item stands in the site.
func (g *Graph) Address(i *training.Item) Address { return g.addresses[i.ID] }

// Shown says whether an item has a page, or an entry on one. A theme or role to
// which nothing belongs has none: it would be an empty page.
func (g *Graph) Shown(i *training.Item) bool { return !g.hidden[i.ID] }

// Links returns what the links of an item's text lead to, in their order.
func (g *Graph) Links(i *training.Item) []Target { return g.links[i.ID] }

// Images returns the pictures of an item's text, in their order.
func (g *Graph) Images(i *training.Item) []Target { return g.images[i.ID] }

// Icon returns the picture beside a theme that it has as its icon, or nil.
func (g *Graph) Icon(t *training.Theme) *Copy { return g.icons[t] }

// Copies returns every asset that learners get, in the order of their paths.
func (g *Graph) Copies() []*Copy { return g.copies }
