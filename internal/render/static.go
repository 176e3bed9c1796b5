package render

import (
	"fmt"
	"io"
	"io/fs"
	"path"

	"commonground/internal/diag"
	"commonground/internal/load"
	"commonground/internal/output"
)

var (
	ruleStyle  = diag.Rule{Code: "style-form", Severity: diag.Error, Title: "A stylesheet must be whole, and load nothing from elsewhere."}
	ruleScript = diag.Rule{Code: "script-form", Severity: diag.Error, Title: "A script must be one that browsers can read, and no module."}
	ruleStatic = diag.Rule{Code: "static-file", Severity: diag.Warning, Title: "A file in static should be one that the site can use."}
	ruleTaken  = diag.Rule{Code: "static-name", Severity: diag.Error, Title: "A file in static must have a name that every system can store and that is free."}
)

// statics collects the files of the folder static.
type statics struct {
	fsys     fs.FS
	bundles  []*bundle
	files    []output.File
	findings []diag.Finding
}

// staticFiles returns the stylesheet, the script of every page and the one that a
// page asks for later, joined from css/*.css, js/*.js and js/later/*.js in the order
// of their names, and every other file of a known type, as it is, below assets.
func staticFiles(fsys fs.FS, cache *Cache) ([]output.File, []diag.Finding, error) {
	s := statics{fsys: fsys, bundles: bundles()}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && load.Ignored(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		return s.take(name)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read static files: %w", err)
	}
	for _, b := range s.bundles {
		made, err := b.join(cache)
		if err != nil {
			return nil, nil, err
		}
		s.findings = append(s.findings, made.findings...)
		s.files = append(s.files, b.file(made)...)
	}
	if s.failed() {
		return nil, s.findings, nil
	}
	return s.files, s.findings, nil
}

func (s *statics) failed() bool {
	errors, _, _ := diag.Count(s.findings)
	return errors > 0
}

func (s *statics) report(f diag.Finding) { s.findings = append(s.findings, f) }

// take takes one file in.
func (s *statics) take(name string) error {
	for _, b := range s.bundles {
		if b.holds(name) {
			finding, err := b.add(s.fsys, name)
			if finding != nil {
				s.report(*finding)
			}
			return err
		}
	}
	own := "static/" + name
	kind, known := output.TypeOf(name)
	reason, safe := output.CheckName("assets/" + name)
	switch {
	case !known:
		s.report(ruleStatic.In(own, "a file of this type is not copied").WithHint("docs/layouts.md lists the types that are"))
		return nil
	case !safe:
		s.report(ruleTaken.In(own, "this name cannot be used: it %s", reason).WithHint("give the file another name"))
		return nil
	}
	s.nameBrand(name)
	for _, b := range s.bundles {
		if output.Key("assets/"+name) == output.Key(b.path) {
			s.report(ruleTaken.In(own, "this name is taken by the %s that is made of static/%s", b.name, b.folder).WithHint("put the file into static/%s", b.folder))
			return nil
		}
		if right, ok := b.missed(name); ok {
			s.report(ruleStatic.In(own, "this is not part of the %s", b.name).
				WithHint("only files in static/%s whose names end in %s are; call it %s", b.folder, b.ext, right))
			break
		}
	}
	s.files = append(s.files, output.File{Path: "assets/" + name, Type: kind, Write: func(w io.Writer) error { return copyFile(w, s.fsys, name) }})
	return nil
}
