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

	"commonground/internal/link"
	"commonground/internal/output"
)

// staticFiles returns the one stylesheet, joined from css/*.css in the order of
// their names, and every other file of a known type, as it is, below assets.
func staticFiles(fsys fs.FS) ([]output.File, error) {
	var style bytes.Buffer
	var files []output.File
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if path.Dir(name) == "css" && path.Ext(name) == ".css" {
			text, err := fs.ReadFile(fsys, name)
			style.Write(text)
			style.WriteByte('\n')
			return err
		}
		if output.Key("assets/"+name) == output.Key(link.Stylesheet) {
			return fmt.Errorf("%s: this name is taken by the stylesheet that is made of static/css; put the file there", name)
		}
		if kind, ok := output.TypeOf(name); ok && !strings.HasPrefix(path.Base(name), ".") {
			files = append(files, output.File{Path: "assets/" + name, Type: kind, Write: func(w io.Writer) error { return copyFile(w, fsys, name) }})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read static files: %w", err)
	}
	small, err := shrink(style.Bytes())
	if err != nil {
		return nil, err
	}
	return append(files, output.File{Path: link.Stylesheet, Type: "text/css; charset=utf-8", Write: func(w io.Writer) error {
		_, err := w.Write(small)
		return err
	}}), nil
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
