package render

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/output"
	"commonground/internal/source"
)

var (
	ruleStyle  = diag.Rule{Code: "style-form", Severity: diag.Error, Title: "A stylesheet must be whole, and load nothing from elsewhere."}
	ruleStatic = diag.Rule{Code: "static-file", Severity: diag.Warning, Title: "A file in static should be one that the site can use."}
	ruleTaken  = diag.Rule{Code: "static-name", Severity: diag.Error, Title: "A file in static must have a name that every system can store and that is free."}
)

// statics collects the files of the folder static.
type statics struct {
	fsys     fs.FS
	style    bytes.Buffer
	files    []output.File
	findings []diag.Finding
}

// staticFiles returns the one stylesheet, joined from css/*.css in the order of
// their names, and every other file of a known type, as it is, below assets.
func staticFiles(fsys fs.FS) ([]output.File, []diag.Finding, error) {
	s := statics{fsys: fsys}
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
	if len(s.findings) > 0 && s.failed() {
		return nil, s.findings, nil
	}
	small, err := shrink(s.style.Bytes())
	if err != nil {
		return nil, nil, err
	}
	return append(s.files, output.File{Path: link.Stylesheet, Type: "text/css; charset=utf-8", Write: func(w io.Writer) error {
		_, err := w.Write(small)
		return err
	}}), s.findings, nil
}

func (s *statics) failed() bool {
	errors, _, _ := diag.Count(s.findings)
	return errors > 0
}

func (s *statics) report(f diag.Finding) { s.findings = append(s.findings, f) }

// take takes one file in.
func (s *statics) take(name string) error {
	if path.Dir(name) == "css" && path.Ext(name) == ".css" {
		return s.sheet(name)
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
	case output.Key("assets/"+name) == output.Key(link.Stylesheet):
		s.report(ruleTaken.In(own, "this name is taken by the stylesheet that is made of static/css").WithHint("put the file into static/css"))
		return nil
	case strings.Contains(path.Base(name), ".css"):
		s.report(ruleStatic.In(own, "this is not part of the stylesheet").WithHint("only files in static/css whose names end in .css are; call it static/css/%s", sheetName(name)))
	}
	s.files = append(s.files, output.File{Path: "assets/" + name, Type: kind, Write: func(w io.Writer) error { return copyFile(w, s.fsys, name) }})
	return nil
}

// sheetName is the name a stylesheet would have in static/css.
func sheetName(name string) string {
	stem, _, _ := strings.Cut(path.Base(name), ".css")
	return stem + ".css"
}

// sheet adds one file to the stylesheet.
func (s *statics) sheet(name string) error {
	text, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return err
	}
	file, fault := source.Parse("static/"+name, text)
	if fault != nil {
		s.report(ruleStyle.At(file, fault.Span, "%s", fault.Message).WithHint("%s", fault.Hint))
		return nil
	}
	if finding := checkStyle(file); finding != nil {
		s.report(*finding)
	}
	s.style.Write(file.Text)
	s.style.WriteByte('\n')
	return nil
}

func shrink(style []byte) ([]byte, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	small, err := m.Bytes("text/css", style)
	if err != nil {
		return nil, fmt.Errorf("minify the stylesheet: %w", err)
	}
	return small, nil
}
