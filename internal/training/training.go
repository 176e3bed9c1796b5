// Package training holds the domain: a package of training and the lessons,
// themes, roles, terms, myths, pathways, insights, stories and pages in it.
//
// The types say what the files say, no more: a reference to another item is the
// slug as it was written. What it leads to is in link.Graph. Nothing here reads
// or writes files, and nothing changes after load has made it.
package training

import (
	"strings"

	"commonground/internal/markdown"
	"commonground/internal/plain"
	"commonground/internal/schema"
	"commonground/internal/source"
)

// Package is the whole folder of training. Every list is in the order in which
// people see it, and drafts that are left out are in none.
type Package struct {
	Settings Settings
	Themes   []*Theme
	Roles    []*Role
	Lessons  []*Lesson
	Pathways []*Pathway
	Terms    []*Term
	Myths    []*Myth
	Insights []*Insight
	Stories  []*Story
	Pages    []*Page
	Assets   []Asset
	Words    []plain.List // its own word lists; what the program ships is not among them

	// Left lists the content files that are there but not in the lists above,
	// by path: drafts that are left out, and files that could not be read. A
	// reference to one of them is no reference to nothing.
	Left map[string]Reason
	// Items are all of the above but assets; Items[i].ID is i.
	Items []*Item
}

// Reason says why a content file is not in the package.
type Reason uint8

// Why a file is left out.
const (
	LeftDraft  Reason = iota + 1 // it is a draft
	LeftBroken                   // it could not be read, which a finding says
)

// Item is what every piece of content has.
type Item struct {
	ID   int // index in Package.Items
	Kind *schema.Kind
	Slug string // the name of its file or folder
	Name string // what readers see: its title, or the fact of a myth
	File *source.File
	Doc  *markdown.Doc // its text
	// Front is the front matter as decoded, for checks that need the place of a value.
	Front schema.Front
	// Ours says that the program brings it: whoever writes the package has no such
	// file, so there is nothing to tell them about it.
	Ours bool
}

// Ref is a reference in front matter: the slug as written, and where.
type Ref = schema.Item

// Source says where a fact comes from.
type Source = schema.Source

// Date is a day, or none.
type Date = schema.Date

// Settings hold for the whole package; the text is that of the home page.
type Settings struct {
	Item
	Summary, Language, Key, Organisation, Contact, Licence, URL, Version string
	Linking                                                              Linking
	Rules                                                                []schema.Level
}

// English says whether the package is written in English, whichever; one that does
// not say is taken to be.
func (s *Settings) English() bool {
	first, _, _ := strings.Cut(strings.ToLower(s.Language), "-")
	return first == "" || first == "en"
}

// Linking says which uses of a glossary term become links: the first in each
// section, the first on a page, all of them, or none. "" leaves it to the
// settings; there it means the first in each section.
type Linking string

// What a package or a lesson can ask for.
const (
	LinkSection Linking = "section"
	LinkPage    Linking = "page"
	LinkAll     Linking = "all"
	LinkOff     Linking = "off"
)

// Theme is one of the ideas on which the training stands.
type Theme struct {
	Item
	Summary, Colour, Icon string
	Order                 int
}

// Role is somebody whom the training is for.
type Role struct {
	Item
	Summary string
	Order   int
	Start   Ref // to a lesson; zero when none was given
}

// Lesson is something to learn in a few minutes.
type Lesson struct {
	Item
	Summary, Outcome, Takeaway, Level, Nation, Owner string
	Minutes, Order                                   int
	Themes, Roles, Before, Myths                     []Ref
	Formerly                                         []Ref // slugs it had before, which lead here
	Linking                                          Linking
	Needs, Authors                                   []string
	Sources                                          []Source
	Reviewed, ReviewBy                               Date
}

// Pathway is an order of lessons for a purpose.
type Pathway struct {
	Item
	Summary        string
	Lessons, Roles []Ref
}

// Term is a glossary entry.
type Term struct {
	Item
	Meaning, Say       string
	Also               []string
	StaffOnly          bool // a word to keep out of what patients hear
	Exact              bool // names with capitals are only themselves when written with the same ones
	See                []Ref
	Sources            []Source
	Reviewed, ReviewBy Date
}

// Myth is a myth card; Item.Name is the fact.
type Myth struct {
	Item
	Myth, Why, Say, Evidence, Nation string
	Themes, Roles                    []Ref
	Sources                          []Source
	Reviewed, ReviewBy               Date
}

// Insight is something people told the project.
type Insight struct {
	Item
	Method string // interview, focus-group or co-creation
	From   string // staff or patient
	Themes []Ref
	Role   Ref // zero when none was given
}

// Story is a case study.
type Story struct {
	Item
	Summary       string
	From          string // staff or patient
	Fictional     bool
	Themes, Roles []Ref
	Reviewed      Date
}

// Page is any other page.
type Page struct {
	Item
	Summary string
	InMenu  bool
	Order   int
}

// Asset is a file that pages can link to: a picture, a document, a recording.
type Asset struct {
	Name string // path from the package's folder, with slashes
	Size int64  // in bytes
	// Width and Height are those of a picture in pixels; 0 when unknown.
	Width, Height int
}
