package render

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/output"
	"commonground/internal/source"
)

// bundle is one file of the site that is made of all files of one type in one
// folder of static: joined in the order of their names, and made small.
type bundle struct {
	folder, ext string // css and .css
	name        string // what it is called in messages
	path        string // in the site
	needed      bool   // pages ask for it even when nothing is in it
	rule        diag.Rule
	end         string // keeps a file apart from the next
	begin, last string // what is around them all
	shrink      minify.MinifierFunc
	check       func(files []*source.File) []diag.Finding
	files       []*source.File
}

// bundles lists what is joined. Nothing is in them yet.
func bundles() []*bundle {
	return []*bundle{
		{folder: "css", ext: ".css", name: "stylesheet", path: link.Stylesheet, needed: true, rule: ruleStyle, end: "\n", shrink: css.Minify, check: checkStyles},
		scriptOf("js", "script", link.Script),
		scriptOf("js/later", "script for later", link.Later),
		scriptOf("search", "search script", link.SearchScript),
	}
}

// scriptOf is a bundle of scripts. They stand in one function, so that they share
// their names with each other and with nothing else on the page.
func scriptOf(folder, name, path string) *bundle {
	return &bundle{folder: folder, ext: ".js", name: name, path: path, rule: ruleScript, end: scriptEnd,
		begin: "(function () {\n'use strict';\n", last: "})();\n", shrink: js.Minify, check: checkScripts}
}

// holds says whether a file of static becomes part of the bundle.
func (b *bundle) holds(name string) bool {
	return path.Dir(name) == b.folder && path.Ext(name) == b.ext
}

// missed returns the name that a file would need to become part of the bundle,
// if it looks as if it should: another folder, or more after the ending.
func (b *bundle) missed(name string) (right string, ok bool) {
	stem, rest, found := strings.Cut(path.Base(name), b.ext)
	if first, _ := utf8.DecodeRuneInString(rest); !found || unicode.IsLetter(first) {
		return "", false
	}
	return "static/" + b.folder + "/" + stem + b.ext, true
}

// add takes one file into the bundle, or says why it cannot be read.
func (b *bundle) add(fsys fs.FS, name string) (*diag.Finding, error) {
	text, err := source.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	file, fault := source.Parse("static/"+name, text)
	if fault == nil && len(file.Strays) > 0 {
		fault = &file.Strays[0]
	}
	if fault != nil {
		f := b.rule.At(file, fault.Span, "%s", fault.Message).WithHint("%s", fault.Hint)
		return &f, nil
	}
	b.files = append(b.files, file)
	return nil, nil
}

// joined is what became of the files of a bundle: one text, made small, or what is
// wrong with them.
type joined struct {
	files    []*source.File
	findings []diag.Finding
	small    []byte
}

// join makes one text of the files, unless cache has it, which may be nil.
func (b *bundle) join(cache *Cache) (joined, error) {
	if known, ok := cache.joined(b.path, b.files); ok {
		return known, nil
	}
	made := joined{files: b.files, findings: b.check(b.files)}
	if errors, _, _ := diag.Count(made.findings); errors == 0 && len(b.files) > 0 {
		var small bytes.Buffer
		text := slices.Concat([]byte(b.begin), textOf(b.files, b.end), []byte(b.last))
		if err := b.shrink(minify.New(), &small, bytes.NewReader(text), nil); err != nil {
			return made, fmt.Errorf("minify the %s: %w", b.name, err)
		}
		made.small = small.Bytes()
	}
	cache.keepJoined(b.path, made)
	return made, nil
}

// textOf is the text of files, each with its end.
func textOf(files []*source.File, end string) []byte {
	var text []byte
	for _, f := range files {
		text = append(append(text, f.Text...), end...)
	}
	return text
}

// file returns the bundle as a file of the site, or none when it is empty and no
// page asks for it.
func (b *bundle) file(made joined) []output.File {
	if len(made.small) == 0 && !b.needed {
		return nil
	}
	kind, _ := output.TypeOf(b.path)
	return []output.File{{Path: b.path, Type: kind, Write: func(w io.Writer) error {
		_, err := w.Write(made.small)
		return err
	}}}
}
