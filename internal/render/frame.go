package render

import (
	"bytes"
	"html/template"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Frame is what every page has around its own text.
type Frame struct {
	Language  string // BCP 47
	Direction string // ltr or rtl
	Policy    string
	Package   string // the title of the package
	Key       string // under which a reader's device keeps what was done
	Title     string // the heading of the page
	Window    string // what the browser shows: the title and the package
	Summary   string // for search engines; may be empty
	Root      string // the way to the top of the site: "" or "../"
	Section   string // the kind of page, as a class of the body
	Head      template.HTML
	Menu      template.HTML
	Trail     template.HTML // from the home page to the index above this page
	Foot      template.HTML
	Review    *Review // nil when nothing has a date
	Paging    *Paging // nil when the page is all of its index

	Canonical  string      // the whole address of this page; "" when the settings do not say where the site will stand
	Structured template.JS // what the page is about, as JSON-LD; may be empty
}

// Link is a link that a layout writes.
type Link struct {
	Href    string
	Text    string
	Current string // "page" when it is this page, "true" when this page lies below it, else ""
}

// frame makes the frame of a page. Index is the page above it, or "".
func (s *site) frame(path, title, summary, section, index string) Frame {
	set := &s.pkg.Settings
	root := link.Up(path)
	f := Frame{
		Language: set.Language, Direction: s.direction, Policy: Policy, Package: set.Name, Key: set.Key,
		Title: title, Window: title + " – " + set.Name, Summary: summary, Root: root,
		Section: section, Head: s.heads[root], Menu: s.menu(path, index), Foot: s.feet[root], Review: s.review(path),
		Canonical: s.canonical(path), Structured: s.structured(path),
	}
	switch {
	case path == link.Home:
		f.Window = set.Name
	case path == index:
		f.Trail = s.trails[menuKey{root: root}]
	default:
		f.Trail = s.trails[menuKey{root: root, index: index}]
	}
	return f
}

// HeadView is what the layout of the head gets: what is the same on all pages.
type HeadView struct {
	Policy string
	Root   string // the way to the top of the site
	Style  string // the stylesheet
	Script string // the script; "" when the site has none
	Feed   string // "" when there is none, and for the page that stands nowhere
}

func (s *site) headView(root string) HeadView {
	v := HeadView{Policy: Policy, Root: root, Style: root + link.Stylesheet, Script: s.scriptFrom(root)}
	if len(s.news) > 0 && root != s.base {
		v.Feed = root + feedPath
	}
	return v
}

// scriptFrom returns the script of the site as a page links to it.
func (s *site) scriptFrom(root string) string {
	if !s.scripted {
		return ""
	}
	return root + link.Script
}

// direction says which way a language is written.
func direction(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return "ltr"
	}
	switch script, _ := t.Script(); script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return "ltr"
}

// menuKey tells apart the menus there are: one for each way up and each page
// that the menu marks.
type menuKey struct {
	root, index string
	below       bool // the page lies below the index
}

// MenuView is what the layout of the menu gets.
type MenuView struct {
	Root    string
	Home    Link
	Entries []Link
}

// menu returns the menu of the page at path, which marks the index above it if the
// menu has that.
func (s *site) menu(path, index string) template.HTML {
	if marked, ok := s.menus[menuKey{link.Up(path), index, path != index}]; ok {
		return marked
	}
	return s.menus[menuKey{root: link.Up(path)}]
}

// section is an index: it has one name in the menu, in trails and as a heading.
type section struct {
	index, title string
	inMenu       bool // when it has something to list
}

func (s *site) listSections() []section {
	p := s.pkg
	return []section{
		{link.Lessons, "Lessons", len(p.Lessons) > 0},
		{link.Themes, "Themes", len(s.themes()) > 0},
		{link.Roles, "Roles", len(s.roles()) > 0},
		{link.Pathways, "Pathways", len(p.Pathways) > 0},
		{link.Myths, "Myths and facts", len(p.Myths) > 0},
		{link.Glossary, "Glossary", len(p.Terms) > 0},
		{link.Insights, "What people told us", len(p.Insights) > 0},
		{link.Stories, "Stories", len(p.Stories) > 0},
		{link.Search, wordAToZ, false},
	}
}

func (s *site) indexTitle(index string) string {
	for _, sec := range s.sections {
		if sec.index == index {
			return sec.title
		}
	}
	return ""
}

// themes returns the themes that have a page.
func (s *site) themes() []*training.Theme {
	return slices.DeleteFunc(slices.Clone(s.pkg.Themes), func(t *training.Theme) bool { return !s.graph.Shown(&t.Item) })
}

// roles returns the roles that have a page.
func (s *site) roles() []*training.Role {
	return slices.DeleteFunc(slices.Clone(s.pkg.Roles), func(r *training.Role) bool { return !s.graph.Shown(&r.Item) })
}

