// Package build runs the stages in order: folder → training.Package →
// link.Graph → pages → output.Site. It is the only package that knows the order.
//
// A run never writes anything. Content problems are findings and never stop it;
// when one of them is an error there is no site.
package build

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"commonground/internal/check"
	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/markdown"
	"commonground/internal/output"
	"commonground/internal/render"
	"commonground/internal/schema"
	"commonground/internal/search"
	"commonground/internal/source"
	"commonground/internal/training"
)

// Options say what to build. Both file systems are needed.
type Options struct {
	Package fs.FS // the package's folder
	Program fs.FS // what comes with the program: layouts, static and themes
	Drafts  bool  // take drafts in
	Advice  bool  // read what Result.Advise looks at
	Today   schema.Date
	Cache   *Cache // of the run before; nil for one run alone
}

// Cache is what a run can use of the one before. The zero Cache is empty.
type Cache struct {
	files load.Cache
	uses  link.Cache
	look  render.Cache
}

// Result is what a run made. Site is nil when a finding is an error.
type Result struct {
	Site     *output.Site
	Findings []diag.Finding // sorted
	Files    int            // how many files of content and themes were looked at
	Pages    int            // how many HTML pages the site has
	Drafts   int            // how many pages were left out because they are drafts
	Title    string         // of the package
	Package  *training.Package
	Graph    *link.Graph

	made   func() map[string][]string // the pages of each file, when somebody asks
	advise func(ctx context.Context, workers int) []diag.Finding
}

// Run builds the site of a package.
func Run(o Options) (*Result, error) {
	loaded, err := load.Package(load.Options{Package: o.Package, Themes: o.Program, Drafts: o.Drafts, Prose: o.Advice, Cache: o.Cache.loaded()})
	if err != nil {
		return nil, fmt.Errorf("read the package: %w", err)
	}
	graph, linked := link.ResolveWith(loaded.Package, o.Cache.found())
	looked := check.Input{Package: loaded.Package, Graph: graph, Today: o.Today}
	layouts, laidOut, err := render.ReadLayouts(over(o.Package, o.Program, "layouts"), o.Cache.made())
	if err != nil {
		return nil, err
	}
	found := slices.Concat(loaded.Findings, linked, check.Run(looked), laidOut)
	r := &Result{Files: loaded.Files, Drafts: loaded.Drafts, Title: loaded.Package.Settings.Name, Package: loaded.Package, Graph: graph}
	r.made = sync.OnceValue(func() map[string][]string { return pagesByFile(loaded.Package, graph) })
	r.take(looked, found)
	if r.failed() {
		return r, nil
	}
	files, rendered, err := render.Pages(render.Input{Package: loaded.Package, Graph: graph, Layouts: layouts,
		Files: o.Package, Static: over(o.Package, o.Program, "static"), Try: has(o.Package, "layouts"), Cache: o.Cache.made()})
	if err != nil {
		return nil, err
	}
	r.take(looked, append(found, rendered...))
	if r.failed() {
		return r, nil
	}
	if o.Cache == nil && !o.Advice {
		r.letTextsGo()
	}
	return r, r.finish(slices.Concat(files, search.Files(loaded.Package, graph, listsOf(loaded.Package, graph)...)))
}

// listsOf are the pages that list things, for those who look for one.
func listsOf(pkg *training.Package, graph *link.Graph) []search.List {
	var all []search.List
	for _, l := range render.Lists(pkg, graph) {
		all = append(all, search.List(l))
	}
	return all
}

// letTextsGo lets go of the texts of files in which nothing was found: what is written
// from now on is made of their Docs, and nobody is shown a line of them any more. In a
// large package they are a quarter of what is kept.
func (r *Result) letTextsGo() {
	shown := map[*source.File]bool{}
	for _, f := range r.Findings {
		shown[f.File] = true
	}
	for _, i := range r.Package.Items {
		if !shown[i.File] {
			i.File.Text = nil
		}
	}
}

// Forget drops what is remembered of files that changed: a path stands for a file of
// the package, or for a folder with all in it. Once it was called it must be called for
// every change, since a run then reads no other page again.
func (c *Cache) Forget(paths []string) { c.files.Forget(paths) }

// loaded is what loading remembers, or nil.
func (c *Cache) loaded() *load.Cache {
	if c == nil {
		return nil
	}
	return &c.files
}

// found is what linking remembers, or nil.
func (c *Cache) found() *link.Cache {
	if c == nil {
		return nil
	}
	return &c.uses
}

// made is what rendering remembers, or nil.
func (c *Cache) made() *render.Cache {
	if c == nil {
		return nil
	}
	return &c.look
}

// PagesOf returns the paths in the site of the pages that are made from a file
// of the package, its own page first: nothing for a file that is no page. It may
// be called from many goroutines.
func (r *Result) PagesOf(name string) []string { return r.made()[name] }

// pagesByFile lists them for every file.
func pagesByFile(pkg *training.Package, graph *link.Graph) map[string][]string {
	pages := make(map[string][]string, len(pkg.Items))
	for _, i := range pkg.Items {
		if graph.Shown(i) {
			at := graph.Address(i)
			pages[i.File.Name] = []string{at.Path, graph.Handbook().Find(at).Path}
		}
	}
	for _, l := range pkg.Lessons {
		pages[l.File.Name] = append(pages[l.File.Name], link.Handout(l).Path)
	}
	for _, m := range pkg.Myths {
		pages[m.File.Name] = append(pages[m.File.Name], link.Cards)
	}
	return pages
}

// Rules lists every rule of every stage.
func Rules() []diag.Rule {
	return slices.Concat(load.Rules(), schema.Rules(), markdown.Rules(), link.Rules(), check.Rules(), render.Rules())
}

// take settles what was found.
func (r *Result) take(in check.Input, found []diag.Finding) {
	r.Findings = diag.Sort(check.Settle(in.Package, Rules(), found, false))
	r.advise = func(ctx context.Context, workers int) []diag.Finding {
		return diag.Sort(check.Settle(in.Package, Rules(), append(check.Advise(ctx, in, workers), found...), true))
	}
}

// Advise looks for advice, which stops no build: wording, structure and care. It uses so
// many cores and returns it together with the findings; when the context ends it returns
// soon, with a part of it. The run must have been asked for it: Options.Advice.
func (r *Result) Advise(ctx context.Context, workers int) []diag.Finding {
	return r.advise(ctx, workers)
}

func (r *Result) failed() bool {
	errors, _, _ := diag.Count(r.Findings)
	return errors > 0
}

func (r *Result) finish(files []output.File) error {
	site, err := output.NewSite(files)
	if err != nil {
		return fmt.Errorf("put the site together: %w", err)
	}
	r.Site = site
	for _, f := range site.Files() {
		if f.Type == "text/html; charset=utf-8" {
			r.Pages++
		}
	}
	return nil
}
