package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/load"
	"commonground/internal/source"
)

var (
	ruleLayout     = diag.Rule{Code: "layout", Severity: diag.Error, Title: "A layout must be a template that can be read and filled."}
	ruleLayoutName = diag.Rule{Code: "layout-name", Severity: diag.Warning, Title: "A file in layouts should have the name of a layout."}
)

// Rules lists what rendering looks for.
func Rules() []diag.Rule {
	return []diag.Rule{ruleLayout, ruleLayoutName, ruleStyle, ruleScript, ruleStatic, ruleTaken, ruleBrand}
}

// pageLayouts are the layouts of whole pages: each fills the frame of base.html.
var pageLayouts = []string{"home", "lesson", "lessons", "theme", "themes", "role", "roles", "pathway", "pathways",
	"glossary", "myth", "myths", "cards", "insights", "story", "stories", "page", "search", "handbook", "handout", "moved", "404", "404-bare"}

// partLayouts are the layouts of parts, which are rendered once and joined.
var partLayouts = []string{"head", "menu", "trail", "foot", "lesson-card", "word"}

// Layouts are the parsed templates by name, and the texts they were made from.
type Layouts struct {
	set   map[string]*template.Template
	texts map[string][]byte
}

// ReadLayouts parses every layout once, unless cache has them, which may be nil:
// base.html is the frame, parts.html holds what several of them use. A mistake in
// one is a finding.
func ReadLayouts(fsys fs.FS, cache *Cache) (Layouts, []diag.Finding, error) {
	l := Layouts{map[string]*template.Template{}, map[string][]byte{}}
	for _, name := range slices.Concat([]string{"base", "parts"}, pageLayouts, partLayouts) {
		if err := l.read(fsys, name); err != nil {
			return l, nil, err
		}
	}
	findings, err := unknownLayouts(fsys)
	if err != nil {
		return l, nil, err
	}
	if known, ok := cache.same(l.texts); ok {
		return known, findings, nil
	}
	mistakes := l.parse()
	if len(mistakes) == 0 {
		cache.keep(l)
	}
	return l, append(findings, mistakes...), nil
}

// parse parses all layouts. Without a frame there is nothing to parse the others in.
func (l Layouts) parse() []diag.Finding {
	frame := template.New("base.html").Option("missingkey=error")
	if err := parseInto(frame, l.texts["base"]); err != nil {
		return []diag.Finding{l.finding("base", err)}
	}
	if err := parseInto(frame.New("parts.html"), l.texts["parts"]); err != nil {
		return []diag.Finding{l.finding("parts", err)}
	}
	var findings []diag.Finding
	for _, name := range slices.Concat(pageLayouts, partLayouts) {
		t, err := parseLayout(frame, name, l.texts[name])
		if err != nil {
			findings = append(findings, l.finding(name, err))
			continue
		}
		l.set[name] = t
	}
	return findings
}

// parseLayout parses one layout. One that defines main fills the frame; one that
// does not is a whole by itself.
func parseLayout(frame *template.Template, name string, text []byte) (*template.Template, error) {
	t, err := frame.Clone()
	if err != nil {
		return nil, err
	}
	own := t.New(name + ".html")
	if err := parseInto(own, text); err != nil || t.Lookup("main") != nil {
		return t, err
	}
	if slices.Contains(pageLayouts, name) && (own.Tree == nil || parse.IsEmptyTree(own.Tree.Root)) {
		if len(bytes.TrimSpace(text)) > 0 {
			return nil, errNoMain
		}
		return nil, errEmpty
	}
	return own, nil
}

var (
	errEmpty    = errors.New("this layout is empty, so its pages would be blank")
	errNoMain   = errors.New("this layout defines no part called main, so its pages would be blank")
	errEncoding = errors.New("this layout is not saved as UTF-8 text")
	errSize     = errors.New("this layout is larger than 256 KB")
)

func parseInto(t *template.Template, text []byte) error {
	if len(text) > source.MaxFile {
		return errSize
	}
	if !utf8.Valid(text) {
		return errEncoding
	}
	_, err := t.Parse(string(text))
	return err
}

func (l Layouts) read(fsys fs.FS, name string) error {
	text, err := source.ReadFile(fsys, name+".html")
	if err != nil {
		return fmt.Errorf("read layout %s.html: %w", name, err)
	}
	l.texts[name] = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	return nil
}

// unknownLayouts reports files that no page is made with.
func unknownLayouts(fsys fs.FS) ([]diag.Finding, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("list the layouts: %w", err)
	}
	known := []string{"base.html", "parts.html"}
	for _, name := range slices.Concat(pageLayouts, partLayouts) {
		known = append(known, name+".html")
	}
	var findings []diag.Finding
	for _, e := range entries {
		if slices.Contains(known, e.Name()) || load.Ignored(e.Name()) {
			continue
		}
		f := ruleLayoutName.In("layouts/"+e.Name(), "no page is made with a layout of this name").WithHint("docs/layouts.md lists the names")
		if near := diag.Nearest(e.Name(), known); near != "" {
			f = f.WithHint("did you mean %s?", near)
		}
		findings = append(findings, f)
	}
	return findings, nil
}

// execute fills a layout. Nothing is written unless the whole of it succeeds.
func (l Layouts) execute(w io.Writer, name string, view any) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := l.set[name].Execute(b, view); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// html fills the layout of a part.
func (l Layouts) html(name string, view any) (template.HTML, error) {
	var b strings.Builder
	err := l.set[name].Execute(&b, view)
	return template.HTML(b.String()), err
}
