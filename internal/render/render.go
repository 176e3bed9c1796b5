// Package render turns a package and its graph into the files of a site.
//
// A training.Package, a link.Graph and the layouts go in; output.Files come
// out, each with a function that writes its bytes when it is asked to. Layouts
// get typed values that are finished: text, numbers and HTML that this package
// made. What repeats on many pages (menus, references, entries of lists) is
// rendered once for each depth of folders and then only joined.
package render

import (
	"html/template"
	"io"
	"io/fs"
	"slices"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/output"
	"commonground/internal/training"
)

// Policy is the content policy that every page carries: nothing runs or loads
// but what lies beside it.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'self'"

// Input is what pages are made from.
type Input struct {
	Package *training.Package
	Graph   *link.Graph
	Files   fs.FS // the package's folder: what is copied is read from it
	Static  fs.FS // what is copied for the look: the package's own over the program's
	Layouts Layouts
	Try     bool   // the package has layouts of its own: try them on every page
	Cache   *Cache // of the run before, or nil
}

// site holds what every page is made with. It does not change once it is made,
// so pages can be written at the same time.
type site struct {
	pkg     *training.Package
	graph   *link.Graph
	layouts Layouts
	heads   map[string]template.HTML // by the way up, as are feet
	menus   map[menuKey]template.HTML
	trails  map[menuKey]template.HTML // by the way up and the index, or none
	feet    map[string]template.HTML
	cards   map[*training.Lesson]func() template.HTML
	words   map[*training.Term]func() template.HTML
	links   func() map[*training.Item]template.HTML // to the pages that use terms

	base      string                  // where the site will stand, as machines write it; "" when nobody said
	things    map[string]func() thing // by path: what pages are about
	news      []news                  // of the feed
	reviews   map[string]*Review      // by path; under "" that of the package
	scripted  bool                    // the site has a script
	direction string                  // ltr or rtl
	sections  []section               // of the menu
}

// Pages returns every file of the site. Findings are mistakes in the package's
// own layouts and static files.
func Pages(in Input) ([]output.File, []diag.Finding, error) {
	static, findings, err := staticFiles(in.Static, in.Cache)
	if err != nil {
		return nil, nil, err
	}
	s := &site{pkg: in.Package, graph: in.Graph, layouts: in.Layouts, scripted: slices.ContainsFunc(static, isScript)}
	if finding := s.prepare(); finding != nil {
		return nil, []diag.Finding{*finding}, nil
	}
	pages := s.pages()
	if in.Try {
		if finding := s.tryParts(); finding != nil {
			return nil, []diag.Finding{*finding}, nil
		}
		if findings := s.try(pages); len(findings) > 0 {
			return nil, findings, nil
		}
	}
	files := make([]output.File, 0, len(pages))
	for _, p := range pages {
		files = append(files, output.File{Path: p.path, Type: "text/html; charset=utf-8", Write: func(w io.Writer) error { return s.write(w, p) }})
	}
	return slices.Concat(files, s.dataFiles(pages), static, copies(in.Files, in.Graph)), findings, nil
}

func isScript(f output.File) bool { return f.Path == link.Script }

// page is one page to be written: where, with which layout, and from what.
type page struct {
	path   string
	layout string
	view   func() any // makes the value that the layout gets
}

// write fills the layout of a page. A part that cannot be filled is a mistake of the
// page that asked for it.
func (s *site) write(w io.Writer, p page) (err error) {
	defer func() {
		switch part := recover().(type) {
		case nil:
		case unfilled:
			err = part.error
		default:
			panic(part)
		}
	}()
	return s.layouts.execute(w, p.layout, p.view())
}

// pages lists every page of the site.
func (s *site) pages() []page {
	var all []page
	for _, part := range []func() []page{s.homePages, s.lessonPages, s.themePages, s.rolePages, s.pathwayPages,
		s.glossaryPages, s.mythPages, s.cardPages, s.insightPages, s.storyPages, s.plainPages, s.searchPages, s.handbookPages, s.handoutPages, s.movedPages} {
		all = append(all, part()...)
	}
	return all
}

// try writes every page to nowhere, so that a mistake in a layout is found before
// anything is written: it can stand in a branch that only some pages take. Each
// layout is reported once.
func (s *site) try(pages []page) []diag.Finding {
	var findings []diag.Finding
	failed := map[string]bool{}
	for _, p := range pages {
		if failed[p.layout] {
			continue
		}
		if err := s.write(io.Discard, p); err != nil {
			failed[p.layout] = true
			findings = append(findings, s.layouts.finding(p.layout, err))
		}
	}
	return findings
}

// tryParts renders every part that has not been, as pages in folders show it. What
// fails only elsewhere, as in the handbook, try finds.
func (s *site) tryParts() *diag.Finding {
	for _, l := range s.pkg.Lessons {
		if _, err := s.layouts.html("lesson-card", s.cardView(l, "../")); err != nil {
			f := s.layouts.finding("lesson-card", err)
			return &f
		}
	}
	for _, t := range s.pkg.Terms {
		if _, err := s.layouts.html("word", s.wordView(t, inFolder)); err != nil {
			f := s.layouts.finding("word", err)
			return &f
		}
	}
	return nil
}

// dataFiles are the package for machines: always the catalogue, and for a site
// that knows where it will stand also the sitemap and the feed.
func (s *site) dataFiles(pages []page) []output.File {
	return slices.Concat([]output.File{s.catalogueFile()}, s.sitemapFiles(pages, mostSitemap), s.feedFiles())
}

// copies are the assets that pages use.
func copies(files fs.FS, graph *link.Graph) []output.File {
	var all []output.File
	for _, c := range graph.Copies() {
		kind, _ := output.TypeOf(c.Path)
		all = append(all, output.File{Path: c.Path, Type: kind, Write: func(w io.Writer) error { return copyFile(w, files, c.Asset.Name) }})
	}
	return all
}

func copyFile(w io.Writer, files fs.FS, name string) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
