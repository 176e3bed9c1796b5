// Package load reads the folder of a package into a training.Package.
//
// A file system goes in; the package, with the text of every page as a
// markdown.Doc, and the findings of every file come out. Files are read and
// parsed on all cores, each from its own bytes alone, and put together in an
// order that does not depend on which was ready first. Content problems never
// stop a run: a page that cannot be read is left out, with a finding.
package load

import (
	"io/fs"
	"slices"

	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/training"
)

// Options say what to load. Only Package is needed.
type Options struct {
	Package fs.FS  // the package's folder, in which content lies
	Themes  fs.FS  // the themes to use when the package has none: holds themes/*.md
	Drafts  bool   // take drafts in
	Prose   bool   // read the passages that rules about wording look at
	Cache   *Cache // of an earlier run, or nil; it is brought up to date
}

// Result is what was loaded. Files counts the files in content and themes, of
// whatever kind; Drafts the pages that were left out because they are drafts.
type Result struct {
	Package  *training.Package
	Findings []diag.Finding
	Files    int
	Drafts   int
}

// Package reads the package. The error is trouble of the disk, never of the content.
func Package(o Options) (*Result, error) {
	w := &walker{fsys: o.Package}
	if err := w.capitals(); err != nil {
		return nil, err
	}
	for _, folder := range packageFolders {
		visit := w.file
		if !slices.Contains(pageFolders, folder) {
			visit = w.special // others read these files, and pass over what is none
		}
		if err := w.walk(folder, visit); err != nil {
			return nil, err
		}
	}
	count := len(w.pages) + len(w.assets)
	pages := readAll(o, o.Package, w.pages, false)
	if !w.hasThemes() && o.Themes != nil {
		own := &walker{fsys: o.Themes}
		if err := own.walk("themes", own.file); err != nil {
			return nil, err
		}
		pages = append(pages, readAll(o, o.Themes, own.pages, true)...)
	}
	o.Cache.keep(pages)
	sayCopies(pages)
	assets, found := readAssets(o.Package, w.assets)
	result, err := assemble(pages, assets, append(w.findings, found...), o.Drafts)
	if err != nil {
		return nil, err
	}
	lists, found := readWords(o.Package)
	result.Package.Words, result.Findings = lists, append(result.Findings, found...)
	result.Files = count
	return result, nil
}

// page is one Markdown file: where it stands and what it says.
type page struct {
	place    place
	name     string
	file     *source.File
	front    schema.Front
	doc      *markdown.Doc
	prose    bool         // doc has its passages
	ours     bool         // the program brings it
	broken   bool         // it cannot become part of the package
	raw      []byte       // the bytes of the file
	belongs  *schema.Kind // of which kind it seems to be when it lies in a wrong folder
	findings []diag.Finding
}

// readAll reads and parses the files on all cores; page i is file i. Ours are the
// files that the program brings.
func readAll(o Options, fsys fs.FS, names []string, ours bool) []page {
	pages := make([]page, len(names))
	cores.Each(len(names), func(i int) {
		pages[i] = readPage(o, fsys, names[i])
		pages[i].ours = ours
	})
	return pages
}

func readPage(o Options, fsys fs.FS, name string) page {
	if known, ok := o.Cache.unread(name); ok && known.prose == o.Prose {
		return known
	}
	p := page{name: name, place: placeOf(name), prose: o.Prose}
	raw, err := source.ReadFile(fsys, name)
	if err != nil {
		p.broken = true
		p.findings = append(p.findings, ruleUnreadable.In(name, "this file cannot be read: %s", cause(err)).
			WithHint("check that it still exists and that you may open it"))
		return p
	}
	if known, ok := o.Cache.find(name, raw); ok && known.prose == o.Prose {
		return known
	}
	var fault *source.Fault
	p.file, fault = source.Parse(name, raw)
	if fault != nil {
		p.broken = true
		p.findings = append(p.findings, fromFault(p.file, fault))
		return p
	}
	p.raw = raw // and not of a page that is refused: there may be many, and large
	if finding := p.place.finding(p.file); finding != nil {
		p.findings, p.broken = append(p.findings, *finding), true
		return p
	}
	p.front, p.findings = schema.Decode(p.place.kind, p.file)
	p.broken = p.front.IsEmpty()
	if p.belongs = belongsTo(&p); p.belongs != nil {
		finding := rulePlace.At(p.file, source.Span{}, "this looks like %s, and lies where %s lies", p.belongs.A(), p.place.kind.A()).
			WithHint("move it to %s", p.belongs.Folder)
		p.findings, p.broken = []diag.Finding{finding}, true
		return p
	}
	p.doc = read(p.file, o.Prose)
	p.findings = append(p.findings, p.doc.Findings...)
	p.findings = append(p.findings, promptText(p.file, p.front.Yes(schema.Draft.Name, false))...)
	p.findings = append(p.findings, strays(p.file)...)
	p.findings = append(p.findings, invisibles(p.file)...)
	p.findings = append(p.findings, nhsNumbers(p.file)...)
	return p
}

func read(f *source.File, prose bool) *markdown.Doc {
	if prose {
		return markdown.ReadProse(f)
	}
	return markdown.Parse(f)
}