// prepare renders what repeats: the heads, menus, trails and feet; and makes ready
// what may: the cards of lessons, and terms, as pages in folders show them.
func (s *site) prepare() *diag.Finding {
	s.direction, s.sections = direction(s.pkg.Settings.Language), s.listSections()
	s.reviews = s.listReviews()
	s.base, s.things = webAddress(s.pkg.Settings.URL), s.listThings()
	s.news = s.listNews()
	s.menus, s.trails = map[menuKey]template.HTML{}, map[menuKey]template.HTML{}
	s.heads, s.feet = map[string]template.HTML{}, map[string]template.HTML{}
	for _, root := range s.roots() {
		if f := s.prepareFrame(root); f != nil {
			return f
		}
	}
	s.cards = make(map[*training.Lesson]func() template.HTML, len(s.pkg.Lessons))
	for _, l := range s.pkg.Lessons {
		s.cards[l] = s.whenAsked("lesson-card", func() any { return s.cardView(l, "../") })
	}
	s.words = make(map[*training.Term]func() template.HTML, len(s.pkg.Terms))
	for _, t := range s.pkg.Terms {
		s.words[t] = s.whenAsked("word", func() any { return s.wordView(t, inFolder) })
	}
	s.links = sync.OnceValue(s.listLinks)
	return nil
}

// whenAsked returns a part that is rendered when the first page asks for it: a preview
// makes one page, and needs few. A layout that cannot be filled is a panic with
// unfilled, for a view is made without errors; write turns it into one.
func (s *site) whenAsked(layout string, view func() any) func() template.HTML {
	return sync.OnceValue(func() template.HTML {
		part, err := s.layouts.html(layout, view())
		if err != nil {
			panic(unfilled{err})
		}
		return part
	})
}

// unfilled is why a part could not be rendered. The error names the place in its layout.
type unfilled struct{ error }

// roots are the ways up that pages have: from the top, from a folder, and from
// wherever a server shows the page for a wrong address.
func (s *site) roots() []string {
	roots := []string{"", "../"}
	if s.base != "" {
		roots = append(roots, s.base)
	}
	return roots
}

// prepareFrame renders what pages have around their text, for one way up.
func (s *site) prepareFrame(root string) *diag.Finding {
	if err := s.prepareMenus(root); err != nil {
		f := s.layouts.finding("menu", err)
		return &f
	}
	if err := s.prepareTrails(root); err != nil {
		f := s.layouts.finding("trail", err)
		return &f
	}
	var err error
	if s.heads[root], err = s.layouts.html("head", s.headView(root)); err != nil {
		f := s.layouts.finding("head", err)
		return &f
	}
	if s.feet[root], err = s.layouts.html("foot", s.footView(root)); err != nil {
		f := s.layouts.finding("foot", err)
		return &f
	}
	return nil
}

// prepareTrails renders the way from the home page to each index, and to those
// that stand right below it.
func (s *site) prepareTrails(root string) (err error) {
	trail := []Link{{Href: root + link.Home, Text: wordHome}}
	if s.trails[menuKey{root: root}], err = s.layouts.html("trail", trail); err != nil {
		return err
	}
	for _, sec := range s.sections {
		key := menuKey{root: root, index: sec.index}
		if s.trails[key], err = s.layouts.html("trail", append(trail, Link{Href: root + sec.index, Text: sec.title})); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) prepareMenus(root string) error {
	var entries []Link
	for _, sec := range s.sections {
		if sec.inMenu {
			entries = append(entries, Link{Href: root + sec.index, Text: sec.title})
		}
	}
	for n := -1; n < len(entries); n++ {
		for _, below := range []bool{false, true} {
			view := MenuView{Root: root, Home: Link{Href: root + link.Home, Text: s.pkg.Settings.Name}, Entries: append([]Link{}, entries...)}
			key := menuKey{root: root, below: below}
			if n >= 0 {
				key.index = strings.TrimPrefix(entries[n].Href, root)
				view.Entries[n].Current = "page"
				if below {
					view.Entries[n].Current = "true"
				}
			}
			menu, err := s.layouts.html("menu", view)
			if err != nil {
				return err
			}
			s.menus[key] = menu
		}
	}
	return nil
}

// FootView is what the layout of the foot gets.
type FootView struct {
	Root         string
	Package      string
	Organisation string
	Contact      Link // Href is empty when there is none
	Licence      string
	Version      string
	Pages        []Link
}

func (s *site) footView(root string) FootView {
	set := &s.pkg.Settings
	v := FootView{Root: root, Package: set.Name, Organisation: set.Organisation, Licence: set.Licence, Version: set.Version, Contact: s.contact()}
	for _, p := range s.pkg.Pages {
		if p.InMenu && len(v.Pages) < mostNamed { // the A to Z has the others
			v.Pages = append(v.Pages, Link{Href: root + s.graph.Address(&p.Item).Path, Text: p.Name})
		}
	}
	v.Pages = append(v.Pages, Link{Href: root + link.Search, Text: wordAToZ}, Link{Href: root + s.graph.Handbook().Volumes[0].Path, Text: wordPrintAll})
	return v
}

// contact is whom to ask for help; Href is empty when there is nobody.
func (s *site) contact() Link {
	contact := s.pkg.Settings.Contact
	if contact == "" {
		return Link{}
	}
	return Link{Href: contactAddress(contact), Text: contact}
}

// contactAddress makes an address of what the settings say: a web address stays,
// anything with an @ is an e-mail address.
func contactAddress(contact string) string {
	if schema.WebAddress(contact) {
		return contact
	}
	return "mailto:" + contact
}
